import { randomUUID } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { logSafe } from "../report/commands.ts";
import { json } from "../report/json.ts";
import type { Result } from "../types.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** One line for the job's log; no text in it becomes a command. */
export function log(line: string): void {
  process.stdout.write(`${logSafe(line)}\n`);
}

/** Adds to the job summary (at most 1 MiB a step), where the runner keeps one. */
export function writeSummary(env: Environment, markdown: string): void {
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, markdown);
}

/** The outputs of action.yml, in the runner's file format: a delimiter that no value can hold. */
export function writeOutputs(env: Environment, outputs: Readonly<Record<string, string | number>>): void {
  if (!env.GITHUB_OUTPUT) return;
  const delimiter = `end-${randomUUID()}`;
  const entries = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  appendFileSync(env.GITHUB_OUTPUT, entries.join(""));
}

/** Writes the JSON report, where the workflow wants it or among the job's temporary files; gives its path. */
export function writeReport(env: Environment, wanted: string | undefined, result: Result): string {
  const path = wanted ?? join(env.RUNNER_TEMP ?? ".", "secctx.json");
  writeFileSync(path, json(result));
  return path;
}
