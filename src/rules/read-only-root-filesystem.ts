import type { Container, Pod } from "../pod/index.ts";
import type { Fields, Patch, Value } from "../yaml/index.ts";
import type { FixOptions, Rule } from "./rule.ts";
import { volumesIn } from "./support/volumes.ts";
import { amongMounts, isMistyped, listed, siblings } from "./support/words.ts";
import { knownWritablePaths } from "./support/writable-paths.ts";

export const readOnlyRootFilesystem: Rule = {
  id: "read-only-root-filesystem",
  summary: "Containers must have a read-only root file system.",
  level: "hardened",
  references: { nsa: "Immutable container file systems", cwe: [732] },
  controls: [],

  *check(pod, { fix }) {
    if (pod.os === "windows") return;
    const writable = pod.containers.filter(
      (container) => !container.derived.readOnlyRoot && !isMistyped(container, "readOnlyRootFilesystem"),
    );
    const names: Names = { taken: volumeNames(pod), spare: spareVolumes(pod), counts: new Map() };
    for (const container of writable) {
      const { value, path, origin } = container.effective.readOnlyRootFilesystem;
      const folders = writableFolders(container, fix);
      yield {
        level: "hardened",
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `readOnlyRootFilesystem is ${value === false ? "false" : "not set, and unset means writable"}: an intruder in ${who} can change ` +
          `its programs and plant new ones. Set it to true, and mount a volume where the process writes${imageVolumes(container)}.`,
        fix: {
          title: `Set readOnlyRootFilesystem: true${folders.length > 0 ? ` and mount an emptyDir at ${listed(folders)}` : ""}`,
          safety: "review",
          risk: "fails if the process writes to a path that is not on a volume",
          patches: [
            { op: "set", path, value: true, among: siblings(pod, path) },
            ...folders.flatMap((folder) => mount(pod, container, folder, names)),
          ],
        },
      };
    }
  },
};

/** /tmp and what the image is known to write to, unless a volume is mounted there. Ephemeral containers can't bring a volume to a running pod. */
function writableFolders({ type, image, spec }: Container, { writablePaths }: FixOptions): string[] {
  if (type === "ephemeral") return [];
  const own = runsOwnProgram(spec) ? knownWritablePaths(image, writablePaths) : [];
  const folders = ["/tmp"].concat(own.map((path) => path.replace(/\/+$/, "")));
  return folders.filter((folder, index) => folders.indexOf(folder) === index && !isOnVolume(folder, spec));
}

/** Whether the image's program runs: a command of the manifest's own may be anything. */
function runsOwnProgram({ command }: Fields): boolean {
  return !Array.isArray(command) || command.length === 0;
}

/** The folders that the image itself wants volumes for. Of some runtimes (containerd) they stay writable, of others (CRI-O) not. */
function imageVolumes({ imageConfig, spec }: Container): string {
  const open = (imageConfig?.volumes ?? []).filter((folder) => !isOnVolume(folder, spec));
  return open.length > 0 ? `: the image declares ${open.length === 1 ? "a volume" : "volumes"} at ${listed(open)}` : "";
}

function isOnVolume(folder: string, { volumeMounts }: Fields): boolean {
  const path = withSlash(folder);
  return mappings(volumeMounts).some(
    ({ mountPath }) => typeof mountPath === "string" && path.startsWith(withSlash(mountPath)),
  );
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path.replace(/\/+$/, "/") : `${path}/`;
}

/** The names of volumes while mounts are made up: each that is given away is taken. */
interface Names {
  readonly taken: Set<string>;
  /** The pod's emptyDirs that nothing mounts, with their numbers. */
  readonly spare: ReadonlyMap<string, number>;
  /** The last number behind a name that was taken, too. */
  readonly counts: Map<string, number>;
}

/** An emptyDir of the container's own: one that stands unused under its name, else a new one. */
function mount(pod: Pod, container: Container, folder: string, names: Names): Patch[] {
  const { taken, spare: spares } = names;
  const base = folder.slice(1).replaceAll("/", "-");
  const wish = pod.containers.length > 1 ? `${base}-${container.name}`.slice(0, 60).replace(/-+$/, "") : base;
  const at = (each: string) => spares.get(each) ?? Number.POSITIVE_INFINITY;
  const first = at(wish) <= at(base) ? wish : base;
  const spare = spares.has(first) ? first : undefined;
  const name = spare !== undefined && !taken.has(`spare ${spare}`) ? spare : freeName(wish, names);
  taken.add(spare === name ? `spare ${name}` : name);
  const mounted: Patch = {
    op: "append",
    path: [...container.path, "volumeMounts"],
    value: { name, mountPath: folder },
    among: amongMounts,
  };
  return name === spare
    ? [mounted]
    : [mounted, { op: "append", path: [...pod.path, "volumes"], value: { name, emptyDir: {} } }];
}

function spareVolumes(pod: Pod): Map<string, number> {
  const spare = new Map<string, number>();
  for (const [index, { name, types, users }] of volumesIn(pod).entries())
    if (types.includes("emptyDir") && users.length === 0 && !spare.has(name)) spare.set(name, index);
  return spare;
}

function freeName(wish: string, { taken, counts }: Names): string {
  if (!taken.has(wish)) return wish;
  let count = counts.get(wish) ?? 2;
  while (taken.has(`${wish}-${count}`)) count++;
  counts.set(wish, count);
  return `${wish}-${count}`;
}

/** Names that a new volume must not have: the pod's volumes, and the claims that a StatefulSet makes into volumes. */
function volumeNames(pod: Pod): Set<string> {
  const { value } = pod.document;
  const root = pod.object.reduce<Value | undefined>(
    (inner, step) => (inner as Fields | undefined)?.[step],
    value,
  ) as Fields;
  const claims = (root.spec as Fields | undefined)?.volumeClaimTemplates;
  const names = mappings(pod.spec.volumes).map(({ name }) => name);
  const claimed = mappings(claims).map(({ metadata }) => (metadata as Fields | undefined)?.name);
  return new Set([...names, ...claimed].filter((name) => typeof name === "string"));
}

function mappings(value: Value | undefined): Fields[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === "object" && item !== null && !Array.isArray(item))
    : [];
}
