import { fstatSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isKustomization, saysObject } from "../pod/index.ts";
import { findPatternDefect, matchesPattern } from "../pod/patterns.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { reasonOf, UsageError } from "./errors.ts";
import { findRepository, isSkipped, listEntries } from "./folders.ts";
import { isLink, isMissing, isWithin, leadsOut } from "./links.ts";
import { decodeText, type Glimpse, isOrdinary, linkWithin, seeNothing } from "./texts.ts";

/** Texts, and what could not be read. */
export interface Collected {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the manifests at paths, sorted by name: a file as it is, the `*.yaml`, `*.yml` and `*.json` below a folder, the files that match a pattern, and
 * standard input for `-`; of these only what is wanted. Below a folder, what git ignores, hidden folders and `node_modules` are passed over. No link is
 * followed out of the repository. Throws a UsageError for a path that does not exist.
 */
export async function collect(
  paths: readonly string[],
  isWanted: (found: Pick<FoundFile, "file" | "named">) => boolean = () => true,
): Promise<Collected> {
  const found = new Map<string, FoundFile>();
  for (const path of paths.length > 0 ? paths : ["."])
    for (const each of await findFiles(path))
      if (isWanted(each) && (each.named || !found.has(each.file))) found.set(each.file, each);
  return readAll(
    [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    (file) => found.has(file),
  );
}

/** Reads files of the repository, among those that are wanted. One that is gone is left out. */
export function readFiles(files: readonly string[], isWanted: (file: string) => boolean): Promise<Collected> {
  const boundary = boundaryAround(".");
  return readAll(
    files.map((file) => ({ file, named: false, boundary })),
    isWanted,
  );
}

/** Reads files. A link to one that is judged under its own name is passed over. */
async function readAll(files: readonly FoundFile[], isJudged: (file: string) => boolean): Promise<Collected> {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const each of files) {
    const { file, named } = each;
    const text = file === "-" ? await readStandardInput() : readText(each, isJudged);
    if (typeof text === "string" && !named && isOwnFile(file, text)) continue;
    if (typeof text === "string") sources.push({ file, text, named });
    else if (text) sources.push({ file, named, ...text });
    if (text === "" && file === "-") problems.push(emptyInput);
  }
  return { sources, problems };
}

interface FoundFile {
  /** Its path, both to be printed and to be opened. */
  readonly file: string;
  /** Whether the user named the file itself, rather than a folder or a pattern. */
  readonly named: boolean;
  /** Why it can't be read, where that is known already. */
  readonly reason?: string | undefined;
  /** Whether it is known to be a file. */
  readonly isFile?: boolean | undefined;
  /** The folder that links must not leave. Without one, every link is followed: the user named a path elsewhere. */
  readonly boundary?: string | undefined;
}

async function findFiles(path: string): Promise<FoundFile[]> {
  if (path === "-") return [{ file: path, named: true }];
  const kind = kindOfPath(path);
  if (kind === "file") return [{ file: displayPath(path), named: true, boundary: ownBoundary(path) }];
  if (kind === "folder")
    return (await listFiles(path)).filter(({ file, reason }) => reason || isManifest(file) || isRootFile(file));
  if (!wildcard.test(path)) throw noSuchPath(path);
  const files = await findMatches(path);
  if (files.length > 0) return files;
  throw new UsageError(
    `"${path}": no file matches, seen from ${process.cwd()}. What git ignores, hidden folders and node_modules are passed over.`,
  );
}

/** Where a pattern stops being a plain path. */
const wildcard = /[*?[{]|[!+@]\(/;

function noSuchPath(path: string): UsageError {
  return new UsageError(`"${path}": there is no such file or folder, seen from ${process.cwd()}.`);
}

function kindOfPath(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    // What exists and can't be reached counts as a file, so that reading it says why.
    return isMissing(error) && !isLink(path) ? undefined : "file";
  }
}

async function findMatches(path: string): Promise<FoundFile[]> {
  const isMatch = matcherFor(path);
  // The user named the folder of the first wildcard, even if it is hidden or outside of the working directory.
  const folder = dirname(`${path.slice(0, path.search(wildcard))}x`);
  return kindOfPath(folder) === "folder" ? (await listFiles(folder)).filter(({ file }) => isMatch(file)) : [];
}

/** Which files a path with wildcards means. One that takes files of any kind, such as `k8s/*`, means the manifests among them. */
function matcherFor(path: string): (file: string) => boolean {
  const pattern = displayPath(path);
  // A leading `..` is not a name to be matched, and is the same in both.
  const [up = ""] = /^(\.\.\/)*/.exec(pattern) ?? [];
  const own = pattern.slice(up.length);
  const defect = findPatternDefect(own);
  if (defect) throw new UsageError(`The pattern ${JSON.stringify(path)} ${defect}.`);
  const takesAnyKind = /(^|\/)(\*+|!\([^/]*\))$/.test(pattern);
  return (file) =>
    file.startsWith(up) && matchesPattern(own, file.slice(up.length)) && (!takesAnyKind || isManifest(file));
}

/** The repository around the working directory, or that itself, if a path lies below it by its name. */
function ownBoundary(path: string): string | undefined {
  const own = findRepository(process.cwd()) ?? process.cwd();
  return isWithin(own, resolve(path)) ? own : undefined;
}

/** The folder out of which no link is followed that is found below a path. */
function boundaryAround(path: string): string {
  return ownBoundary(path) ?? findRepository(resolve(path)) ?? resolve(path);
}

async function listFiles(folder: string): Promise<FoundFile[]> {
  const place = displayPath(folder);
  const boundary = boundaryAround(folder);
  if (leadsOut(boundary, folder)) throw new UsageError(`${JSON.stringify(place)}: ${reasonOutside}.`);
  const entries = await listEntries(folder);
  // Below a folder around the working directory, some files have shorter names from there.
  const isAround = /^\.\.(\/\.\.)*$/.test(place);
  const pathOf = (name: string) => {
    if (name === "") return place;
    if (place === ".") return name;
    return isAround ? displayPath(join(folder, name)) : `${place}/${name}`;
  };
  return entries.map(({ name, reason, isFile }) => ({ file: pathOf(name), named: false, reason, isFile, boundary }));
}

/** Whether a file makes its folder a chart or an overlay. */
export function isRootFile(file: string): boolean {
  return /(^|\/)Chart\.yaml$/.test(file) || isKustomization(file);
}

/** Whether the name of a file in a folder is one of a manifest. */
export function isManifest(file: string): boolean {
  return /\.(ya?ml|json)$/i.test(file);
}

/** Whether a file is a configuration or a baseline of ours, and not only called like one: a manifest under our names is judged. */
function isOwnFile(file: string, text: string): boolean {
  return /(^|\/)\.secctx(-baseline)?\.\w+$/.test(file) && !saysObject(text);
}

/**
 * Whether a changed file is among the manifests at the paths. What git tracks in hidden folders and `node_modules` is too, unlike for `collect`: a change must
 * not put a manifest where nobody looks. Throws a UsageError for a path that does not exist.
 */
export function liesAt(paths: readonly string[]): ChangedFileTest {
  const tests = (paths.length > 0 ? paths : ["."]).map(liesAtPath);
  return (file, isTracked) => tests.some((test) => test(file, isTracked));
}

/** Whether a file of a change is wanted, which git tracks or not. */
export type ChangedFileTest = (file: string, isTracked: boolean) => boolean;

function liesAtPath(path: string): ChangedFileTest {
  if (path === "-") throw new UsageError("-: standard input has nothing to compare with: leave out --changed.");
  const kind = kindOfPath(path);
  const name = displayPath(path);
  if (kind === "file") return (file) => file === name;
  if (kind === "folder") {
    const start = name === "." ? "" : `${name}/`;
    const isBelow = (file: string) => file.startsWith(start) && !(start === "" && file.startsWith("../"));
    const isInSkipped = (file: string) => file.slice(start.length).split("/").slice(0, -1).some(isSkipped);
    return (file, isTracked) => isBelow(file) && isManifest(file) && (isTracked || !isInSkipped(file));
  }
  if (!wildcard.test(path)) throw noSuchPath(path);
  return matcherFor(path);
}

/** A path as it is printed: from the working directory, with `/`, without `./`. */
export function displayPath(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join("/") || ".";
}

/** The text of a file, why it can't be read, or `undefined` for what is not a file (any more). */
function readText(
  { file, named, reason, isFile, boundary }: FoundFile,
  isJudged: (file: string) => boolean,
): string | Glimpse | undefined {
  if (reason) return seeNothing(reason);
  try {
    const entry = isFile ? undefined : lstatSync(file);
    if (entry?.isSymbolicLink()) {
      if (boundary !== undefined && leadsOut(boundary, file)) return seeNothing(reasonOutside);
      if (!named && isJudged(displayPath(realpathSync(file)))) return { text: "", unread: linkWithin };
    }
    if (!named && !isFile && !statSync(file).isFile()) return undefined;
    return isFile || entry?.isFile() ? readWholeFile(file) : decodeText(readFileSync(file));
  } catch (error) {
    if (isMissing(error) && isLink(file)) return seeNothing("it is a link that leads nowhere");
    // git still lists a file that is deleted. But a name that is not UTF-8 exists, and can't be opened by what was made of it.
    return isMissing(error) && !named && !file.includes("\ufffd") ? undefined : seeNothing(reasonOf(error));
  }
}

/** Reads a file as UTF-8, which nearly all are: that takes a third less time than decoding its bytes. A file that is not is read again. */
function readWholeFile(file: string): string | Glimpse {
  const text = readFileSync(file, "utf8");
  return isOrdinary(text) ? text : decodeText(readFileSync(file));
}

const reasonOutside =
  "a link takes it outside of the repository, and such a link is not followed. Name what it leads to, or put the manifests in its place";

/** Reads standard input to its end, however slow it is. */
async function readStandardInput(): Promise<string | Glimpse> {
  try {
    // A stream makes nothing of a folder; reading it says what is wrong.
    if (fstatSync(0).isDirectory()) return decodeText(readFileSync(0));
    const { buffer } = await import("node:stream/consumers");
    return decodeText(await buffer(process.stdin));
  } catch (error) {
    return seeNothing(reasonOf(error));
  }
}

/** A command that fails before a pipe sends nothing, which must not look like a pass. */
const emptyInput: Problem = {
  severity: "note",
  file: "-",
  line: 1,
  message: "Nothing came through standard input. Did the command before the pipe fail?",
};
