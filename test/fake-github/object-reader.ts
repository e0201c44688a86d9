import { spawn } from "node:child_process";
import { gitEnvironment } from "./git.ts";

export interface GitObject {
  readonly oid: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface ObjectReader {
  /** Reads the object that a name such as `<sha>` or `<sha>:<path>` stands for; null if there is none. */
  read(name: string): Promise<GitObject | null>;
  close(): Promise<void>;
}

interface Request {
  readonly name: string;
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (error: Error) => void;
}

/** One `git cat-file` for the life of a repository: a process for each blob would take most of the time. */
export function openObjectReader(folder: string): ObjectReader {
  const child = spawn("git", ["-C", folder, "cat-file", "--batch", "-z"], {
    env: gitEnvironment(),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const waiting: Request[] = [];
  let chunks: Buffer[] = [];
  let received = 0;
  let needed = 0;

  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    received += chunk.length;
    if (received < needed) return;
    let rest = Buffer.concat(chunks);
    needed = 0;
    for (let request = waiting[0]; request !== undefined; request = waiting[0]) {
      const answer = parse(rest, request.name);
      if (answer.object === undefined) {
        needed = answer.needed;
        break;
      }
      waiting.shift();
      rest = rest.subarray(answer.needed);
      request.resolve(answer.object);
    }
    chunks = [rest];
    received = rest.length;
  });
  child.once("close", () => {
    for (const request of waiting.splice(0)) request.reject(new Error(`no answer from git about ${request.name}`));
  });
  child.stdin.on("error", () => {});

  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (name === "" || name.includes("\0")) return resolve(null);
        waiting.push({ name, resolve, reject });
        child.stdin.write(`${name}\0`);
      }),
    close: () => {
      child.stdin.end();
      return ended;
    },
  };
}

/** The first answer in the output of git: an object, null if there is none, or undefined while bytes are missing. */
function parse(output: Buffer, name: string): { readonly needed: number; readonly object?: GitObject | null } {
  for (const reason of ["missing", "ambiguous"]) {
    const none = Buffer.from(`${name} ${reason}\n`);
    if (output.subarray(0, none.length).equals(none)) return { needed: none.length, object: null };
  }
  const end = output.indexOf("\n");
  const header = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(output.subarray(0, Math.max(end, 0)).toString());
  if (end < 0 || header === null) return { needed: output.length + 1 };
  const [, oid = "", type = "", size = ""] = header;
  const start = end + 1;
  const needed = start + Number(size) + 1;
  if (output.length < needed) return { needed };
  return { needed, object: { oid, type, content: Buffer.from(output.subarray(start, needed - 1)) } };
}
