/** Makes dist/ from src/. With `--check`: says whether the committed dist/ is what src/ gives, and changes nothing. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { asScript, loadingScripts, withoutBallast } from "./bundle-text.ts";

interface Door {
  readonly name: string;
  /** The most bytes that all its JavaScript may have. */
  readonly limit: number;
  /** Whether it is a program of its own, with a `#!` line. */
  readonly executable: boolean;
  /** Whether its parts are scripts that src/commands/engine.ts loads, which keeps what V8 compiles of them. */
  readonly kept: boolean;
  /** Packages that must never be bundled with it. */
  readonly forbidden?: RegExp;
}

const toolkit = /(^|\/)@(actions|octokit)\//;

const doors: readonly Door[] = [
  // GitHub's toolkit would cost 60 ms at every start of the command line, and 150 ms of every run of the Action.
  { name: "cli", limit: 1_200_000, executable: true, kept: true, forbidden: toolkit },
  { name: "action", limit: 2_500_000, executable: false, kept: false, forbidden: toolkit },
];

const shebang = "#!/usr/bin/env node\n";
const packagePath = /\/node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/;
/** By the shape of its name: registries of images are what this program is about. */
const packageRegistry = /\bregistry\.\w+(?:js|pkg)\.\w+/;
const root = dirname(import.meta.dirname);
const dist = join(root, "dist");

process.exitCode = main(process.argv.slice(2));

