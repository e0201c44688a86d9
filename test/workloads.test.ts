import { describe, expect, it } from "vitest";
import { findPods } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { readManifest } from "../src/review/documents.ts";
import { review } from "../src/review/review.ts";
import { formatPath, withFullReader } from "../src/yaml/index.ts";

const spec = "{containers: [{name: c, image: i}]}";
const template = `{metadata: {labels: {a: b}}, spec: ${spec}}`;
const object = (apiVersion: string, kind: string, rest: string) =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: n}, ${rest}}`;

async function podsOf(text: string) {
  const { documents } = await withFullReader(() => readManifest({ file: "m.yaml", text }, defaultPolicy));
  return documents.flatMap((document) => findPods(document, defaultPolicy));
}

async function findingsOf(text: string, policy = defaultPolicy) {
  const { findings, workloads, problems } = await review([{ file: "m.yaml", text }], null, policy);
  expect(problems).toEqual([]);
  return { findings, workloads, ids: findings.map(({ rule, location }) => `${rule.id}:${location.start.line}`) };
}

describe("where pods are", () => {
  it.each<[string, string, string, ...string[]]>([
    ["v1", "Pod", `spec: ${spec}`, "spec"],
    ["v1", "PodTemplate", `template: ${template}`, "template.spec"],
    ["v1", "ReplicationController", `spec: {template: ${template}}`, "spec.template.spec"],
    ["apps/v1", "Deployment", `spec: {template: ${template}}`, "spec.template.spec"],
    ["extensions/v1beta1", "Deployment", `spec: {template: ${template}}`, "spec.template.spec"],
    ["apps/v1", "StatefulSet", `spec: {template: ${template}}`, "spec.template.spec"],
    ["apps/v1", "DaemonSet", `spec: {template: ${template}}`, "spec.template.spec"],
    ["apps/v1", "ReplicaSet", `spec: {template: ${template}}`, "spec.template.spec"],
    ["batch/v1", "Job", `spec: {template: ${template}}`, "spec.template.spec"],
    [
      "batch/v1",
      "CronJob",
      `spec: {jobTemplate: {spec: {template: ${template}}}}`,
      "spec.jobTemplate.spec.template.spec",
    ],
    [
      "v1",
      "List",
      `items: [${object("v1", "Pod", `spec: ${spec}`)}, ${object("v1", "Pod", `spec: ${spec}`)}]`,
      "items[0].spec",
      "items[1].spec",
    ],
    ["v1", "PodList", `items: [{metadata: {name: n}, spec: ${spec}}]`, "items[0].spec"],
    // custom resources with whole templates
    ["argoproj.io/v1alpha1", "Rollout", `spec: {template: ${template}}`, "spec.template.spec"],
    [
      "argoproj.io/v1alpha1",
      "Experiment",
      `spec: {templates: [{template: ${template}}, {template: ${template}}]}`,
      "spec.templates[0].template.spec",
      "spec.templates[1].template.spec",
    ],
    ["serving.knative.dev/v1", "Service", `spec: {template: {spec: ${spec}}}`, "spec.template.spec"],
    ["serving.knative.dev/v1", "Revision", `spec: ${spec}`, "spec"],
    [
      "keda.sh/v1alpha1",
      "ScaledJob",
      `spec: {jobTargetRef: {template: ${template}}}`,
      "spec.jobTargetRef.template.spec",
    ],
    ["apps.kruise.io/v1alpha1", "DaemonSet", `spec: {template: ${template}}`, "spec.template.spec"],
    [
      "kubeflow.org/v1",
      "PyTorchJob",
      `spec: {pytorchReplicaSpecs: {Master: {template: ${template}}, Worker: {template: ${template}}}}`,
      "spec.pytorchReplicaSpecs.Master.template.spec",
      "spec.pytorchReplicaSpecs.Worker.template.spec",
    ],
    [
      "jobset.x-k8s.io/v1alpha2",
      "JobSet",
      `spec: {replicatedJobs: [{template: {spec: {template: ${template}}}}]}`,
      "spec.replicatedJobs[0].template.spec.template.spec",
    ],
    [
      "ray.io/v1",
      "RayCluster",
      `spec: {headGroupSpec: {template: ${template}}, workerGroupSpecs: [{template: ${template}}]}`,
      "spec.headGroupSpec.template.spec",
      "spec.workerGroupSpecs[0].template.spec",
    ],
    ["batch.volcano.sh/v1alpha1", "Job", `spec: {tasks: [{template: ${template}}]}`, "spec.tasks[0].template.spec"],
    ["agones.dev/v1", "Fleet", `spec: {template: {spec: {template: ${template}}}}`, "spec.template.spec.template.spec"],
    // by shape
    ["example.com/v1", "Thing", `spec: {deep: [{pod: ${spec}}]}`, "spec.deep[0].pod"],
    ["example.com/v1", "Thing", "spec: {db: {podSecurityContext: {runAsUser: 0}}}", "spec.db"],
    ["example.com/v1", "Thing", "spec: {podTemplate: {hostPID: true}}", "spec.podTemplate"],
    ["example.com/v1", "Thing", "spec: {volumes: [{name: v, hostPath: {path: /}}]}", "spec"],
    [
      "tekton.dev/v1",
      "PipelineRun",
      "spec: {taskRunTemplate: {podTemplate: {hostNetwork: true}}}",
      "spec.taskRunTemplate.podTemplate",
    ],
    ["tekton.dev/v1", "TaskRun", "spec: {podTemplate: {securityContext: {runAsUser: 0}}}", "spec.podTemplate"],
    ["argoproj.io/v1alpha1", "Workflow", "spec: {hostNetwork: true, templates: []}", "spec"],
    ["monitoring.coreos.com/v1", "Prometheus", "spec: {volumes: [{name: v, hostPath: {path: /}}]}", "spec"],
    ["monitoring.coreos.com/v1", "Prometheus", "spec: {volumes: [{name: v, nfs: {server: a, path: /}}]}", "spec"],
    ["example.com/v1", "Thing", "spec: {hostNetwork: true, securityContext: {privileged: true}}", "spec", "spec"],
    // by the table, and the rest by shape
    [
      "actions.github.com/v1alpha1",
      "AutoscalingRunnerSet",
      `spec: {template: ${template}, listenerTemplate: ${template}}`,
      "spec.template.spec",
      "spec.listenerTemplate.spec",
    ],
    [
      "ray.io/v1",
      "RayCluster",
      `spec: {headGroupSpec: {template: ${template}}, autoscalerOptions: {securityContext: {privileged: true}}}`,
      "spec.headGroupSpec.template.spec",
      "spec.autoscalerOptions",
    ],
    [
      "apps.kruise.io/v1alpha1",
      "UnitedDeployment",
      `spec: {template: {deploymentTemplate: {spec: {template: ${template}}}}, topology: {subsets: [{name: a, patch: {spec: {template: ${template}}}}]}}`,
      "spec.template.deploymentTemplate.spec.template.spec",
      "spec.topology.subsets[0].patch.spec.template.spec",
    ],
    // what a policy makes, and not what it polices
    [
      "kyverno.io/v1",
      "ClusterPolicy",
      `spec: {rules: [{validate: {pattern: {spec: ${spec}}}, generate: {kind: Pod, data: {spec: ${spec}}}}]}`,
      "spec.rules[0].generate.data.spec",
    ],
    // no workloads
    ["apiextensions.k8s.io/v1", "CustomResourceDefinition", `spec: ${spec}`],
    ["kyverno.io/v1", "ClusterPolicy", `spec: {rules: [{validate: {pattern: {spec: ${spec}}}}]}`],
    ["policy/v1beta1", "PodSecurityPolicy", "spec: {securityContext: {privileged: true}}"],
    ["v1", "ConfigMap", `data: {a: ${JSON.stringify(spec)}}`],
    ["example.com/v1", "Thing", "spec: {containers: 3}"],
    ["apps.kruise.io/v1alpha1", "Deployment", "spec: {template: {}}"],
  ])("%s %s: %s", async (apiVersion, kind, rest, ...paths) => {
    expect((await podsOf(object(apiVersion, kind, rest))).map(({ path }) => formatPath(path))).toEqual(paths);
  });
});

describe("custom resources", () => {
  it("whole templates are judged like pods, and their admission says whose it is", async () => {
    const { ids, workloads } = await findingsOf(
      object("argoproj.io/v1alpha1", "Rollout", `spec: {template: ${template}}`),
    );
    expect(ids).toContain("run-as-non-root:1");
    expect(workloads[0]?.admission.restricted.message).toMatch(
      /^would violate PodSecurity "restricted:latest": .*; Pod Security judges the pods that this Rollout makes, not the Rollout$/,
    );
  });

  it("an operator's patch is judged on what it writes, never on what it omits", async () => {
    const text = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: p}
spec:
  securityContext:
    runAsUser: 0
    sysctls: [{name: kernel.msgmax, value: "1"}]
  containers:
    - name: prometheus
      securityContext:
        privileged: true
  thanos:
    securityContext: {capabilities: {add: [SYS_ADMIN]}}
`;
    const { ids, workloads } = await findingsOf(text);
    expect(ids).toEqual(["run-as-user:6", "sysctls:7", "privileged:11", "added-capabilities:13"]);
    expect(workloads).toEqual([]);
  });

  it("a port of the node is found in a container outside of a pod, with or without a context of its own", async () => {
    const sidecar = (rest: string) =>
      object(
        "example.com/v1",
        "Gateway",
        `spec: {proxy: {name: p, image: i, ports: [{containerPort: 80, hostPort: 80}]${rest}}}`,
      );
    expect((await findingsOf(sidecar(""))).ids).toEqual(["host-ports:1"]);
    const both = await findingsOf(sidecar(", securityContext: {privileged: true}"));
    expect(both.findings.map(({ rule, containers }) => `${rule.id} ${containers.join()}`).toSorted()).toEqual([
      "host-ports p",
      "privileged p",
    ]);
    const listed = object("example.com/v1", "Gateway", "spec: {sidecars: [{name: s, ports: [{hostPort: 53}]}]}");
    expect((await findingsOf(listed)).ids).toEqual(["host-ports:1"]);
    const closed = object(
      "example.com/v1",
      "Gateway",
      "spec: {proxy: {name: p, ports: [{containerPort: 80, hostPort: 0}]}}",
    );
    expect((await findingsOf(closed)).ids).toEqual([]);
  });

  it("a patch for Kustomize is a fragment too; a whole Deployment is not", async () => {
    const patch =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  template:\n    spec:\n      containers: [{name: c, securityContext: {privileged: true}}]\n";
    expect((await findingsOf(patch)).ids).toEqual(["privileged:7"]);
    expect((await findingsOf(patch.replace("name: c,", "name: c, image: i,"))).ids.length).toBeGreaterThan(3);
  });
});

