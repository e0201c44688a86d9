import { type Fields, isFields, isList, memberOf, type Path, type Value, valueAt } from "../yaml/index.ts";
import type { Workload } from "./pod.ts";

/** A kind of the user's own that holds a whole pod. */
export interface CustomWorkload {
  /** A pattern. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly holds: "podSpec" | "podTemplate";
  /** Leads to the spec or the template (metadata and spec), as `findPaths` reads it. */
  readonly path: string;
  /** Whether what is found without it is judged too. */
  readonly isAddition?: boolean;
}

/**
 * Custom resources that hold whole pod templates, by group and kind: what such a template leaves out is unset in the pod. Paths lead to a template
 * (metadata and spec), as `findPaths` reads them. From the projects' own schemas, as github.com/datreeio/CRDs-catalog collects them.
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

/** Finds the templates of an object: their paths in it; `undefined` for a kind that is not in the table. */
export function findTemplates(group: string, kind: string, object: Value): Path[] | undefined {
  const ofGroup = Object.hasOwn(templates, group) ? templates[group] : undefined;
  const patterns = ofGroup && Object.hasOwn(ofGroup, kind) ? ofGroup[kind] : undefined;
  return patterns
    ?.flatMap((pattern) => findPaths(object, pattern))
    .filter((path) => path.length > 0 || kind === "Revision");
}

/** Finds the mappings that a pattern such as `spec.tasks.[].template` leads to in an object: `[]` stands for every item, `*` for every key. */
export function findPaths(object: Value, pattern: string): Path[] {
  return followSteps(object, pattern === "" ? [] : pattern.split("."));
}

function followSteps(value: Value | undefined, [step, ...rest]: readonly string[]): Path[] {
  if (step === undefined) return isFields(value) ? [[]] : [];
  return expandStep(value, step).flatMap((key) =>
    followSteps(memberOf(value, key), rest).map((path) => [key, ...path]),
  );
}

function expandStep(value: Value | undefined, step: string): readonly (string | number)[] {
  if (step === "[]") return isList(value) ? [...value.keys()] : [];
  if (step === "*") return isFields(value) ? Object.keys(value) : [];
  return [step];
}

/** What looks like a pod in an object of an unknown kind. */
export interface Shapes {
  /** Mappings with a list of named containers, or that take something of the node. */
  readonly specs: readonly Path[];
  /** Mappings called `…securityContext` outside of those, and where one would stand in a mapping that takes a port of the node. */
  readonly contexts: readonly Path[];
}

/**
 * Looks through an object for what has the shape of a pod spec or of a security context, but not in what is at the `known` paths. What anchors share is visited
 * once.
 */
export function findShapes(object: Value, known: readonly Path[] = []): Shapes {
  const specs: Path[] = [];
  const contexts: Path[] = [];
  const seen = new Set<Value | undefined>(known.map((path) => valueAt(object, path)));
  const visit = (value: Value | undefined, path: Path): void => {
    if ((!isFields(value) && !isList(value)) || seen.has(value)) return;
    seen.add(value);
    if (isList(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
      return;
    }
    const isPod = hasContainers(value);
    if (isPod || reachesNode(value)) specs.push(path);
    if (takesPort(value) && !isFields(value.securityContext)) contexts.push([...path, "securityContext"]);
    for (const key of Object.keys(value)) {
      // A pod's own context and containers are read with it. Without containers its context may be theirs.
      if (isPod && (key === "securityContext" || /^(c|initC|ephemeralC)ontainers$/.test(key))) continue;
      if (/securityContext$/i.test(key) && isFields(value[key])) contexts.push([...path, key]);
      else visit(value[key], [...path, key]);
    }
  };
  visit(object, []);
  return { specs, contexts };
}

function hasContainers({ containers }: Fields): boolean {
  return (
    isList(containers) &&
    containers.length > 0 &&
    containers.every((container) => isFields(container) && typeof container.name === "string")
  );
}

/** Whether a mapping gives a pod the node's namespaces, or volumes, whose containers are written elsewhere: a Tekton `podTemplate`, a Prometheus. */
function reachesNode({ hostNetwork, hostPID, hostIPC, volumes }: Fields): boolean {
  const takesNamespace = [hostNetwork, hostPID, hostIPC].includes(true);
  const hasVolumes = isList(volumes) && volumes.some((volume) => isFields(volume) && typeof volume.name === "string");
  return takesNamespace || hasVolumes;
}

/** Whether a mapping has a container's port of the node, wherever its container is written. */
function takesPort({ ports }: Fields): boolean {
  return (
    isList(ports) && ports.some((port) => isFields(port) && typeof port.hostPort === "number" && port.hostPort > 0)
  );
}

/** The objects that a policy of Kyverno makes (kyverno api/kyverno/v1 Generation): they are data of the policy, and become objects all the same. */
export function findGenerated(object: Value): Path[] {
  return ["spec.rules.[].generate.data", "spec.rules.[].generate.foreach.[].data"].flatMap((path) =>
    findPaths(object, path),
  );
}

/** Whether objects of a kind describe or police other objects: they make no pods. */
export function isDefinition(group: string, kind: string): boolean {
  return definingGroups.test(group) || definingKinds.includes(kind);
}

const definingGroups =
  /(^|\.)(kyverno\.io|gatekeeper\.sh|kubewarden\.io|admissionregistration\.k8s\.io|apiextensions\.k8s\.io)$/;
const definingKinds = ["PodSecurityPolicy", "SecurityContextConstraints", "ControllerRevision"];

/** Whether a kind hands its pod's `securityContext` on. Knative Serving refuses one, unless an administrator switches the feature on. */
export function readsPodContext({ apiVersion }: Workload): boolean {
  return !apiVersion.startsWith("serving.knative.dev/");
}
