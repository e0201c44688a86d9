import { type Finding, type Mode, modes, type Result } from "../types.ts";
import { visible } from "./escape.ts";

const commandOf: Readonly<Record<Mode, string>> = { enforce: "error", warn: "warning", audit: "notice" };

/** The runner shows ten of a kind for each step; the last place is kept for the job's own message. */
const mostOfAKind = 9;

/** Findings as workflow commands (docs.github.com, "workflow commands"), and what did not fit as a line of its own. */
export function commands({ findings }: Pick<Result, "findings">): string {
  const lines = modes.flatMap((mode) => {
    const ofMode = findings.filter((finding) => finding.mode === mode && !finding.ignored);
    const rest = ofMode.length - mostOfAKind;
    return [
      ...ofMode.slice(0, mostOfAKind).map(command),
      ...(rest > 0 ? [`${rest} more of kind ${commandOf[mode]}: see the job summary.`] : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function command({ location, mode, rule, message }: Finding): string {
  const { start, end, file } = location;
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : "";
  const properties = `file=${property(file)},line=${start.line},endLine=${end.line}${columns},title=${property(rule.id)}`;
  return `::${commandOf[mode]} ${properties}::${data(visible(message))}`;
}

function data(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string): string {
  return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Untrusted text for a log line: nothing in it is read as a command, in the old form or the new. */
export function logSafe(value: string): string {
  return visible(value)
    .replaceAll("##[", "##\u200b[")
    .replace(/^(\s*)::/, "$1:\u200b:");
}
