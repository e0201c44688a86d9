import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Problem, Source } from "../types.ts";
import { reasonOf, UsageError } from "./errors.ts";

export interface Collected {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * The manifests at paths, in the order of their names: files as they are, folders searched for `*.yaml`, `*.yml` and `*.json`, `-` for standard input.
 * In a folder, what git ignores, hidden folders and `node_modules` are passed over. Throws a UsageError for a path that does not exist.
 */
export async function collect(paths: readonly string[]): Promise<Collected> {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  const add = (file: string, bytes: Uint8Array, named: boolean): void => {
    if (sources.has(file) && !named) return;
    const text = decode(bytes);
    if (text === undefined)
      problems.push(unreadable(file, "it is a binary file, not a manifest. Rename it, or leave it out"));
    else sources.set(file, { file, text, named });
  };
  for (const path of paths.length > 0 ? paths : ["."]) {
    if (path === "-") add("-", readFileSync(0), true);
    else {
      for (const { file, named } of await filesAt(path)) {
        const bytes = readBytes(file);
        if (bytes instanceof Uint8Array) add(shown(file), bytes, named);
        else if (bytes) problems.push(unreadable(shown(file), bytes.reason));
      }
    }
  }
  return { sources: [...sources.values()].sort(byFile), problems };
}

/** How a path is printed: from the working directory, with `/`, without `./`. */
export function shown(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join("/") || ".";
}

interface FoundFile {
  readonly file: string;
  /** The user named it, rather than a folder that holds it. */
  readonly named: boolean;
}

async function filesAt(path: string): Promise<FoundFile[]> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) return (await manifestsIn(path)).map((file) => ({ file, named: false }));
  if (lstatSync(path, { throwIfNoEntry: false })) return [{ file: path, named: true }];
  if (!/[*?[{]/.test(path))
    throw new UsageError(
      `${path}: there is no such file or folder. Check the path; it is taken from ${process.cwd()}.`,
    );
  const { minimatch } = await import("minimatch");
  const pattern = shown(path);
  const files = (await listFiles(".")).filter((file) =>
    minimatch(shown(file), pattern, { dot: true, nocomment: true, nonegate: true }),
  );
  if (files.length === 0)
    throw new UsageError(`${path}: no file matches. Quote the pattern, and give it as seen from ${process.cwd()}.`);
  return files.map((file) => ({ file, named: false }));
}

async function manifestsIn(folder: string): Promise<string[]> {
  return (await listFiles(folder)).filter((file) => /\.(ya?ml|json)$/i.test(file));
}

async function listFiles(folder: string): Promise<string[]> {
  const names = (await gitFiles(folder)) ?? walk(folder);
  return names.filter((name) => !name.split("/").slice(0, -1).some(isSkipped)).map((name) => join(folder, name));
}

function isSkipped(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

/** What git tracks, and what is new and not ignored; `undefined` outside a repository. */
async function gitFiles(folder: string): Promise<string[] | undefined> {
  if (!isInRepository(resolve(folder))) return undefined;
  // Loaded here: a single file needs no git, and this module costs 4 ms.
  const { execFileSync } = await import("node:child_process");
  try {
    const options = [
      "-c",
      "core.fsmonitor=false",
      "ls-files",
      "-z",
      "--cached",
      "--others",
      "--exclude-standard",
      "--deduplicate",
    ];
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: "0" };
    const listing = execFileSync("git", options, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return listing
      .split("\0")
      .filter((name) => name !== "" && lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
  } catch {
    // No git, or a repository that it won't open: the folder itself tells.
    return undefined;
  }
}

function isInRepository(folder: string): boolean {
  return existsSync(join(folder, ".git")) || (dirname(folder) !== folder && isInRepository(dirname(folder)));
}

function walk(folder: string, prefix = ""): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    if (entry.isDirectory()) return isSkipped(entry.name) ? [] : walk(folder, `${name}/`);
    return [name];
  });
}

/** A file's bytes, why they can't be had, or nothing for what is no file at all (a submodule, a link to a folder). */
function readBytes(file: string): Uint8Array | { readonly reason: string } | undefined {
  try {
    return statSync(file).isDirectory() ? undefined : readFileSync(file);
  } catch (error) {
    const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
    return { reason: isLink ? "it is a link that leads nowhere" : reasonOf(error) };
  }
}

/** UTF-8 text with its BOM kept; `undefined` where the bytes are none. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function unreadable(file: string, reason: string): Problem {
  return { severity: "error", file, line: 1, message: `This file could not be read: ${reason.replace(/\.?$/, ".")}` };
}

function byFile(a: Source, b: Source): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
