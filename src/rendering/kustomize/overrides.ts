import { type Fields, isFields, isList, read, type Value, valueAt } from "../../yaml/index.ts";
import { valueNow } from "../inset.ts";
import type { Surroundings } from "../rendered.ts";
import { findUses, type Kustomization, type OverlayOverrides, type Use } from "./kustomizations.ts";

/** A kustomization as an object of Argo CD or Flux makes it: both write what they say into the file before they build it. Call it within `withFullReader`. */
export function withOverrides(
  own: Kustomization,
  overrides: OverlayOverrides,
  { repository }: Surroundings,
): Kustomization {
  const block = fieldsOf(valueAt(overrides.document.value, overrides.path));
  const links = new Map(own.links);
  const added = findUses({ ...overrides.document, value: pick(block, lists) }, own.folder, links, repository);
  const uses = added.uses.map((use): Use => {
    const [key = "", index = 0, ...rest] = use.path;
    const before = valueAt(own.value, [key]);
    return {
      ...use,
      path: [key, Number(index) + (isList(before) ? before.length : 0), ...rest],
      origin: { ...overrides, path: [...overrides.path, ...use.path] },
    };
  });
  return {
    ...own,
    value: mergeOverrides(own.value, block, overrides.kind),
    overrides,
    uses: [...own.uses, ...uses],
    links,
    problems: [...own.problems, ...added.problems],
  };
}

/** The files that overrides stand in, and those of what they fill in. */
export function filesOfOverrides({ file, variables = [] }: OverlayOverrides): string[] {
  return [file, ...variables.map((each) => each.file)];
}

/** What a kustomization says with what an object makes of it, where some files have other texts. Call it within `withFullReader`. */
export function readOverridden(root: Kustomization, changed: ReadonlyMap<string, string>): Value {
  const { overrides, document, file } = root;
  const text = changed.get(file);
  const own = text === undefined ? document.value : (read({ file: "", text }).documents[0]?.value ?? null);
  if (!overrides) return text === undefined ? root.value : own;
  return mergeOverrides(own, fieldsOf(valueNow(overrides, changed.get(overrides.file))), overrides.kind);
}

/** What is said in lists that are added to those of the kustomization. */
const lists = ["patches", "components"];

function mergeOverrides(own: Value, block: Fields, kind: OverlayOverrides["kind"]): Value {
  const before = fieldsOf(own);
  const namespace = block[kind === "Application" ? "namespace" : "targetNamespace"];
  const maps = kind === "Application" ? ["commonLabels", "commonAnnotations"] : [];
  const changes: [string, Value | undefined][] = [
    ["namePrefix", block.namePrefix],
    ["nameSuffix", block.nameSuffix],
    ["namespace", namespace],
    ...lists.map((key): [string, Value | undefined] => [key, joinLists(before[key], block[key])]),
    ["images", joinImages(before.images, block.images)],
    ...maps.map((key): [string, Value | undefined] => [
      key,
      isFields(block[key]) ? { ...fieldsOf(before[key]), ...block[key] } : undefined,
    ]),
  ];
  const set = changes.filter((change): change is [string, Value] => change[1] !== undefined && change[1] !== "");
  return { ...before, ...Object.fromEntries(set) };
}

function joinLists(own: Value | undefined, added: Value | undefined): Value | undefined {
  return isList(added) ? [...(isList(own) ? own : []), ...added] : undefined;
}

/** Images by their names: what is said last of one counts. */
function joinImages(own: Value | undefined, added: Value | undefined): Value | undefined {
  if (!isList(added)) return undefined;
  const images = added.map((each) => (typeof each === "string" ? readImage(each) : each));
  const names = new Set(images.map((each) => fieldsOf(each).name));
  return [...(isList(own) ? own : []).filter((each) => !names.has(fieldsOf(each).name ?? null)), ...images];
}

/** An image as Argo CD writes it: `NAME=NEW:TAG@DIGEST`, where all but the name may be missing. */
function readImage(text: string): Fields {
  const [first = "", second] = text.split("=", 2);
  const [, image = "", tag, digest] = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(second ?? first) ?? [];
  return {
    name: second === undefined ? image : first,
    ...(second !== undefined && { newName: image }),
    ...(tag !== undefined && { newTag: tag }),
    ...(digest !== undefined && { digest }),
  };
}

function pick(block: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(block).filter(([key]) => keys.includes(key)));
}

function fieldsOf(value: Value | undefined): Fields {
  return isFields(value) ? value : {};
}