function main(options: readonly string[]): number {
  const unknown = options.filter((option) => option !== "--check");
  if (unknown.length > 0) return fail([`unknown option ${unknown.join(" ")}: there is only --check`], 2);

  // Directly under the root, so that the bundler sees the same relative paths in every checkout and every run.
  const stage = mkdtempSync(join(root, ".build-"));
  try {
    const built = join(stage, "dist");
    const broken = compile(stage);
    if (broken.length > 0) return fail(broken);
    const problems = [...doors.flatMap((door) => bundle(door, stage, built)), ...leaks(built)];
    if (problems.length > 0) return fail(problems);
    if (options.includes("--check")) return fail(differences(built));
    replace(built);
    return 0;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function fail(problems: readonly string[], status = 1): number {
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : status;
}

function compile(stage: string): string[] {
  const failed = run(root, "typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", join(stage, "lib"));
  if (failed.length === 0) preferModules(stage);
  return failed;
}

/**
 * The `yaml` package gives Node CommonJS; of its ES modules the bundler leaves out what nobody imports. Its parser imports more than it runs, a third of it:
 * what writes YAML, changes tokens or makes plain data, and the tags of schemas that mean what `yaml/scalar.ts` decides here. These modules are bundled without their code.
 */
function preferModules(stage: string): void {
  const copy = join(stage, "node_modules/yaml");
  cpSync(join(root, "node_modules/yaml"), copy, { recursive: true });
  const idle = files(join(copy, "browser/dist")).filter((file) =>
    /^(stringify|schema\/(core|json|yaml-1\.1))\/|^(doc\/(anchors|applyReviver|createNode)|nodes\/(addPairToJSMap|toJS)|parse\/cst-(scalar|stringify|visit)|log|public-api|visit)\.js$/.test(
      file,
    ),
  );
  for (const file of idle) {
    const source = readFileSync(join(copy, "browser/dist", file), "utf8");
    const names = /^export \{ (.*) \};$/m.exec(source)?.[1];
    if (names === undefined) throw new Error(`yaml/${file} exports its names in another way than known`);
    writeFileSync(join(copy, "browser/dist", file), `export let ${names};\n`);
  }
  const folder = join(stage, "lib/yaml/read");
  for (const file of files(folder)) {
    const source = readFileSync(join(folder, file), "utf8");
    writeFileSync(
      join(folder, file),
      source.replace('from "yaml"', 'from "../../../node_modules/yaml/browser/index.js"'),
    );
  }
}

function bundle(door: Door, stage: string, built: string): string[] {
  const { name, limit, executable, kept, forbidden } = door;
  const entry = join("lib", `${name}.js`);
  if (!existsSync(join(stage, entry))) {
    console.log(`${name}: skipped, src/${name}.ts is not there`);
    return [];
  }
  const out = join(built, name);
  const stats = join(stage, `${name}.json`);
  const failed = run(stage, "@vercel/ncc/dist/ncc/cli.js", "build", entry, "-o", out, "-C", "-q", "--stats-out", stats);
  if (failed.length > 0) return failed;

  slim(out);
  if (kept) makeScripts(out);
  const packages = bundledPackages(stats);
  writeFileSync(join(out, "licenses.txt"), packages.map(licence).join("\n"));
  if (executable) chmodSync(join(out, "index.js"), 0o755);

  const problems = packages.filter((id) => forbidden?.test(id)).map((id) => `dist/${name} must not contain ${id}`);
  if (executable && !readFileSync(join(out, "index.js"), "utf8").startsWith(shebang))
    problems.push(`dist/${name}/index.js must start with ${shebang.trim()}`);
  const size = scriptsIn(out).reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${name}: ${size.toLocaleString("en")} of ${limit.toLocaleString("en")} bytes`);
  if (size > limit) problems.push(`dist/${name} is over its limit by ${(size - limit).toLocaleString("en")} bytes`);
  return problems;
}

function run(cwd: string, script: string, ...options: string[]): string[] {
  const command = [join(root, "node_modules", script), ...options];
  const { status, error } = spawnSync(process.execPath, command, { cwd, stdio: "inherit" });
  if (error !== undefined) throw error;
  return status === 0 ? [] : [`${script} ended with ${status ?? "a signal"}`];
}

function slim(out: string): void {
  for (const file of scriptsIn(out)) writeFileSync(file, withoutBallast(readFileSync(file, "utf8")));
}

/** The entry loads its parts by the digest of all of them: code that is kept of another build fits none. */
function makeScripts(out: string): void {
  const digest = createHash("sha256");
  for (const file of scriptsIn(out).filter((name) => /\d+\.index\.js$/.test(name))) {
    const script = asScript(readFileSync(file, "utf8"));
    writeFileSync(file, script);
    digest.update(script);
  }
  const entry = join(out, "index.js");
  writeFileSync(entry, loadingScripts(readFileSync(entry, "utf8"), digest.digest("hex").slice(0, 16)));
}

function scriptsIn(out: string): string[] {
  return files(out)
    .filter((file) => file.endsWith(".js"))
    .map((file) => join(out, file));
}

interface Module {
  readonly nameForCondition?: string | null;
  readonly modules?: readonly Module[];
}

/** Where below node_modules/ the bundled code comes from: `yaml`, `@scope/name`, `a/node_modules/b`. */
function bundledPackages(stats: string): string[] {
  const { modules = [] } = JSON.parse(readFileSync(stats, "utf8")) as Module;
  const paths = (list: readonly Module[]): string[] =>
    list.flatMap(({ nameForCondition, modules: inner }) => [nameForCondition ?? "", ...paths(inner ?? [])]);
  const found = paths(modules).map((path) => packagePath.exec(path.replaceAll("\\", "/"))?.[1] ?? []);
  return [...new Set(found.flat())].toSorted();
}

/** Written here and not by ncc, whose list has only the last chunk's packages as soon as a dynamic import splits the bundle. */
function licence(id: string): string {
  const folder = join(root, "node_modules", id);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const text = texts.toSorted().map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return `${[`${name} ${version}`, license, ...text].join("\n\n")}\n`;
}

/** What would make the bundles differ between machines, or tell where they were built. */
function leaks(built: string): string[] {
  const { npm_config_registry: registry } = process.env;
  const telltales = [`${root}/`, ".build-", ...(registry === undefined ? [] : [new URL(registry).host])];
  return files(built).flatMap((file) => {
    const text = readFileSync(join(built, file), "utf8");
    const found = [...telltales.filter((part) => text.includes(part)), ...(packageRegistry.exec(text) ?? [])];
    return found.map((part) => `dist/${file} must not contain ${part}`);
  });
}

function differences(built: string): string[] {
  const made = files(built);
  const changed = made.filter((file) => !sameFile(join(built, file), join(dist, file)));
  const stale = files(dist).filter((file) => !made.includes(file));
  const problems = [...changed.map((file) => `dist/${file} differs`), ...stale.map((file) => `dist/${file} is stale`)];
  return problems.length === 0 ? [] : [...problems, "dist/ is not what src/ gives: run `npm run build`"];
}

function sameFile(one: string, other: string): boolean {
  if (!existsSync(other) || !readFileSync(one).equals(readFileSync(other))) return false;
  return process.platform === "win32" || (statSync(one).mode & 0o100) === (statSync(other).mode & 0o100);
}

/** File by file and by rename, so that what runs from dist/ meanwhile never sees half a bundle. */
function replace(built: string): void {
  const made = files(built);
  for (const file of made) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    if (!sameFile(join(built, file), join(dist, file))) renameSync(join(built, file), join(dist, file));
  }
  for (const file of files(dist)) if (!made.includes(file)) rmSync(join(dist, file));
  for (const door of doors)
    if (files(join(dist, door.name)).length === 0) rmSync(join(dist, door.name), { recursive: true, force: true });
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = found.map((file) => file.slice(folder.length + 1).replaceAll("\\", "/")).toSorted();
  // The one page in dist/ is made by scripts/pages.ts.
  return names.filter((file) => file !== "report.html");
}
