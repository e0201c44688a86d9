import type { TarEntry } from "../../tar.ts";
import { RegistryError } from "../errors.ts";

/** What layers leave, as far as file capabilities depend on it: the files that carry them, and the symbolic links that may lead to them. */
export interface FileSystem {
  readonly root: Place;
  /** How many places are remembered. */
  size: number;
}

/** A file or a folder. One with neither content nor children is not remembered. */
export interface Place {
  readonly children: Map<string, Place>;
  content?: CapableFile | SymbolicLink;
  /** The layer that wrote it, from 0. */
  layer: number;
}

/** A file with capabilities, shared by its hard links. */
export interface CapableFile {
  capabilities: readonly string[];
}

export interface SymbolicLink {
  readonly target: string;
}

/** More than any image has of capable files and symbolic links with their folders, of folders in each other, and of ways to its capable files. */
const mostPlaces = 500_000;
const deepest = 1000;
const mostWays = 10_000;
/** The most links on the way to one file (Linux, MAXSYMLINKS). */
const mostLinks = 40;

/** A file system that no layer has written to yet. */
export function emptyFileSystem(): FileSystem {
  return { root: { children: new Map(), layer: 0 }, size: 0 };
}

/**
 * Puts an entry of a layer on what the layers below have left (OCI image-spec, "Image Layer Filesystem Changeset"; containerd pkg/archive applyNaive): a
 * whiteout takes away what lower layers have, an opaque one all that they have in its folder; a file replaces what was there, a folder only a file.
 */
export function applyEntry(system: FileSystem, entry: TarEntry, capabilities: readonly string[], layer: number): void {
  const path = resolvePlace(system, entry.path);
  const name = path.at(-1);
  if (name === undefined) return;
  if (path.length > deepest) throw new RegistryError("its layers hold deeper folders than any image needs");
  if (name === opaque) removeLower(system, path.slice(0, -1), layer);
  else if (name.startsWith(whiteout)) removeLower(system, [...path.slice(0, -1), name.slice(whiteout.length)], layer);
  else if (entry.type === "directory") removeFile(system, path);
  else if (entry.type === "hard link") applyHardLink(system, path, entry, capabilities, layer);
  else {
    removePlace(system, path);
    if (entry.type === "symbolic link") put(system, path, { target: entry.target }, layer);
    else if (capabilities.length > 0) put(system, path, { capabilities }, layer);
  }
}

/** All names of a file have its capabilities, whichever of them an archive tells. */
function applyHardLink(
  system: FileSystem,
  path: readonly string[],
  entry: TarEntry,
  capabilities: readonly string[],
  layer: number,
): void {
  const target = resolvePlace(system, entry.target);
  if (target.join("/") === path.join("/")) return;
  const content = findPlace(system.root, target)?.content;
  removePlace(system, path);
  if (content && "capabilities" in content && entry.capability) content.capabilities = capabilities;
  const shared = content ?? (capabilities.length > 0 ? { capabilities } : undefined);
  if (!shared) return;
  put(system, path, shared, layer);
  if (!content) put(system, target, shared, layer);
}

/** The steps to a file, whose folder may be reached by links; the file itself may be one. */
function resolvePlace(system: FileSystem, path: string): string[] {
  const steps = splitPath(path);
  const folder = steps.slice(0, -1);
  return [...(resolveSteps(system, folder) ?? folder), ...steps.slice(-1)];
}

const whiteout = ".wh.";
const opaque = ".wh..wh..opq";