describe("namespaces among the manifests", () => {
  const pod = (namespace: string) =>
    `${object("v1", "Pod", "spec: {hostPID: true, containers: [{name: c, image: i}]}").replace("name: n", `name: web, namespace: ${namespace}`)}\n`;
  const namespace = (labels: string) =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: prod\n  labels: {${labels}}\n---\n`;
  const lax = { ...defaultPolicy, enforce: "privileged", warn: "privileged", audit: "privileged" } as const;

  it("make the policy of their pods stricter, and the message says that the cluster rejects them", async () => {
    const { findings } = await findingsOf(namespace("pod-security.kubernetes.io/enforce: baseline") + pod("prod"), lax);
    expect(findings.map(({ rule, mode }) => `${rule.id} ${mode}`)).toEqual(["host-namespaces enforce"]);
    expect(findings[0]?.message).toMatch(
      /The cluster will reject the pods: the namespace "prod" enforces baseline \(m\.yaml, line 5\)\.$/,
    );
    expect(findings[0]?.related).toHaveLength(1);
  });

  it("leave other namespaces' pods alone, and never make a policy laxer", async () => {
    const labels = namespace("pod-security.kubernetes.io/enforce: baseline");
    expect((await findingsOf(labels + pod("other"), lax)).findings).toEqual([]);
    const strict = await findingsOf(namespace("pod-security.kubernetes.io/enforce: privileged") + pod("prod"));
    expect(strict.ids).toContain("run-as-non-root:7");
  });

  it("warnings default to what is enforced; a newer version wins", async () => {
    const old = { ...lax, kubernetesVersion: { name: "v1.7", minor: 7 } };
    const { findings, workloads } = await findingsOf(
      namespace("pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.8") +
        pod("prod"),
      old,
    );
    expect(findings.map(({ rule, mode }) => `${rule.id} ${mode}`)).toContain("allow-privilege-escalation enforce");
    expect(workloads[0]?.admission.version).toBe("v1.8");
    const warned = await findingsOf(namespace("pod-security.kubernetes.io/warn: baseline") + pod("prod"), lax);
    expect(warned.findings.map(({ rule, mode }) => `${rule.id} ${mode}`)).toEqual(["host-namespaces warn"]);
  });

  it.each([
    [
      "pod-security.kubernetes.io/enforce: strict",
      'metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted',
    ],
    [
      "pod-security.kubernetes.io/warn-version: '1.25'",
      'metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "1.25": must be "latest" or "v1.x"',
    ],
    ["pod-security.kubernetes.io/audit-version: v1.07", 'must be "latest" or "v1.x"'],
  ])("%s is refused as the API server would", async (label, text) => {
    const { findings } = await findingsOf(namespace(label).replace("---\n", ""));
    expect(findings.map(({ rule }) => rule.id)).toEqual(["api-rejected"]);
    expect(findings[0]?.message).toContain(text);
    expect(findings[0]?.workload).toMatchObject({ kind: "Namespace", name: "prod" });
  });
});

describe("what is refused is told of the right object, and of who said it", () => {
  it("in a List, of the item that holds it", async () => {
    const item = (name: string, extra = "") =>
      `  - {apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {containers: [{name: c, image: i${extra}}]}}`;
    const text = `apiVersion: v1\nkind: List\nitems:\n${item("a")}\n${item("b", ", image: j")}\n`;
    const { findings } = await findingsOf(text);
    const refused = findings.filter(({ rule }) => rule.id === "api-rejected");
    expect(refused.map(({ workload, location }) => `${workload.name}:${location.start.line}`)).toEqual(["b:5"]);
  });

  it.each([
    [
      "annotation",
      "{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {a: 1}}, spec: {containers: [{name: c, image: i}]}}",
    ],
    [
      "pod",
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {securityContext: {runAsUser: -1}, containers: [{name: c, image: i}]}}",
    ],
    [
      "container",
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, securityContext: {runAsUser: -1}}]}}",
    ],
  ])("origin %s", async (origin, text) => {
    const { findings } = await findingsOf(text);
    expect(findings.filter(({ rule }) => rule.id === "api-rejected").map((finding) => finding.origin)).toEqual([
      origin,
    ]);
  });
});
