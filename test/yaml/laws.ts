import fc from "fast-check";
import { commentsIn } from "../../src/yaml/comments.ts";
import { patchValue } from "../../src/yaml/edit/patch.ts";
import {
  applyPatch,
  type Document,
  isFields,
  isList,
  locate,
  type Patch,
  type Path,
  pointAt,
  sameValue,
  type Value,
} from "../../src/yaml/index.ts";
import { columnAt } from "../../src/yaml/position.ts";
import type { Node } from "../../src/yaml/tree.ts";
import { manifestOf, textAt } from "./documents.ts";
import { anyValue } from "./dress.ts";

/** Every path of a value, the value's own included. */
export function pathsIn(value: Value, path: Path = []): Path[] {
  if (isList(value)) return [path, ...value.flatMap((item, index) => pathsIn(item, [...path, index]))];
  if (isFields(value))
    return [path, ...Object.keys(value).flatMap((key) => pathsIn(value[key] as Value, [...path, key]))];
  return [path];
}

/** Says which place of a document is not one, or lies outside its parent; `undefined` if none does. */
export function brokenPlace(document: Document): string | undefined {
  for (const path of pathsIn(document.value)) {
    const marked = pointAt(document, path);
    const at = `${JSON.stringify(path)} at ${marked.start}–${marked.end}`;
    if (!locate(document, path).exists) return `${at}: does not exist`;
    if (marked.start >= marked.end || marked.end > document.text.length) return `${at}: pointed at nothing`;
    if (textAt(document, marked).includes("\n")) return `${at}: pointed at more than a line`;
  }
  return brokenNesting(document.tree as Node, document.range.start, document.range.end);
}

/** Says which range of a document does not hold what it should; `undefined` if all do. */
export function brokenRange(document: Document): string | undefined {
  const { text, value } = document;
  for (const path of pathsIn(value)) {
    const { value: range, key } = locate(document, path);
    const at = `${JSON.stringify(path)} at ${range.start}–${range.end}`;
    const name = { [String(path.at(-1))]: 0 };
    const written = textAt(document, range);
    // What the text leaves to others: an alias's anchor, an indent to count from, a tag before it.
    const isPart = written.includes("*") || /^[|>][+-]?\d/.test(written) || /!\S*\s*$/.test(text.slice(0, range.start));
    const means = written === "" ? null : valueOfText(" ".repeat(columnAt(text, range.start)) + written);
    if (key && !sameValue(valueOfText(`${textAt(document, key)}: 0`), name))
      return `${at}: its key is ${textAt(document, key)}`;
    if (!isPart && !sameValue(means, valueAt(value, path)))
      return `${at}: ${JSON.stringify(written)} means ${JSON.stringify(means)}`;
  }
  return brokenPlace(document);
}

function brokenNesting(node: Node, start: number, end: number): string | undefined {
  const { range } = node;
  if (range.start > range.end || range.start < start || range.end > end)
    return `${range.start}–${range.end} is not in ${start}–${end}`;
  if (node.kind === "sequence")
    return node.items.map((item) => brokenNesting(item, range.start, range.end)).find(Boolean);
  if (node.kind !== "mapping") return undefined;
  for (const { keyRange, node: value } of node.entries) {
    const broken = keyRange.start > keyRange.end || keyRange.start < range.start || keyRange.end > value.range.start;
    const found = broken
      ? `key ${keyRange.start}–${keyRange.end} of ${value.range.start}`
      : brokenNesting(value, range.start, range.end);
    if (found) return found;
  }
  return undefined;
}

function valueOfText(text: string): Value | undefined {
  const { documents, problems } = manifestOf(`${text}\n`);
  return problems.length === 0 ? (documents[0]?.value ?? null) : undefined;
}

function valueAt(value: Value, path: Path): Value | undefined {
  return path.reduce<Value | undefined>(
    (each, step) => (isList(each) ? each[Number(step)] : isFields(each) ? each[step] : undefined),
    value,
  );
}

/** A patch for any value: at one of its paths, or below it. */
export const anyPatch: fc.Arbitrary<(value: Value) => Patch> = fc
  .record({
    op: fc.constantFrom("set", "append", "remove"),
    at: fc.nat(),
    below: fc.array(fc.constantFrom("securityContext", "new", "add", "name", "it's", "__proto__", "toString", 0), {
      maxLength: 3,
    }),
    isBelow: fc.boolean(),
    value: anyValue,
    among: fc.option(
      fc.record({
        before: fc.array(fc.constantFrom("name", "a", "b", "drop"), { maxLength: 2 }),
        after: fc.array(fc.constantFrom("spec", "a", "c-d"), { maxLength: 2 }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ op, at, below, isBelow, value, among }) => (document: Value): Patch => {
    const paths = pathsIn(document).slice(1);
    const path = [...(paths[at % Math.max(1, paths.length)] ?? []), ...(isBelow && op !== "remove" ? below : [])];
    return op === "remove" ? { op, path } : ({ op, path, value, ...(among && { among }) } as Patch);
  });

/** Says which law a patch breaks; `undefined` if none. A refusal breaks none, if it says why. */
export function brokenLaw(
  document: Document,
  patch: Patch,
  comments: readonly string[] = commentsIn(document, document.range),
): string | undefined {
  const after = applyPatch(document, patch);
  const said = JSON.stringify(patch);
  if ("declined" in after) return after.declined ? undefined : `${said}: no reason`;
  const { text, range } = document;
  const written = `${said} wrote\n${after.text}`;
  if (!sameValue(after.value, patchValue(document.value, patch))) return `${written}\nwith another meaning`;
  const [again] = manifestOf(after.text).documents.filter(({ index }) => index === document.index);
  if (!again || !sameValue(again.value, after.value)) return `${written}\nwhich is read another way`;
  const lost = comments.filter((comment) => !after.text.includes(comment));
  if (lost.length > 0) return `${written}\nwithout ${lost.join()}`;
  if (!after.text.startsWith(text.slice(0, range.start)) || !after.text.endsWith(text.slice(range.end)))
    return `${written}\nbeyond its document`;
  if (adds(document, patch) && !/^(\s|,|#.*)*$/.test(removedFrom(text, after.text)))
    return `${written}\nwithout ${removedFrom(text, after.text)}`;
  if (text.includes("\r\n") && !/[^\r]\n/.test(text) && /[^\r]\n/.test(after.text))
    return `${written}\nwith mixed line breaks`;
  if (patch.op !== "set") return undefined;
  const twice = applyPatch(after, patch);
  return "declined" in twice || twice.text !== after.text ? `${written}\nand again something else` : undefined;
}

/** Whether a patch only adds to what is there: then nothing goes. */
function adds({ value }: Document, { op, path }: Patch): boolean {
  const before = valueAt(value, path);
  if (op === "append") return isList(before) && before.length > 0;
  const parent = valueAt(value, path.slice(0, -1));
  return (
    op === "set" && isFields(parent) && Object.keys(parent).length > 0 && !Object.hasOwn(parent, path.at(-1) ?? "")
  );
}

function removedFrom(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return before.slice(start, before.length - end);
}
