import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { defaultPolicy, type Fact, findKnown, indexFacts, type Policy } from "../src/policy/index.ts";
import type { Finding } from "../src/review/finding.ts";
import { review } from "../src/review/review.ts";
import type { Source } from "../src/yaml/index.ts";
import { cases } from "./random.ts";

const policy: Policy = { ...defaultPolicy, gate: "new" };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Context = Record<string, Json>;
interface Container {
  name: string;
  image: string;
  securityContext: Context;
}
interface Spec extends Record<string, unknown> {
  securityContext: Context;
  containers: Container[];
  hostNetwork?: boolean;
  volumes?: Json[];
}
interface Workload {
  kind: string;
  name: string;
  spec: Spec;
}

function some<T>(fields: Record<string, fc.Arbitrary<T>>): fc.Arbitrary<Record<string, T>> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>;
}

const seccomp = fc.constantFrom<Json>({ type: "RuntimeDefault" }, { type: "Unconfined" });
const shared: Record<string, fc.Arbitrary<Json>> = {
  runAsNonRoot: fc.boolean(),
  runAsUser: fc.constantFrom<Json>(0, 1000),
  seccompProfile: seccomp,
};
const containerContext = some<Json>({
  ...shared,
  privileged: fc.boolean(),
  allowPrivilegeEscalation: fc.boolean(),
  readOnlyRootFilesystem: fc.boolean(),
  capabilities: fc.constantFrom<Json>(
    { drop: ["ALL"] },
    { drop: ["NET_RAW"] },
    { add: ["NET_ADMIN"], drop: ["ALL"] },
    {},
  ),
});

function workloads(): fc.Arbitrary<Workload[]> {
  const containers = fc.array(containerContext, { minLength: 1, maxLength: 3 }).map((contexts) =>
    contexts.map((securityContext, index) => ({
      name: `c${index}`,
      image: `registry.example/i${index}:1`,
      securityContext,
    })),
  );
  const spec = fc
    .tuple(some<Json>(shared), containers, some<boolean>({ hostNetwork: fc.boolean() }))
    .map(([securityContext, list, rest]) => ({ ...rest, securityContext, containers: list }) as Spec);
  return fc
    .array(fc.tuple(fc.constantFrom("Deployment", "Pod", "CronJob"), spec), { minLength: 1, maxLength: 3 })
    .map((list) => list.map(([kind, each], index) => ({ kind, name: `w${index}`, spec: each })));
}

function objectOf({ kind, name, spec }: Workload): object {
  const metadata = { name };
  const template = { metadata: { labels: { app: name } }, spec };
  if (kind === "Pod") return { apiVersion: "v1", kind, metadata, spec };
  if (kind === "CronJob")
    return {
      apiVersion: "batch/v1",
      kind,
      metadata,
      spec: { schedule: "* * * * *", jobTemplate: { spec: { template } } },
    };
  return { apiVersion: "apps/v1", kind, metadata, spec: { selector: { matchLabels: { app: name } }, template } };
}

/** How a set of workloads is written: which file each is in, in which order, in which clothes. */
interface Dress {
  readonly seed: number;
  readonly files: number;
  readonly indent: number;
  readonly json: boolean;
  readonly comments: boolean;
  readonly reverse: boolean;
}

const dress: fc.Arbitrary<Dress> = fc.record({
  seed: fc.nat(1000),
  files: fc.integer({ min: 1, max: 3 }),
  indent: fc.constantFrom(2, 4),
  json: fc.boolean(),
  comments: fc.boolean(),
  reverse: fc.boolean(),
});

function written(list: readonly Workload[], { seed, files, indent, json, comments, reverse }: Dress): Source[] {
  const texts = new Map<string, string[]>();
  for (const [index, workload] of (reverse ? list.toReversed() : list).entries()) {
    const file = `dir${seed % 5}/f${(index + seed) % files}.yaml`;
    const object = reverse ? reversed(objectOf(workload) as Json) : (objectOf(workload) as Json);
    const text = json ? JSON.stringify(object, null, indent) : stringify(object, { indent });
    const commented = comments && !json ? text.replace(/$/gm, ` # note ${seed}`).replace(/^ # note \d+$/gm, "") : text;
    texts.set(file, [...(texts.get(file) ?? []), commented]);
  }
  return [...texts].map(([file, parts]) => ({ file, text: parts.map((part) => `${part.trimEnd()}\n`).join("---\n") }));
}

/** The same object, keys and containers the other way round. */
function reversed(value: Json, key = ""): Json {
  if (Array.isArray(value)) return (key === "containers" ? value.toReversed() : value).map((each) => reversed(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, each]) => [name, reversed(each, name)]),
  );
}

/** What makes a container or its pod worse, if it is not as bad already. */
const worsenings: Readonly<Record<string, (spec: Spec, container: Container) => void>> = {
  "the pod's context goes": (spec) => {
    spec.securityContext = {};
  },
  "the pod loses a default": (spec) => {
    delete spec.securityContext.runAsNonRoot;
  },
  privileged: (_, container) => {
    container.securityContext.privileged = true;
  },
  root: (_, container) => {
    container.securityContext.runAsUser = 0;
  },
  writable: (_, container) => {
    delete container.securityContext.readOnlyRootFilesystem;
  },
  unconfined: (_, container) => {
    container.securityContext.seccompProfile = { type: "Unconfined" };
  },
  escalates: (_, container) => {
    container.securityContext.allowPrivilegeEscalation = true;
  },
  "the host's network": (spec) => {
    spec.hostNetwork = true;
  },
  "a node's folder": (spec) => {
    spec.volumes = [{ name: "root", hostPath: { path: "/" } }];
  },
  "a capability more": (_, container) => {
    const { add = [], ...rest } = (container.securityContext.capabilities ?? {}) as { add?: string[] };
    container.securityContext.capabilities = { ...rest, add: [...new Set([...add, "SYS_ADMIN"])] };
  },
  "one more container": (spec) => {
    spec.containers.push({ name: "added", image: "registry.example/added:1", securityContext: {} });
  },
};

