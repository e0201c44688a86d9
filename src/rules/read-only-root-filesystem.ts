import type { Container, Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Declined, Fix, Rule } from "./rule.ts";
import { isMistyped } from "./support/declarations.ts";
import { mountEmptyDir, type VolumeNames, volumeNamesIn, writableFolders } from "./support/empty-dirs.ts";
import { reviewFix } from "./support/fixes.ts";
import { explainWriting } from "./support/hardening.ts";
import { siblingsOf } from "./support/placement.ts";
import { isOnVolume } from "./support/volumes.ts";
import { enumerate } from "./support/wording.ts";

export const readOnlyRootFilesystem: Rule = {
  id: "read-only-root-filesystem",
  summary: "Containers must have a read-only root file system.",
  level: "hardened",
  references: { nsa: "Immutable container file systems", cwe: [732] },
  controls: [],

  *check(pod, { fix }) {
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
  const need = explainWriting(container);
  if (need !== undefined) return { declined: need };
  const mounts = folders.length > 0 ? ` and mount an emptyDir at ${enumerate(folders)}` : "";
  return reviewFix(
    `Set readOnlyRootFilesystem: true${mounts}`,
    "fails if the process writes to a path that is not on a volume",
    { op: "set", path, value: true, among: siblingsOf(pod, path) },
    ...folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names)),
  );
}

/** The folders that the image itself wants volumes for. containerd keeps them writable, CRI-O may not. */
function describeImageVolumes({ imageConfig, spec }: Container): string {
  const open = (imageConfig?.volumes ?? []).filter((folder) => !isOnVolume(folder, spec));
  return open.length > 0
    ? `: the image declares ${open.length === 1 ? "a volume" : "volumes"} at ${enumerate(open)}`
    : "";
}
