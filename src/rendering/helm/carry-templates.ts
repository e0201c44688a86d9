import {
  applyPatches,
  type Document,
  endOfLine,
  isEmpty,
  isFields,
  locate,
  type Patch,
  type Path,
  patchValue,
  read,
  type Siblings,
  startOfLine,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import type { ChartReading } from "./chart-reading.ts";
import type { Site, Template } from "./marks.ts";
import type { Frame } from "./source-map.ts";
import { editFor, type TemplatePatch } from "./template-edits.ts";
import type { TemplateToken } from "./template-lexer.ts";
import { indentAt } from "./template-lines.ts";

/** The change of a template that is a patch of a rendered document, or a reason as a clause. */
export function carryToTemplate(document: Document, patch: Patch, reading: ChartReading): TemplatePatch | string {
  const { depth, exists } = locate(document, patch.path);
  const around = valueAt(document.value, patch.path.slice(0, depth));
  if (!exists && isFields(around) && !isEmpty(around)) {
    const place = findPlace(document, patch.path.slice(0, depth), around, amongOf(patch), reading);
    const { also: _, ...own } = patch;
    const key = String(patch.path[depth]);
    if (place && hasKeyBeside(place, key)) return `${key} stands there under a condition`;
    if (place) return { kind: "insertion", ...place, patch: { ...own, path: patch.path.slice(depth) } };
    const isBlock = document.text[locate(document, patch.path).value.start] !== "{";
    if (isBlock) return "no literal line of a template stands beside it";
  }
  return editFor(document, [patch], reading);
}

function amongOf(patch: Patch): Siblings {
  return (patch.op === "remove" ? undefined : patch.among) ?? {};
}

/** Whether the lines of a mapping around a place have a key, be it in an arm that is not in force. */
function hasKeyBeside(place: { template: Template; offset: number; column: number }, key: string): boolean {
  const { template, offset, column } = place;
  const { text } = template;
  const isBeyond = (line: string) => /^ *[^ {#\r]/.test(line) && indentAt(line, 0) < column;
  const isKey = (line: string) => line.startsWith(`${key}:`, column) && /^[ -]*$/.test(line.slice(0, column));
  const above = text.slice(0, startOfLine(text, offset)).split("\n").toReversed();
  const below = text.slice(startOfLine(text, offset)).split("\n");
  return [above, below].some((lines) => {
    const end = lines.findIndex(isBeyond);
    // The first line of an item has the dash of its list before it.
    return lines.slice(0, end === -1 ? lines.length : end + 1).some(isKey);
  });
}

interface Sibling {
  readonly key: string;
  readonly site: Site;
  readonly frame: Frame | undefined;
  /** Where the key stands in the template. */
  readonly offset: number;
  readonly column: number;
  /** Whether it starts an item of a list. */
  readonly isFirst: boolean;
  /** Whether its value ends on its line. */
  readonly isLine: boolean;
}

/** Where a new key goes into a mapping: beside a literal key, in the same arm of the same template. */
function findPlace(
  document: Document,
  around: Path,
  value: Value,
  { before = [], after = [] }: Siblings,
  reading: ChartReading,
) {
  const all = Object.keys(isFields(value) ? value : {}).flatMap((key) => siblingAt(document, around, key, reading));
  const depthOf = ({ site }: Sibling) => armsAround(site.token);
  const least = Math.min(...all.map(depthOf));
  const first = all.find((each) => depthOf(each) === least);
  if (!first) return undefined;
  const siblings = all.filter(
    ({ site, frame, column }) =>
      site.template === first.site.template &&
      frame === first.frame &&
      column === first.column &&
      site.token.parent === first.site.token.parent &&
      site.token.arm === first.site.token.arm,
  );
  const { text } = first.site.template;
  const placeAfter = (each: Sibling | undefined) => {
    if (each?.isLine) return { offset: endOfLine(text, each.offset), follows: true };
    const offset = each && endOfBlock(each, reading.tokens.get(each.site.template) ?? []);
    return offset === undefined ? undefined : { offset, follows: false };
  };
  const placeBefore = (each: Sibling | undefined) =>
    each && !each.isFirst ? { offset: startWithComments(text, each.offset), follows: false } : undefined;
  const next = siblings.find(({ key }) => before.includes(key));
  const index = siblings.findLastIndex(({ key }) => after.includes(key));
  const last = siblings[index === -1 ? siblings.length - 1 : index];
  const place =
    placeBefore(next) ??
    placeAfter(last) ??
    siblings
      .slice(index === -1 ? siblings.length : index + 1)
      .map(placeBefore)
      .find(Boolean) ??
    placeBefore(last) ??
    placeAfter(siblings.findLast(({ isLine }) => isLine)) ??
    siblings.map(placeBefore).find(Boolean);
  return place && { ...place, template: first.site.template, column: first.column };
}

function siblingAt(document: Document, around: Path, key: string, { map, tokens }: ChartReading): Sibling[] {
  const { key: range, value } = locate(document, [...around, key]);
  const origin = range && map.originAt(range.start);
  if (!range || !origin?.literal) return [];
  const { site, offset } = origin.literal;
  const { text } = site.template;
  const start = startOfLine(text, offset);
  const lead = text.slice(start, offset);
  const written = document.text.slice(range.start, range.end);
  if (!/^[ \t]*(?:- +)*$/.test(lead) || !text.startsWith(written, offset)) return [];
  const end = endOfLine(text, offset);
  const inLine = (tokens.get(site.template) ?? []).filter(
    (token) => token.range.end > offset && token.range.start < end,
  );
  const isLine =
    !document.text.slice(range.start, value.end).includes("\n") &&
    inLine.every(
      (token) =>
        token.parent === site.token.parent &&
        token.arm === site.token.arm &&
        (token.kind === "text" || (token.does === "output" && token.range.end <= end)),
    ) &&
    !/-\}\}[ \t]*$/.test(text.slice(offset, end));
  return [
    {
      key,
      site,
      frame: origin.frame,
      offset,
      column: offset - start,
      isFirst: lead.includes("-"),
      isLine,
    },
  ];
}

/** The start of the line behind all that a key holds, in the same arm; `undefined` where no line is there. */
function endOfBlock({ site, offset, column }: Sibling, tokens: readonly TemplateToken[]): number | undefined {
  const { text } = site.template;
  const { parent, arm } = site.token;
  let end: number | undefined;
  for (let line = text.indexOf("\n", offset) + 1; line > 0 && line < text.length; line = text.indexOf("\n", line) + 1) {
    const next = tokens.find(({ range }) => range.end > line);
    if (next?.parent === parent && next?.arm === arm) end = line;
    const written = text.slice(line, endOfLine(text, line));
    if (written.trim() === "" || /^\s*#/.test(written)) continue;
    const action = tokens.find(({ kind, range }) => kind === "action" && range.start === line + indentAt(written, 0));
    const does = action?.kind === "action" ? action.does : "text";
    if ((does === "end" || does === "else") && next?.parent === parent) return end;
    const words = action?.kind === "action" && does === "output" ? action.words : [];
    const indent = words.findIndex((word) => /^n?indent$/.test(word.text));
    const at = indent === -1 ? indentAt(written, 0) : Number(words[indent + 1]?.text);
    if ((does === "output" || does === "text") && (at < column || (at === column && !/^ *- /.test(written))))
      return end;
  }
  return text.endsWith("\n") && parent === undefined ? text.length : undefined;
}

function armsAround(token: TemplateToken): number {
  let count = 0;
  for (let at = token.parent; at; at = at.parent) count++;
  return count;
}

/** The start of a line, or of the comments right above it. */
function startWithComments(text: string, offset: number): number {
  let start = startOfLine(text, offset);
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** The lines that some insertions at one place add together. */
export function writeKeys(
  { template, column, follows }: TemplatePatch & { readonly kind: "insertion" },
  patches: readonly Patch[],
): string {
  const value = patches.reduce<Value>((all, patch) => patchValue(all, patch), {});
  const [empty] = read({ file: "", text: "_: 0\n" }).documents;
  const sets = Object.entries(isFields(value) ? value : {}).map(
    ([key, member]): Patch => ({ op: "set", path: [key], value: member }),
  );
  const written = empty && applyPatches(empty, sets);
  if (!written || "declined" in written) return "";
  const eol = template.text.includes("\r\n") ? "\r\n" : "\n";
  const lines = written.text.trimEnd().split("\n").slice(1);
  const indented = lines.map((line) => " ".repeat(column) + line);
  return follows ? indented.map((line) => eol + line).join("") : indented.map((line) => line + eol).join("");
}
