import { type Document, isFields, isList, type Path, type Value, valueAt } from "../../yaml/index.ts";
import type { Applied } from "./contributors.ts";
import type { Kustomization } from "./kustomizations.ts";

/** The part of a kustomization that set a value which no resource and no patch has. */
export interface Transformer {
  readonly kustomization: Kustomization;
  readonly path: Path;
  readonly message: string;
  /** The number of the first probe that is applied after it. */
  readonly until: number;
  /** Whether nothing else may have set it. */
  readonly isSure: boolean;
}

/** The last transformer that explains what stands at a path of a rendered document. */
export function findTransformer(order: readonly Applied[], document: Document, path: Path): Transformer | undefined {
  for (const { kustomization, patched, done } of order.toReversed()) {
    const replacement = findReplacement(kustomization, document, path);
    if (replacement)
      return { kustomization, path: replacement, message: "set by this replacement", until: done, isSure: true };
    const found = findSetter(kustomization.value, valueAt(document.value, path), path);
    const until = found?.[0] === "images" ? done : patched;
    if (found) return { kustomization, path: found, message: "set here", until, isSure: true };
  }
  return undefined;
}

/** What may have set a value that nothing else has: a transformer or a replacement in a file of its own. */
export function findOutsider(order: readonly Applied[]): Transformer | undefined {
  const all = order.flatMap(({ kustomization, done }): Transformer[] => {
    const { value } = kustomization;
    const places = [...itemsAt(value, ["transformers"]), ...itemsAt(value, ["replacements"])];
    return places
      .filter((at) => at[0] === "transformers" || valueAt(value, [...at, "path"]) !== undefined)
      .map((path) => ({
        kustomization,
        path,
        message: `set by ${path[0] === "transformers" ? "a transformer" : "a replacement"}`,
        until: done,
        isSure: false,
      }));
  });
  const last = all.at(-1);
  return last && { ...last, isSure: all.length === 1 };
}

/** The target of a replacement that leads to a path, or above it. */
function findReplacement({ value }: Kustomization, { value: rendered }: Document, path: Path): Path | undefined {
  for (const at of itemsAt(value, ["replacements"]).toReversed())
    for (const target of itemsAt(value, [...at, "targets"]).toReversed()) {
      const select = valueAt(value, [...target, "select"]);
      if (!isFields(select) || !isSelected(select, rendered)) continue;
      for (const field of itemsAt(value, [...target, "fieldPaths"]))
        if (leadsTo(valueAt(value, field), rendered, path)) return field;
    }
  return undefined;
}

function isSelected(select: Value, rendered: Value): boolean {
  const kind = valueAt(select, ["kind"]);
  const name = valueAt(select, ["name"]);
  const ownName = valueAt(rendered, ["metadata", "name"]);
  if (kind !== undefined && kind !== valueAt(rendered, ["kind"])) return false;
  // Prefixes and suffixes may have come since.
  return typeof name !== "string" || (typeof ownName === "string" && ownName.includes(name));
}

/** Whether a field path of kustomize leads to a path, or above it. */
function leadsTo(fieldPath: Value | undefined, rendered: Value, path: Path): boolean {
  const steps = typeof fieldPath === "string" ? (fieldPath.match(/\[[^\]]*\]|(?:\\.|[^.[\]\\])+/g) ?? []) : [];
  return (
    steps.length > 0 &&
    steps.length <= path.length &&
    steps.every((step, depth) => {
      const own = path[depth];
      if (step === "*" || step.replace(/^\[(.*)\]$/, "$1").replace(/\\(.)/g, "$1") === String(own)) return true;
      const [, key = "", wanted] = /^\[([^=]*)=(.*)\]$/.exec(step) ?? [];
      return typeof own === "number" && String(scalarAt(rendered, [...path.slice(0, depth), own, key])) === wanted;
    })
  );
}

function scalarAt(value: Value, path: Path): Value | undefined {
  const found = valueAt(value, path);
  return isFields(found) || isList(found) ? undefined : found;
}

/** Where a kustomization sets a name, a namespace, a label or an image to just this. */
function findSetter(kustomization: Value, value: Value | undefined, path: Path): Path | undefined {
  const key = path.at(-1);
  const own = (field: string) => valueAt(kustomization, [field]);
  if (typeof value !== "string") return key === "replicas" && own("replicas") ? ["replicas"] : undefined;
  if (key === "image") return findImage(kustomization, value);
  if (key === "namespace") return own("namespace") === value ? ["namespace"] : undefined;
  const isName = key === "name" && path.at(-2) === "metadata";
  if (isName && own("namePrefix") && value.startsWith(String(own("namePrefix")))) return ["namePrefix"];
  if (isName && own("nameSuffix") && value.endsWith(String(own("nameSuffix")))) return ["nameSuffix"];
  if (key === undefined || !/^(?:labels|annotations|matchLabels|selector)$/.test(String(path.at(-2)))) return undefined;
  const maps: Path[] = [["commonLabels"], ["commonAnnotations"]];
  maps.push(...itemsAt(kustomization, ["labels"]).map((at) => [...at, "pairs"]));
  return maps.map((map) => [...map, key]).find((each) => valueAt(kustomization, each) === value);
}

function findImage(kustomization: Value, image: string): Path | undefined {
  return itemsAt(kustomization, ["images"]).findLast((at) => {
    const [name, newName, newTag, digest] = ["name", "newName", "newTag", "digest"].map((key) =>
      scalarAt(kustomization, [...at, key]),
    );
    return (
      image.startsWith(String(newName ?? name)) &&
      (newTag === undefined || image.includes(`:${newTag}`)) &&
      (digest === undefined || image.endsWith(`@${digest}`))
    );
  });
}

function itemsAt(value: Value, path: Path): Path[] {
  const list = valueAt(value, path);
  return isList(list) ? list.map((_, index) => [...path, index]) : [];
}
