import { type Container, computeBoundingSet, type Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { isDevice } from "./support/node-paths.ts";
import { programsOf } from "./support/programs.ts";
import { mountsOf, nodePathsOf } from "./support/volumes.ts";
import { enumerate, nameContainers } from "./support/wording.ts";

const control: Control = {
  id: "privileged",
  level: "baseline",
  revisions: [{ since: 0, check: denyPrivileged }],
};

export const privileged: Rule = {
  id: "privileged",
  summary: "Containers must not be privileged.",
  level: "baseline",
  references: { cis: ["5.2.2"], nsa: "Preventing privileged containers", cwe: [250, 269] },
  controls: [control],

  *check(pod) {
    for (const container of privilegedContainers(pod)) {
      const { path, origin } = container.effective.privileged;
      yield {
        level: "baseline",
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `privileged is true: it gives ${who} every capability and every device of the node, so that an intruder there owns the node. ` +
          "Remove it, and add single capabilities where the process needs them.",
        fix: dropPrivileged(pod, container, path),
      };
    }
  },
};

function dropPrivileged(pod: Pod, container: Container, path: Path): Fix | Declined {
  const need = explainNeed(pod, container);
  if (need !== undefined) return { declined: need };
  return reviewFix("Set privileged: false", "fails if the process manages the node's devices, network or kernel", {
    op: "set",
    path,
    value: false,
  });
}

/** What in the manifest needs the container to be privileged, as a clause. */
function explainNeed(pod: Pod, container: Container): string | undefined {
  const { spec, securityContext } = container;
  if (mountsOf(spec).some(({ mountPropagation }) => mountPropagation === "Bidirectional"))
    return "it mounts a volume with mountPropagation: Bidirectional, which the API server allows only to privileged containers";
  const device = nodePathsOf(pod, container).find(isDevice);
  if (device !== undefined)
    return `it mounts ${device} of the node, and only privileged containers can open its devices`;
  const left = computeBoundingSet(securityContext.capabilities ?? {}, false);
  const program = programsOf(container).find(
    ({ needs, capabilities }) => needs === "privileged" || !capabilities.every((name) => left.includes(name)),
  );
  if (!program) return undefined;
  const lacking = program.capabilities.filter((name) => !left.includes(name));
  const what = lacking.length > 0 ? ` (it needs ${enumerate(lacking)}, which the container does not add)` : "";
  return `it ${program.does}, which does not work without privileged${what}`;
}

function denyPrivileged(pod: Pod): Denial | undefined {
  const bad = privilegedContainers(pod);
  if (bad.length === 0) return undefined;
  return { reason: "privileged", detail: `${nameContainers(bad)} must not set securityContext.privileged=true` };
}

function privilegedContainers({ containers }: Pod): Container[] {
  return containers.filter(({ securityContext }) => securityContext.privileged === true);
}
