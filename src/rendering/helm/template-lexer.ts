import type { Range } from "../../yaml/index.ts";

/** A part of a Go template's text: what stands between actions, or one action with its braces. */
export type TemplateToken = TextRun | Action;

interface TextRun {
  readonly kind: "text";
  /** What is left of it when the actions beside it have trimmed it. */
  readonly range: Range;
  readonly parent: Action | undefined;
  readonly arm: number;
}

export interface Action {
  readonly kind: "action";
  readonly range: Range;
  /** `output` prints, `define`, `if`, `with`, `range` and `else` open an arm, `end` closes one, `assign` keeps a value, `silent` does nothing of these. */
  readonly does: "output" | "define" | "block" | "if" | "with" | "range" | "else" | "end" | "assign" | "silent";
  /** The action whose arms it stands in; for `else` and `end` the one whose arm they end. */
  readonly parent: Action | undefined;
  /** The number of `else` above it within that action. */
  readonly arm: number;
  readonly words: readonly ActionWord[];
}

/** A word of an action: what is called, compared, read or kept. */
export interface ActionWord {
  readonly kind: "name" | "string" | "field" | "mark";
  readonly text: string;
}

/** Where a chain of fields is read from, such as `$x.a.b`: its start (`.`, `$` or a variable), and the keys. */
export interface Operand {
  readonly base: string;
  readonly keys: readonly string[];
}

/** The tokens of a template; `undefined` where an action in it does not end: Helm says that better than we do. */
export function lexTemplate(text: string): TemplateToken[] | undefined {
  const tokens: TemplateToken[] = [];
  const open: { action: Action; arm: number }[] = [];
  let at = 0;
  let isTrimmed = false;
  while (at < text.length) {
    const found = text.indexOf("{{", at);
    const start = found === -1 ? text.length : found;
    const trims = start < text.length && /^\{\{-[ \t\r\n]/.test(text.slice(start, start + 4));
    const run = trimRun(text, { start: at, end: start }, isTrimmed, trims);
    const top = open.at(-1);
    const scope = { parent: top?.action, arm: top?.arm ?? 0 };
    if (run.start < run.end) tokens.push({ kind: "text", range: run, ...scope });
    if (start === text.length) break;
    const end = endOfAction(text, start + 2);
    if (end === undefined) return undefined;
    const inner = text.slice(start + (trims ? 3 : 2), end - 2);
    isTrimmed = /[ \t\r\n]-$/.test(inner);
    const words = wordsOf(isTrimmed ? inner.slice(0, -1) : inner);
    const does = purposeOf(words);
    const action: Action = { kind: "action", range: { start, end }, does, ...scope, words };
    tokens.push(action);
    if (does === "else" && top) top.arm++;
    else if (does === "end") open.pop();
    else if (opens.has(does)) open.push({ action, arm: 0 });
    at = end;
  }
  return open.length === 0 ? tokens : undefined;
}

const opens: ReadonlySet<string> = new Set(["define", "block", "if", "with", "range"]);

function trimRun(text: string, { start, end }: Range, left: boolean, right: boolean): Range {
  let [from, to] = [start, end];
  while (left && from < to && " \t\r\n".includes(text.charAt(from))) from++;
  while (right && from < to && " \t\r\n".includes(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The offset behind an action's braces. */
function endOfAction(text: string, from: number): number | undefined {
  if (/^(?:-[ \t\r\n]+)?\/\*/.test(text.slice(from, from + 200))) {
    const end = text.indexOf("*/", from);
    const close = end === -1 ? -1 : text.indexOf("}}", end);
    return close === -1 ? undefined : close + 2;
  }
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "}" && text[at + 1] === "}") return at + 2;
    if (char === "`") at = text.indexOf("`", at + 1);
    else if (char === '"' || char === "'")
      for (at++; at < text.length && text[at] !== char; at++) if (text[at] === "\\") at++;
    if (at === -1) return undefined;
  }
  return undefined;
}

const word = /"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'|[-+]?\d[\w.]*|[$.\p{L}_][\p{L}\p{N}_.$]*|:=|\S/gsu;

function wordsOf(inner: string): ActionWord[] {
  if (/^\s*\/\*/.test(inner)) return [];
  return (inner.match(word) ?? []).map((text): ActionWord => {
    const first = text.charAt(0);
    if (first === '"' || first === "`") return { kind: "string", text: text.slice(1, -1) };
    if (first === "." || first === "$") return { kind: "field", text };
    return { kind: /^[\p{L}_]/u.test(first) ? "name" : "mark", text };
  });
}

function purposeOf(words: readonly ActionWord[]): Action["does"] {
  const [first, second, third] = words;
  if (first === undefined) return "silent";
  if (first.kind === "name")
    switch (first.text) {
      case "define":
      case "block":
      case "if":
      case "with":
      case "range":
      case "else":
      case "end":
        return first.text;
      case "break":
      case "continue":
        return "silent";
    }
  const isAssigned = [second, third].some((each) => each?.kind === "mark" && /^:?=$/.test(each.text));
  return first.kind === "field" && first.text.startsWith("$") && isAssigned ? "assign" : "output";
}

/** The fields and variables that an action reads, in the order of its text. */
export function operandsOf({ words }: Action): Operand[] {
  const assigned = words.findIndex(({ kind, text }) => kind === "mark" && /^:?=$/.test(text));
  return words.flatMap(({ kind, text }, index) => {
    // `(…).name` is a field of something that has no name.
    if (kind !== "field" || index < assigned || (words[index - 1]?.text === ")" && text !== ".")) return [];
    const [base = "", ...keys] = text.split(".");
    const steps = keys.filter((key) => key !== "");
    return [{ base: base === "" ? "." : base, keys: steps }];
  });
}

/** The variables that an action sets. */
export function variablesOf({ words }: Action): string[] {
  const assigned = words.findIndex(({ kind, text }) => kind === "mark" && /^:?=$/.test(text));
  return words.slice(0, Math.max(0, assigned)).flatMap(({ kind, text }) => (kind === "field" ? [text] : []));
}
