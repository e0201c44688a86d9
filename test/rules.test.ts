import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type KubernetesVersion, parseVersion } from "../src/pod/index.ts";
import { defaultPolicy, type Policy } from "../src/policy/index.ts";
import type { Finding } from "../src/review/finding.ts";
import { fix } from "../src/review/fix.ts";
import { review } from "../src/review/review.ts";
import { rules } from "../src/rules/index.ts";
import type { Source } from "../src/yaml/index.ts";
import { annotated, unannotated } from "./annotated.ts";
import { brokenLaws } from "./laws/laws.ts";

const folder = join(import.meta.dirname, "rules");
const files = readdirSync(folder);
const ids = files.filter((name) => !name.endsWith(".fixed.yaml")).map((name) => name.replace(/\.yaml$/, ""));

/** The ids that the second run of each fixture lets fixes write. */
const withIds: Policy = { ...defaultPolicy, fix: { runAsUser: 10001, runAsGroup: 10002 } };

test("every rule has its fixture, and every fixture its rule", () => {
  expect(ids.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  expect(files.filter((name) => name.endsWith(".fixed.yaml"))).toEqual(ids.toSorted().map((id) => `${id}.fixed.yaml`));
});

describe.each(ids)("%s", (id) => {
  const file = `${id}.yaml`;
  const text = readFileSync(join(folder, file), "utf8");
  const source: Source = { file, text, named: true };

  test("finds what is marked, and nothing else", async () => {
    const { findings, problems } = await review([source], null, defaultPolicy);
    expect(annotated(text, findings)).toBe(text);
    expect(problems).toEqual([]);
  });

  test("has cases that fail, that pass, and that nearly fail", async () => {
    const { findings, workloads } = await review([source], null, defaultPolicy);
    const failing = new Set(findings.filter(({ rule }) => rule.id === id).map(({ workload }) => workload.name));
    const names = workloads.map(({ pod }) => pod.workload.name).filter((name) => !failing.has(name));
    expect([...failing].filter((name) => !name.startsWith("fails"))).toEqual([]);
    expect(failing.size).toBeGreaterThan(0);
    expect(names.filter((name) => !/^(passes|near-miss)/.test(name))).toEqual([]);
    expect(names).toContain("passes");
    expect(names).toContain("near-miss");
  });

  test("is fixed as expected", async () => {
    const place = join(folder, `${id}.fixed.yaml`);
    const fixed = await fix(source, defaultPolicy);
    if (process.env.UPDATE) writeFileSync(place, fixed.text);
    expect(fixed.text).toBe(readFileSync(place, "utf8"));
  });

  test.each([
    ["as it is", text, defaultPolicy],
    ["without markers", unannotated(text), defaultPolicy],
    ["with configured ids", text, withIds],
    ["with CRLF", text.replaceAll("\n", "\r\n"), defaultPolicy],
  ])("keeps the laws of fixing, %s", async (_, manifest, policy) => {
    expect(await brokenLaws({ ...source, text: manifest }, policy)).toEqual([]);
  });

  test("keeps the laws of fixing when only safe fixes are wanted", async () => {
    expect(await brokenLaws(source, withIds, ({ fix: offered }) => offered?.safety === "safe")).toEqual([]);
  });
});

describe("at an older version", () => {
  const hardened = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] }, readOnlyRootFilesystem: true };
  const context = { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: "RuntimeDefault" } };
  const probe = { livenessProbe: { httpGet: { host: "h", port: 80 } } };

  test.each<[string, string, object, object, readonly string[]]>([
    [
      "what the standard did not ask for yet is hardening",
      "v1.7",
      { seccompProfile: null },
      { allowPrivilegeEscalation: true },
      ["allow-privilege-escalation (hardened)"],
    ],
    [
      "what it asks for is restricted",
      "v1.8",
      { seccompProfile: null },
      { allowPrivilegeEscalation: true },
      ["allow-privilege-escalation (restricted)"],
    ],
    ["capabilities before v1.22", "v1.21", {}, { capabilities: {} }, ["drop-all-capabilities (hardened)"]],
    [
      "runAsUser before v1.23",
      "v1.22",
      { runAsNonRoot: null, runAsUser: 0 },
      {},
      ["run-as-non-root (restricted)", "run-as-user (hardened)"],
    ],
    ["hosts before v1.34", "v1.33", {}, { spec: probe }, []],
    ["hosts since", "v1.34", {}, { spec: probe }, ["host-probes (baseline)"]],
    [
      "an SELinux type of v1.31",
      "v1.30",
      { seLinuxOptions: { type: "container_engine_t" } },
      {},
      ["selinux-options (baseline)"],
    ],
    [
      "a sysctl of v1.29",
      "v1.28",
      { sysctls: [{ name: "net.ipv4.tcp_fin_timeout", value: "1" }] },
      {},
      ["sysctls (baseline)"],
    ],
    [
      "a field that the release drops",
      "v1.32",
      { supplementalGroupsPolicy: "Strict" },
      {},
      ["ineffective-setting (privileged)"],
    ],
    ["and one that it keeps", "v1.33", { supplementalGroupsPolicy: "Strict" }, {}, []],
  ])("%s: %s", async (_, version, onPod, inContainer, expected) => {
    const { spec, ...own } = inContainer as { spec?: object };
    const pod = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web" },
      spec: {
        securityContext: { ...context, ...onPod },
        containers: [
          { name: "app", image: "registry.example/app:1", securityContext: { ...hardened, ...own }, ...spec },
        ],
      },
    };
    const source = { file: "web.yaml", text: JSON.stringify(pod), named: true };
    const kubernetesVersion = parseVersion(version) as KubernetesVersion;
    const { findings } = await review([source], null, { ...defaultPolicy, kubernetesVersion });
    expect(findings.map(({ rule, level }) => `${rule.id} (${level})`).toSorted()).toEqual(expected);
  });
});

describe("a marker", () => {
  const text = "spec:\n  hostPID: true\n  #        ^^^^ host-namespaces: hostPID is true: …\n";
  const finding = (message: string, range = [12, 16]) =>
    ({
      rule: { id: "host-namespaces" },
      mode: "enforce",
      message,
      location: { start: { line: 2, column: range[0] }, end: { line: 2, column: range[1] } },
    }) as unknown as Finding;

  test.each([
    ["stays when it is met", finding("hostPID is true: and so on"), text],
    [
      "goes, and the finding's own comes, when the message differs",
      finding("hostPID is on"),
      "spec:\n  hostPID: true\n         # ^^^^ host-namespaces (enforce): hostPID is on\n",
    ],
    [
      "goes, and the finding's own comes, when a column differs",
      finding("hostPID is true: and so on", [12, 15]),
      "spec:\n  hostPID: true\n         # ^^^ host-namespaces (enforce): hostPID is true: and so on\n",
    ],
  ])("%s", (_, found, expected) => {
    expect(annotated(text, [found])).toBe(expected);
  });

  test("counts its own # where it stands right before the carets", () => {
    const inFirstColumn = "spec:\n#^^^ host-namespaces: hostPID is true\n";
    const found = {
      ...finding("hostPID is true"),
      location: { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } },
    };
    expect(annotated(inFirstColumn, [found as Finding])).toBe(inFirstColumn);
    expect(unannotated(inFirstColumn)).toBe("spec:\n");
  });
});
