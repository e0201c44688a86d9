import {
  type Document,
  findRootLines,
  formatPath,
  isFields,
  isList,
  mayHideWords,
  type Path,
  type Value,
  valueAt,
} from "../yaml/index.ts";
import {
  type BuiltIn,
  builtInKinds,
  findBuiltIn,
  parseGroup,
  podAt,
  type SpecPlace,
  templateAt,
  wasEverServed,
} from "./built-in-kinds.ts";
import {
  type CustomWorkload,
  findGenerated,
  findPaths,
  findShapes,
  findTemplates,
  isDefinition,
} from "./custom-resources.ts";
import { findObjects, type KubernetesObject } from "./objects.ts";
import { matchesPattern } from "./patterns.ts";
import { isPlaceholder } from "./placeholders.ts";
import type { ContainerType } from "./pod.ts";

/** Where an object keeps a pod. Paths lead from the object. */
export type PodPlace = WorkloadPlace | ContextPlace;

/** The place of a pod spec, and the built-in workload that the object is; `undefined` for a custom resource. */
export interface WorkloadPlace extends SpecPlace {
  readonly builtIn?: BuiltIn;
}

/** A lone security context: an operator writes the rest of the pod. */
export interface ContextPlace {
  readonly context: Path;
}

/**
 * Finds where an object keeps its pods: by the table for a built-in kind, by the configuration for the user's own kinds, by the table again for what
 * plainly is meant to be a built-in kind, by the projects' schemas for known custom resources, and by shape for all others
 * and for whatever the schemas don't cover.
 */
export function findPodPlaces(object: KubernetesObject, custom: readonly CustomWorkload[]): PodPlace[] {
  const builtIn = findBuiltIn(object);
  if (builtIn && wasEverServed(builtIn)) return [{ ...builtIn.place, builtIn }];
  const configured = custom.filter(
    ({ apiVersion, kind }) => kind === object.kind && matchesPattern(apiVersion, object.apiVersion),
  );
  const told = configured.flatMap(({ path, holds }) =>
    findPaths(object.fields, path).map(holds === "podSpec" ? podAt : templateAt),
  );
  if (configured.some(({ isAddition }) => !isAddition)) return told;
  if (builtIn) return [{ ...builtIn.place, builtIn }];
  const group = parseGroup(object.apiVersion);
  if (group === "") return [];
  if (isDefinition(group, object.kind))
    return findGenerated(object.fields).flatMap((path) =>
      findPlacesByShape(valueAt(object.fields, path) ?? null).map((place) => below(path, place)),
    );
  const ofProjects = (findTemplates(group, object.kind, object.fields) ?? []).map(templateAt);
  const places = new Map([...told, ...ofProjects].map((place) => [formatPath(place.spec), place]));
  const known = [...places.values()];
  return [...known, ...findPlacesByShape(object.fields, known)];
}

/** What looks like a pod, or a part of one, outside of the places that are known. */
function findPlacesByShape(value: Value, known: readonly SpecPlace[] = []): PodPlace[] {
  const { specs, contexts } = findShapes(
    value,
    known.map(({ spec }) => spec),
  );
  return [
    ...specs.map((spec) => ({ spec, metadata: [...spec.slice(0, -1), "metadata"], isWhole: false })),
    ...contexts.map((context) => ({ context })),
  ];
}

function below(path: Path, place: PodPlace): PodPlace {
  if ("context" in place) return { context: [...path, ...place.context] };
  return { ...place, spec: [...path, ...place.spec], metadata: [...path, ...place.metadata] };
}

/** The lists of containers, in the order in which Pod Security visits them (pod-security-admission policy/visitor.go). */
export const containerLists: readonly { readonly list: string; readonly type: ContainerType }[] = [
  { list: "initContainers", type: "init" },
  { list: "containers", type: "app" },
  { list: "ephemeralContainers", type: "ephemeral" },
];

/** Whether a document's text can hold a workload or a Namespace, or is one that should: cheap, and never wrong in saying no. */
export function mayHoldWorkload(text: string): boolean {
  return (workloadMarker.test(text) || mayHideWords(text)) && !isDefinitionText(text);
}

/** Words of which every workload and every Namespace holds one. */
const workloadMarker = new RegExp(
  `ontainers|ecurityContext|olumes\\b|host(?:Network|PID|IPC|Path|Port)|pod-security\\.kubernetes\\.io|\\b(${builtInKinds.map(({ name }) => name).join("|")}|Namespace)\\b|List\\b`,
);

/** Whether a document's text, if it is an object at all, is a CustomResourceDefinition: whatever it holds is part of that. */
export function isDefinitionText(text: string): boolean {
  const lines = findRootLines(text) ?? [];
  const isEach = (key: string, value: RegExp): boolean => {
    const own = lines.filter((line) => line.startsWith(`${key}:`));
    return own.length > 0 && own.every((line) => value.test(line.slice(key.length + 1)));
  };
  return (
    isEach("kind", /^ *(["']?)CustomResourceDefinition\1 *(?: #.*)?\r?$/) &&
    isEach("apiVersion", /^ *(["']?)apiextensions\.k8s\.io\/[\w.-]+\1 *(?: #.*)?\r?$/)
  );
}

/** A value that keeps a workload's pod from being found. */
export interface ShapeDefect {
  readonly at: Path;
  readonly message: string;
}

/**
 * Finds what keeps the pods of built-in workloads from being found: a value where a mapping or a list belongs.
 * What is merely missing is not a problem: Kustomize patches and drafts leave things out.
 */
export function findShapeDefects(
  document: Document,
  { placeholders }: { readonly placeholders: boolean },
): ShapeDefect[] {
  const defects = findObjects(document.value).flatMap((object) => {
    const builtIn = findBuiltIn(object);
    return builtIn ? findShapeDefect(object, builtIn.place.spec) : [];
  });
  // What is filled in later may be of the right shape.
  return placeholders ? defects.filter(({ at }) => !isPlaceholder(valueAt(document.value, at))) : defects;
}

function findShapeDefect({ fields, path, kind }: KubernetesObject, spec: Path): ShapeDefect[] {
  const defect = (at: Path, wanted: string): ShapeDefect => ({
    at: [...path, ...at],
    message: `${formatPath([...path, ...at])} must be ${wanted}: this ${kind} can't be evaluated. Write ${wanted} there.`,
  });
  for (const depth of spec.keys()) {
    const above = spec.slice(0, depth + 1);
    const value = valueAt(fields, above) ?? null;
    if (value === null) return [];
    if (!isFields(value)) return [defect(above, "a mapping")];
  }
  return containerLists.flatMap(({ list }) => {
    const value = valueAt(fields, [...spec, list]) ?? null;
    if (value === null) return [];
    if (!isList(value)) return [defect([...spec, list], "a list")];
    const index = value.findIndex((item) => !isFields(item));
    return index === -1 ? [] : [defect([...spec, list, index], "a mapping")];
  });
}
