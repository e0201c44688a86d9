import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { reasonOf, UsageError } from "../source/errors.ts";

/** The folder of our own for one run of the program, removed when that ends. */
export function scratchFolder(): string {
  scratch ??= makeScratch();
  return scratch;
}

let scratch: string | undefined;

function makeScratch(): string {
  process.on("exit", leaveNothing);
  // Before the others, who may hear a signal only once.
  for (const signal of signals) process.prependListener(signal, endBySignal);
  try {
    return mkdtempSync(join(realpathSync(tmpdir()), "secctx-render-"));
  } catch (error) {
    throw new UsageError(
      `Charts and overlays are rendered in a folder in ${tmpdir()}, which can't be made: ${reasonOf(error)}. Set TMPDIR to a folder that you may write to.`,
    );
  }
}

/** What ends the tools that run. */
const running = new Set<() => void>();

/** Calls a function when this process ends before it is untracked, whatever ends it but SIGKILL. */
export function endWithUs(stop: () => void): () => void {
  running.add(stop);
  return () => running.delete(stop);
}

function leaveNothing(): void {
  for (const stop of running) stop();
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function endBySignal(signal: NodeJS.Signals): void {
  // Where no tool runs, whoever else hears it ends the process in order.
  if (running.size === 0 && process.listenerCount(signal) > 1) return;
  leaveNothing();
  for (const each of signals) process.off(each, endBySignal);
  process.kill(process.pid, signal);
}

/** Gives a function a folder for a copy, which is removed after it. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(scratchFolder(), "copy-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Absolute paths of files, and of the links on the way to them with what each leads to. */
export interface FilesAndLinks {
  readonly files: Iterable<string>;
  readonly links: ReadonlyMap<string, string>;
}

/** Copies files and links to where `inCopy` says; a file for which `changedText` has another text gets that. */
export function copyFiles(
  { files, links }: FilesAndLinks,
  inCopy: (path: string) => string,
  changedText: (file: string) => string | undefined,
): void {
  for (const file of files) copyFile(file, inCopy(file), changedText(file));
  // They stay within the repository, and so within the copy.
  for (const [link, target] of links) {
    mkdirSync(dirname(inCopy(link)), { recursive: true });
    symlinkSync(relative(dirname(link), target), inCopy(link));
  }
}

/** Copies a file, or writes another text in its place. */
export function copyFile(file: string, copy: string, changed?: string): void {
  mkdirSync(dirname(copy), { recursive: true });
  if (changed === undefined) copyFileSync(file, copy);
  else writeFileSync(copy, changed);
}

/** Writes a file, and the folders that it lies in. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
