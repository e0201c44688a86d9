import { describe, expect, it, test } from "vitest";
import { type KubernetesVersion, parseVersion } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";

const template = "template: {metadata: {labels: {app: web}}, spec: {hostPID: true, containers: [{name: c, image: i}]}}";
/** What stands in a workload's object, by the kind that it is of. */
const bodies = {
  Pod: "spec: {hostPID: true, containers: [{name: c, image: i}]}",
  PodTemplate: template,
  Deployment: `spec: {selector: {matchLabels: {app: web}}, ${template}}`,
  CronJob: `spec: {schedule: '@daily', jobTemplate: {spec: {${template}}}}`,
};

/** What is said of the kind of an object, and as what its pod is judged. */
async function judge(type: string, body: string, version = "latest") {
  const text = `${type}\nmetadata: {name: web}\n${body}\n`;
  const policy = { ...defaultPolicy, kubernetesVersion: parseVersion(version) as KubernetesVersion };
  const { findings, workloads, problems } = await review([{ file: "m.yaml", text, named: true }], null, policy);
  return {
    said: findings.filter(({ rule }) => rule.id === "api-rejected").map(({ message }) => message),
    lines: findings.filter(({ rule }) => rule.id === "api-rejected").map(({ location }) => location.start.line),
    isJudged: findings.some(({ rule }) => rule.id === "host-namespaces"),
    kinds: workloads.map(({ pod }) => pod.workload.kind),
    verdicts: workloads.map(({ admission }) => admission.baseline.message?.replace(/ PodSecurity.*/s, "")),
    problems,
  };
}

const of = (apiVersion: string, kind: string) => `apiVersion: ${apiVersion}\nkind: ${kind}`;

describe("a kind that the cluster does not have is said, on its line, and the pod is judged all the same", () => {
  it.each<[type: string, body: keyof typeof bodies, line: number, text: string]>([
    [of("v1", "Deployment"), "Deployment", 1, 'kind "Deployment" in version "v1". Write apiVersion: apps/v1.'],
    [
      of("batch/v1", "Deployment"),
      "Deployment",
      1,
      'kind "Deployment" in version "batch/v1". Write apiVersion: apps/v1.',
    ],
    [of("app/v1", "Deployment"), "Deployment", 1, 'kind "Deployment" in version "app/v1". Write apiVersion: apps/v1.'],
    [of("apps/v1", "Pod"), "Pod", 1, 'kind "Pod" in version "apps/v1". Write apiVersion: v1.'],
    [of("V1", "Pod"), "Pod", 1, 'kind "Pod" in version "V1". Write apiVersion: v1.'],
    [of("apps/v1", "Deploymnet"), "Deployment", 2, 'kind "Deploymnet" in version "apps/v1". Write kind: Deployment.'],
    [of("apps/v1", "deployments"), "Deployment", 2, 'kind "deployments" in version "apps/v1". Write kind: Deployment.'],
    [of("v1", "POD"), "Pod", 2, 'kind "POD" in version "v1". Write kind: Pod.'],
    [of("v1", "Pdo"), "Pod", 2, 'kind "Pdo" in version "v1". Write kind: Pod.'],
    [of("v1", "Container"), "Pod", 2, 'kind "Container" in version "v1". Write kind: Pod.'],
    [of("batch/v1", "Nightly"), "CronJob", 2, 'kind "Nightly" in version "batch/v1". Write kind: CronJob.'],
    ["kind: Pod", "Pod", 1, "Object 'apiVersion' is missing. Write apiVersion: v1."],
    ["apiVersion: ''\nkind: Pod", "Pod", 1, "Object 'apiVersion' is missing. Write apiVersion: v1."],
    ["kind: CronJob", "CronJob", 1, "Object 'apiVersion' is missing. Write apiVersion: batch/v1."],
    ["apiVersion: v1", "PodTemplate", 1, "Object 'Kind' is missing. Write kind: PodTemplate."],
    ["apiVersion: v1\nkind: null", "Pod", 2, "Object 'Kind' is missing. Write kind: Pod."],
  ])("%j", async (type, kind, line, text) => {
    const { said, lines, isJudged, kinds, verdicts, problems } = await judge(type, bodies[kind]);
    expect(said).toEqual([expect.stringMatching(new RegExp(`^The API server refuses this object: .*${text}$`))]);
    expect({ lines, isJudged, kinds, problems }).toEqual({
      lines: [line],
      isJudged: true,
      kinds: [kind],
      problems: [],
    });
    expect(verdicts).toEqual([kind === "Pod" ? "violates" : "would violate"]);
  });

  it("judges what a list holds that says no version, and what says none in a list", async () => {
    const item = "{kind: Pod, metadata: {name: web}, spec: {hostPID: true, containers: [{name: c, image: i}]}}";
    const listed = await judge("kind: List", `items: [${item}]`);
    expect(listed.kinds).toEqual(["Pod"]);
    expect(listed.said).toEqual([expect.stringContaining("Object 'apiVersion' is missing")]);
    const typed = await judge("apiVersion: v1\nkind: PodList", `items: [${item.replace("kind: Pod, ", "")}]`);
    expect({ kinds: typed.kinds, said: typed.said }).toEqual({ kinds: ["Pod"], said: [] });
  });

  it("says both where neither is right, and leaves open what only the author knows", async () => {
    expect((await judge(of("app/v1", "deployment"), bodies.Deployment)).said).toHaveLength(2);
    expect((await judge(of("apps/v1", "Thing"), bodies.Deployment)).said).toEqual([
      'The API server refuses this object: no matches for kind "Thing" in version "apps/v1". Correct it.',
    ]);
    expect((await judge("apiVersion: apps/v1", bodies.Deployment)).said).toEqual([
      "The API server refuses this object: Object 'Kind' is missing. Add it.",
    ]);
    expect((await judge("apiVersion: 1\nkind: Pod", bodies.Pod)).said).toEqual([
      "The API server refuses this object: apiVersion must be text, and this is the number 1. Put it in quotes.",
    ]);
  });
});

