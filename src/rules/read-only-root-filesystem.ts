import type { Container, Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Declined, Fix, FixOptions, Rule } from "./rule.ts";
import { hasOwnCommand } from "./support/capabilities.ts";
import { reviewFix } from "./support/fixes.ts";
import { isOnVolume, mountEmptyDir, type VolumeNames, volumeNamesIn } from "./support/mounts.ts";
import { siblingsOf } from "./support/placement.ts";
import { programsOf } from "./support/programs.ts";
import { isMistyped } from "./support/settings.ts";
import { enumerate } from "./support/wording.ts";
import { writablePathsOf } from "./support/writable-paths.ts";

export const readOnlyRootFilesystem: Rule = {
  id: "read-only-root-filesystem",
  summary: "Containers must have a read-only root file system.",
  level: "hardened",
  references: { nsa: "Immutable container file systems", cwe: [732] },
  controls: [],

  *check(pod, { fix }) {
    if (pod.runsOn === "windows") return;
    const writable = pod.containers.filter(
      (container) =>
        container.securityContext.readOnlyRootFilesystem !== true && !isMistyped(container, "readOnlyRootFilesystem"),
    );
    const names = volumeNamesIn(pod);
    for (const container of writable) {
      const { value, path, origin } = container.effective.readOnlyRootFilesystem;
      yield {
        level: "hardened",
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `readOnlyRootFilesystem is ${value === false ? "false" : "not set, and unset means writable"}: an intruder in ${who} can change ` +
          `its programs and plant new ones. Set it to true, and mount a volume where the process writes${describeImageVolumes(container)}.`,
        fix: makeReadOnly(pod, container, path, writableFolders(container, fix), names),
      };
    }
  },
};

function makeReadOnly(
  pod: Pod,
  container: Container,
  path: Path,
  folders: readonly string[],
  names: VolumeNames,
): Fix | Declined {
  const program = programsOf(container).find(({ needs }) => needs === "its own files");
  if (program) return { declined: `the container ${program.does}, which writes to its image's folders` };
  const mounts = folders.length > 0 ? ` and mount an emptyDir at ${enumerate(folders)}` : "";
  return reviewFix(
    `Set readOnlyRootFilesystem: true${mounts}`,
    "fails if the process writes to a path that is not on a volume",
    { op: "set", path, value: true, among: siblingsOf(pod, path) },
    ...folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names)),
  );
}

/** /tmp and what the image is known to write to, unless a volume is mounted there. Ephemeral containers can't bring a volume to a running pod. */
function writableFolders({ type, image, spec }: Container, { writablePaths }: FixOptions): string[] {
  if (type === "ephemeral") return [];
  // A command of the manifest's own may be anything.
  const known = hasOwnCommand(spec) ? [] : writablePathsOf(image, writablePaths);
  const folders = new Set(["/tmp", ...known.map((path) => path.replace(/\/+$/, ""))]);
  return [...folders].filter((folder) => !isOnVolume(folder, spec));
}

/** The folders that the image itself wants volumes for. containerd keeps them writable, CRI-O may not. */
function describeImageVolumes({ imageConfig, spec }: Container): string {
  const open = (imageConfig?.volumes ?? []).filter((folder) => !isOnVolume(folder, spec));
  return open.length > 0
    ? `: the image declares ${open.length === 1 ? "a volume" : "volumes"} at ${enumerate(open)}`
    : "";
}
