import {
  type Document,
  isFields,
  isList,
  type Path,
  type Placement,
  pointAt,
  sameValue,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import { placeAt, placesInDocument } from "../inset.ts";
import type { MarkedSources } from "./contributors.ts";
import { type Kustomization, type Use, writtenAt } from "./kustomizations.ts";
import { type Contributor, type Probe, probesOf, withoutProbes } from "./probes.ts";
import { findOutsider, findTransformer, type Transformer } from "./transformers.ts";
import { type Variable, variableIn } from "./variables.ts";

/** Where each part of a rendering comes from. */
export interface OverlayMap extends Omit<MarkedSources, "texts"> {
  readonly root: Kustomization;
  /** What is filled in after the build. */
  readonly variables: ReadonlyMap<string, Variable> | undefined;
  /** What was rendered without probes. */
  readonly text: string;
  /** The values of the documents that were rendered with probes, by position. */
  readonly marked: ReadonlyMap<number, Value>;
  /** Whether the probes changed nothing in a document but themselves, by position, where that was asked already. */
  readonly beliefs: Map<number, boolean>;
  /** The kustomizations that use a folder, by folder. */
  readonly users: ReadonlyMap<string, readonly { readonly by: Kustomization; readonly use: Use }[]>;
}

/** What put a rendered value there, or keeps it away: a path of a contributor's document, or a line of a kustomization. */
export type Cause = Contribution | Transformer;

export interface Contribution {
  readonly contributor: Contributor;
  /** May lead to what is not there: the nearest thing above is meant then. */
  readonly path: Path;
  /** The operation's path instead of its value, where the value says nothing by itself. */
  readonly operation?: number | undefined;
  readonly what: "set" | "removed" | "missing";
  /** What had set it before. */
  readonly before?: Contribution;
}

/** Finds the line of a path of a rendered document, in the file where a person would edit it. */
export function placeInOverlay(map: OverlayMap, document: Document, path: Path): Placement {
  const cause = findCause(map, document, path);
  if (!cause) return { ...placeAt(map.root.document, topOf(map.root.document), false), via: [] };
  if (!("contributor" in cause)) {
    const { kustomization, message, isSure, path: own } = cause;
    const { overrides, document: written } = kustomization;
    // What an object changes in the kustomization stands in the object.
    const isOwn =
      !overrides || sameValue(valueAt(written.value, own) ?? null, valueAt(kustomization.value, own) ?? null);
    const [at, point] = isOwn ? [written, own] : [overrides.document, [...overrides.path, ...own.slice(0, 1)]];
    const place = placeAt(at, pointAt(at, point), isSure && isOwn);
    return { ...place, via: [{ location: place.location, message }, ...wayFrom(map, kustomization)] };
  }
  const place = placeOfCause(cause);
  const { by, use, isPatch } = cause.contributor;
  const over = cause.before
    ? [
        {
          location: placeOfCause(cause.before).location,
          message: use.role === "variable" ? "filled in here" : "over what is set here",
        },
      ]
    : [];
  const origin = writtenAt(by, use);
  const entry = placeAt(origin.document, pointAt(origin.document, origin.path), true).location;
  const own =
    use.target === undefined || use.role === "variable"
      ? []
      : [{ location: entry, message: isPatch ? "this patch is applied here" : "included here" }];
  return { ...place, via: [...over, ...own, ...wayFrom(map, by)] };
}

function topOf({ text, range: { start } }: Document) {
  const lineEnd = text.indexOf("\n", start);
  return { start: 0, end: Math.max(1, lineEnd === -1 ? text.length : text.indexOf("\n")) };
}

/** The place that a contribution stands at. */
export function placeOfCause({ contributor: { document, place }, path, operation }: Contribution) {
  return place(pointAt(document, operation === undefined ? path : [operation, "path"]));
}

/** How the kustomizations above take one in, as far as there is one way only. */
function wayFrom({ users }: OverlayMap, kustomization: Kustomization): Placement["via"] {
  const way: Placement["via"][number][] = [];
  const seen = new Set<string>();
  for (let { folder } = kustomization; !seen.has(folder); ) {
    seen.add(folder);
    const [user, ...others] = users.get(folder) ?? [];
    if (!user || others.length > 0) break;
    const { document, path } = writtenAt(user.by, user.use);
    way.push({
      location: placeAt(document, pointAt(document, path), true).location,
      message: "included here",
    });
    folder = user.by.folder;
  }
  return way;
}

/** What put the value of a path there; for a missing one what removed it, or what names the container or object that lacks it. */
export function findCause(map: OverlayMap, document: Document, path: Path): Cause | undefined {
  const marked = map.marked.get(document.index);
  if (marked === undefined || !isBelieved(map, document, marked)) return undefined;
  const exists = valueAt(document.value, path) !== undefined;
  const cause = exists ? findSetting(map, document, marked, path) : findLack(map, marked, path);
  return cause && findVariable(map, cause);
}

/** The variable that is filled in where a contributor has its name; else the contributor itself. */
function findVariable({ root, variables }: OverlayMap, cause: Cause): Cause {
  if (!variables || !("contributor" in cause) || cause.what !== "set") return cause;
  const name = variableIn(valueAt(cause.contributor.document.value, cause.path));
  const variable = name === undefined ? undefined : variables.get(name);
  if (!variable) return cause;
  const { document, path, file } = variable;
  const use: Use = { role: "variable", path: [], target: file, kind: "file", origin: variable };
  const contributor = { document, place: placesInDocument(document), isPatch: false, by: root, use };
  return { contributor, path, what: "set", before: cause };
}

/** Whether the probes changed nothing but themselves. */
function isBelieved(map: OverlayMap, { index, value, text }: Document, marked: Value): boolean {
  const { probes, beliefs } = map;
  const known = beliefs.get(index);
  if (known !== undefined) return known;
  const belief = sameValue(withoutProbes(marked, probes.prefix), withoutProbes(value, probes.prefix));
  // A document that was changed since says nothing.
  if (text === map.text) beliefs.set(index, belief);
  return belief;
}

/** The last that set what stands at a path. A mapping comes from the first that has it: the others only add to it. */
function findSetting(map: OverlayMap, document: Document, marked: Value, path: Path): Cause | undefined {
  const value = valueAt(document.value, path) ?? null;
  const transformer = findTransformer(map.order, document, path);
  if (isFields(value)) {
    const [first] = probesOf(valueAt(marked, path), map.probes).filter(({ operation }) => !operation);
    return first ? written(first, []) : (transformer ?? findOutsider(map.order));
  }
  const depth = path.findLastIndex((step) => typeof step === "string");
  const [key = "", index] = path.slice(depth);
  const setters = probesOf(valueAt(marked, path.slice(0, depth)), map.probes).flatMap((probe) =>
    settersIn(probe, String(key), index, value),
  );
  const last = setters.at(-1);
  if (transformer && (last?.probe.number ?? -1) < transformer.until) return transformer;
  // A list of mappings is merged like them.
  const other = isList(value) && value.some(isFields) ? setters[0] : last;
  const chosen = setters.findLast(({ isEqual }) => isEqual) ?? findOutsider(map.order) ?? other;
  if (!chosen || "kustomization" in chosen) return chosen;
  const before = setters[setters.indexOf(chosen) - 1];
  return before ? { ...chosen.written, before: before.written } : chosen.written;
}

/** A contributor that has a key of a mapping. */
interface Setter {
  readonly probe: Probe;
  readonly written: Contribution;
  /** Whether its value is the rendered one. */
  readonly isEqual: boolean;
}

function settersIn(probe: Probe, key: string, index: string | number | undefined, value: Value): Setter[] {
  const { contributor, operation, path } = probe;
  const setter = (isEqual: boolean, at: Path, number?: number): Setter[] => {
    return [{ probe, isEqual, written: { contributor, path: at, operation: number, what: "set" } }];
  };
  const own = operation ? operation.value : valueAt(contributor.document.value, [...path, key]);
  const at = operation ? [...path, "value"] : [...path, key];
  const position = typeof index === "number" && isList(own) ? positionOf(own, index, value) : -1;
  if (!operation) {
    if (own === undefined || own === null) return [];
    if (index === undefined) return setter(sameValue(own, value), at);
    return position === -1 ? setter(false, at) : setter(true, [...at, position]);
  }
  const { kind, rest } = operation;
  const isElement = rest.length === 1 && index !== undefined;
  if (kind !== "set" || operation.key !== key || rest.length > (isElement ? 1 : 0)) return [];
  if (!isElement && position !== -1) return setter(true, [...at, position]);
  return setter(own === undefined || sameValue(own, value), at, Number(path[0]));
}

function positionOf(list: readonly Value[], index: number, value: Value): number {
  return sameValue(list[index], value) ? index : list.findIndex((item) => sameValue(item, value));
}

function written({ contributor, path }: Probe, below: Path, what: Contribution["what"] = "set"): Contribution {
  return { contributor, path: [...path, ...below], what };
}

/** What removed a path, or else the contributor that names the container or object in which it is missing. */
function findLack({ probes }: OverlayMap, marked: Value, path: Path): Cause | undefined {
  const depths = [...path.keys(), path.length].filter((depth) => isFields(valueAt(marked, path.slice(0, depth))));
  const deepest = depths.at(-1) ?? 0;
  const at = (depth: number) => probesOf(valueAt(marked, path.slice(0, depth)), probes);
  const removal = at(deepest).findLast((probe) => isRemoval(probe, path[deepest]));
  if (removal) {
    const { contributor, operation } = removal;
    const key = String(path[deepest]);
    return operation
      ? { contributor, path: removal.path, operation: Number(removal.path[0]), what: "removed" }
      : written(removal, [key], "removed");
  }
  // A container is named by the first that has it; a block that is given to it later is part of it.
  const block = path.lastIndexOf("securityContext");
  const named = depths.findLast((depth) => block === -1 || depth <= block) ?? 0;
  for (const depth of depths.filter((each) => each <= named).toReversed()) {
    const [first] = at(depth).filter(({ operation }) => !operation);
    if (!first) continue;
    if (depth < named) return written(first, steps(path.slice(depth)), "missing");
    // Where the block was replaced, what it was before says nothing.
    const inner = depths.filter((each) => each > named).map(at);
    const cut = inner.findIndex((own) => !own.some(({ contributor }) => contributor === first.contributor));
    const [replaced] = cut === -1 ? [] : (inner[cut] ?? []);
    const isOpen = valueAt(first.contributor.document.value, [...first.path, ...path.slice(named, named + cut + 1)]);
    if (!replaced || (isOpen === undefined && isMerge(replaced))) return written(first, path.slice(depth), "missing");
    const [maker] = (inner[cut] ?? []).filter(({ operation }) => !operation);
    if (maker) return written(maker, path.slice(depths.filter((each) => each > named)[cut] ?? depth), "missing");
  }
  return undefined;
}

/** The last strategic merge patch that has a part of the mapping around a path, where what it says of that path is merged over all that others say. */
export function findPatchAround(map: OverlayMap, document: Document, path: Path): Contribution | undefined {
  const marked = map.marked.get(document.index);
  if (marked === undefined || !isBelieved(map, document, marked)) return undefined;
  const depth = path.findLastIndex((_, length) => isFields(valueAt(marked, path.slice(0, length))));
  const below = path.slice(depth);
  const around = probesOf(valueAt(marked, path.slice(0, depth)), map.probes);
  const patch = around.findLast((probe) => !probe.operation && probe.contributor.isPatch && isMerge(probe));
  return patch && below.every((step) => typeof step === "string") ? written(patch, below) : undefined;
}

/** The steps up to the first position in a list: it may be another one in the source. */
function steps(path: Path): Path {
  const list = path.findIndex((step) => typeof step === "number");
  return list === -1 ? path : path.slice(0, list);
}

/** Whether a mapping is merged into what is there: it is not part of an operation, and holds no directive. */
function isMerge({ contributor: { document }, path }: Probe): boolean {
  return !isList(document.value) && valueAt(document.value, [...path, "$patch"]) === undefined;
}

function isRemoval({ contributor, path, operation }: Probe, key: string | number | undefined): boolean {
  if (operation) return operation.kind === "remove" && operation.key === key && operation.rest.length === 0;
  const own = valueAt(contributor.document.value, [...path, String(key)]);
  return contributor.isPatch && (own === null || (isFields(own) && own.$patch === "delete"));
}
