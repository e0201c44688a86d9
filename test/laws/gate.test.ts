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

function mount({ spec, container }: Parts, type: string, { source, path, mount: how }: Mounted): void {
  spec.volumes = [{ name: "data", [type]: { ...source, path } }];
  container.volumeMounts = [{ name: "data", mountPath: "/data", ...how }];
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
  setting<Fields>({
    rule: "volume-types",
    values: [undefined, { driver: "a/b" }, { driver: "a/c" }, { driver: "a/b", options: { to: "x" } }],
    write: (parts, value) => {
      parts.spec.volumes = [{ name: "data", flexVolume: value }];
      parts.container.volumeMounts = [{ name: "data", mountPath: "/data" }];
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
    write: ({ container }, port) => {
      container.ports = [{ containerPort: 80, ...port }];
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
function workload(kind: string, write: (parts: Parts) => void): Fields {
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
  write({ spec, container, context });
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
  readonly sidecar: boolean;
}

const dress = fc.record({
  file: fc.constantFrom("a.yaml", "k8s/b.yaml"),
  json: fc.boolean(),
  indent: fc.constantFrom(2, 4),
  isReversed: fc.boolean(),
  sidecar: fc.boolean(),
});

function written(object: Fields, { file, json, indent, isReversed }: Dress): Source {
  const dressed = isReversed ? reversed(object) : object;
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

describe("what a change makes of a dangerous setting", () => {
  it(`is new exactly where it is no better, however it is written: ${cases(5000)} changes`, async () => {
    const seen = { new: 0, old: 0 };
    await fc.assert(
      fc.asyncProperty(
        change,
        fc.constantFrom("Pod", "Deployment"),
        dress,
        dress,
        async ({ each: { rule, write, isNoWorse }, earlier, later }, kind, before, after) => {
          const object = (value: unknown) => workload(kind, (parts) => value !== undefined && write(parts, value));
          const { findings, problems } = await review(
            [written(object(later), after)],
            [written(object(earlier), before)],
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
      { numRuns: cases(5000) },
    );
    expect(Math.min(seen.new, seen.old)).toBeGreaterThan(cases(1000));
  });
});
