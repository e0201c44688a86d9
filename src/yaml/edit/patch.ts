import type { Path } from "../path.ts";
import type { Range } from "../position.ts";
import { type Fields, isFields, isList, type Value } from "../value.ts";

/** A change at a path, without text: only `yaml/` turns it into a splice. */
export type Patch =
  /** Write `value` at `path`, making the mappings that lead there. */
  (
    | { readonly op: "set"; readonly path: Path; readonly value: Value; readonly among?: Siblings }
    /** Add `value` to the end of the list at `path`, making the list if there is none. */
    | { readonly op: "append"; readonly path: Path; readonly value: Value; readonly among?: Siblings }
    /** Take away what stands at `path`. What of it stands elsewhere by then takes its comments along, the inner ones first. */
    | { readonly op: "remove"; readonly path: Path; readonly moved?: readonly Moved[] }
  ) & {
    /** Where else the same text is read, by aliases: the change is meant there too. */
    readonly also?: readonly Path[];
  };

/** A value that stands at other places now. */
export interface Moved {
  readonly from: Path;
  readonly to: readonly Path[];
}

/** Where a new key belongs among the keys that are there: before the first of `before`, else after the last of `after`, else last. */
export interface Siblings {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A change of text: `text` replaces `range`. */
export interface Splice {
  readonly range: Range;
  readonly text: string;
}

/** What a patch makes of a value: what its splice must make of the text. */
export function patchValue(value: Value, patch: Patch): Value {
  return [patch.path, ...(patch.also ?? [])].reduce((each, path) => patchAt(each, path, patch), value);
}

/** What patches make of a value together: each path counts from the value as it is, whatever the others take away. */
export function patchTogether(value: Value, patches: readonly Patch[]): Value {
  return orderPatches(patches).reduce(patchValue, value);
}

/**
 * Patches whose paths count from the same value, in an order in which they can be made one after the other: keys are removed first, then values are written,
 * and items leave their lists last, from the end. What several ask for is there once.
 */
export function orderPatches(patches: readonly Patch[]): Patch[] {
  const distinct = [...new Map(patches.map((patch) => [JSON.stringify(patch), patch])).values()];
  const isItem = ({ op, path }: Patch) => op === "remove" && typeof path.at(-1) === "number";
  return [
    ...distinct.filter((patch) => patch.op === "remove" && !isItem(patch)),
    ...distinct.filter(({ op }) => op !== "remove"),
    ...distinct.filter(isItem).toSorted((a, b) => comparePaths(b.path, a.path)),
  ];
}

/** Orders paths as their places in a value: what is in something comes after it. */
function comparePaths(a: Path, b: Path): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  const [step, other] = [a[at], b[at]];
  if (at === -1 || other === undefined) return a.length - b.length;
  return step !== undefined && step < other ? -1 : 1;
}

function patchAt(value: Value | undefined, [step, ...rest]: Path, patch: Patch): Value {
  if (step === undefined) {
    if (patch.op === "append") return [...(isList(value) ? value : []), patch.value];
    return patch.op === "set" ? patch.value : null;
  }
  const isRemoved = patch.op === "remove" && rest.length === 0;
  if (typeof step === "number") {
    const items = isList(value) ? value : [];
    return items.toSpliced(step, 1, ...(isRemoved ? [] : [patchAt(items[step], rest, patch)]));
  }
  const fields: Fields = isFields(value) ? value : {};
  if (isRemoved) return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
  // A key may have the name of something that every object inherits.
  const member = Object.hasOwn(fields, step) ? fields[step] : undefined;
  return { ...fields, [step]: patchAt(member, rest, patch) };
}
