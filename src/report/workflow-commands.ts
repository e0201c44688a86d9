import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { type Annotation, buildAnnotations, lastColumnOf, truncate } from "./annotations.ts";
import { breakOldCommands, escapeControls } from "./escape.ts";
import { formatCount } from "./words.ts";

const commandNames: Readonly<Record<Mode, CommandName>> = { enforce: "error", warn: "warning", audit: "notice" };

/** The runner shows ten annotations of each kind for a step. One place is kept for the job's own message. */
const mostPerMode = 9;
/** The runner silently cuts messages that are longer. */
const longestMessage = 4096;

export type CommandName = "error" | "warning" | "notice";

/** The annotations that one workflow command carries, with texts that the runner keeps whole and takes for nothing else. */
export interface CommandAnnotations {
  readonly command: CommandName;
  readonly annotations: readonly Annotation[];
  /** A line that counts the annotations that did not fit. */
  readonly omission: string | undefined;
}

/** Selects the annotations that the runner shows of a step, at most `limit`, by their commands. */
export function selectAnnotations(findings: readonly Finding[], limit: number): CommandAnnotations[] {
  const all = buildAnnotations(findings);
  const wanted = all.slice(0, limit);
  return modes.map((mode) => {
    const command = commandNames[mode];
    const isOfMode = (annotation: Annotation) => annotation.mode === mode;
    const annotations = wanted.filter(isOfMode).slice(0, mostPerMode).map(disarmTexts);
    const left = all.filter(isOfMode).length - annotations.length;
    const omission = left > 0 ? `${formatCount(left, `more ${command}`)}: see the job summary.` : undefined;
    return { command, annotations, omission };
  });
}

function disarmTexts(annotation: Annotation): Annotation {
  const { file, title, message } = annotation;
  return {
    ...annotation,
    file: breakOldCommands(escapeControls(file)),
    title: breakOldCommands(title),
    message: breakOldCommands(truncate(message, longestMessage)),
  };
}

/** Renders findings as workflow commands (docs.github.com, "Workflow commands for GitHub Actions"), one line for each. */
export function renderWorkflowCommands({ findings }: { readonly findings: readonly Finding[] }): string {
  const lines = selectAnnotations(findings, Number.POSITIVE_INFINITY).flatMap(({ command, annotations, omission }) => [
    ...annotations.map((annotation) => formatCommand(command, annotation)),
    ...(omission === undefined ? [] : [omission]),
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

function formatCommand(command: CommandName, annotation: Annotation): string {
  const { start, end, file, title, message, hasColumns } = annotation;
  const columns = hasColumns ? `,col=${start.column},endColumn=${lastColumnOf(annotation)}` : "";
  const properties = `file=${escapeProperty(file)},line=${start.line},endLine=${end.line}${columns},title=${escapeProperty(title)}`;
  return `::${command} ${properties}::${escapeMessage(message)}`;
}

/** Escapes text for the part of a workflow command behind its second `::`. */
function escapeMessage(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value: string): string {
  return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
