import { type Document, type Fields, isFields, isList, type Path } from "../yaml/index.ts";
import { containerLists, objectsIn, placeOf } from "./workloads.ts";

export interface ShapeProblem {
  readonly at: Path;
  readonly message: string;
}

/**
 * Workloads of a shape in which no pod can be found: something else stands where a mapping or a list belongs.
 * What is merely missing is no problem: Kustomize patches and drafts leave things out.
 */
export function shapeProblems(document: Document): ShapeProblem[] {
  return objectsIn(document.value).flatMap((object) => {
    const place = placeOf(object);
    return place ? [...misshapen(object.fields, object.path, place.spec, object.kind)] : [];
  });
}

function* misshapen(object: Fields, root: Path, spec: Path, kind: string): Generator<ShapeProblem> {
  let inner = object;
  for (let depth = 0; depth < spec.length; depth++) {
    const value = inner[spec[depth] as string];
    if (value === undefined || value === null) return;
    if (!isFields(value)) return yield wrong([...root, ...spec.slice(0, depth + 1)], kind, "a mapping");
    inner = value;
  }
  for (const { list } of containerLists) {
    const value = inner[list];
    if (value === undefined || value === null) continue;
    if (!isList(value)) yield wrong([...root, ...spec, list], kind, "a list");
    else {
      const index = value.findIndex((item) => !isFields(item));
      if (index !== -1) yield wrong([...root, ...spec, list, index], kind, "a mapping");
    }
  }
}

function wrong(path: Path, kind: string, wanted: string): ShapeProblem {
  const field = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
  return { at: path, message: `${field} must be ${wanted}: this ${kind} can't be evaluated. Write ${wanted} there.` };
}