/** The capable files by their paths from the root, with every path by which links lead to them, sorted. */
export function listCapableFiles(system: FileSystem): Record<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const links: string[][] = [];
  visit(system.root, [], (path, { content }) => {
    if (!content) return;
    if ("target" in content) links.push([...path]);
    else if (content.capabilities.length > 0) found.set(`/${path.join("/")}`, content.capabilities);
  });
  const files = [...found];
  const places = new Set(files.flatMap(([path]) => listPrefixes(path)));
  // /bin/ping is /usr/bin/ping where /bin is a link: people write either.
  for (const link of links) {
    const place = `/${resolveSteps(system, link)?.join("/")}`;
    if (!places.has(place)) continue;
    for (const [path, capabilities] of files)
      if (path === place || path.startsWith(`${place}/`))
        found.set(`/${link.join("/")}${path.slice(place.length)}`, capabilities);
    if (found.size > mostWays) throw new RegistryError("its layers hold more capable files than any image needs");
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `/usr/bin/ping`, `/usr/bin` and `/usr`. */
function listPrefixes(path: string): string[] {
  const steps = path.slice(1).split("/");
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join("/")}`);
}

/** The steps of a path, of which none is `.` or leads out of the root. */
export function splitPath(path: string): string[] {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps;
}

/** Follows the symbolic links in a path, within the root; `undefined` where they lead in a circle. */
function resolveSteps({ root }: FileSystem, path: readonly string[]): string[] | undefined {
  let done: string[] = [];
  const open = path.toReversed();
  for (let links = 0; open.length > 0; ) {
    const step = open.pop() ?? "";
    if (step === "..") {
      done.pop();
      continue;
    }
    const content = findPlace(root, [...done, step])?.content;
    if (!content || !("target" in content)) done.push(step);
    else {
      if (++links > mostLinks) return undefined;
      if (content.target.startsWith("/")) done = [];
      open.push(
        ...content.target
          .split("/")
          .filter((each) => each !== "" && each !== ".")
          .reverse(),
      );
    }
  }
  return done;
}

function findPlace(root: Place, path: readonly string[]): Place | undefined {
  let place: Place | undefined = root;
  for (const step of path) place = place?.children.get(step);
  return place;
}

function put(system: FileSystem, path: readonly string[], content: CapableFile | SymbolicLink, layer: number): void {
  let place = system.root;
  for (const step of path) {
    let next = place.children.get(step);
    if (!next) {
      next = { children: new Map(), layer };
      place.children.set(step, next);
      if (++system.size > mostPlaces) throw new RegistryError("its layers hold more links than any image needs");
    }
    place = next;
  }
  place.content = content;
  place.layer = layer;
}

/** Takes away a place and all that is in it. */
function removePlace(system: FileSystem, path: readonly string[]): void {
  const folder = findPlace(system.root, path.slice(0, -1));
  const name = path.at(-1) ?? "";
  const place = folder?.children.get(name);
  if (!place) return;
  folder?.children.delete(name);
  visit(place, [], () => {
    system.size--;
  });
}

/** Takes away a file or a link where a folder comes. */
function removeFile(system: FileSystem, path: readonly string[]): void {
  const place = findPlace(system.root, path);
  if (place) delete place.content;
}

/** Takes away what lower layers have put at a path and below. */
function removeLower(system: FileSystem, path: readonly string[], layer: number): void {
  const place = findPlace(system.root, path);
  if (!place) return;
  visit(place, [], (_, each) => {
    if (each.layer < layer) delete each.content;
  });
}

function visit(place: Place, path: string[], see: (path: readonly string[], place: Place) => void): void {
  see(path, place);
  for (const [name, child] of place.children) {
    path.push(name);
    visit(child, path, see);
    path.pop();
  }
}

/** A file system as text. What it has is of lower layers to all that come later. */
export function stringifyFileSystem(system: FileSystem): string {
  const links: [path: string, target: string][] = [];
  const files = new Map<CapableFile, string[]>();
  visit(system.root, [], (path, { content }) => {
    if (!content) return;
    if ("target" in content) links.push([path.join("/"), content.target]);
    else files.set(content, [...(files.get(content) ?? []), path.join("/")]);
  });
  return JSON.stringify({ links, files: [...files].map(([{ capabilities }, paths]) => [capabilities, paths]) });
}

/** Parses what `stringifyFileSystem` has made; throws an error for anything else. */
export function parseFileSystem(text: string): FileSystem {
  const system = emptyFileSystem();
  const { links, files } = JSON.parse(text);
  for (const [path, target] of links) put(system, splitPath(path), { target: String(target) }, 0);
  for (const [capabilities, paths] of files) {
    const file: CapableFile = { capabilities: capabilities.map(String) };
    for (const path of paths) put(system, splitPath(path), file, 0);
  }
  return system;
}
