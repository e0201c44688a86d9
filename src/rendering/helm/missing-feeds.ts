import {
  type Document,
  type Fields,
  isEmpty,
  isFields,
  isList,
  locate,
  type Path,
  pointAt,
  type Range,
  startOfLine,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import type { ChartReading } from "./chart-reading.ts";
import { type Feed, findFeed, valueInForce } from "./feeds.ts";
import { pathsOf } from "./operands.ts";
import type { Frame, PlacedMark } from "./source-map.ts";
import type { Action, TemplateToken } from "./template-lexer.ts";
import { indentAt, printsKey } from "./template-lines.ts";
import { findInForce, findUnset } from "./values.ts";

/** What would bring what is missing; it is what stands, or would stand, at the first `depth` steps of the path. */
export interface MissingFeed extends Feed {
  readonly depth: number;
}

/** Which values are looked for: those that a file has, or those that the templates read and no file has. */
export type ValueKind = "written" | "unset";

const finders = { written: findInForce, unset: findUnset } as const;

/** The value that would bring what is missing below a path of the document: one that is written and empty, or one that is unset. */
export function findMissingFeed(
  document: Document,
  path: Path,
  depth: number,
  reading: ChartReading,
  kind: ValueKind,
): MissingFeed | undefined {
  const around = path.slice(0, depth);
  const { value: range, key } = locate(document, around);
  const region = { start: key?.start ?? range.start, end: endOfRegion(document.text, range) };
  const marks = reading.map.marksIn(region);
  const value = valueAt(document.value, around);
  if (key && (!isFields(value) || isEmpty(value))) {
    // `securityContext: {{ toYaml .Values.securityContext }}` that prints nothing, or `{}`.
    for (const mark of marks)
      if (mark.kind === "open" && mark.frame) {
        const feed = firstFeed(mark.order, mark.frame, reading, (each) => isEmpty(each) || each === null, kind);
        if (feed) return { ...feed, depth };
      }
  }
  const output = isFields(value) ? firstOutput(document, around, value, reading) : undefined;
  const whole = output && findFeed(document, around, output.frame, reading, output.value);
  if (whole) return { ...whole, depth };
  const column = isFields(value) ? columnOfKeys(document, around, value) : undefined;
  if (column === undefined) return undefined;
  const wanted = { key: String(path[depth]), column, isBlock: path.length - depth > 1 };
  const feeds = marks.flatMap((mark) => feedOfControl(mark, wanted, reading, kind) ?? []);
  // One that prints the key itself says more than one that prints whatever is in it.
  const feed = feeds.find(({ hasKey }) => hasKey) ?? feeds[0];
  return feed && { ...feed, depth: feed.hasKey ? depth + 1 : depth };
}

/** The list of the values that adds items to a list of the document, such as `extraVolumes`. */
export function findListFeed(document: Document, path: Path, reading: ChartReading): Feed | undefined {
  const list = valueAt(document.value, path);
  if (!isList(list) || list.length === 0) return undefined;
  const { value: range, key } = locate(document, path);
  const last = [...path, list.length - 1];
  const origin = reading.map.originAt(pointAt(document, last).start);
  const item = origin?.frame && !origin.literal ? findFeed(document, last, origin.frame, reading) : undefined;
  const steps = typeof item?.path.at(-1) === "number" ? item.path.slice(0, -1) : undefined;
  const value = steps && findInForce(reading.files, steps);
  if (item && value) return { ...item, value, path: steps };
  const column = indentAt(document.text, startOfLine(document.text, pointAt(document, last).start));
  const wanted = { key: undefined, column, isBlock: false };
  const region = { start: key?.start ?? range.start, end: endOfRegion(document.text, range) };
  const [feed] = reading.map.marksIn(region).flatMap((mark) => feedOfControl(mark, wanted, reading, "written") ?? []);
  return feed;
}

/** The first action that prints keys of a mapping, and what it prints. */
function firstOutput(document: Document, around: Path, value: Fields, { map }: ChartReading) {
  let frame: Frame | undefined;
  const printed = Object.entries(value).filter(([key]) => {
    const { key: range } = locate(document, [...around, key]);
    const origin = range && map.originAt(range.start);
    if (!origin || origin.literal || !origin.frame) return false;
    frame ??= origin.frame;
    return origin.frame === frame;
  });
  return frame && { frame, value: Object.fromEntries(printed) };
}

/** What follows a mapping up to the next line may still be its own: an action that prints nothing. */
function endOfRegion(text: string, { end }: Range): number {
  return text.slice(0, end).trimEnd().length;
}

function columnOfKeys(document: Document, around: Path, value: Fields): number | undefined {
  const [first] = Object.keys(value);
  const key = first === undefined ? undefined : locate(document, [...around, first]).key;
  return key && key.start - startOfLine(document.text, key.start);
}

function firstFeed(
  order: number,
  frame: Frame,
  reading: ChartReading,
  fits: (value: Value) => boolean,
  kind: ValueKind,
): Feed | undefined {
  for (const path of pathsOf(order, reading)) {
    const value = finders[kind](reading.files, path);
    if (value && path.length > 0 && fits(valueInForce(path, reading) ?? null)) return { value, path, frame };
  }
  return undefined;
}

/** What an arm is to print at a column: a key of a mapping, with a block below it or not, or an item of a list. */
interface WantedOutput {
  readonly key: string | undefined;
  readonly column: number;
  readonly isBlock: boolean;
}

/** The value that a condition waits for, whose arm would print what is wanted. */
function feedOfControl(
  mark: PlacedMark,
  { key, column, isBlock }: WantedOutput,
  reading: ChartReading,
  kind: ValueKind,
): (Feed & { readonly hasKey: boolean }) | undefined {
  const site = reading.sites[mark.site];
  const token = site?.token;
  if (mark.kind !== "control" || !site || token?.kind !== "action" || token.does === "range") return undefined;
  const next = reading.sites[reading.marks[mark.order + 1]?.site ?? -1];
  if (next && isInArm(next.token, token)) return undefined;
  const arm = (reading.tokens.get(site.template) ?? []).filter((each) => isInArm(each, token));
  const shift = shiftAt(mark, reading);
  const text = site.template.text;
  const lines = arm.flatMap(({ kind, range }) =>
    kind === "text" ? text.slice(startOfLine(text, range.start), range.end).split("\n") : [],
  );
  const hasKey = key !== undefined && printsKey(lines, key, column - shift);
  const printer = arm.find((each): each is Action => each.kind === "action" && each.does === "output");
  const indent = printer?.words.findIndex((each) => each.text === "nindent") ?? -1;
  const isWhole =
    indent !== -1 &&
    Number(printer?.words[indent + 1]?.text) + shift === column &&
    arm.every((each) => each.kind === "action" || text.slice(each.range.start, each.range.end).trim() === "");
  if (!hasKey && !isWhole) return undefined;
  // An unset value must be what is printed, and not only what is waited for.
  if (kind === "unset" && !printer?.words.some(({ text: word }) => word === "toYaml")) return undefined;
  const frame: Frame = { site: mark.site, order: mark.order, parent: mark.frame };
  const isFalse = (value: Value) => value === false || value === 0 || value === "";
  // What is printed as it is must be of the kind that is wanted.
  const isFit = (value: Value) =>
    value === null || (isEmpty(value) && (hasKey || isList(value) === (key === undefined)));
  const feed =
    (key === undefined ? undefined : firstFeed(mark.order, frame, reading, isFalse, kind)) ??
    firstFeed(mark.order, frame, reading, isFit, kind);
  if (!feed || (isWhole && !hasKey && isBlock && !/security/i.test(String(feed.path.at(-1))))) return undefined;
  return { ...feed, hasKey, ...(printer ? { printer } : {}) };
}

function isInArm(token: TemplateToken, control: Action): boolean {
  let inner: TemplateToken = token;
  while (inner.parent && inner.parent !== control) inner = inner.parent;
  return inner.parent === control && inner.arm === 0;
}

/** By how many columns the text around a mark was indented since it stood in its template. */
function shiftAt(placed: PlacedMark, { map, sites }: ChartReading): number {
  const mark = map.textNear(placed);
  const site = mark && sites[mark.site];
  if (!mark || !site) return 0;
  const source = site.template.text;
  return indentAt(map.text, startOfLine(map.text, mark.at)) - indentAt(source, startOfLine(source, site.offset));
}
