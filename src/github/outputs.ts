import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { escapeLogLine } from "../report/workflow-commands.ts";
import type { Result } from "../review/result.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { writeWhole } from "../source/write.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** One line for the job's log; no text in it becomes a command. */
export function log(line: string): void {
  process.stdout.write(`${escapeLogLine(line)}\n`);
}

/** GitHub takes 1 MiB of summary a step; this leaves room for what is added. */
export const summaryLimit = 900_000;

/** Adds to the job summary, where the runner keeps one. */
export function writeSummary(env: Environment, markdown: string): void {
  append("job summary", env.GITHUB_STEP_SUMMARY, markdown);
}

/** That the runner's files can't be written is said, and changes no verdict. */
function append(what: string, path: string | undefined, content: string): void {
  try {
    if (path) appendFileSync(path, content);
  } catch (error) {
    log(`The ${what} could not be written: ${reasonOf(error)}.`);
  }
}

/** The outputs of action.yml, in the runner's file format: a delimiter that no value holds. */
export function writeOutputs(env: Environment, outputs: Readonly<Record<string, string | number>>): void {
  const values = Object.values(outputs).join("\n");
  let delimiter = "end";
  while (values.includes(delimiter)) delimiter += `-${delimiter.length}`;
  const entries = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  append("outputs", env.GITHUB_OUTPUT, entries.join(""));
}

/** Writes a report where the workflow wants it, seen from the workspace, and makes the folders that lead there. */
export async function writeReport(
  env: Environment,
  input: string,
  path: string,
  parts: AsyncIterable<string>,
): Promise<void> {
  const target = resolve(env.GITHUB_WORKSPACE ?? ".", path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    await writeWhole(target, parts);
  } catch (error) {
    throw new UsageError(`The input ${input} is ${JSON.stringify(path)}, which can't be written: ${reasonOf(error)}.`);
  }
}

/** GitHub takes 1 MB of outputs from a job, counted in UTF-16. */
const filesLimit = 400_000;

/** File names as JSON. What GitHub would not take is left out, and said. */
export function filesOutput(files: readonly string[]): string {
  let size = 2;
  const listed = files.filter((file) => {
    size += JSON.stringify(file).length + 1;
    return size <= filesLimit;
  });
  if (listed.length < files.length)
    log(`The output files names ${listed.length} of ${files.length} files: GitHub takes no more.`);
  return JSON.stringify(listed);
}

/** Findings for whoever reads the log, folded. */
export function logFindings({ findings }: Result): void {
  const open = findings.filter(({ ignored }) => !ignored);
  if (open.length === 0) return;
  process.stdout.write(`::group::${open.length} findings\n`);
  for (const { location, mode, rule, message } of open)
    log(`${location.file}:${location.start.line}:${location.start.column} ${mode} ${rule.id}: ${message}`);
  process.stdout.write("::endgroup::\n");
}
