// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders are what the tests are about
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlaceholder, readDefault } from "../src/pod/placeholders.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { buildReport } from "../src/report/json.ts";
import { fix } from "../src/review/fix.ts";
import { review } from "../src/review/review.ts";
import { brokenLaws } from "./laws/laws.ts";
import { cases } from "./random.ts";

type Json = Readonly<Record<string, unknown>>;

async function report(manifest: string | Json, policy = defaultPolicy) {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
  return buildReport(await review([{ file: "a.yaml", text, named: true }], null, policy));
}

const hardened = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] }, readOnlyRootFilesystem: true };
const context = { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: "RuntimeDefault" } };

interface Parts {
  readonly pod?: Json;
  readonly spec?: Json;
  readonly container?: Json;
  readonly more?: Json;
  readonly annotations?: Json;
}

/** A hardened Deployment with changes: `null` takes a field out. */
function deployment({ pod, spec, container, more, annotations }: Parts): Json {
  const app = { name: "app", image: "x:${TAG}", securityContext: { ...hardened, ...container }, ...more };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "${NAME}" },
    spec: {
      replicas: "${REPLICAS}",
      selector: {},
      template: {
        metadata: { annotations: { checksum: "${SUM}", ...annotations } },
        spec: { securityContext: { ...context, ...pod }, containers: [app], ...spec },
      },
    },
  };
}

