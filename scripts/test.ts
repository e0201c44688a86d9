/** Runs every check, also after one has failed, and says at the end how many passed. Arguments go to Vitest. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { gate, lineOf } from "../bench/gate.ts";

interface Outcome {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

interface Step {
  readonly name: string;
  readonly run: () => Outcome;
}

const root = dirname(import.meta.dirname);
// Biome and Vitest colour also what goes to a file or a pipe.
const plain = !process.stdout.isTTY;
const colours = plain ? "--colors=off" : "--colors=force";
const nothing: Outcome = { passed: 0, failed: [], skipped: [] };
const passes: Outcome = { ...nothing, passed: 1 };

process.exitCode = main(process.argv.slice(2));

function main(vitestOptions: readonly string[]): number {
  const steps: Step[] = [
    command("types", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"),
    command("types of pages", "node_modules/typescript/bin/tsc", "-p", "src/page/tsconfig.json"),
    command("their tests'", "node_modules/typescript/bin/tsc", "-p", "test/browser/tsconfig.json"),
    command("lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", colours),
    { name: "tests", run: () => tests(vitestOptions) },
    command("README", "scripts/docs.ts", "--check"),
    command("rule pages", "scripts/rule-pages.ts", "--check"),
    command("schemas", "scripts/schemas.ts", "--check"),
    command("dist", "scripts/build.ts", "--check"),
    command("pages", "scripts/pages.ts", "--check"),
    { name: "speed", run: speed },
  ];
  const rows: string[] = [];
  const outcomes = steps.map(({ name, run }) => {
    console.log(`\n── ${name} ${"─".repeat(76 - name.length)}`);
    const start = performance.now();
    const outcome = run();
    const counts = [outcome.passed, outcome.failed.length, outcome.skipped.length];
    const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    rows.push([name.padEnd(16), ...[...counts, seconds].map((cell) => String(cell).padStart(8))].join(""));
    return outcome;
  });

  const failed = outcomes.flatMap((outcome) => outcome.failed);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  console.log(`\n${"".padEnd(16)}  passed  failed skipped    time`);
  for (const row of rows) console.log(row);
  list("SKIPPED", skipped);
  list("FAILED", failed);
  console.log(`\n${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  return failed.length === 0 ? 0 : 1;
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${[`${title} (${lines.length})`, ...lines].join("\n  ")}`);
}

function command(name: string, script: string, ...options: string[]): Step {
  return {
    name,
    run: () => (node(script, options) === 0 ? passes : { ...nothing, failed: [name] }),
  };
}

function node(script: string, options: readonly string[]): number | null {
  return spawnSync(process.execPath, [script, ...options], { cwd: root, stdio: "inherit" }).status;
}

/** Of what users wait for: no row of it may cost a fifth more than is committed. */
function speed(): Outcome {
  try {
    const measured = gate();
    if ("skipped" in measured) return { ...nothing, skipped: [`speed: ${measured.skipped}`] };
    const { standings } = measured;
    for (const standing of standings) console.log(lineOf(standing));
    const failed = standings.filter(({ isMet }) => !isMet).map((standing) => `speed: ${lineOf(standing)}`);
    return { ...nothing, passed: standings.length - failed.length, failed };
  } catch (error) {
    return { ...nothing, failed: [`speed: ${error}`] };
  }
}

/** What is read of the report that Vitest writes; its format is Jest's. */
interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly meta: { readonly reason?: string };
    }[];
  }[];
}

function tests(options: readonly string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "secctx-test-"));
  try {
    const report = join(folder, "report.json");
    // A snapshot that is not there, or an `only` left behind, would let a test pass that checks nothing.
    const strict = ["--update=none", "--allowOnly=false"];
    const reporters = ["default", "./scripts/test.reasons.ts", "json"].map((reporter) => `--reporter=${reporter}`);
    const output = [...reporters, `--outputFile.json=${report}`, ...(plain ? ["--no-color"] : [])];
    const status = node("node_modules/vitest/vitest.mjs", ["run", ...strict, ...output, ...options]);
    const outcome = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : nothing;
    if (outcome.failed.length > 0) return outcome;
    if (status !== 0) return { ...outcome, failed: [`vitest ended with ${status ?? "a signal"}`] };
    return outcome.passed === 0 ? { ...outcome, failed: ["no test has run"] } : outcome;
  } catch (error) {
    return { ...nothing, failed: [`the report of vitest is unreadable: ${error}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count({ testResults }: TestReport): Outcome {
  let passed = 0;
  const failed: string[] = [];
  const skipped: string[] = [];
  for (const file of testResults) {
    const path = relative(root, file.name);
    const failedBefore = failed.length;
    for (const { ancestorTitles, title, status, meta } of file.assertionResults) {
      const test = [path, ...ancestorTitles.filter(Boolean), title].join(" > ");
      if (status === "passed") passed++;
      else if (status === "failed") failed.push(test);
      else skipped.push(`${test}: ${meta.reason ?? (status === "todo" ? "to do" : "no reason given")}`);
    }
    // A file that can't be imported, or whose set-up fails, has no failed test.
    if (file.status === "failed" && failed.length === failedBefore)
      failed.push(`${path}: ${file.message.split("\n", 1)[0]}`);
  }
  return { passed, failed, skipped };
}
