import type { Pod } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import { allowedVolumeTypes, otherVolumeTypes, type Volume, volumesIn } from "./support/volumes.ts";
import { denial, plural, quoted, sorted } from "./support/words.ts";

const control: Control = {
  id: "restrictedVolumes",
  level: "restricted",
  overrides: ["hostPathVolumes"],
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const bad = restrictedVolumes(pod);
        if (bad.length === 0) return undefined;
        const names = bad.map(({ name }) => name);
        const types = sorted(bad.map(typeOf));
        const uses = `${plural("volume", names.length)} ${quoted(names)} ${names.length === 1 ? "uses" : "use"}`;
        return denial(
          "restricted volume types",
          `${uses} restricted volume ${plural("type", types.length)} ${quoted(types)}`,
        );
      },
    },
  ],
};

export const volumeTypes: Rule = {
  id: "volume-types",
  summary: "Pods must use only the volume types that the restricted level allows.",
  level: "restricted",
  references: { cwe: [668] },
  controls: [control],

  *check(pod) {
    for (const volume of restrictedVolumes(pod)) {
      const type = typeOf(volume);
      // A path of the node is the rule `host-path-volumes`' to report.
      if (type === "hostPath") continue;
      yield {
        level: "restricted",
        at: [...volume.path, type],
        origin: "pod",
        containers: volume.users,
        message: () =>
          `The volume "${volume.name}" is of type ${type}: its driver runs with the node's rights, and the pod's author chooses what it reaches. ` +
          "Use a persistentVolumeClaim, whose class an administrator controls.",
        fix: { declined: "what the volume holds must move to another kind of volume first" },
      };
    }
  },
};

function restrictedVolumes(pod: Pod): Volume[] {
  return volumesIn(pod).filter(
    ({ types }) => types.length > 0 && !types.some((type) => allowedVolumeTypes.includes(type)),
  );
}

function typeOf({ types }: Volume): string {
  return otherVolumeTypes.find((type) => types.includes(type)) ?? "unknown";
}