const worsening = fc.record({
  which: fc.constantFrom(...Object.keys(worsenings)),
  workload: fc.nat(),
  container: fc.nat(),
});

/** Findings counted by who they are about and what they say, wherever they stand. */
function counts(findings: readonly Finding[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule, level, workload, containers, path } of findings)
    for (const container of containers.length > 0 ? containers : [""]) {
      // Several settings can be without effect.
      const field = rule.id === "ineffective-setting" ? ` ${path.findLast((step) => typeof step === "string")}` : "";
      const key = `${workload.name}/${container}: ${rule.id} (${level})${field}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  return found;
}

describe("a fact is known by another", () => {
  const fact: Fact = {
    rule: "selinux-options",
    level: "baseline",
    container: "app",
    field: "securityContext.seLinuxOptions.type",
    value: "spc_t",
    extent: ["CHOWN", "KILL"],
  };
  it.each<[string, Partial<Fact>, boolean]>([
    ["the same", {}, true],
    ["of another rule", { rule: "privileged" }, false],
    ["of another container", { container: "proxy" }, false],
    ["of the pod", { container: null }, false],
    ["on another field", { field: "securityContext.seLinuxOptions.user" }, false],
    ["in a block of that name", { field: "securityContext.seLinuxOptions.typeset.x" }, false],
    ["of a level that is harder to keep", { level: "restricted" }, false],
    ["of a level that is easier to keep", { level: "privileged" }, true],
    ["with another value", { value: "init_t" }, false],
    ["with no value", { value: null }, false],
    ["that went further", { extent: ["CHOWN", "KILL", "SETUID"] }, true],
    ["that went less far", { extent: ["CHOWN"] }, false],
  ])("%s: %j", (_, before, expected) => {
    expect(findKnown(fact, indexFacts([{ ...fact, ...before }])) !== undefined).toBe(expected);
  });

  it("whatever was written, where nothing is any more", () => {
    expect(findKnown({ ...fact, value: null }, indexFacts([fact]))).toBe(fact);
    const missing: Fact = { ...fact, level: "restricted", field: "securityContext.seLinuxOptions", value: null };
    expect(findKnown(missing, indexFacts([fact]))).toBe(fact);
    expect(findKnown({ ...missing, level: "baseline" }, indexFacts([fact]))).toBeUndefined();
  });
});

describe("only what is new counts", () => {
  it("nothing is new when manifests move, are renamed, reordered, reformatted or commented", async () => {
    await fc.assert(
      fc.asyncProperty(workloads(), dress, dress, fc.boolean(), async (list, before, after, isRenamed) => {
        const head = isRenamed ? list.map((each) => ({ ...each, name: `new-${each.name}` })) : list;
        const { findings, problems } = await review(written(head, after), written(list, before), policy);
        expect(problems).toEqual([]);
        expect(findings.filter((each) => each.new).map(({ message }) => message)).toEqual([]);
        expect(findings.filter(({ mode }) => mode !== "audit")).toEqual([]);
      }),
      { numRuns: cases(100) },
    );
  });

  it("what got worse is new, and nothing else, however it is written", async () => {
    let worse = 0;
    await fc.assert(
      fc.asyncProperty(
        workloads(),
        fc.array(worsening, { minLength: 1, maxLength: 3 }),
        dress,
        dress,
        async (list, changes, before, after) => {
          const head = structuredClone(list);
          for (const { which, workload, container } of changes) {
            const { spec } = head[workload % head.length] as Workload;
            worsenings[which]?.(spec, spec.containers[container % spec.containers.length] as Container);
          }
          const plain = async (workloadList: readonly Workload[]) =>
            counts((await review(written(workloadList, before), null, policy)).findings);
          const [was, is] = [await plain(list), await plain(head)];
          // A container that was privileged escaped worse; one that was told to be root has its user declared no better.
          const covered: Record<string, string> = {
            "allow-privilege-escalation (restricted)": "privileged (baseline)",
            "explicit-user (hardened)": "run-as-user (restricted)",
          };
          const expected = [...is].flatMap(([key, count]) => {
            const [who = "", what = ""] = key.split(": ");
            const isMore = count > (was.get(key) ?? 0) && !was.has(`${who}: ${covered[what]}`) && !isWeaker(was, key);
            // What lets a container run as root goes further once nobody declares another user for it.
            const isFreed = what.startsWith("run-as-non-root") && mayBeRoot(is, who) && !mayBeRoot(was, who);
            return isMore || isFreed ? [key] : [];
          });
          const { findings } = await review(written(head, after), written(list, before), policy);
          const fresh = [...counts(findings.filter((each) => each.new)).keys()];
          expect(fresh.toSorted()).toEqual(expected.toSorted());
          worse += expected.length;
        },
      ),
      { numRuns: cases(100) },
    );
    expect(worse).toBeGreaterThan(50);
  });
});

/** Whether a container is not said to run as another user than root. */
function mayBeRoot(found: ReadonlyMap<string, number>, who: string): boolean {
  if (who.endsWith("/")) return true;
  return found.has(`${who}: explicit-user (hardened)`) || found.has(`${who}: run-as-user (restricted)`);
}

/** An unset seccomp profile is no worse than the unconfined one that was there. */
function isWeaker(was: ReadonlyMap<string, number>, key: string): boolean {
  return key.endsWith("seccomp-profile (restricted)") && was.has(key.replace("(restricted)", "(baseline)"));
}
