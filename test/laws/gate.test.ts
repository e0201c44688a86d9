import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { defaultPolicy, type Policy } from "../../src/policy/index.ts";
import { review } from "../../src/review/review.ts";
import type { Source } from "../../src/yaml/index.ts";
import { cases } from "../random.ts";

// A change of one dangerous setting from any value to any other: it is new exactly where the later value is no better than, and not the same as, the earlier.
// What is better is told here by tables and small relations of its own, and not by the code that is tested.

const policy: Policy = { ...defaultPolicy, gate: "new", warn: "privileged", audit: "privileged" };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

interface Parts {
  /** What volumes and ports are called. */
  readonly label: string;
  readonly spec: Fields;
  readonly container: Fields;
  readonly context: Fields;
}

/** A setting that one rule speaks of; `undefined` stands for leaving it out. */
interface Setting<T> {
  readonly rule: string;
  readonly values: readonly (T | undefined)[];
  readonly write: (parts: Parts, value: T) => void;
  /** Whether the later value, which is written, brings nothing that the earlier one did not have. */
  readonly isNoWorse: (later: T, earlier: T | undefined) => boolean;
}

function setting<T>(each: Setting<T>): Setting<unknown> {
  return each as Setting<unknown>;
}

const parents: Readonly<Record<string, readonly string[]>> = {
  "/": [],
  "/var": ["/"],
  "/var/log": ["/", "/var"],
  "/var/log/pods": ["/", "/var", "/var/log"],
  "/var/logs": ["/", "/var"],
  "/etc": ["/"],
};
const isWithin = (later: string, earlier: string): boolean =>
  later === earlier || (parents[later] ?? []).includes(earlier);
const paths = Object.keys(parents);
const mounts: readonly Fields[] = [
  { readOnly: true },
  { readOnly: true, mountPropagation: "HostToContainer" },
  {},
  { mountPropagation: "Bidirectional" },
];
const powers = (mount: Fields): string[] => [
  ...(mount.readOnly === true ? [] : ["write"]),
  ...(mount.mountPropagation === undefined ? [] : ["follow"]),
  ...(mount.mountPropagation === "Bidirectional" ? ["share"] : []),
];
const isSubset = <T>(part: readonly T[], whole: readonly T[]): boolean => part.every((item) => whole.includes(item));

interface Mounted {
  readonly source: Fields;
  readonly path: string;
  readonly mount: Fields;
}

function mount({ label, spec, container }: Parts, type: string, { source, path, mount: how }: Mounted): void {
  spec.volumes = [{ name: label, [type]: { ...source, path } }];
  container.volumeMounts = [{ name: label, mountPath: "/data", ...how }];
}

/** Parts of the volume of `/var`, and what they show for certain. */
const shownParts: readonly (readonly [part: Fields, shown: string])[] = [
  [{}, "/var"],
  [{ subPath: "log" }, "/var/log"],
  [{ subPath: "", subPathExpr: "log" }, "/var/log"],
  [{ subPath: "log/pods" }, "/var/log/pods"],
  [{ subPathExpr: "log/$(POD)" }, "/var/log"],
  [{ subPathExpr: "log-$(POD)" }, "/var"],
  [{ subPathExpr: "$(POD)/pods" }, "/var"],
];

/** Who a container's process is, where nothing asks for another user than root. */
interface User {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
}

interface Call {
  readonly host: string;
  readonly path?: string;
  readonly headers: readonly string[];
}

const reachesNoFurther = (later: Mounted, earlier: Mounted | undefined): boolean =>
  earlier !== undefined &&
  JSON.stringify(later.source) === JSON.stringify(earlier.source) &&
  isWithin(later.path, earlier.path) &&
  isSubset(powers(later.mount), powers(earlier.mount));

const allMounts = (sources: readonly Fields[]): Mounted[] =>
  sources.flatMap((source) => paths.flatMap((path) => mounts.map((how) => ({ source, path, mount: how }))));

const inContext = (field: string) => (parts: Parts, value: Json) => {
  parts.context[field] = value;
};
const isSame = (later: unknown, earlier: unknown): boolean => JSON.stringify(later) === JSON.stringify(earlier);

