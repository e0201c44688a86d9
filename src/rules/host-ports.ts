import type { Container, Pod } from "../pod/index.ts";
import type { Fields, Path } from "../yaml/index.ts";
import type { Control, Rule } from "./rule.ts";
import { denial, named, plural, sorted } from "./support/words.ts";

const control: Control = {
  id: "hostPorts",
  level: "baseline",
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const users = pod.containers.filter((container) => portsOfNode(container).length > 0);
        if (users.length === 0) return undefined;
        const ports = sorted(users.flatMap((container) => portsOfNode(container).map(({ port }) => String(port))));
        const uses = users.length === 1 ? "uses" : "use";
        return denial("hostPort", `${named(users)} ${uses} ${plural("hostPort", ports.length)} ${ports.join(", ")}`);
      },
    },
  ],
};

export const hostPorts: Rule = {
  id: "host-ports",
  summary: "Containers must not take ports of the node.",
  level: "baseline",
  references: { cis: ["5.2.12"], cwe: [668] },
  controls: [control],

  *check(pod: Pod) {
    for (const container of pod.containers) {
      for (const { port, path } of portsOfNode(container)) {
        yield {
          level: "baseline",
          at: path,
          origin: "container",
          containers: [container],
          message: ({ who }) =>
            `hostPort ${port} opens ${who} on the node's own address, past network policies, and keeps a second replica off the node. ` +
            "Remove it and use a Service.",
          // With the node's network the port is the node's whatever is written here.
          fix: pod.hostNetwork
            ? { declined: "the pod uses the node's network: remove hostNetwork first" }
            : {
                title: "Remove hostPort",
                safety: "review",
                risk: "fails for clients that reach it by the node's address",
                patches: [{ op: "remove", path }],
              },
        };
      }
    }
  },
};

function portsOfNode({ spec, path }: Container): { port: number; path: Path }[] {
  const ports = Array.isArray(spec.ports) ? spec.ports : [];
  return ports.flatMap((port, index) => {
    const number = (port as Fields | null)?.hostPort;
    return typeof number === "number" && number !== 0
      ? [{ port: number, path: [...path, "ports", index, "hostPort"] }]
      : [];
  });
}
