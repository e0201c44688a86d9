import {
  findObjects,
  identifyWorkload,
  isDefinitionText,
  isDeployer,
  type KubernetesObject,
  mayDeploy,
} from "../../pod/index.ts";
import {
  type Document,
  lineAt,
  type Path,
  type Problem,
  pointAt,
  read,
  type Source,
  sourcePlaceOf,
  usualLimits,
  type Value,
  valueAt,
} from "../../yaml/index.ts";

/** An object of a manifest: one that deploys a chart or an overlay, or one that such an object names. */
export interface FoundObject {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly document: Document;
  /** Where it stands in the document. */
  readonly object: Path;
  /** The absolute path of the file in which a person would edit it, and what the user calls that. */
  readonly path: string;
  readonly file: string;
}

/** An object of Argo CD or Flux that deploys a chart or an overlay. */
export type Deployer = FoundObject;

/** Finds the objects in texts that deploy charts and overlays. Call it within `withFullReader`. */
export function readDeployers(sources: readonly Source[], pathOf: (file: string) => string): Deployer[] {
  return sources.flatMap((source) => objectsIn(source, mayHaveDeployer, isDeployer, pathOf));
}

/** Argo CD's own definitions are megabytes, which speak of its group. */
function mayHaveDeployer(text: string): boolean {
  return mayDeploy({ text }) && !isDefinitionText(text);
}

/** Finds an object by what it is called; one without a namespace may be in any. Call it within `withFullReader`. */
export type FindObject = (kind: string, name: string, namespace: string | null) => FoundObject | undefined;

/** What finds objects among texts. */
export function finderIn(sources: readonly Source[], pathOf: (file: string) => string): FindObject {
  return (kind, name, namespace) => {
    const isWanted = (object: KubernetesObject) => object.kind === kind && identifyWorkload(object).name === name;
    const mayHaveIt = (text: string) => text.includes(kind) && text.includes(name);
    const found = sources
      .filter(({ text }) => mayHaveIt(text))
      .flatMap((source) => objectsIn(source, mayHaveIt, isWanted, pathOf));
    return (
      found.find((each) => each.namespace === namespace) ??
      found.find((each) => each.namespace === null || namespace === null)
    );
  };
}

/** Reads only the documents of which the text matters: a rendering may have a megabyte of others. */
function objectsIn(
  source: Source,
  matters: (text: string) => boolean,
  isWanted: (object: KubernetesObject) => boolean,
  pathOf: (file: string) => string,
): FoundObject[] {
  const { documents } = read(source, { matters, limits: usualLimits });
  return documents.flatMap((document) =>
    findObjects(document.value)
      .filter(isWanted)
      .map((object) => {
        const { kind, name, namespace } = identifyWorkload(object);
        const { file } = sourcePlaceOf(document, object.path).location;
        return { kind, name, namespace, document, object: object.path, path: pathOf(file), file };
      }),
  );
}

/** What an object says at a path. */
export function fieldAt({ document, object }: FoundObject, ...path: Path): Value | undefined {
  return valueAt(document.value, [...object, ...path]);
}

/** The text that it says at a path; `undefined` for what is empty or not a text. */
export function textAt(object: FoundObject, ...path: Path): string | undefined {
  const value = fieldAt(object, ...path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Something that is said at a path of such an object. */
export function sayAt(
  { document, object }: Deployer,
  path: Path,
  message: string,
  severity: Problem["severity"] = "note",
): Problem {
  const at = [...object, ...path];
  const { location } = document.rendering
    ? sourcePlaceOf(document, at)
    : { location: { file: document.file, start: { line: lineAt(document, pointAt(document, at).start) } } };
  return { severity, file: location.file, line: location.start.line, message };
}

/** What a user calls such an object: `Application "shop"`. */
export function nameDeployer({ kind, name }: Deployer): string {
  return `${kind} ${JSON.stringify(name)}`;
}
