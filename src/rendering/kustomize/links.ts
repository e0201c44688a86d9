import { lstatSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isWithin } from "../../source/links.ts";

/** What stands at a path: `path` is where its links lead. */
export interface Found {
  readonly kind: "file" | "folder" | "other";
  readonly path: string;
}

/** More links on one way than people make. */
const mostLinks = 40;

/**
 * Finds what stands at an absolute path without following a link that leaves the repository: "outside" then. Each link on the way goes into `links`,
 * with what it leads to.
 */
export function findInside(
  repository: string,
  path: string,
  links: Map<string, string>,
): Found | "outside" | undefined {
  if (!isWithin(repository, path)) return "outside";
  let found: Found = { kind: "folder", path: repository };
  let rest = relative(repository, path).split(sep);
  for (let hops = 0; rest.length > 0; ) {
    const [step = "", ...others] = rest;
    rest = others;
    if (step === "") continue;
    // It holds logins, and nothing that is deployed.
    if (step === ".git") return "outside";
    const next = join(found.path, step);
    const stat = found.kind === "folder" ? statOf(next) : undefined;
    if (!stat) return undefined;
    if (!stat.isSymbolicLink()) {
      found = { kind: stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other", path: next };
      continue;
    }
    const target = resolve(found.path, readlinkSync(next));
    if (!isWithin(repository, target)) return "outside";
    if (++hops > mostLinks) return undefined;
    links.set(next, target);
    found = { kind: "folder", path: repository };
    rest = [...relative(repository, target).split(sep), ...rest];
  }
  return found;
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A name that no file can have: too long, or with a zero in it.
    return undefined;
  }
}

/** The text of a file; `undefined` for one that is too large to be a manifest, or can't be read. */
export function textOfFile(path: string): string | undefined {
  try {
    return lstatSync(path).size > 2 ** 24 ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
