import type { Container } from "../../pod/index.ts";
import { canonicalText, type Fields, isFields, type Value } from "../../yaml/index.ts";
import { mountsOf } from "./volumes.ts";

/**
 * How far a volume of a type reaches for a container, as the extent of a fact: what the container may do, with which source, below which path, such as
 * `write:hostPath:/var/log`. A folder reaches as far as all that is below it (`Fact.extent`). Without a container it is what the volume alone makes possible.
 */
export function reachOf(volume: Fields, type: string, container: Container | undefined): string[] {
  const source = volume[type];
  if (!isFields(source)) return [];
  const { path, readOnly, ...rest } = source;
  const origin = `${type}${encodeURIComponent(canonicalText(omitEmpty(rest)))}`;
  const mounts = container ? mountsOf(container.spec).filter(({ name }) => name === volume.name) : [];
  const all = mounts.length > 0 ? mounts : [{}];
  return all.flatMap((mount) => {
    const place = joinPaths(path, partOf(mount));
    return powersOf(mount, readOnly).map((power) => `${power}:${origin}:${place}`);
  });
}

/** The part of a volume that a mount shows, as far as it is certain: a variable in `subPathExpr` may stand for anything below. */
function partOf({ subPath, subPathExpr }: Fields): Value | undefined {
  if (typeof subPath === "string" && subPath !== "") return subPath;
  return typeof subPathExpr === "string" ? subPathExpr.replace(/(^|\/)[^/]*\$\(.*$/s, "") : undefined;
}

/** What a mount lets a container do with what it shows. Without propagation it sees nothing that is mounted below it later. */
function powersOf(mount: Fields, isSourceReadOnly: Value | undefined): string[] {
  return [
    "read",
    ...(mount.readOnly === true || isSourceReadOnly === true ? [] : ["write"]),
    // What is mounted below a read-only mount may be written all the same.
    ...(mount.recursiveReadOnly === "Enabled" ? [] : ["write-below"]),
    ...(mount.mountPropagation === "HostToContainer" || mount.mountPropagation === "Bidirectional" ? ["follow"] : []),
    ...(mount.mountPropagation === "Bidirectional" ? ["share"] : []),
  ];
}

/** What is null or the empty text is as good as left out. */
function omitEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ""));
}

/** An absolute path without `.`, `..` and doubled slashes; each name is encoded, so that it holds neither white space nor a slash. */
function joinPaths(...parts: readonly (Value | undefined)[]): string {
  const steps: string[] = [];
  for (const step of parts
    .filter((part) => typeof part === "string")
    .join("/")
    .split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(encodeURIComponent(step));
  }
  return `/${steps.join("/")}`;
}
