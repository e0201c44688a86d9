import {
  type Document,
  isFields,
  isList,
  type Path,
  pointAt,
  type Range,
  read,
  sourcePlaceOf,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import { type Inset, placesWithin, type SourcePlace } from "../inset.ts";

/** A values file, read. */
export interface ValuesFile {
  /** As the user sees it. */
  readonly file: string;
  readonly document: Document | undefined;
  /** Whether nobody edits it here: it came with a chart of others. */
  readonly isVendored: boolean;
  /** Where a path of the values stands in the document; `undefined` where the document has nothing there. */
  readonly pathOf: (path: Path) => Path | undefined;
  /** The text around the document, where that stands in another one. */
  readonly around?: Inset;
  /** Whether it says each value as a text, whatever that is read as. */
  readonly isText?: boolean;
}

/** The values files of a chart, and those of the charts in it by their names. */
export interface ValuesFiles {
  /** The last one wins. */
  readonly own: readonly ValuesFile[];
  readonly charts: ReadonlyMap<string, ValuesFiles>;
}

/** Helm reads the first document of a values file. */
export function readValues(file: string, text: string, isVendored = false): ValuesFile {
  return { file, document: read({ file, text }).documents[0], isVendored, pathOf: (path) => path };
}

/** The file that gives a path of the values its value: the last of a rendering's own, else those of the charts on the way. */
export function findInForce(files: ValuesFiles, path: Path): PlacedValue | undefined {
  for (const each of lookUps(files, path)) {
    const { document } = each.file;
    const own = each.file.pathOf(each.path);
    if (document && own && hasPath(document.value, own)) return { ...each, document, path: own };
  }
  return undefined;
}

/** Where a path that no file has would be set: below the mapping that is nearest to the chart which reads it. */
export function findUnset(files: ValuesFiles, path: Path): PlacedValue | undefined {
  const last = path.at(-1);
  if (typeof last !== "string" || findInForce(files, path)) return undefined;
  for (const { file, path: wanted } of [...lookUps(files, path)].toReversed()) {
    const above = file.pathOf(wanted.slice(0, -1));
    const { document } = file;
    if (document && above && !file.isText && isFields(valueAt(document.value, above)))
      return { file, document, path: [...above, last] };
  }
  return undefined;
}

export interface PlacedValue {
  readonly file: ValuesFile;
  readonly document: Document;
  /** The path in that file. */
  readonly path: Path;
}

interface LookUp {
  readonly file: ValuesFile;
  readonly path: Path;
}

/** Where a value may be set, the strongest first. What is global in a chart stands in the `global` of those above it too. */
function* lookUps(files: ValuesFiles, path: Path): Generator<LookUp> {
  const nested: ValuesFiles[] = [files];
  for (const step of path) {
    const next = typeof step === "string" ? nested.at(-1)?.charts.get(step) : undefined;
    if (!next) break;
    nested.push(next);
  }
  const start = path.indexOf("global");
  const isGlobal = start > 0 && start < nested.length;
  for (const [depth, chart] of nested.entries()) {
    const paths = [...(isGlobal && depth < start ? [path.slice(start)] : []), path.slice(depth)];
    for (const each of paths) for (const file of chart.own.toReversed()) yield { file, path: each };
  }
}

function hasPath(value: Value, path: Path): boolean {
  const above = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof last === "number") return isList(above) && last < above.length;
  return last !== undefined && isFields(above) && Object.hasOwn(above, last);
}

/** The place of a value in its file, or of a part of its text. */
export function placeOfValue({ file: { around }, document, path }: PlacedValue, range?: Range): SourcePlace {
  const own = range ?? pointAt(document, path);
  return around ? placesWithin(around.document, around.path)(own) : sourcePlaceOf(document, path, own);
}

/** The values in force, and the paths of the mappings in them by their addresses. */
export interface ValuesInForce {
  readonly value: Value;
  readonly paths: ReadonlyMap<string, readonly Path[]>;
}

/** Reads what `valuesTemplate` prints. */
export function readValuesInForce(output: string): ValuesInForce | undefined {
  const found = /^values: (.*)\naddresses: (.*)$/m.exec(output);
  if (!found) return undefined;
  try {
    const value: Value = JSON.parse(found[1] ?? "");
    const paths = new Map<string, Path[]>();
    const open: { node: Value; path: Path }[] = [{ node: JSON.parse(found[2] ?? ""), path: [] }];
    for (const { node, path } of open) {
      if (isList(node)) for (const [index, item] of node.entries()) open.push({ node: item, path: [...path, index] });
      else if (isFields(node)) {
        const { p, m } = node;
        if (typeof p === "string") paths.set(p, [...(paths.get(p) ?? []), path]);
        for (const [key, item] of isFields(m) ? Object.entries(m) : []) open.push({ node: item, path: [...path, key] });
      }
    }
    return { value, paths };
  } catch {
    return undefined;
  }
}
