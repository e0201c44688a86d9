import * as core from "@actions/core";
import { type Annotation, lastColumnOf } from "../report/annotations.ts";
import { breakOldCommands, escapeLine } from "../report/escape.ts";
import type { CommandName } from "../report/workflow-commands.ts";
import { reasonOf, UsageError } from "../source/errors.ts";

/** What the job summary takes: GitHub allows 1 MiB for each step, and this leaves room for what is added. Bytes. */
export const summaryLimit = 900_000;

/** An input's text; `undefined` if the workflow does not set it. */
export function readInput(name: string): string | undefined {
  return core.getInput(name) || undefined;
}

/** An input's lines without the empty ones; `undefined` if the workflow does not set it. */
export function readInputLines(name: string): string[] | undefined {
  const lines = core.getMultilineInput(name).filter((line) => line !== "");
  return lines.length > 0 ? lines : undefined;
}

/** An input that is `true` or `false`; `undefined` if the workflow does not set it. Throws a UsageError for anything else, which also lists other words. */
export function readBooleanInput(name: string, others: readonly string[] = []): boolean | undefined {
  const text = readInput(name);
  if (text === undefined) return undefined;
  try {
    return core.getBooleanInput(name);
  } catch {
    throw wrongInput(name, text, `one of ${["true", "false", ...others].join(", ")}`);
  }
}

/** The error for an input whose value is not allowed. */
export function wrongInput(name: string, value: string, allowed: string): UsageError {
  return new UsageError(`The input ${name} is ${JSON.stringify(value)}: use ${allowed}.`);
}

/** Makes the runner replace a secret by `***` in every later line of the log. */
export function maskSecret(secret: string): void {
  core.setSecret(secret);
}

/** Writes one line to the job's log. Nothing in it becomes a command. */
export function log(line: string): void {
  core.info(escapeLine(line));
}

/** Writes lines to the job's log, folded under a title. */
export function logGroup(title: string, lines: readonly string[]): void {
  core.startGroup(escapeLine(title));
  for (const line of lines) log(line);
  core.endGroup();
}

/** Writes text that the log shows only while the workflow is being debugged. */
export function logDebug(text: string): void {
  core.debug(breakOldCommands(text));
}

/** Puts an annotation on the lines of a file by a workflow command. */
export function annotateLines(command: CommandName, annotation: Annotation): void {
  const { file, title, message, start, end, hasColumns } = annotation;
  const columns = hasColumns ? { startColumn: start.column, endColumn: lastColumnOf(annotation) } : {};
  const annotate = { error: core.error, warning: core.warning, notice: core.notice }[command];
  annotate(message, { file, title, startLine: start.line, endLine: end.line, ...columns });
}

/** Puts an error on the run as a whole. */
export function annotateRun(message: string): void {
  core.error(message, { title: "secctx" });
}

/** Adds Markdown to the job summary. A summary that can't be written is mentioned in the log, and changes nothing else. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown).write();
  } catch (error) {
    log(`The job summary could not be written: ${reasonOf(error).replace(/\.$/, "")}.`);
  }
}

/** Sets outputs of action.yml. Outputs that can't be written are mentioned in the log, and change nothing else. */
export function setOutputs(outputs: Readonly<Record<string, string | number>>): void {
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  } catch (error) {
    log(`The outputs could not be written: ${reasonOf(error)}.`);
  }
}
