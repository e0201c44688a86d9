import { type Document, type Fields, type Path, startsWith } from "../yaml/index.ts";
import type { BuiltIn } from "./built-in-kinds.ts";
import type { DecodingErrors } from "./decode.ts";
import type { ImageConfig } from "./images.ts";
import type { DerivedContext, EffectiveContext, PodSecurityContext, SecurityContext } from "./security-context.ts";

/** An object that makes pods, as people refer to it. */
export interface Workload {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/** A judged value that something else fills in before Kubernetes sees it. */
export interface UnknownValue {
  /** The field whose value it is. */
  readonly path: Path;
  /** What is written there, and where: the same place, unless it is a key that may be this field. */
  readonly text: string;
  readonly at: Path;
}

/**
 * How what is unknown is taken. `likely`: a default counts, and the rest is harmless, so that nothing is said of it. `worst`: a default counts, and the
 * rest is harmful. `harmless` and `harmful` take no default's word: what is so under both is certain.
 */
export type Assumption = "likely" | "worst" | "harmless" | "harmful";

/** A pod spec, wherever it was found: a Pod, or the template of a Deployment, CronJob, … */
export interface Pod {
  readonly document: Document;
  readonly workload: Workload;
  /** Path of the object itself: `[]`, or a `List`'s item. */
  readonly object: Path;
  /** Path of the metadata that the pod gets: the Pod's own, or its template's. */
  readonly metadata: Path;
  /** Path of the pod spec. */
  readonly path: Path;
  /** Path of the pod's `securityContext`, written or not. */
  readonly context: Path;
  readonly spec: Fields;
  readonly annotations: Readonly<Record<string, string>>;
  readonly securityContext: PodSecurityContext;
  readonly hostNetwork: boolean;
  readonly hostPID: boolean;
  readonly hostIPC: boolean;
  readonly hostUsers: boolean | undefined;
  /** `os.name` as declared, which is all that the API server and Pod Security go by. */
  readonly os: string | undefined;
  /** The system of the nodes that it runs on: what `os.name` says, else the node selector and the required node affinity. */
  readonly runsOn: "linux" | "windows";
  /** A patch over a pod that is written elsewhere, or that an operator makes: what it leaves out is not unset. */
  readonly isFragment: boolean;
  /** A built-in kind, or a template of the built-in type: the API's own field names and rules hold. */
  readonly isPodSpec: boolean;
  /** `undefined` for a kind that Pod Security does not know: it judges the pods that this object makes. */
  readonly builtIn: BuiltIn | undefined;
  /** The judged values that a tool fills in later, and that have no default. What is read here is their most likely meaning. */
  readonly unknown: readonly UnknownValue[];
  /** The same pod where what is filled in later is taken otherwise; `undefined` where nothing is. */
  readonly assumed?: Readonly<Record<Exclude<Assumption, "likely">, Pod>>;
  /** What the decoder says of the object, or of the template where the object is a custom resource. */
  readonly decoding: DecodingErrors;
  /** Init, then app, then ephemeral containers, each in the manifest's order: the order in which Pod Security visits them. */
  readonly containers: readonly Container[];
}

/** A Namespace object among the manifests. */
export interface Namespace {
  readonly document: Document;
  readonly workload: Workload;
  /** Path of the object. */
  readonly object: Path;
  readonly labels: Readonly<Record<string, string>>;
  /** The Pod Security labels that a tool fills in later, and that have no default. */
  readonly unknown: readonly UnknownValue[];
}

/** A sidecar is an init container that restarts always (KEP-753). */
export type ContainerType = "app" | "init" | "sidecar" | "ephemeral";

export interface Container {
  readonly type: ContainerType;
  /** Its pod's. */
  readonly runsOn: Pod["runsOn"];
  readonly name: string;
  readonly image: string | null;
  readonly path: Path;
  /** Path of its `securityContext`, written or not. */
  readonly context: Path;
  readonly spec: Fields;
  readonly securityContext: SecurityContext;
  /** The configuration of its image; `null` where nobody read it, or nobody could. */
  readonly imageConfig: ImageConfig | null;
  readonly effective: EffectiveContext;
  readonly derived: DerivedContext;
}

/** Finds the container in whose block a path is; `undefined` for a path of the pod's own. */
export function findContainer(
  { path: start, containers }: Pick<Pod, "path" | "containers">,
  path: Path,
): Container | undefined {
  if (!startsWith(path, start)) return undefined;
  const [list, index] = path.slice(start.length);
  return containers.find(({ path: own }) => {
    // A lone security context is a pod of one container, in the same block.
    if (own.length === start.length) return true;
    return own[start.length + 1] === index && own[start.length] === list;
  });
}
