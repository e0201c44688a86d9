/**
 * Makes the pages, one file each: docs/index.html, docs/capabilities.html, and dist/report.html, which `--format html` puts its data into. With `--check`:
 * says which of them are stale, and changes nothing.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Metafile, type Plugin, transform } from "esbuild";
import { licencesOf, packageOf } from "./licences.ts";

interface Page {
  /** Names the page's two sources in src/page: NAME.ts and NAME.html. */
  readonly name: string;
  readonly file: string;
  /** The most bytes that it may have. */
  readonly limit: number;
}

const pages: readonly Page[] = [
  { name: "playground", file: "docs/index.html", limit: 860_000 },
  { name: "capabilities", file: "docs/capabilities.html", limit: 410_000 },
  { name: "report", file: "dist/report.html", limit: 460_000 },
];

const root = dirname(import.meta.dirname);
const folder = join(root, "src/page");
/** What browsers have had since the middle of 2024 (`light-dark()` is the youngest). */
const target = ["es2023", "chrome123", "firefox120", "safari17.5"];

/** None of our files does anything when it is imported: one that nothing is used of, such as the configuration's schema, is left out. */
const leaveOutUnused: Plugin = {
  name: "leave out unused files",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    })),
};

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
    plugins: [leaveOutUnused],
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

/** The licences of the packages in the page stand in the page itself, which may be passed on alone. */
function licences({ inputs }: Metafile): string {
  const packages = new Set(Object.keys(inputs).flatMap((path) => packageOf(path) ?? []));
  return `<script type="text/plain" id="licences">\n${licencesOf(packages).replaceAll("</", "<\\/")}</script>`;
}
