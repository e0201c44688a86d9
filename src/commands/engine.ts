import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** A part of the program, while it runs. */
interface Part {
  readonly script: Script;
  /** Where its code is kept. */
  readonly file: string;
  /** How well its code was known when it was kept; `undefined` where none is. */
  readonly season: number | undefined;
}

const { XDG_CACHE_HOME, HOME, USERPROFILE, NODE_DISABLE_COMPILE_CACHE } = process.env;
const folder = join(XDG_CACHE_HOME || join(HOME || USERPROFILE || "", ".cache"), "secctx/code");
const isOff = NODE_DISABLE_COMPILE_CACHE !== undefined || !isAbsolute(folder);
const parts: Part[] = [];
let manifests = 0;
let undo = () => {};

/**
 * Loads a part of the bundle, which is a script (scripts/build.ts). What V8 compiles of it is kept between runs in the user's own cache, with what V8
 * learned of its functions: together a third of a short run and more. `digest` stands for the text of all parts. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
export async function loadPart(url: URL, digest: string): Promise<unknown> {
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, "latin1");
  const file = join(folder, [basename(filename, ".index.js"), digest, process.version, process.arch].join("-"));
  const kept = isOff ? undefined : keptCode(file);
  const isKeeping = kept !== undefined || (!isOff && mayKeep());
  const compile = () => new Script(source, { filename, cachedData: kept?.code });
  const script = isKeeping && !kept ? await wholly(compile) : compile();
  // Of another V8, or of one with other flags: the next run makes its own.
  if (script.cachedDataRejected) remove(file);
  else if (isKeeping) {
    if (parts.length === 0) process.once("exit", keep);
    parts.push({ script, file, season: kept?.season });
  }
  return script.runInThisContext()({ url: url.href });
}

/** By itself V8 compiles a function when it is called first: what a later run calls would never be kept. */
async function wholly<T>(compile: () => T): Promise<T> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--no-lazy");
  try {
    return compile();
  } finally {
    // Node's own modules are compiled already, for the flags that it starts with.
    setFlagsFromString("--lazy");
  }
}

/** The first bytes of a file say how well its code was known. Code that somebody else wrote is not run. */
const header = 8;

function keptCode(file: string): { readonly code: Buffer; readonly season: number } | undefined {
  try {
    const handle = openSync(file, "r");
    try {
      if (process.getuid && fstatSync(handle).uid !== process.getuid()) return undefined;
      const bytes = readFileSync(handle);
      return { code: bytes.subarray(header), season: bytes.readUInt8() };
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

function mayKeep(): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Keeps what is not kept yet, and what a run knows better that went through more than twice as much. Nothing is lost where it can't be. */
function keep(): void {
  const season = Math.min(7, Math.floor(Math.log2(manifests + 1)));
  const news = parts.filter((part) => part.season === undefined || part.season < season);
  if (news.length > 0) undo();
  for (const { script, file } of news) {
    const unfinished = `${file}.${process.pid}`;
    const start = Buffer.alloc(header);
    start.writeUInt8(season);
    try {
      // Whole and on the disk before it has its name: V8 believes what it reads.
      writeFileSync(unfinished, Buffer.concat([start, script.createCachedData()]), {
        mode: 0o600,
        flag: "wx",
        flush: true,
      });
      renameSync(unfinished, file);
    } catch {
      remove(unfinished);
    }
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It is not ours to remove, and does no harm.
  }
}

/**
 * To be called before so many manifests are gone through. Of what is made for the first of them most is still in use when V8, which begins with little
 * room, looks for what is not: it would take that for the rule, and keep what is made of all others for long, a tenth of a long run's time. In a short
 * one it is cheaper to let it, since what Node.js loads of its own from here on is compiled anew.
 */
export async function expectMany(count: number): Promise<void> {
  manifests += count;
  if (count < 500) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--no-allocation-site-pretenuring");
  undo = () => setFlagsFromString("--allocation-site-pretenuring");
}
