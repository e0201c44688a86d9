/** Makes dist/ from src/. With `--check`: says whether the committed dist/ is what src/ gives, and changes nothing. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { licencesOf, packageOf } from "./licences.ts";

interface Door {
  readonly name: string;
  /** The most bytes that its JavaScript may have. */
  readonly limit: number;
  /** Packages that must not be bundled with it. */
  readonly forbidden?: RegExp;
}

const doors: readonly Door[] = [
  // GitHub's toolkit is the Action's: the command line never talks to GitHub.
  { name: "cli", limit: 1_675_000, forbidden: /(^|\/)@(actions|octokit)\// },
  { name: "action", limit: 2_985_000 },
];

const root = dirname(import.meta.dirname);
const dist = join(root, "dist");
/** tsc writes JavaScript here (tsconfig.build.json), and ncc bundles below it. */
const lib = join(root, "lib");

process.exitCode = main(process.argv.includes("--check"));

function main(isCheck: boolean): number {
  rmSync(lib, { recursive: true, force: true });
  if (!run("typescript/bin/tsc", "-p", "tsconfig.build.json")) return 1;
  const problems = doors.flatMap((door) => bundle(door));
  if (isCheck && problems.length === 0) problems.push(...doors.flatMap(({ name }) => differences(name)));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  if (!isCheck) for (const { name } of doors) replace(name);
  return 0;
}

/** Bundles a door into lib/dist, with the licences of all packages that went into it. Returns what is wrong with the bundle. */
function bundle({ name, limit, forbidden }: Door): string[] {
  const [out, stats] = [join(lib, "dist", name), join(lib, `${name}.json`)];
  const options = ["--out", out, "--no-cache", "--quiet", "--stats-out", stats];
  if (!run("@vercel/ncc/dist/ncc/cli.js", "build", `lib/${name}.js`, ...options))
    return [`ncc could not bundle ${name}`];
  const packages = packagesIn(JSON.parse(readFileSync(stats, "utf8")));
  writeFileSync(join(out, "licenses.txt"), licencesOf(packages));

  const scripts = filesIn(out).filter((file) => file.endsWith(".js"));
  const size = scripts.reduce((sum, file) => sum + statSync(join(out, file)).size, 0);
  console.log(`${name}: ${size.toLocaleString("en")} of ${limit.toLocaleString("en")} bytes`);
  const problems = [...packages].filter((id) => forbidden?.test(id)).map((id) => `dist/${name} must not contain ${id}`);
  if (size > limit) problems.push(`dist/${name} is over its limit by ${(size - limit).toLocaleString("en")} bytes`);
  return problems;
}

function run(script: string, ...options: string[]): boolean {
  const { status, error } = spawnSync(process.execPath, [join(root, "node_modules", script), ...options], {
    cwd: root,
    stdio: "inherit",
  });
  if (error) throw error;
  return status === 0;
}

/** What is read of the statistics that ncc takes from webpack; the modules of one file stand in another that holds them. */
interface Module {
  readonly nameForCondition?: string | null;
  readonly modules?: readonly Module[];
}

function packagesIn({ nameForCondition, modules = [] }: Module): Set<string> {
  const own = packageOf(nameForCondition ?? "");
  return new Set([...(own === undefined ? [] : [own]), ...modules.flatMap((inner) => [...packagesIn(inner)])]);
}

function differences(name: string): string[] {
  const [made, committed] = [join(lib, "dist", name), join(dist, name)];
  const files = new Set([...filesIn(made), ...filesIn(committed)]);
  const different = [...files].filter((file) => textOf(join(made, file)) !== textOf(join(committed, file)));
  return different.map((file) => `dist/${name}/${file} is not what src/ gives: run \`npm run build\``);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function replace(name: string): void {
  rmSync(join(dist, name), { recursive: true, force: true });
  renameSync(join(lib, "dist", name), join(dist, name));
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