const settings: readonly Setting<unknown>[] = [
  setting<Mounted>({
    rule: "host-path-volumes",
    values: [undefined, ...allMounts([{}, { type: "Socket" }])],
    write: (parts, value) => mount(parts, "hostPath", value),
    isNoWorse: reachesNoFurther,
  }),
  setting<Mounted>({
    rule: "volume-types",
    values: [undefined, ...allMounts([{ server: "a" }, { server: "b" }])],
    write: (parts, value) => mount(parts, "nfs", value),
    isNoWorse: reachesNoFurther,
  }),
  setting<(typeof shownParts)[number]>({
    rule: "host-path-volumes",
    values: [undefined, ...shownParts],
    write: (all, [part]) => mount(all, "hostPath", { source: {}, path: "/var", mount: { readOnly: true, ...part } }),
    isNoWorse: ([, later], earlier) => earlier !== undefined && isWithin(later, earlier[1]),
  }),
  setting<User>({
    rule: "run-as-non-root",
    values: [
      undefined,
      ...[{}, { runAsNonRoot: false }].flatMap((each) => [
        each,
        ...[0, 1000, 2000].map((runAsUser) => ({ ...each, runAsUser })),
      ]),
    ],
    write: ({ spec }, user) => {
      spec.securityContext = { seccompProfile: { type: "RuntimeDefault" }, ...user };
    },
    isNoWorse: (later, earlier) =>
      earlier !== undefined && ((later.runAsUser ?? 0) > 0 || (earlier.runAsUser ?? 0) === 0),
  }),
  setting<Call>({
    rule: "host-probes",
    values: [
      undefined,
      ...["10.0.0.1", "10.0.0.2"].flatMap((host) =>
        [{}, { path: "/" }, { path: "/health" }, { path: "/health/all" }].flatMap((path) =>
          [[], ["a"], ["a", "b"]].map((headers) => ({ host, ...path, headers })),
        ),
      ),
    ],
    write: ({ container }, { headers, ...call }) => {
      const httpHeaders = headers.map((name) => ({ name, value: "x" }));
      container.readinessProbe = { httpGet: { port: 80, ...call, ...(httpHeaders.length > 0 && { httpHeaders }) } };
    },
    isNoWorse: (later, earlier) =>
      earlier !== undefined &&
      later.host === earlier.host &&
      (later.path ?? "/") === (earlier.path ?? "/") &&
      isSubset(later.headers, earlier.headers),
  }),
  setting<Fields>({
    rule: "volume-types",
    values: [undefined, { driver: "a/b" }, { driver: "a/c" }, { driver: "a/b", options: { to: "x" } }],
    write: (parts, value) => {
      parts.spec.volumes = [{ name: parts.label, flexVolume: value }];
      parts.container.volumeMounts = [{ name: parts.label, mountPath: "/data" }];
    },
    isNoWorse: isSame,
  }),
  setting<boolean>({
    rule: "privileged",
    values: [undefined, true],
    write: inContext("privileged"),
    isNoWorse: isSame,
  }),
  setting<number>({ rule: "run-as-user", values: [undefined, 0], write: inContext("runAsUser"), isNoWorse: isSame }),
  setting<string>({
    rule: "proc-mount",
    values: [undefined, "Unmasked"],
    write: inContext("procMount"),
    isNoWorse: isSame,
  }),
  setting<string[]>({
    rule: "added-capabilities",
    values: [undefined, ["NET_ADMIN"], ["SYS_ADMIN"], ["NET_ADMIN", "SYS_ADMIN"], ["SYS_ADMIN", "NET_ADMIN", "BPF"]],
    write: ({ context }, add) => {
      context.capabilities = { drop: ["ALL"], add };
    },
    isNoWorse: (later, earlier = []) => isSubset(later, earlier),
  }),
  setting<string[]>({
    rule: "drop-all-capabilities",
    values: [["NET_RAW"], ["CHOWN"], ["NET_RAW", "CHOWN"], []],
    write: ({ context }, drop) => {
      context.capabilities = { drop };
    },
    isNoWorse: (later, earlier) => earlier !== undefined && isSubset(earlier, later),
  }),
  setting<string>({
    rule: "selinux-options",
    values: [undefined, "spc_t", "unconfined_t"],
    write: ({ context }, type) => {
      context.seLinuxOptions = { type };
    },
    isNoWorse: isSame,
  }),
  ...["hostNetwork", "hostPID", "hostIPC"].map((field) =>
    setting<boolean>({
      rule: "host-namespaces",
      values: [undefined, true],
      write: ({ spec }, value) => {
        spec[field] = value;
      },
      isNoWorse: isSame,
    }),
  ),
  setting<Fields>({
    rule: "sysctls",
    values: [
      undefined,
      { name: "kernel.msgmax", value: "1" },
      { name: "kernel.msgmax", value: "2" },
      { name: "net.core.somaxconn", value: "1" },
    ],
    write: ({ spec }, sysctl) => {
      spec.securityContext = { ...(spec.securityContext as Fields), sysctls: [sysctl] };
    },
    isNoWorse: isSame,
  }),
  setting<Fields>({
    rule: "host-ports",
    values: [
      undefined,
      { hostPort: 80 },
      { hostPort: 80, hostIP: "10.0.0.1" },
      { hostPort: 81 },
      { hostPort: 80, protocol: "UDP" },
    ],
    write: ({ label, container }, port) => {
      container.ports = [{ name: label, containerPort: 80, ...port }];
    },
    isNoWorse: (later, earlier) =>
      earlier !== undefined &&
      isSame({ ...later, hostIP: "" }, { ...earlier, hostIP: "" }) &&
      (earlier.hostIP === undefined || earlier.hostIP === later.hostIP),
  }),
  setting<Fields>({
    rule: "host-probes",
    values: [undefined, { host: "10.0.0.1", port: 80 }, { host: "10.0.0.1", port: 81 }, { host: "10.0.0.2", port: 80 }],
    write: ({ container }, tcpSocket) => {
      container.livenessProbe = { tcpSocket };
    },
    isNoWorse: isSame,
  }),
];

