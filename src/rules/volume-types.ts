import type { Pod } from "../pod/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { oneOf } from "./support/named-values.ts";
import { reachOf } from "./support/reach.ts";
import { allowedVolumeTypes, mountersByVolume, otherVolumeTypes, type Volume, volumesIn } from "./support/volumes.ts";
import { pluralize, quote, sortDistinct } from "./support/wording.ts";

const control: Control = {
  id: "restrictedVolumes",
  level: "restricted",
  overrides: ["hostPathVolumes"],
  revisions: [{ since: 0, check: denyVolumes }],
};

export const volumeTypes: Rule = {
  id: "volume-types",
  summary: "Pods must use only the volume types that the restricted level allows.",
  level: "restricted",
  references: { cwe: [668] },
  controls: [control],
  values: oneOf(...otherVolumeTypes.filter((type) => type !== "hostPath")),

  *check(pod) {
    const mounters = mountersByVolume(pod);
    for (const { name, path, fields, type } of restrictedVolumes(pod)) {
      // A path of the node is the rule `host-path-volumes`' to report.
      if (type === "hostPath") continue;
      yield {
        level: "restricted",
        at: [...path, type],
        origin: "pod",
        containers: mounters.get(name) ?? [],
        message: () =>
          `The volume "${name}" is of type ${type}: its driver runs with the node's rights, and the pod's author chooses what it reaches. ` +
          "Use a persistentVolumeClaim, whose class an administrator controls.",
        fix: { declined: "what the volume holds must move to another kind of volume first" },
        value: type,
        extent: (container) => reachOf(fields, type, container),
      };
    }
  },
};

function denyVolumes(pod: Pod): Denial | undefined {
  const bad = restrictedVolumes(pod);
  if (bad.length === 0) return undefined;
  const names = bad.map(({ name }) => name);
  const types = sortDistinct(bad.map(({ type }) => type));
  const uses = `${pluralize("volume", names.length)} ${quote(names)} ${names.length === 1 ? "uses" : "use"}`;
  return {
    reason: "restricted volume types",
    detail: `${uses} restricted volume ${pluralize("type", types.length)} ${quote(types)}`,
  };
}

/** The volumes of which no source is allowed, each with the type that the standard names. */
function restrictedVolumes(pod: Pod): (Volume & { readonly type: string })[] {
  const bad = volumesIn(pod).filter(
    ({ types }) => types.length > 0 && !types.some((type) => allowedVolumeTypes.includes(type)),
  );
  return bad.map((volume) => ({
    ...volume,
    type: otherVolumeTypes.find((type) => volume.types.includes(type)) ?? "unknown",
  }));
}
