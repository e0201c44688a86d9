import { refuse } from "../refusals.ts";
import { type Cursor, isGap, peek, take, takeRestOfLine } from "./cursor.ts";

/** What `%TAG` lines say: the beginning of a tag that each handle stands for. */
export type Handles = Map<string, string>;

/** A tag as it is written. */
export interface WrittenTag {
  /** `!`, `!!` or `!name!`; empty for one in `!<…>` and for a lone `!`. */
  readonly handle: string;
  readonly suffix: string;
}

const handle = /![\w-]*!?/y;
const uri = /[\w;/?:@&=+$,.!~*'()[\]%-]*/y;

/** Moves past a tag (go-yaml scannerc.go, `yaml_parser_scan_tag`). */
export function takeTag(cursor: Cursor): WrittenTag {
  const start = cursor.at;
  const tag = peek(cursor, 1) === "<" ? takeVerbatim(cursor, start) : takeShorthand(cursor, start);
  if (!isGap(peek(cursor))) throw refuse("did not find expected whitespace or line break", start);
  return tag;
}

function takeVerbatim(cursor: Cursor, start: number): WrittenTag {
  cursor.at += 2;
  const suffix = unescapeUri(take(cursor, uri), start);
  if (suffix === "") throw refuse("did not find expected tag URI", start);
  if (peek(cursor) !== ">") throw refuse("did not find the expected '>'", start);
  cursor.at++;
  return { handle: "", suffix };
}

function takeShorthand(cursor: Cursor, start: number): WrittenTag {
  const first = take(cursor, handle);
  const rest = unescapeUri(take(cursor, uri), start);
  if (first.length > 1 && first.endsWith("!")) {
    if (rest === "") throw refuse("did not find expected tag URI", start);
    return { handle: first, suffix: rest };
  }
  const suffix = first.slice(1) + rest;
  return suffix === "" ? { handle: "", suffix: "!" } : { handle: "!", suffix };
}

function unescapeUri(text: string, start: number): string {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    throw refuse("did not find URI escaped octet", start);
  }
}

/** The tag that is meant, such as `tag:yaml.org,2002:str` (go-yaml parserc.go, `yaml_parser_parse_node`). */
export function resolveTag({ handle, suffix }: WrittenTag, handles: Handles, start: number): string {
  if (handle === "") return suffix;
  const prefix = handles.get(handle) ?? defaultHandles.get(handle);
  if (prefix === undefined || prefix + suffix === "") throw refuse("found undefined tag handle", start);
  return prefix + suffix;
}

const defaultHandles: ReadonlyMap<string, string> = new Map([
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
]);

/** A line that starts with `%`. */
export type Directive =
  | { readonly name: "YAML"; readonly version: string }
  | { readonly name: "TAG"; readonly handle: string; readonly prefix: string };

const letters = /[\w-]*/y;
const blanks = /[ \t]*/y;
const digits = /[0-9]*/y;

/** Moves past a directive and its line (go-yaml scannerc.go, `yaml_parser_scan_directive`). */
export function takeDirective(cursor: Cursor): Directive {
  const start = cursor.at;
  cursor.at++;
  const name = take(cursor, letters);
  if (name === "") throw refuse("could not find expected directive name", start);
  if (!isGap(peek(cursor))) throw refuse("found unexpected non-alphabetical character", start);
  if (name !== "YAML" && name !== "TAG") throw refuse("found unknown directive name", start);
  take(cursor, blanks);
  const directive = name === "YAML" ? takeVersion(cursor, start) : takeHandle(cursor, start);
  takeRestOfLine(cursor, start);
  return directive;
}

function takeVersion(cursor: Cursor, start: number): Directive {
  const major = takeNumber(cursor, start);
  if (peek(cursor) !== ".") throw refuse("did not find expected digit or '.' character", start);
  cursor.at++;
  return { name: "YAML", version: `${major}.${takeNumber(cursor, start)}` };
}

function takeNumber(cursor: Cursor, start: number): number {
  const number = take(cursor, digits);
  if (number.length > 2) throw refuse("found extremely long version number", start);
  if (number === "") throw refuse("did not find expected version number", start);
  return Number(number);
}

function takeHandle(cursor: Cursor, start: number): Directive {
  const name = take(cursor, handle);
  if (name === "" || (name !== "!" && !name.endsWith("!"))) throw refuse("did not find expected '!'", start);
  if (take(cursor, blanks) === "") throw refuse("did not find expected whitespace", start);
  const prefix = unescapeUri(take(cursor, uri), start);
  if (prefix === "") throw refuse("did not find expected tag URI", start);
  if (!isGap(peek(cursor))) throw refuse("did not find expected whitespace or line break", start);
  return { name: "TAG", handle: name, prefix };
}
