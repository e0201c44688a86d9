/**
 * Breaks each comparison of src/rules/ and src/pod/ in turn and says which breaks no test notices. `npm run mutate [-- FILE…]`.
 * Works in copies below the system's temporary folder; the checkout is not touched.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";

interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

const root = dirname(import.meta.dirname);
/** The tests that must notice a break, by where it is; the first that fits. */
const guards: readonly (readonly [string, readonly string[]])[] = [
  ["src/rules/", ["test/rules.test.ts", "test/admission.test.ts", "test/fixes.test.ts", "test/workloads.test.ts"]],
  ["src/pod/validation/", ["test/validation.test.ts", "test/rules.test.ts"]],
  ["src/pod/unknown-fields.ts", ["test/validation.test.ts", "test/rules.test.ts"]],
  ["src/pod/decode.ts", ["test/decoding.test.ts", "test/validation.test.ts", "test/effective.test.ts"]],
  ["src/pod/built-in-kinds.ts", ["test/built-in-kinds.test.ts"]],
  ["src/pod/", ["test/effective.test.ts", "test/workloads.test.ts", "test/rules.test.ts", "test/admission.test.ts"]],
];

/** What is replaced by what, one place at a time. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/===/g, "!=="],
  [/!==/g, "==="],
  [/ <= /g, " < "],
  [/ >= /g, " > "],
  [/ < /g, " <= "],
  [/ > /g, " >= "],
  [/ && /g, " || "],
  [/ \|\| /g, " && "],
  [/\.some\(/g, ".every("],
  [/\.every\(/g, ".some("],
  [/!(?=[\w(])(?!==)/g, ""],
];

process.exitCode = await main(process.argv.slice(2));

async function main(chosen: readonly string[]): Promise<number> {
  const files = chosen.length > 0 ? chosen : ["src/rules", "src/pod"].flatMap(sources);
  const mutants = files.flatMap(mutantsOf);
  console.log(`${mutants.length} mutants in ${files.length} files`);
  // One queue for all: each worker takes what the others have left.
  const queue = mutants.values();
  const workers = Array.from({ length: availableParallelism() }, () => worker(queue));
  const survivors = (await Promise.all(workers)).flat();
  console.log(`${mutants.length} mutants, ${survivors.length} survived`);
  return 0;
}

function sources(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
}

function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(join(root, file), "utf8");
  return swaps.flatMap(([pattern, to]) =>
    [...source.matchAll(pattern)].flatMap((match) => {
      const at = match.index;
      const line = source.slice(0, at).split("\n").length;
      const shown = (source.split("\n")[line - 1] ?? "").trim();
      if (/^(\*|\/\/|\/\*|import )/.test(shown) || isInString(source, at)) return [];
      return [{ file, line, from: match[0], to, text: source.slice(0, at) + to + source.slice(at + match[0].length) }];
    }),
  );
}

/** Whether a place stands in a quoted text of its line. */
function isInString(source: string, at: number): boolean {
  const before = source.slice(source.lastIndexOf("\n", at) + 1, at).replace(/\$\{[^}]*\}/g, "");
  return ['"', "`"].some((quote) => before.split(quote).length % 2 === 0);
}

/** Takes mutants from the common queue until none is left; gives those that live. */
async function worker(queue: IterableIterator<Mutant>): Promise<Mutant[]> {
  const copy = mkdtempSync(join(tmpdir(), "secctx-mutants-"));
  for (const name of ["src", "test", "scripts", "package.json", "tsconfig.json", "vitest.config.ts", "examples"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const survivors: Mutant[] = [];
  for (const mutant of queue) {
    const original = readFileSync(join(copy, mutant.file), "utf8");
    writeFileSync(join(copy, mutant.file), mutant.text);
    if (await passes(copy, mutant.file)) {
      survivors.push(mutant);
      console.log(
        `${mutant.file}:${mutant.line}  ${mutant.from.trim()} → ${mutant.to.trim() || "(nothing)"}  ${original.split("\n")[mutant.line - 1]?.trim()}`,
      );
    }
    writeFileSync(join(copy, mutant.file), original);
  }
  rmSync(copy, { recursive: true, force: true });
  return survivors;
}

function passes(folder: string, file: string): Promise<boolean> {
  const tests = guards.find(([prefix]) => file.startsWith(prefix))?.[1] ?? [];
  const options = ["run", "--bail=1", "--reporter=dot", "--no-file-parallelism", ...tests];
  const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...options], {
    cwd: folder,
    stdio: "ignore",
    timeout: 60_000,
  });
  return new Promise((resolve) => child.on("exit", (status) => resolve(status === 0)));
}
