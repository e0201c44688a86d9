/** Makes the pages, each one file: docs/index.html, docs/capabilities.html, and dist/report.html, which `--format html` fills. With `--check`: says which are stale, and changes nothing. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Metafile, transform } from "esbuild";

interface Page {
  /** Names the page's two sources in src/page: NAME.ts and NAME.html. */
  readonly name: string;
  readonly file: string;
  /** The most bytes that it may have. */
  readonly limit: number;
}

const pages: readonly Page[] = [
  { name: "playground", file: "docs/index.html", limit: 900_000 },
  { name: "capabilities", file: "docs/capabilities.html", limit: 400_000 },
  { name: "report", file: "dist/report.html", limit: 400_000 },
];

const root = dirname(import.meta.dirname);
const folder = join(root, "src/page");
/** What browsers have had since the middle of 2024 (`light-dark()` is the youngest). */
const target = ["es2023", "chrome123", "firefox120", "safari17.5"];

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  const problems: string[] = [];
  const style = (
    await transform(readFileSync(join(folder, "style.css"), "utf8"), { loader: "css", minify: true, target })
  ).code;
  for (const { name, file, limit } of pages) {
    const html = await pageOf(name, style.trim());
    const size = Buffer.byteLength(html);
    console.log(`${file}: ${size.toLocaleString("en")} of ${limit.toLocaleString("en")} bytes`);
    if (size > limit) problems.push(`${file} is over its limit by ${(size - limit).toLocaleString("en")} bytes`);
    const path = join(root, file);
    const before = existsSync(path) ? readFileSync(path, "utf8") : "";
    if (before === html) continue;
    if (options.includes("--check")) problems.push(`${file} is stale: run \`npm run build\``);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, html);
    }
  }
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

async function pageOf(name: string, style: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, `${name}.ts`)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "esm",
    platform: "browser",
    charset: "ascii",
    legalComments: "none",
    target,
  });
  const script = (outputFiles[0]?.text ?? "").trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  // Nothing may be loaded, sent or embedded; of scripts and styles only these two run.
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts: Readonly<Record<string, string>> = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    style: `<style>${style}</style>`,
    script: `<script type="module">${script}</script>\n${licences(metafile)}`,
  };
  const template = readFileSync(join(folder, `${name}.html`), "utf8");
  return Object.entries(parts).reduce((html, [part, text]) => html.replace(`<!-- ${part} -->`, () => text), template);
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The licences of what is in the page, in the page: it is passed around alone. */
function licences({ inputs }: Metafile): string {
  const found = Object.keys(inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  const texts = new Map<string, string[]>();
  for (const id of [...new Set(found.flat())].toSorted()) {
    const place = join(root, "node_modules", id);
    const { version } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
    const [file] = readdirSync(place)
      .filter((each) => /^licen[cs]e/i.test(each))
      .toSorted();
    const text = file === undefined ? "" : readFileSync(join(place, file), "utf8").replaceAll("\r\n", "\n").trim();
    texts.set(text, [...(texts.get(text) ?? []), `${id} ${version}`]);
  }
  const parts = [...texts].map(([text, ids]) => `${ids.join("\n")}\n\n${text}\n`);
  return `<script type="text/plain" id="licences">\n${parts.join("\n").replaceAll("</", "<\\/")}</script>`;
}
