import {
  type Document,
  isList,
  locate,
  type Patch,
  type Path,
  patchValue,
  pointAt,
  valueAt,
} from "../../yaml/index.ts";
import type { Inset } from "../inset.ts";
import type { ChartReading } from "./chart-reading.ts";
import { type Feed, findFeed, findGuard } from "./feeds.ts";
import { findListFeed, findMissingFeed, type MissingFeed } from "./missing-feeds.ts";
import { originOfValue } from "./place.ts";
import type { PlacedValue, ValuesFile } from "./values.ts";

/** A patch of a values file. */
export interface ValuesPatch {
  readonly kind: "values";
  /** As the user sees it. */
  readonly file: string;
  readonly document: Document;
  /** The text around the document, where that stands in another one. */
  readonly around: Inset | undefined;
  readonly patch: Patch;
  /** What feeds the rendered document, in the file that has it now. */
  readonly fed: PlacedValue;
}

/** The patch of the values that is a patch of a rendered document; `undefined` where no value feeds that. */
export function carryToValues(document: Document, patch: Patch, reading: ChartReading): ValuesPatch | undefined {
  const list = patch.op === "append" ? findListFeed(document, patch.path, reading) : undefined;
  const found = list ? { feed: list, depth: patch.path.length } : findValue(document, patch, reading);
  if (!found) return undefined;
  const { value, path } = found.feed;
  const { also: _, ...written } = patch;
  // What is only switched on or off is written in the templates.
  const { switchTo } = found;
  const own: Patch = switchTo === undefined ? written : { op: "set", path: [], value: switchTo };
  const tail = switchTo === undefined ? patch.path.slice(found.depth) : [];
  // What was rendered itself is edited nowhere.
  if (value.document.rendering) return undefined;
  const isWord = tail.length === 0 && own.op === "set" && (own.value === null || typeof own.value !== "object");
  // A parameter is one text.
  if (value.file.isText && !isWord) return undefined;
  if (!value.file.isVendored) {
    const { document: file } = value;
    return {
      kind: "values",
      file: value.file.file,
      document: file,
      around: value.file.around,
      patch: {
        ...own,
        ...(value.file.isText && own.op === "set" && { value: String(own.value) }),
        path: [...value.path, ...tail],
      },
      fed: value,
    };
  }
  // A vendored chart is not edited: the chart around it sets its values.
  const file = reading.files.own.find(isEditable);
  if (!file?.document) return undefined;
  const patched = patchFromAbove({ ...own, path: [...path, ...tail] }, reading);
  return { kind: "values", file: file.file, document: file.document, around: undefined, patch: patched, fed: value };
}

function isEditable({ isVendored, document, around, pathOf }: ValuesFile): boolean {
  // A file as a whole, and not a part of one.
  return !isVendored && document !== undefined && !around && pathOf([])?.length === 0;
}

/** A patch in the values of the chart above: mappings are joined there, lists replaced, and `null` takes away. */
function patchFromAbove(patch: Patch, { values }: ChartReading): Patch {
  const { path } = patch;
  const step = path.findIndex((each) => typeof each === "number");
  const list = step === -1 ? (patch.op === "append" ? path : undefined) : path.slice(0, step);
  if (list) {
    const before = valueAt(values.value, list);
    const value = patchValue(isList(before) ? before : [], { ...patch, path: path.slice(list.length) });
    return { op: "set", path: list, value };
  }
  return patch.op === "remove" ? { op: "set", path, value: null } : patch;
}

interface FoundValue {
  readonly feed: Feed;
  readonly depth: number;
  /** What it becomes where a condition waits for it. */
  readonly switchTo?: boolean;
}

/** The value that feeds a path of the document, or the first `depth` steps of it. */
function findValue(document: Document, patch: Patch, reading: ChartReading): FoundValue | undefined {
  const { path } = patch;
  const found = locate(document, path);
  if (!found.exists) {
    const feed =
      findMissingFeed(document, path, found.depth, reading, "written") ??
      findMissingFeed(document, path, found.depth, reading, "unset");
    if (feed) return findSwitch(feed, path);
  }
  const origin = found.exists
    ? originOfValue(document, found.value, reading)
    : reading.map.originAt(pointAt(document, path).start);
  const { depth } = found;
  if (origin?.literal && found.exists && (patch.op === "remove" || (patch.op === "set" && patch.value === false))) {
    const guard = findGuard(origin, reading);
    return guard && { feed: guard, depth, switchTo: false };
  }
  if (!origin?.frame || origin.literal) return undefined;
  const feed = findFeed(document, path.slice(0, depth), origin.frame, reading);
  const isScalar = feed && path.length > depth && isScalarAt(feed);
  return feed && !isScalar ? { feed, depth } : undefined;
}

function findSwitch(feed: MissingFeed, path: Path): FoundValue | undefined {
  const { depth, value } = feed;
  if (!isScalarAt(feed)) return { feed, depth };
  return valueAt(value.document.value, value.path) === false && depth <= path.length
    ? { feed, depth, switchTo: true }
    : undefined;
}

/** Whether it is something that nothing can be put into. */
function isScalarAt({ value: { document, path } }: Feed): boolean {
  const value = valueAt(document.value, path);
  return value !== undefined && value !== null && typeof value !== "object";
}