describe("a version is refused by the releases that do not serve it", () => {
  it.each<[apiVersion: string, kind: "Deployment" | "CronJob", release: string, text: string]>([
    [
      "batch/v1beta1",
      "CronJob",
      "1.25",
      'in version "batch/v1beta1", which v1.25 removed. Write apiVersion: batch/v1.',
    ],
    [
      "batch/v2alpha1",
      "CronJob",
      "1.21",
      'in version "batch/v2alpha1", which v1.21 removed. Write apiVersion: batch/v1.',
    ],
    [
      "batch/v1",
      "CronJob",
      "1.20",
      'in version "batch/v1", which v1.21 is the first to serve. Write apiVersion: batch/v1beta1.',
    ],
    ["extensions/v1beta1", "Deployment", "1.16", "which v1.16 removed. Write apiVersion: apps/v1."],
    ["apps/v1beta1", "Deployment", "latest", "which v1.16 removed. Write apiVersion: apps/v1."],
    ["apps/v1beta2", "Deployment", "latest", "which v1.16 removed. Write apiVersion: apps/v1."],
  ])("%s %s by %s", async (apiVersion, kind, release, text) => {
    const { said, isJudged } = await judge(of(apiVersion, kind), bodies[kind], release);
    expect(said).toEqual([expect.stringContaining(text)]);
    expect(isJudged).toBe(true);
  });

  it.each<[apiVersion: string, kind: "Deployment" | "CronJob", release: string]>([
    ["batch/v1beta1", "CronJob", "1.24"],
    ["batch/v1", "CronJob", "1.21"],
    ["extensions/v1beta1", "Deployment", "1.15"],
    ["apps/v1beta2", "Deployment", "1.15"],
  ])("%s %s is served by %s", async (apiVersion, kind, release) => {
    expect((await judge(of(apiVersion, kind), bodies[kind], release)).said).toEqual([]);
  });
});

describe("what is not a built-in workload is not called a misspelt one", () => {
  it.each([
    [of("apps.kruise.io/v1alpha1", "StatefulSet"), bodies.Deployment],
    [of("example.com/v1", "Deploymnet"), bodies.Deployment],
    [
      of("batch.volcano.sh/v1alpha1", "Job"),
      "spec: {tasks: [{template: {spec: {containers: [{name: c, image: i}]}}}]}",
    ],
    [of("v1", "Service"), "spec: {ports: [{port: 80}]}"],
    [of("v1", "Node"), "spec: {}"],
    [of("autoscaling/v2", "HorizontalPodAutoscaler"), "spec: {metrics: [{containerResource: {container: c}}]}"],
    ["kind: pipeline", bodies.Pod],
    ["kind: Pod", "containers: []"],
    ["name: values", bodies.Pod],
  ])("%j", async (type, body) => {
    const { said, problems } = await judge(type, body);
    expect({ said, problems }).toEqual({ said: [], problems: [] });
  });
});

test("a kind of the user's own is none either, whatever its group", async () => {
  const text = `apiVersion: team/v1\nkind: Deploymnet\nmetadata: {name: web}\n${bodies.Deployment}\n`;
  const workloads = [
    { apiVersion: "team/v1", kind: "Deploymnet", holds: "podTemplate", path: "spec.template" },
  ] as const;
  const { findings } = await review([{ file: "m.yaml", text }], null, { ...defaultPolicy, workloads });
  expect(findings.map(({ rule }) => rule.id)).not.toContain("api-rejected");
  expect(findings.map(({ rule }) => rule.id)).toContain("host-namespaces");
});

describe("an object that can't be decoded has no verdict", () => {
  it.each([
    ["containers as a map", "spec: {containers: {name: c, image: i}}"],
    ["a number in a variable", "spec: {containers: [{name: c, image: i, env: [{name: PORT, value: 443}]}]}"],
    ["a label that is not text", "spec: {containers: [{name: c, image: i}]}\nstatus: {phase: 1}"],
  ])("%s", async (_, body) => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n${body}\n`;
    const { workloads } = await review([{ file: "m.yaml", text }], null, defaultPolicy);
    const none = { allowed: null, message: null };
    expect(workloads.map(({ admission }) => admission)).toEqual([
      { version: "v1.37", baseline: none, restricted: none },
    ]);
  });
});
