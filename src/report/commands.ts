import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { type Annotation, annotationsFor, cut } from "./annotations.ts";
import { visible } from "./escape.ts";

const commandOf: Readonly<Record<Mode, string>> = { enforce: "error", warn: "warning", audit: "notice" };

/** The runner shows ten of a kind for each step; the last place is kept for the job's own message. */
const mostOfAKind = 9;
/** The runner cuts longer messages without a word. */
const longestMessage = 4096;

/** Findings as workflow commands (docs.github.com, "workflow commands"), and what did not fit as a line of its own. At most `most` of them. */
export function commands(
  { findings }: { readonly findings: readonly Finding[] },
  most: number = Number.POSITIVE_INFINITY,
): string {
  const annotations = annotationsFor(findings);
  const shown = annotations.slice(0, most);
  const lines = modes.flatMap((mode) => {
    const isOfMode = (annotation: Annotation) => annotation.mode === mode;
    const sent = shown.filter(isOfMode).slice(0, mostOfAKind);
    const rest = annotations.filter(isOfMode).length - sent.length;
    return [
      ...sent.map(command),
      ...(rest > 0 ? [`${rest} more of kind ${commandOf[mode]}: see the job summary.`] : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function command({ start, end, file, mode, title, message, hasColumns }: Annotation): string {
  const columns = hasColumns ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : "";
  const properties = `file=${property(visible(file))},line=${start.line},endLine=${end.line}${columns},title=${property(title)}`;
  return `::${commandOf[mode]} ${properties}::${data(cut(message, longestMessage))}`;
}

/** Text for the part of a workflow command behind its second `::`. */
export function data(value: string): string {
  return withoutOldCommands(value).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string): string {
  return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Untrusted text for a log line: nothing in it is read as a command, in the old form or the new. */
export function logSafe(value: string): string {
  return withoutOldCommands(visible(value)).replace(/^(\s*)::/, "$1:\u200b:");
}

/** The runner still looks for `##[command]` anywhere in a line. */
function withoutOldCommands(value: string): string {
  return value.replaceAll("##[", "##\u200b[");
}