describe("a placeholder", () => {
  it.each<[text: string, standsForValue: boolean, fallback?: string]>([
    ["${A}", true],
    ["${A_1:=1000}", true, "1000"],
    ["${A:-1000}", true, "1000"],
    ["${A=1000}", true, "1000"],
    ["${A-1000}", true, "1000"],
    ["${A:=}", true, ""],
    ["10${A}", true],
    ["10${A:-00}", true, "1000"],
    ["${A:-1}${B:-2}", true, "12"],
    ["${A:-1}${B}", true],
    ["${A:-${B:-3}}", true, "3"],
    ["${A:-${B}}", true],
    // Other expressions of Flux, whose value hangs on the variable.
    ["${A^^}", true],
    ["${A:0:3}", true],
    ["${#A}", true],
    // GNU envsubst, Kustomize.
    ["$A", true],
    ["a/$A/b", true],
    ["$(A)", true],
    // Texts: escaped, cut off, or of no name.
    ["$${A}", false],
    ["$$(A)", false],
    ["${A", false],
    ["${}", false],
    ["${1}", false],
    ["$", false],
    ["CORP\\svc$", false],
    ["100$", false],
    ["{{ .Values.a }}", false],
  ])("%s", (text, standsForValue, fallback) => {
    expect(isPlaceholder(text)).toBe(standsForValue);
    if (standsForValue) expect(readDefault(text)).toBe(fallback);
  });

  it("is found in the longest of hostile texts in no time", () => {
    const start = performance.now();
    for (const part of ["${A", "${A:-", "$(A", "$A", "$$", "{${"]) {
      isPlaceholder(part.repeat(1_000_000));
      readDefault(part.repeat(1_000_000));
      readDefault(`${part.repeat(1_000_000)}1${"}".repeat(1_000_000)}`);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("an unknown value is neither refused nor missed", () => {
  const at = "spec.template.spec.containers[0].securityContext";
  it.each<[name: string, parts: Parts, field: string, baseline: boolean | null, restricted: boolean | null]>([
    ["runAsUser", { pod: { runAsUser: "${A}" } }, "spec.template.spec.securityContext.runAsUser", true, null],
    ["a number inside", { pod: { runAsUser: "10${A}" } }, "spec.template.spec.securityContext.runAsUser", true, null],
    ["runAsGroup", { pod: { runAsGroup: "$(A)" } }, "spec.template.spec.securityContext.runAsGroup", true, true],
    ["fsGroup", { pod: { fsGroup: "$A" } }, "spec.template.spec.securityContext.fsGroup", true, true],
    ["runAsNonRoot", { pod: { runAsNonRoot: "${A}" } }, "spec.template.spec.securityContext.runAsNonRoot", true, null],
    ["privileged", { container: { privileged: "${A}" } }, `${at}.privileged`, null, null],
    ["escalation", { container: { allowPrivilegeEscalation: "${A}" } }, `${at}.allowPrivilegeEscalation`, true, null],
    ["the root", { container: { readOnlyRootFilesystem: "${A}" } }, `${at}.readOnlyRootFilesystem`, true, true],
    ["procMount", { container: { procMount: "${A}" } }, `${at}.procMount`, null, null],
    ["a drop", { container: { capabilities: { drop: ["${A}"] } } }, `${at}.capabilities.drop[0]`, true, null],
    [
      "a drop beside ALL",
      { container: { capabilities: { drop: ["${A}", "ALL"] } } },
      `${at}.capabilities.drop[0]`,
      true,
      true,
    ],
    ["the drops", { container: { capabilities: { drop: "${A}" } } }, `${at}.capabilities.drop`, true, null],
    [
      "an add",
      { container: { capabilities: { drop: ["ALL"], add: ["${A}"] } } },
      `${at}.capabilities.add[0]`,
      null,
      null,
    ],
    ["capabilities", { container: { capabilities: "${A}" } }, `${at}.capabilities`, null, null],
    ["a type", { container: { seccompProfile: { type: "${A}" } } }, `${at}.seccompProfile.type`, null, null],
    [
      "a type of a file",
      { container: { seccompProfile: { type: "${A}", localhostProfile: "a" } } },
      `${at}.seccompProfile.type`,
      null,
      null,
    ],
    [
      "a file",
      { container: { seccompProfile: { type: "Localhost", localhostProfile: "a/${A}" } } },
      `${at}.seccompProfile.localhostProfile`,
      true,
      true,
    ],
    ["a profile", { container: { seccompProfile: "${A}" } }, `${at}.seccompProfile`, null, null],
    [
      "SELinux",
      { pod: { seLinuxOptions: { type: "${A}", level: "s0" } } },
      "spec.template.spec.securityContext.seLinuxOptions.type",
      null,
      null,
    ],
    [
      "a sysctl",
      { pod: { sysctls: [{ name: "${A}", value: "1" }] } },
      "spec.template.spec.securityContext.sysctls[0].name",
      null,
      null,
    ],
    ["a container's context", { more: { securityContext: "${A}" } }, at, null, null],
    ["the pod's context", { spec: { securityContext: "${A}" } }, "spec.template.spec.securityContext", null, null],
    ["a key", { container: { "${A}": true } }, `${at}.\${A}`, null, null],
    ["hostNetwork", { spec: { hostNetwork: "${A}" } }, "spec.template.spec.hostNetwork", null, null],
    [
      "a port",
      { more: { ports: [{ containerPort: "${B}", hostPort: "${A}" }] } },
      "spec.template.spec.containers[0].ports[0].hostPort",
      null,
      null,
    ],
    [
      "a host",
      { more: { livenessProbe: { tcpSocket: { host: "${A}", port: 80 } } } },
      "spec.template.spec.containers[0].livenessProbe.tcpSocket.host",
      null,
      null,
    ],
    ["a volume", { spec: { volumes: ["${A}"] } }, "spec.template.spec.volumes[0]", null, null],
    [
      "a host path",
      { spec: { volumes: [{ name: "a", hostPath: "${A}" }] } },
      "spec.template.spec.volumes[0].hostPath",
      null,
      null,
    ],
    ["one more container", { spec: { initContainers: ["${A}"] } }, "spec.template.spec.initContainers[0]", null, null],
    ["the containers", { spec: { containers: "${A}" } }, "spec.template.spec.containers", null, null],
    [
      "an annotation",
      { annotations: { "container.apparmor.security.beta.kubernetes.io/app": "${A}" } },
      "spec.template.metadata.annotations.container.apparmor.security.beta.kubernetes.io/app",
      null,
      null,
    ],
  ])("%s", async (_, parts, field, baseline, restricted) => {
    const { findings, problems, workloads } = await report(deployment(parts));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(problems).toMatchObject([{ severity: "note" }]);
    expect(problems[0]?.message).toContain(`neither refused nor passed: ${field}.`);
    expect(workloads[0]?.admission).toMatchObject({
      baseline: { allowed: baseline, message: null },
      restricted: { allowed: restricted, message: null },
    });
  });

  it("what is sure beside it is said, and answered", async () => {
    const { findings, workloads } = await report(
      deployment({ container: { capabilities: { drop: ["ALL"], add: ["SYS_ADMIN", "${A}"] }, privileged: "${B}" } }),
    );
    expect(findings).toMatchObject([{ rule: "added-capabilities", path: expect.stringMatching(/add\/0$/) }]);
    expect(workloads[0]?.admission.baseline).toMatchObject({
      allowed: false,
      message: expect.stringContaining('"SYS_ADMIN"'),
    });
  });

  it("a finding does not speak of what the pod may say", async () => {
    const parts = {
      pod: { runAsNonRoot: "${A}", runAsUser: "${B}" },
      container: { runAsNonRoot: false, runAsUser: 0 },
    };
    const { findings } = await report(deployment(parts));
    expect(findings.map(({ rule }) => rule)).toEqual(["run-as-non-root", "run-as-user"]);
    for (const { message, related } of findings) expect(message + related.length).not.toMatch(/overriding|[1-9]$/);
  });

  it("nothing is said of texts that nobody judges, and of Kubernetes' own $(NAME)", async () => {
    const more = { command: ["sh", "-c", "echo $(A) ${B}"], args: ["$(A)"], env: [{ name: "A", value: "$(B)" }] };
    expect(await report(deployment({ more }))).toMatchObject({ findings: [], problems: [] });
  });

  it("a word of Kustomize is not a key that is filled in", async () => {
    const { findings, problems } = await report(
      deployment({ container: { $patch: "replace", allowPrivilegeEscalation: null } }),
    );
    expect(findings.map(({ rule }) => rule)).toContain("allow-privilege-escalation");
    expect(problems).toEqual([]);
  });

  it("it is one note for a document", async () => {
    const one = JSON.stringify(
      deployment({ pod: { runAsUser: "${A}", fsGroup: "${B}" }, container: { privileged: "${C}" } }),
    );
    const { problems } = await report(`${one}\n---\n${one}\n`);
    expect(problems.map(({ line }) => line)).toEqual([1, 3]);
  });

  it("a Namespace's label demands nothing until it is known", async () => {
    const label = (level: string) => ({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "a", labels: { "pod-security.kubernetes.io/enforce": level, other: "${X}" } },
    });
    expect(await report(label("${A}"))).toMatchObject({
      findings: [],
      problems: [
        { severity: "note", message: expect.stringContaining("metadata.labels.pod-security.kubernetes.io/enforce.") },
      ],
    });
    expect(await report(label("${A:=restricted}"))).toMatchObject({ findings: [], problems: [] });
    expect(await report(label("${A:=strict}"))).toMatchObject({ findings: [{ rule: "api-rejected" }] });
  });
});

it("the effective context shows what is written, and derives nothing from it", async () => {
  const parts = {
    pod: { runAsUser: "${A}" },
    container: { capabilities: { drop: ["ALL"], add: ["${B}"] }, runAsGroup: "${C:=7}" },
  };
  const { workloads } = await report(deployment(parts));
  const [container] = workloads[0]?.containers ?? [];
  expect(container?.effective).toMatchObject({
    runAsUser: { value: "${A}", origin: "pod", line: 1 },
    runAsGroup: { value: 7, origin: "container" },
    capabilities: { value: { drop: ["ALL"], add: ["${B}"] }, origin: "container" },
    allowPrivilegeEscalation: { value: false, origin: "container" },
  });
  expect(container?.derived).toMatchObject({
    uid: null,
    gid: 7,
    capabilities: null,
    noNewPrivileges: true,
    privileged: false,
  });
});

describe("a default is judged", () => {
  it.each<[name: string, parts: Parts, rules: readonly string[]]>([
    ["that is fine", { pod: { runAsUser: "${A:=1000}", runAsNonRoot: "${B:-true}" } }, []],
    ["that is root", { pod: { runAsUser: "${A:=0}" } }, ["fails-to-start", "run-as-user"]],
    ["that is a word of YAML 1.1", { container: { privileged: "${A:-yes}" } }, ["privileged", "ineffective-setting"]],
    ["that unsets", { container: { allowPrivilegeEscalation: "${A:-}" } }, ["allow-privilege-escalation"]],
    ["in a text", { container: { seccompProfile: { type: "${A:-Un}confined" } } }, ["seccomp-profile"]],
  ])("%s", async (_, parts, rules) => {
    const { findings, problems } = await report(deployment(parts));
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(rules));
    expect(problems).toEqual([]);
  });

  it("but the API server may get another value: it is not said to refuse", async () => {
    const { findings } = await report(
      deployment({ pod: { runAsUser: "${A:=-1}" }, container: { privileged: "${B:=true}" } }),
    );
    expect(findings.map(({ rule }) => rule)).not.toContain("api-rejected");
  });

  it("of a wrong type it is none", async () => {
    const { findings, problems } = await report(deployment({ pod: { runAsUser: "${A:=nobody}" } }));
    expect(findings).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe("fixes keep the laws, and what is filled in later", () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: "\${NAME}"}
spec:
  selector: {}
  template:
    spec:
      securityContext: POD
      containers:
        - name: app
          image: x
          ports: [{containerPort: 80, hostPort: "\${PORT}"}]
          securityContext: APP
        - name: proxy
          image: x
`;
  it.each([
    ["${CTX}", "{}"],
    ["{}", "${CTX}"],
    ["{runAsUser: '${A}'}", "{capabilities: {add: ['${B}', SYS_ADMIN]}, privileged: '${C:-true}'}"],
    [
      "{seccompProfile: {type: '${A}'}, runAsGroup: 0}",
      "{capabilities: '${B}', runAsUser: 0, readOnlyRootFilesystem: false}",
    ],
    ["{sysctls: '${A}', fsGroup: 0}", "{capabilities: {drop: '${B}'}, allowPrivilegeEscalation: '${C:=true}'}"],
  ])("%s and %s", async (pod, app) => {
    const source = { file: "a.yaml", text: text.replace("POD", () => pod).replace("APP", () => app), named: true };
    const policy = { ...defaultPolicy, fix: { runAsUser: 10001, runAsGroup: 10002 } };
    expect(await brokenLaws(source, policy)).toEqual([]);
    const fixed = await fix(source, policy);
    for (const name of source.text.match(/\$\{[A-Z]+\}/g) ?? []) expect(fixed.text).toContain(name);
  });
});

it("`placeholders: false` takes them as texts", async () => {
  const { findings, problems } = await report(deployment({ pod: { runAsUser: "${A}" } }), {
    ...defaultPolicy,
    placeholders: false,
  });
  expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    "api-rejected /spec/replicas",
    "api-rejected /spec/template/spec/securityContext/runAsUser",
  ]);
  expect(problems).toEqual([]);
});

describe("whatever is filled in", () => {
  const open = fc.constantFrom("${A}", "${B}");
  const words = [true, false];
  const types = ["RuntimeDefault", "Unconfined", "Localhost"];
  const field = (values: readonly unknown[]) => fc.option(fc.oneof(open, fc.constantFrom(...values)), { nil: null });
  const capabilities = fc.array(fc.oneof(open, fc.constantFrom("ALL", "NET_BIND_SERVICE", "SYS_ADMIN")), {
    maxLength: 2,
  });
  const shared = {
    runAsUser: field([0, 1000]),
    runAsNonRoot: field(words),
    seccompProfile: fc.option(fc.record({ type: field(types) }), { nil: null }),
  };
  const parts = fc.record({
    pod: fc.record(shared),
    spec: fc.record({ hostNetwork: field(words), hostUsers: field(words), hostPID: field(words) }),
    container: fc.record({
      ...shared,
      privileged: field(words),
      allowPrivilegeEscalation: field(words),
      procMount: field(["Default", "Unmasked"]),
      capabilities: fc.record({ add: capabilities, drop: capabilities }),
    }),
  });

  /** What may stand in a field: a value of its type. */
  function valuesOf(key: string): readonly unknown[] {
    if (key === "runAsUser") return [0, 1, -1];
    if (key === "type") return types;
    if (key === "procMount") return ["Default", "Unmasked"];
    return /^\d+$/.test(key) ? ["ALL", "NET_BIND_SERVICE", "CAP_SYS_ADMIN"] : words;
  }

  function replace(value: unknown, pick: (key: string) => unknown, key = ""): unknown {
    if (value === "${A}" || value === "${B}") return pick(key);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item, index) => replace(item, pick, String(index)));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replace(member, pick, name)]));
  }

  it("an answer of admission and a refusal of the API server hold", async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.infiniteStream(fc.nat()), async (random, choices) => {
        const before = await report(deployment(random));
        const pick = (key: string) => valuesOf(key)[choices.next().value % valuesOf(key).length];
        const after = await report(deployment(replace(random, pick) as Parts));
        const refusals = (of: typeof before) =>
          of.findings.flatMap(({ rule, path }) => (rule === "api-rejected" ? [path] : []));
        for (const level of ["baseline", "restricted"] as const) {
          const { allowed } = before.workloads[0]?.admission[level] ?? {};
          if (allowed !== null) expect(after.workloads[0]?.admission[level].allowed).toBe(allowed);
        }
        expect(refusals(after)).toEqual(expect.arrayContaining(refusals(before)));
      }),
      { numRuns: cases(500) },
    );
  });
});
