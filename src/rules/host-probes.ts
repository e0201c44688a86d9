import { at, type Container, type Pod } from "../pod/index.ts";
import type { Path, Value } from "../yaml/index.ts";
import type { Control, Rule } from "./rule.ts";
import { denial, plural, quoted, sorted } from "./support/words.ts";

const control: Control = {
  id: "hostProbesAndHostLifecycle",
  level: "baseline",
  revisions: [
    {
      since: 34,
      check: (pod) => {
        const users = pod.containers.filter((container) => probedHosts(container).length > 0);
        if (users.length === 0) return undefined;
        const names = sorted(users.map(({ name }) => name));
        const hosts = sorted(users.flatMap((container) => probedHosts(container).map(({ host }) => host)));
        const uses = `${plural("container", users.length)} ${quoted(names)} ${users.length === 1 ? "uses" : "use"}`;
        return denial(
          "probe or lifecycle host",
          `${uses} probe or lifecycle ${plural("host", hosts.length)} ${quoted(hosts)}`,
        );
      },
    },
  ],
};

export const hostProbes: Rule = {
  id: "host-probes",
  summary: "Probes and lifecycle hooks must not name a host.",
  level: "baseline",
  references: { cwe: [668] },
  controls: [control],

  *check(pod: Pod, { version }) {
    if (version.minor < 34) return;
    for (const container of pod.containers) {
      for (const { host, path } of probedHosts(container)) {
        yield {
          level: "baseline",
          at: path,
          origin: "container",
          containers: [container],
          message: ({ who }) =>
            `host "${host}" makes the kubelet ask that host, from the node's network, on behalf of ${who}: ` +
            "a way to reach what the pod may not. Remove it, and the pod itself is asked.",
          fix: {
            title: "Remove host",
            safety: "review",
            risk: "fails if the process listens only on that host's address",
            patches: [{ op: "remove", path }],
          },
        };
      }
    }
  },
};

const handlers: readonly Path[] = [
  ["livenessProbe"],
  ["readinessProbe"],
  ["startupProbe"],
  ["lifecycle", "postStart"],
  ["lifecycle", "preStop"],
];

/** What a handler may do, if it is there. */
type Calls = Readonly<Record<string, { readonly host?: Value } | null | undefined>> | null | undefined;

function probedHosts({ spec, path }: Container): { host: string; path: Path }[] {
  return handlers.flatMap((handler) => {
    const called = at(spec, handler) as Calls;
    if (!called) return [];
    return ["httpGet", "tcpSocket"].flatMap((action) => {
      const host = called[action]?.host;
      return typeof host === "string" && host !== "" ? [{ host, path: [...path, ...handler, action, "host"] }] : [];
    });
  });
}
