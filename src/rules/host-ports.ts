import type { Container, Pod } from "../pod/index.ts";
import { type Fields, isFields, isList, type Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { nameContainers, pluralize, sortDistinct } from "./support/wording.ts";

const control: Control = {
  id: "hostPorts",
  level: "baseline",
  revisions: [{ since: 0, check: denyHostPorts }],
};

export const hostPorts: Rule = {
  id: "host-ports",
  summary: "Containers must not take ports of the node.",
  level: "baseline",
  references: { cis: ["5.2.12"], cwe: [668] },
  controls: [control],
  values: {
    form: "a port from 1 to 65535",
    isPossible: (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535,
  },

  *check(pod: Pod) {
    for (const container of pod.containers) {
      for (const { port, path, fields } of hostPortsIn(container)) {
        yield {
          level: "baseline",
          at: path,
          origin: "container",
          containers: [container],
          message: ({ who }) =>
            `hostPort ${port} opens ${who} on the node's own address, past network policies, and keeps a second replica off the node. ` +
            "Remove it and use a Service.",
          fix: closePort(pod, path),
          value: String(port),
          extent: () => [listenerOf(fields)],
        };
      }
    }
  },
};

function denyHostPorts({ containers }: Pod): Denial | undefined {
  const users = containers.filter((container) => hostPortsIn(container).length > 0);
  if (users.length === 0) return undefined;
  const ports = sortDistinct(users.flatMap((container) => hostPortsIn(container).map(({ port }) => String(port))));
  const uses = `${nameContainers(users)} ${users.length === 1 ? "uses" : "use"}`;
  return { reason: "hostPort", detail: `${uses} ${pluralize("hostPort", ports.length)} ${ports.join(", ")}` };
}

function hostPortsIn({
  spec,
  path,
}: Container): { readonly port: number; readonly path: Path; readonly fields: Fields }[] {
  const ports = isList(spec.ports) ? spec.ports : [];
  return ports.flatMap((port, index) => {
    if (!isFields(port) || typeof port.hostPort !== "number" || port.hostPort === 0) return [];
    return [{ port: port.hostPort, path: [...path, "ports", index, "hostPort"], fields: port }];
  });
}

/** What listens on the node, as the extent of a fact: all of its addresses are the folder of each one. */
function listenerOf({ protocol, hostIP }: Fields): string {
  const address = hostIP === "0.0.0.0" || hostIP === "::" ? "" : String(hostIP ?? "");
  return `${encodeURIComponent(String(protocol ?? "TCP"))}:/${encodeURIComponent(address)}`;
}

function closePort({ hostNetwork }: Pod, path: Path): Fix | Declined {
  // With the node's network the port is the node's, whatever is written here.
  if (hostNetwork) return { declined: "the pod uses the node's network: remove hostNetwork first" };
  return reviewFix("Remove hostPort", "fails for clients that reach it by the node's address", { op: "remove", path });
}
