import { join, resolve } from "node:path";
import {
  type Document,
  isFields,
  isList,
  lineAt,
  type Path,
  type Problem,
  pointAt,
  read,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import type { FileInset } from "../inset.ts";
import type { Surroundings } from "../rendered.ts";
import { findInside, textOfFile } from "./links.ts";
import { isRemote, isRemoteFile, withoutLogin } from "./remote.ts";

/** What a kustomization takes from elsewhere, or holds as a text of its own. */
export interface Use {
  /** Kustomize's own name of the list: `resources`, `patches` … */
  readonly role: string;
  /** Where the kustomization says so. */
  readonly path: Path;
  /** The absolute path, with links resolved; `undefined` for a text in the kustomization itself. */
  readonly target: string | undefined;
  readonly kind: "file" | "folder" | "inline";
  /** Where a person wrote it, where that is not the kustomization: an object that changes it. */
  readonly origin?: FileInset;
}

/** Where a person wrote what a kustomization uses. */
export function writtenAt({ document, file }: Kustomization, { path, origin }: Use): FileInset {
  return origin ?? { document, file, path };
}

/** What an object of Argo CD or Flux changes in a kustomization that it deploys: the part of the object that says so. */
export interface OverlayOverrides extends FileInset {
  readonly kind: "Application" | "Kustomization";
  /** Where variables are that Flux fills in, the last one wins; left out where it fills in none. */
  readonly variables?: readonly FileInset[];
  /** Whether all variables are known here: then one that nobody sets is empty. */
  readonly isComplete?: boolean;
}

/** A kustomization, read. Paths are absolute, with links resolved. */
export interface Kustomization {
  readonly folder: string;
  readonly file: string;
  readonly kind: "Kustomization" | "Component";
  /** Its file is what the user sees. */
  readonly document: Document;
  /** What it says, with what an object of Argo CD or Flux makes of it. */
  readonly value: Value;
  readonly overrides?: OverlayOverrides;
  /** Whether there is no such file: Flux makes one for a folder without. */
  readonly isGenerated?: boolean;
  readonly uses: readonly Use[];
  /** The links on the way to what it uses, with what each leads to. */
  readonly links: ReadonlyMap<string, string>;
  /** What keeps it from being built here, known before anything is run. */
  readonly problems: readonly Problem[];
}

/** The absolute paths of the files, or of the bases and components, that a kustomization uses. */
export function targetsOf({ uses }: Pick<Kustomization, "uses">, wanted: "file" | "folder"): string[] {
  return uses.flatMap(({ kind, target }) => (kind === wanted ? (target ?? []) : []));
}

/** A folder without a kustomization, or with one that can't be read. */
export interface NoKustomization {
  readonly uses?: undefined;
  readonly problems: readonly Problem[];
}

/** What kustomize calls its file, the first one found. */
export const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** Reads the kustomization of a folder; without problems where there is none. Call it within `withFullReader`. */
export function readKustomization(folder: string, { repository, show }: Surroundings): Kustomization | NoKustomization {
  const links = new Map<string, string>();
  for (const name of kustomizationNames) {
    const path = join(folder, name);
    const found = findInside(repository, path, links);
    if (!found) continue;
    const file = show(path);
    if (found === "outside") return { problems: [problem(file, 1, leavesRepository)] };
    const text = found.kind === "file" ? textOfFile(found.path) : undefined;
    if (text === undefined) return { problems: [problem(file, 1, "This is not a file that can be read.")] };
    const { documents, problems } = read({ file, text });
    const error = problems.find(({ severity }) => severity === "error");
    if (error) return { problems: [error] };
    const [document] = documents;
    return document ? describe(folder, found.path, document, links, repository) : { problems: [] };
  }
  return { problems: [] };
}

const leavesRepository = "This leads out of the repository: not evaluated, nothing outside of it is read.";

function problem(file: string, line: number, message: string): Problem {
  return { severity: "error", file, line, message };
}

function describe(
  folder: string,
  file: string,
  document: Document,
  links: Map<string, string>,
  repository: string,
): Kustomization {
  const { uses, problems } = findUses(document, folder, links, repository);
  for (const [key, path] of keysOf(document.value))
    if (key === "helmcharts" || key === "helmchartinflationgenerator")
      problems.push(refusalAt(document, path, needsHelm));
  const kind = isFields(document.value) && document.value.kind === "Component" ? "Component" : "Kustomization";
  return { folder, file, kind, document, value: document.value, uses, links, problems };
}

export const needsHelm =
  "This needs --enable-helm, which secctx does not give: not evaluated. Render the chart as a chart, or commit what it makes.";

/** What is wrong at a path of a document, before anything is run. */
export function refusalAt(document: Document, path: Path, message: string): Problem {
  return problem(document.file, lineAt(document, pointAt(document, path).start), message);
}

/** What a kustomization, or the configuration of a built-in plugin, uses; names are taken from its folder. What is not there is left to kustomize's own words. */
export function findUses(
  document: Document,
  folder: string,
  links: Map<string, string>,
  repository: string,
): { readonly uses: Use[]; readonly problems: Problem[] } {
  const uses: Use[] = [];
  const problems: Problem[] = [];
  for (const { role, path, name } of referencesIn(document.value)) {
    if (fold(String(path.at(-1))) === "patch" || (inlineRoles.has(role) && isInline(name))) {
      uses.push({ role, path, target: undefined, kind: "inline" });
      continue;
    }
    const found = isRemoteFile(name) ? undefined : findInside(repository, resolve(folder, name), links);
    const local = found === "outside" ? undefined : found?.kind;
    const refusal =
      isRemoteFile(name) || (placeRoles.has(role) && isRemote(name, local))
        ? `This takes ${withoutLogin(name)} from remote: not evaluated, secctx opens no connections. Put a copy into the repository.`
        : found === "outside"
          ? `This takes ${name}, which leads out of the repository: not evaluated, nothing outside of it is read.`
          : local === "other"
            ? `This takes ${name}, which is neither a file nor a folder: not evaluated.`
            : undefined;
    if (refusal !== undefined) problems.push(refusalAt(document, path, refusal));
    else if (found && found !== "outside" && found.kind !== "other")
      uses.push({ role, path, target: found.path, kind: found.kind });
  }
  return { uses, problems };
}

/** Where a folder or a repository may stand. */
const placeRoles = new Set(["resources", "bases", "components", "generators", "transformers", "validators"]);
/** Where the thing itself may stand instead of a name. */
const inlineRoles = new Set(["patchesstrategicmerge", "paths", "generators", "transformers", "validators"]);

function isInline(text: string): boolean {
  // A name is one word on one line.
  return /[\n{]|: /.test(text) && read({ file: "", text }).documents.some(({ value }) => isFields(value));
}

/** A key as Go's JSON decoder compares them: without case, `ſ` for s and the Kelvin sign for k included. */
function fold(key: string): string {
  return key.toUpperCase().toLowerCase();
}

function keysOf(value: Value | undefined, base: Path = []): [string, Path][] {
  return isFields(value) ? Object.keys(value).map((key) => [fold(key), [...base, key]]) : [];
}

interface NamedUse {
  readonly role: string;
  readonly path: Path;
  readonly name: string;
}

/** All that a kustomization, or the configuration of a built-in plugin, names as a file, a folder or an address. */
export function referencesIn(value: Value): NamedUse[] {
  const names: NamedUse[] = [];
  const add = (role: string, path: Path) => {
    const name = valueAt(value, path);
    if (typeof name === "string" && name !== "") names.push({ role, path, name });
  };
  const each = (path: Path): Path[] => {
    const list = valueAt(value, path);
    return isList(list) ? list.map((_, index) => [...path, index]) : [];
  };
  const members = (path: Path, keys: readonly string[]): Path[] =>
    keysOf(valueAt(value, path), path).flatMap(([key, at]) => (keys.includes(key) ? [at] : []));
  for (const [key, path] of keysOf(value)) {
    if (placeRoles.has(key) || ["patchesstrategicmerge", "crds", "configurations", "paths"].includes(key))
      for (const at of each(path)) add(key, at);
    if (["patches", "patchesjson6902", "replacements"].includes(key))
      for (const at of each(path)) for (const own of members(at, ["path", "patch"])) add(key, own);
    if (key === "openapi") for (const at of members(path, ["path"])) add(key, at);
    if (key === "path" || key === "env") add(key, path);
    const sources = key === "files" || key === "envs" ? [path] : [];
    if (key === "configmapgenerator" || key === "secretgenerator")
      for (const at of each(path)) {
        sources.push(...members(at, ["files", "envs"]));
        for (const env of members(at, ["env"])) add(key, env);
      }
    for (const at of sources.flatMap(each)) {
      const name = valueAt(value, at);
      // `KEY=PATH` names the file behind the sign.
      if (typeof name === "string") names.push({ role: key, path: at, name: name.slice(name.indexOf("=") + 1) });
    }
  }
  return names;
}
