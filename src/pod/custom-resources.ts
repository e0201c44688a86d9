import { isFields, isList, type Path, type Value } from "../yaml/index.ts";
import type { Workload } from "./pod.ts";

/** A kind that holds a whole pod; `path` leads to its spec, or to its template (metadata and spec). `[]` stands for every item, `*` for every key. */
export interface CustomWorkload {
  readonly apiVersion: string;
  readonly kind: string;
  readonly holds: "podSpec" | "podTemplate";
  readonly path: string;
}

/**
 * Custom resources that hold whole pod templates: what such a template leaves out is unset in the pod. Paths lead to a template (metadata and spec);
 * `[]` stands for every item, `*` for every key. From the projects' own schemas.
 */
const templates: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "argoproj.io": {
    Rollout: ["spec.template"],
    Experiment: ["spec.templates.[].template"],
    AnalysisTemplate: ["spec.metrics.[].provider.job.spec.template"],
    ClusterAnalysisTemplate: ["spec.metrics.[].provider.job.spec.template"],
    AnalysisRun: ["spec.metrics.[].provider.job.spec.template"],
  },
  "serving.knative.dev": { Service: ["spec.template"], Configuration: ["spec.template"], Revision: [""] },
  "sources.knative.dev": { ContainerSource: ["spec.template"] },
  "keda.sh": { ScaledJob: ["spec.jobTargetRef.template"] },
  "apps.kruise.io": {
    CloneSet: ["spec.template"],
    DaemonSet: ["spec.template"],
    StatefulSet: ["spec.template"],
    BroadcastJob: ["spec.template"],
    AdvancedCronJob: ["spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"],
    UnitedDeployment: ["spec.template.*.spec.template"],
  },
  "kubeflow.org": Object.fromEntries(
    ["TFJob", "PyTorchJob", "XGBoostJob", "PaddleJob", "MXJob", "JAXJob", "MPIJob"].map((kind) => [
      kind,
      ["spec.*.*.template"],
    ]),
  ),
  "trainer.kubeflow.org": {
    TrainingRuntime: ["spec.template.spec.replicatedJobs.[].template.spec.template"],
    ClusterTrainingRuntime: ["spec.template.spec.replicatedJobs.[].template.spec.template"],
  },
  "batch.volcano.sh": { Job: ["spec.tasks.[].template"] },
  "flow.volcano.sh": { JobTemplate: ["spec.tasks.[].template"] },
  "jobset.x-k8s.io": { JobSet: ["spec.replicatedJobs.[].template.spec.template"] },
  "leaderworkerset.x-k8s.io": {
    LeaderWorkerSet: ["spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate"],
  },
  "kueue.x-k8s.io": { Workload: ["spec.podSets.[].template"] },
  "ray.io": {
    RayCluster: ["spec.headGroupSpec.template", "spec.workerGroupSpecs.[].template"],
    RayJob: [
      "spec.rayClusterSpec.headGroupSpec.template",
      "spec.rayClusterSpec.workerGroupSpecs.[].template",
      "spec.submitterPodTemplate",
    ],
    RayService: ["spec.rayClusterConfig.headGroupSpec.template", "spec.rayClusterConfig.workerGroupSpecs.[].template"],
  },
  "agones.dev": {
    GameServer: ["spec.template"],
    Fleet: ["spec.template.spec.template"],
    GameServerSet: ["spec.template.spec.template"],
  },
  "actions.github.com": {
    AutoscalingRunnerSet: ["spec.template"],
    EphemeralRunnerSet: ["spec.ephemeralRunnerSpec"],
    EphemeralRunner: ["spec"],
  },
  "apps.openshift.io": { DeploymentConfig: ["spec.template"] },
  "operators.coreos.com": { ClusterServiceVersion: ["spec.install.spec.deployments.[].spec.template"] },
};

/** The templates that an object of a known kind holds: their paths in the object. `undefined` for a kind that is not in the table. */
export function templatesOf(group: string, kind: string, object: Value): Path[] | undefined {
  const ofGroup = Object.hasOwn(templates, group) ? templates[group] : undefined;
  const patterns = ofGroup && Object.hasOwn(ofGroup, kind) ? ofGroup[kind] : undefined;
  return patterns
    ?.flatMap((pattern) => pathsOf(object, pattern))
    .filter((path) => path.length > 0 || kind === "Revision");
}

/** Where a pattern such as `spec.tasks.[].template` leads in an object. */
export function pathsOf(object: Value, pattern: string): Path[] {
  return matches(object, pattern === "" ? [] : pattern.split("."));
}

function matches(value: Value | undefined, [step, ...rest]: readonly string[]): Path[] {
  if (step === undefined) return isFields(value) ? [[]] : [];
  const keys: readonly (string | number)[] =
    step === "[]"
      ? isList(value)
        ? [...value.keys()]
        : []
      : step === "*"
        ? isFields(value)
          ? Object.keys(value)
          : []
        : [step];
  return keys.flatMap((key) => {
    const member = isList(value) ? value[Number(key)] : isFields(value) ? value[key] : undefined;
    return matches(member, rest).map((path) => [key, ...path]);
  });
}

/** What an object of an unknown kind shows of pods, by shape. */
export interface Shapes {
  /** Mappings with a list of named containers. */
  readonly specs: readonly Path[];
  /** Mappings called `…securityContext` outside of those. */
  readonly contexts: readonly Path[];
}

/** Looks through an object for what has the shape of a pod spec or of a security context. What anchors share is looked at once. */
export function shapesIn(object: Value): Shapes {
  const specs: Path[] = [];
  const contexts: Path[] = [];
  const seen = new Set<Value>();
  const visit = (value: Value | undefined, path: Path): void => {
    if ((!isFields(value) && !isList(value)) || seen.has(value)) return;
    seen.add(value);
    if (isList(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
      return;
    }
    const isPod = hasContainers(value);
    if (isPod) specs.push(path);
    for (const key of Object.keys(value)) {
      // A pod's own context and containers are read with it.
      if (isPod && (key === "securityContext" || /^(c|initC|ephemeralC)ontainers$/.test(key))) continue;
      if (/securityContext$/i.test(key) && isFields(value[key])) contexts.push([...path, key]);
      else visit(value[key], [...path, key]);
    }
  };
  visit(object, []);
  return { specs, contexts };
}

function hasContainers(value: Value): boolean {
  const containers = isFields(value) ? value.containers : undefined;
  return (
    isList(containers) &&
    containers.length > 0 &&
    containers.every((container) => isFields(container) && typeof container.name === "string")
  );
}

/** Kinds that describe or police objects rather than being one that makes pods. */
export function isDefinition(group: string, kind: string): boolean {
  if (
    /(^|\.)(kyverno\.io|gatekeeper\.sh|kubewarden\.io|admissionregistration\.k8s\.io|apiextensions\.k8s\.io)$/.test(
      group,
    )
  )
    return true;
  return ["PodSecurityPolicy", "SecurityContextConstraints", "ControllerRevision"].includes(kind);
}

/** Whether a kind hands its pod's `securityContext` on. Knative Serving refuses one, unless an administrator switches the feature on. */
export function readsPodContext({ apiVersion }: Workload): boolean {
  return !apiVersion.startsWith("serving.knative.dev/");
}
