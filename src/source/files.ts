import { fstatSync, lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { findPatternDefect, matchesPattern } from "../pod/patterns.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { codeOf, reasonOf, UsageError } from "./errors.ts";
import { entriesOf, isSkipped } from "./folders.ts";

export interface Collected {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * The manifests at paths, in the order of their names: files as they are, folders searched for `*.yaml`, `*.yml` and `*.json`, `-` for standard input.
 * In a folder, what git ignores, hidden folders and `node_modules` are passed over. Throws a UsageError for a path that does not exist.
 */
export async function collect(paths: readonly string[]): Promise<Collected> {
  const found = new Map<string, Found>();
  for (const path of paths.length > 0 ? paths : ["."])
    for (const each of await filesAt(path)) if (each.named || !found.has(each.file)) found.set(each.file, each);
  return read([...found.values()].sort(byFile));
}

/** The texts of files that are known to be wanted. */
export function readFiles(files: readonly string[]): Promise<Collected> {
  return read(files.map((file) => ({ file, named: false })));
}

async function read(found: readonly Found[]): Promise<Collected> {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const each of found) {
    const text = each.file === "-" ? await standardInput() : textOf(each);
    if (typeof text === "string") sources.push({ file: each.file, text, named: each.named });
    else if (text) problems.push(unreadable(each.file, text));
    if (text === "" && each.file === "-") problems.push(silence);
  }
  return { sources, problems };
}

interface Found {
  /** As it is printed, and as it can be opened. */
  readonly file: string;
  /** The user named it, rather than a folder that holds it. */
  readonly named: boolean;
  /** Why it can't be read, where that is known already. */
  readonly reason?: string | undefined;
  /** Whether it is known to be a file. */
  readonly isFile?: boolean | undefined;
}

async function filesAt(path: string): Promise<Found[]> {
  if (path === "-") return [{ file: path, named: true }];
  const kind = kindOf(path);
  if (kind === "file") return [{ file: shown(path), named: true }];
  if (kind === "folder") return (await listFiles(path)).filter(({ file, reason }) => reason || isManifest(file));
  if (!wildcard.test(path)) throw missing(path);
  const files = await filesMatching(path);
  if (files.length > 0) return files;
  throw new UsageError(
    `"${path}": no file matches, seen from ${process.cwd()}. What git ignores, hidden folders and node_modules are passed over.`,
  );
}

/** Where a pattern stops being a plain path. */
const wildcard = /[*?[{]|[!+@]\(/;

function missing(path: string): UsageError {
  return new UsageError(`"${path}": there is no such file or folder, seen from ${process.cwd()}.`);
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    // What is there and can't be reached is a file: reading it says why.
    return isMissing(error) && !isLink(path) ? undefined : "file";
  }
}

async function filesMatching(path: string): Promise<Found[]> {
  const isMatch = matcherFor(path);
  // The folder of the first wildcard: it is named, be it hidden or outside the working directory.
  const base = dirname(`${path.slice(0, path.search(wildcard))}x`);
  return kindOf(base) === "folder" ? (await listFiles(base)).filter(({ file }) => isMatch(file)) : [];
}

/** Which files a path with wildcards means. One that takes files of any kind, such as `k8s/*`, means the manifests among them. */
function matcherFor(path: string): (file: string) => boolean {
  const pattern = shown(path);
  // Steps that lead up are the same in both, and are no names.
  const [up = ""] = /^(\.\.\/)*/.exec(pattern) ?? [];
  const own = pattern.slice(up.length);
  const defect = findPatternDefect(own);
  if (defect) throw new UsageError(`The pattern ${JSON.stringify(path)} ${defect}.`);
  const takesAny = /(^|\/)(\*+|!\([^/]*\))$/.test(pattern);
  return (file) => file.startsWith(up) && matchesPattern(own, file.slice(up.length)) && (!takesAny || isManifest(file));
}

async function listFiles(folder: string): Promise<Found[]> {
  const entries = await entriesOf(folder);
  const place = shown(folder);
  // What holds the working directory has other names from there.
  const isAround = /^\.\.(\/\.\.)*$/.test(place);
  const fileOf = (name: string) => {
    if (name === "") return place;
    if (place === ".") return name;
    return isAround ? shown(join(folder, name)) : `${place}/${name}`;
  };
  return entries.map(({ name, reason, isFile }) => ({ file: fileOf(name), named: false, reason, isFile }));
}

/** Whether a file in a folder is taken for a manifest, by its name. Our own files are none. */
export function isManifest(file: string): boolean {
  return /\.(ya?ml|json)$/i.test(file) && !/(^|\/)\.secctx(-baseline)?\.\w+$/.test(file);
}

/** Whether a file lies at one of the paths, as `collect` would find it there. Throws a UsageError for a path that does not exist. */
export function liesAt(paths: readonly string[]): (file: string) => boolean {
  const places = (paths.length > 0 ? paths : ["."]).map(placeAt);
  return (file) => places.some((isIn) => isIn(file));
}

function placeAt(path: string): (file: string) => boolean {
  if (path === "-") throw new UsageError("-: standard input has nothing to compare with: leave out --changed.");
  const kind = kindOf(path);
  const name = shown(path);
  if (kind === "file") return (file) => file === name;
  if (kind === "folder") {
    const start = name === "." ? "" : `${name}/`;
    const isBelow = (file: string) => file.startsWith(start) && !(start === "" && file.startsWith("../"));
    return (file) =>
      isBelow(file) && isManifest(file) && !file.slice(start.length).split("/").slice(0, -1).some(isSkipped);
  }
  if (!wildcard.test(path)) throw missing(path);
  return matcherFor(path);
}

/** How a path is printed: from the working directory, with `/`, without `./`. */
export function shown(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join("/") || ".";
}

interface Unreadable {
  readonly line: number;
  readonly reason: string;
}

/** A file's text, why it can't be had, or nothing for what is no file (any more). */
function textOf({ file, named, reason, isFile }: Found): string | Unreadable | undefined {
  if (reason) return { line: 1, reason };
  try {
    if (!named && !isFile && !statSync(file).isFile()) return undefined;
    const text = readFileSync(file, "utf8");
    // What is no UTF-8 is no text, and what stands for it then may also have been written.
    return text.includes("\ufffd") || text.includes("\0") ? textIn(readFileSync(file)) : text;
  } catch (error) {
    if (isMissing(error) && isLink(file)) return { line: 1, reason: "it is a link that leads nowhere" };
    // Deleted, and git still has it. A name that is no UTF-8 can't be opened by what git or the folder says.
    return isMissing(error) && !named && !file.includes("\ufffd") ? undefined : { line: 1, reason: reasonOf(error) };
  }
}

function textIn(bytes: Uint8Array): string | Unreadable {
  return decode(bytes) ?? defectOf(bytes);
}

/** To its end, as a stream: a terminal or a slow pipe may have nothing yet. Of a folder a stream would make nothing at all. */
async function standardInput(): Promise<string | Unreadable> {
  try {
    if (fstatSync(0).isDirectory()) return textIn(readFileSync(0));
    const { buffer } = await import("node:stream/consumers");
    return textIn(await buffer(process.stdin));
  } catch (error) {
    return { line: 1, reason: reasonOf(error) };
  }
}

/** UTF-8 text with its BOM kept; `undefined` where the bytes are none. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Why bytes are no text. */
function defectOf(bytes: Uint8Array): Unreadable {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { line: 1, reason: "it is UTF-16 text. Save it as UTF-8" };
  if (bytes.includes(0)) return { line: 1, reason: "it is a binary file, not a manifest. Rename it, or leave it out" };
  const [before = ""] = new TextDecoder().decode(bytes).split("\ufffd", 1);
  return {
    line: before.split("\n").length,
    reason: "from this line on it is not UTF-8 text. Save it as UTF-8, or leave it out",
  };
}

/** A pipe whose first command failed brings nothing, and nothing passes. */
const silence: Problem = {
  severity: "note",
  file: "-",
  line: 1,
  message: "Nothing came through standard input. Did the command before the pipe fail?",
};

function unreadable(file: string, { line, reason }: Unreadable): Problem {
  return { severity: "error", file, line, message: `This file could not be read: ${reason.replace(/\.?$/, ".")}` };
}

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(codeOf(error));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function byFile(a: Found, b: Found): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
