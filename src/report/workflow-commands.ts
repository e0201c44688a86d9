import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { type Annotation, buildAnnotations, truncate } from "./annotations.ts";
import { escapeControls } from "./escape.ts";

const commandNames: Readonly<Record<Mode, string>> = { enforce: "error", warn: "warning", audit: "notice" };

/** The runner shows ten annotations of each kind for a step. One place is kept for the job's own message. */
const mostPerMode = 9;
/** The runner silently cuts messages that are longer. */
const longestMessage = 4096;

/**
 * Renders findings as workflow commands (docs.github.com, "Workflow commands for GitHub Actions"), one line for each. A last line of each kind counts the
 * annotations that did not fit. At most `limit` annotations are shown.
 */
export function renderWorkflowCommands(
  { findings }: { readonly findings: readonly Finding[] },
  limit: number = Number.POSITIVE_INFINITY,
): string {
  const annotations = buildAnnotations(findings);
  const shown = annotations.slice(0, limit);
  const lines = modes.flatMap((mode) => {
    const isOfMode = (annotation: Annotation) => annotation.mode === mode;
    const sent = shown.filter(isOfMode).slice(0, mostPerMode);
    const rest = annotations.filter(isOfMode).length - sent.length;
    return [
      ...sent.map(formatCommand),
      ...(rest > 0 ? [`${rest} more of kind ${commandNames[mode]}: see the job summary.`] : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function formatCommand({ start, end, file, mode, title, message, hasColumns }: Annotation): string {
  const columns = hasColumns ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : "";
  const properties = `file=${escapeCommandProperty(escapeControls(file))},line=${start.line},endLine=${end.line}${columns},title=${escapeCommandProperty(title)}`;
  return `::${commandNames[mode]} ${properties}::${escapeCommandData(truncate(message, longestMessage))}`;
}

/** Escapes text for the part of a workflow command behind its second `::`. */
export function escapeCommandData(value: string): string {
  return breakOldCommands(value).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeCommandProperty(value: string): string {
  return escapeCommandData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Makes untrusted text safe for a line of the job's log: the runner takes nothing in it for a workflow command. */
export function escapeLogLine(value: string): string {
  return breakOldCommands(escapeControls(value)).replace(/^(\s*)::/, "$1:\u200b:");
}

/** The runner still obeys the old form, `##[command]`, anywhere in a line. */
function breakOldCommands(value: string): string {
  return value.replaceAll("##[", "##\u200b[");
}
