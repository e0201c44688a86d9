import { formatField } from "../pod/index.ts";
import { type Problem, sourcePlaceOf } from "../yaml/index.ts";
import type { Subject } from "./subjects.ts";

/** The note on what nobody knows of a document before a tool fills it in: one for all that rules judge. */
export function noteUnknownValues(subjects: readonly Subject[]): Problem[] {
  const unknown = subjects.flatMap((subject) => subject.unknown.map(({ at }) => ({ subject, at })));
  const [first] = unknown;
  if (!first) return [];
  const { document } = first.subject;
  const names = [...new Set(unknown.map(({ subject, at }) => formatField(subject, at)))];
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  const message =
    `Not known before a tool fills it in, and neither refused nor passed: ${shown.join(", ")}. ` +
    `Give a default, as in \${NAME:=1000}, to have that judged, or review what the tool makes.`;
  const { file, start } = sourcePlaceOf(document, first.at).location;
  return [{ severity: "note", file, line: start.line, message }];
}

/** How many fields the note names. */
const most = 20;