/** A workload whose container keeps every rule, but for the setting. */
function workload(kind: string, label: string, write: (parts: Parts) => void): Fields {
  const context: Fields = {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  };
  const container: Fields = { name: "app", image: "registry.example/app:1", securityContext: context };
  const spec: Fields = {
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
    containers: [container],
  };
  write({ label, spec, container, context });
  const metadata = { name: "web" };
  if (kind === "Pod") return { apiVersion: "v1", kind, metadata, spec };
  const template = { metadata: { labels: { app: "web" } }, spec };
  return { apiVersion: "apps/v1", kind, metadata, spec: { selector: { matchLabels: { app: "web" } }, template } };
}

/** How an object is written, none of which changes what it means. */
interface Dress {
  readonly file: string;
  readonly json: boolean;
  readonly indent: number;
  readonly isReversed: boolean;
  /** What volumes and ports are called. */
  readonly label: string;
  /** How many other objects are before it in a List; without any there is no List. */
  readonly before: number;
}

const dress = fc.record({
  file: fc.constantFrom("a.yaml", "k8s/b.yaml"),
  json: fc.boolean(),
  indent: fc.constantFrom(2, 4),
  isReversed: fc.boolean(),
  label: fc.constantFrom("data", "logs"),
  before: fc.nat(2),
});

function written(object: Fields, { file, json, indent, isReversed, before }: Dress): Source {
  const other = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" } };
  const items = [...Array(before).fill(other), isReversed ? reversed(object) : object];
  const dressed = before > 0 ? { apiVersion: "v1", kind: "List", items } : (items[0] as Json);
  return {
    file,
    text: json ? JSON.stringify(dressed, null, indent) : `# ${indent}\n${stringify(dressed, { indent })}`,
  };
}

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

const change = fc.constantFrom(...settings).chain((each) =>
  fc.record({
    each: fc.constant(each),
    earlier: fc.constantFrom(...each.values),
    later: fc.constantFrom(...each.values),
  }),
);

/** Of each kind of workload. The long checks make 100,000 in all. */
const usual = 1000;
const changes = cases(usual) > usual ? Math.max(cases(usual), 50_000) : cases(usual);

describe("what a change makes of a dangerous setting", () => {
  it.each(["Pod", "Deployment"])(
    `of a %s is new exactly where it is no better, however it is written: ${changes} changes`,
    async (kind) => {
      const seen = { new: 0, old: 0 };
      await fc.assert(
        fc.asyncProperty(
          change,
          dress,
          dress,
          async ({ each: { rule, write, isNoWorse }, earlier, later }, before, after) => {
            const object = (value: unknown, { label }: Dress) =>
              workload(kind, label, (all) => value !== undefined && write(all, value));
            const { findings, problems } = await review(
              [written(object(later, after), after)],
              [written(object(earlier, before), before)],
              policy,
            );
            expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
            const isNew = later !== undefined && !isNoWorse(later, earlier);
            const fresh = findings.filter((each) => each.new && each.rule.id === rule);
            expect({ isNew: fresh.length > 0, fails: fresh.some(({ mode }) => mode === "enforce") }).toEqual({
              isNew,
              fails: isNew,
            });
            seen[isNew ? "new" : "old"]++;
          },
        ),
        { numRuns: changes },
      );
      expect(Math.min(seen.new, seen.old)).toBeGreaterThan(changes / 5);
      // As long as any test may take, for each time that the usual number of cases fits into it.
    },
    300 * changes,
  );
});
