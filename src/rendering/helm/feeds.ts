import {
  type Document,
  isEmpty,
  isFields,
  isList,
  type Path,
  sameValue,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import type { ChartReading } from "./chart-reading.ts";
import { pathsOf } from "./operands.ts";
import type { Frame, SourceOrigin } from "./source-map.ts";
import type { Action } from "./template-lexer.ts";
import { findInForce, type PlacedValue } from "./values.ts";

/** A value that feeds a place of a rendered document, and the mark of the action that prints it. */
export interface Feed {
  readonly value: PlacedValue;
  readonly path: Path;
  readonly frame: Frame;
  /** The action that prints it, where it is not the frame's. */
  readonly printer?: Action;
}

/** The value that an action's output at a path of the document comes from. */
export function findFeed(
  document: Document,
  path: Path,
  frame: Frame,
  reading: ChartReading,
  rendered = valueAt(document.value, path),
): Feed | undefined {
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    const found: Feed[] = [];
    for (const start of pathsOf(at.order, reading)) {
      const steps = followTail(document, path, start, reading.values.value, rendered);
      const value = steps && findInForce(reading.files, steps);
      if (value && isInForce(value, steps, reading)) found.push({ value, path: steps, frame: at });
    }
    const [first] = found;
    // Of several values that look the same nobody can say which it is.
    if (
      first &&
      found.every(
        ({ path: other }) =>
          sameValue(other, first.path) ||
          !sameValue(valueInForce(other, reading), valueInForce(first.path, reading)) ||
          other.length > first.path.length,
      )
    )
      return first;
    if (first) return undefined;
  }
  return onlyValue(frame, reading);
}

/** What the templates read at a path of the values. */
export function valueInForce(path: Path, { values }: ChartReading): Value | undefined {
  return valueAt(values.value, path);
}

/** Whether the file says what the templates read: they can change values too. */
function isInForce({ file, document, path }: PlacedValue, inForce: Path, reading: ChartReading): boolean {
  const [written, read] = [valueAt(document.value, path), valueInForce(inForce, reading)];
  if (file.isText) return typeof read !== "object" && String(written) === String(read);
  return isFields(written) || isFields(read) || sameValue(written ?? null, read ?? null);
}

/** The path in the values that has what stands at a path of the document: a start, and as few of the path's last steps as lead to the same. */
function followTail(
  document: Document,
  path: Path,
  start: Path,
  values: Value,
  rendered: Value | undefined,
): Path | undefined {
  for (let from = path.length; from >= 0; from--) {
    let steps = start;
    let value = valueAt(values, start);
    for (let at = from; at < path.length && value !== undefined; at++) {
      const step = path[at] ?? 0;
      const index =
        typeof step === "number" ? findItem(value, valueAt(document.value, path.slice(0, at + 1)), step) : step;
      steps = [...steps, index];
      value = valueAt(value, [index]);
    }
    if (value !== undefined && isSame(value, rendered, from < path.length)) return steps;
    if (isList(value) && from === path.length && !isList(rendered)) {
      const index = value.findIndex((item) => isSame(item, rendered, false));
      if (index !== -1) return [...steps, index];
    }
  }
  return undefined;
}

/** Whether a value prints as the rendered one. Templates may leave out keys of a mapping. */
function isSame(value: Value, rendered: Value | undefined, isByName: boolean): boolean {
  if (rendered === undefined) return false;
  if (isFields(value) && isFields(rendered))
    return (
      Object.keys(rendered).every((key) => sameValue(value[key], rendered[key])) &&
      (isByName || !isEmpty(rendered) || isEmpty(value))
    );
  if (sameValue(value, rendered)) return value !== null;
  return typeof value !== "object" && typeof rendered !== "object" && String(value) === String(rendered);
}

/** Where an item of the document stands in a list of the values: other items may stand before it. */
function findItem(list: Value, item: Value | undefined, index: number): number {
  if (!isList(list)) return index;
  const same = list.findIndex((each) => sameValue(each, item));
  if (same !== -1) return same;
  const name = isFields(item) ? item.name : undefined;
  const named = name === undefined ? -1 : list.findIndex((each) => isFields(each) && sameValue(each.name, name));
  return named === -1 ? index : named;
}

/** The one value that an action reads, such as `{{ .Values.name | quote }}` or `{{ tpl .Values.extra . }}`. */
function onlyValue(frame: Frame, reading: ChartReading): Feed | undefined {
  const site = reading.sites[frame.site];
  const token = site?.token;
  if (
    token?.kind !== "action" ||
    token.words.some(
      ({ kind, text }) => kind === "name" && /^(?:include|template|default|coalesce|ternary)$/.test(text),
    )
  )
    return undefined;
  const paths = pathsOf(frame.order, reading).filter((path) => path.length > 0);
  const [path] = paths;
  if (!path || paths.some((other) => !sameValue(other, path))) return undefined;
  const written = valueInForce(path, reading);
  const value = findInForce(reading.files, path);
  const isScalar = written !== undefined && written !== null && typeof written !== "object";
  return value && isScalar && isInForce(value, path, reading) ? { value, path, frame } : undefined;
}

/** The value that a condition around a literal waits for: the literal is printed because it is true. */
export function findGuard({ literal, order, frame }: SourceOrigin, reading: ChartReading): Feed | undefined {
  const { template, token } = literal?.site ?? {};
  const control = token?.parent;
  if (control?.does !== "if" || token?.arm !== 0) return undefined;
  for (let at = order; at >= 0; at--) {
    const site = reading.marks[at]?.site ?? -1;
    if (reading.sites[site]?.token !== control || reading.sites[site]?.template !== template) continue;
    const found = pathsOf(at, reading).flatMap((path): Feed[] => {
      const value = findInForce(reading.files, path);
      const isOn = value && valueInForce(path, reading) === true && isInForce(value, path, reading);
      return isOn ? [{ value, path, frame: { site, order: at, parent: frame } }] : [];
    });
    // Of several nobody can say which is meant.
    return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
