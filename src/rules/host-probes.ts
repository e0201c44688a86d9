import type { Container, Pod } from "../pod/index.ts";
import { canonicalText, type Fields, isFields, isList, type Path, type Value, valueAt } from "../yaml/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { handlers } from "./support/handlers.ts";
import { pluralize, quote, sortDistinct } from "./support/wording.ts";

/** The version of the standard that took the control in. */
const since = 34;

const control: Control = {
  id: "hostProbesAndHostLifecycle",
  level: "baseline",
  revisions: [{ since, check: denyHosts }],
};

export const hostProbes: Rule = {
  id: "host-probes",
  summary: "Probes and lifecycle hooks must not name a host.",
  level: "baseline",
  references: { cwe: [668] },
  controls: [control],
  values: { form: "a host such as 127.0.0.1", isPossible: (text) => /^\S+$/.test(text) },

  *check(pod: Pod, { version }) {
    if (version.minor < since) return;
    for (const container of pod.containers) {
      for (const { host, path, call } of hostsIn(container)) {
        yield {
          level: "baseline",
          at: path,
          origin: "container",
          containers: [container],
          message: ({ who }) =>
            `host "${host}" makes the kubelet call that host, from the node's network, on behalf of ${who}: ` +
            "a way to reach what the pod may not. Remove it, and the kubelet calls the pod itself.",
          fix: reviewFix("Remove host", "fails if the process listens only on that host's address", {
            op: "remove",
            path,
          }),
          value: host,
          extent: () => describeCall(call),
        };
      }
    }
  },
};

function denyHosts({ containers }: Pod): Denial | undefined {
  const users = containers.filter((container) => hostsIn(container).length > 0);
  if (users.length === 0) return undefined;
  const names = sortDistinct(users.map(({ name }) => name));
  const named = sortDistinct(users.flatMap((container) => hostsIn(container).map(({ host }) => host)));
  const uses = `${pluralize("container", users.length)} ${quote(names)} ${users.length === 1 ? "uses" : "use"}`;
  return {
    reason: "probe or lifecycle host",
    detail: `${uses} probe or lifecycle ${pluralize("host", named.length)} ${quote(named)}`,
  };
}

const hosts = [
  ["httpGet", "host"],
  ["tcpSocket", "host"],
];

/** The hosts that a container's probes and hooks call. */
function hostsIn({ spec, path }: Container): { readonly host: string; readonly path: Path; readonly call: Fields }[] {
  const written = handlers.filter((handler) => valueAt(spec, handler) !== undefined);
  return written.flatMap((handler) =>
    hosts.flatMap((place) => {
      const call = valueAt(spec, [...handler, ...place.slice(0, -1)]);
      if (!isFields(call) || typeof call.host !== "string" || call.host === "") return [];
      return [{ host: call.host, path: [...path, ...handler, ...place], call }];
    }),
  );
}

/** What is asked of a host, as the extent of a fact: each part without a slash, which would make it a folder. */
function describeCall({ port = null, scheme, path, httpHeaders }: Fields): string[] {
  const headers = isList(httpHeaders) ? httpHeaders : [];
  const parts: readonly [name: string, value: Value][] = [
    ["port", port],
    ["scheme", scheme || "HTTP"],
    ["path", path || "/"],
    ...headers.map((header): [string, Value] => ["header", canonicalText(header)]),
  ];
  return parts.map(([name, value]) => `${name}:${encodeURIComponent(String(value))}`);
}
