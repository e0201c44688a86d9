import type { Container, KubernetesVersion, Level, Mode, Namespace, Origin, Pod } from "../pod/index.ts";
import type { Patch, Path } from "../yaml/index.ts";

/** What the configuration lets fixes write. We never invent an id. */
export interface FixOptions {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  /** Where the reader gives these ids, if that is not the command line or the configuration: `“user” on this page`. */
  readonly places?: Readonly<Record<"runAsUser" | "runAsGroup", string>>;
  /** The folders that images, by pattern, write to besides `/tmp`. */
  readonly writablePaths?: readonly { readonly image: string; readonly paths: readonly string[] }[];
}

export interface Rule {
  /** Also the name of its file, its fixture and its page. */
  readonly id: string;
  /** One sentence: what must hold for a manifest to pass. */
  readonly summary: string;
  /** The level that a violation breaks; where that depends on the value, the weakest of them. */
  readonly level: Level;
  /** The strictest mode that a violation may get. */
  readonly mode?: Mode;
  readonly references: References;
  /** The controls of the Pod Security Standards that it answers for. */
  readonly controls: readonly Control[];
  /** What its violations name one by one, so that an exemption can accept some of it; left out where they name nothing. */
  readonly values?: NamedValues;
  /** The rule that reports in its place where both would: what this one reports once that one is content is not new. */
  readonly coveredBy?: string;
  check(pod: Pod, context: RuleContext): Iterable<Violation>;
  /** What the rule says of a Namespace. */
  checkNamespace?(namespace: Namespace): Iterable<Violation>;
}

/** The values that violations of a rule can name (`Violation.value`). */
export interface NamedValues {
  /** How to write one, as in "a port such as 8080". */
  readonly form: string;
  readonly isPossible: (text: string) => boolean;
}

export interface RuleContext {
  readonly version: KubernetesVersion;
  /** The level that the cluster or the gate holds pods to: a fix must not lead away from it. */
  readonly enforced: Level;
  readonly fix: FixOptions;
}

/** Where other catalogues speak of the same. */
export interface References {
  /** Recommendations of the CIS Kubernetes Benchmark v1.12 (aquasecurity/kube-bench cfg/cis-1.12/policies.yaml). */
  readonly cis?: readonly string[];
  /** Topic of the NSA/CISA Kubernetes Hardening Guide v1.2. */
  readonly nsa?: string;
  readonly cwe?: readonly number[];
}

/** A control of the Pod Security Standards, as `kubernetes/pod-security-admission/policy` has it. */
export interface Control {
  readonly id: string;
  readonly level: "baseline" | "restricted";
  /** Baseline controls that are silent under `restricted` while this one is in force. */
  readonly overrides?: readonly string[];
  /** Ascending by `since` (N of 1.N). The last whose `since` is at most the version's is in force. */
  readonly revisions: readonly { readonly since: number; readonly check: (pod: Pod) => Denial | undefined }[];
}

/** Why Pod Security Admission forbids a pod: `reason (detail)`. */
export interface Denial {
  readonly reason: string;
  readonly detail: string;
}

/** What a rule says. The review adds id, mode, file and line. */
export interface Violation {
  readonly level: Level;
  readonly at: Path;
  readonly origin: Origin;
  readonly containers: readonly Container[];
  /** What is the case, which level won, why it matters, what to do. */
  readonly message: (say: Say) => string;
  readonly related?: readonly { readonly at: Path; readonly message: string }[];
  readonly fix?: Fix | Declined;
  /** What it names, as it is written: the capability, the path of the node, the port. */
  readonly value?: string;
  /** How far the violation goes for a container, where that is a matter of degree (`Fact.extent`): more of these is worse. */
  readonly extent?: (container: Container | undefined) => readonly string[];
}

/** What a message may ask for; where one text serves several containers, one message names them all. */
export interface Say {
  /** `container "app"`, `containers "app" and "proxy"`, or `the pod`. */
  readonly who: string;
  /** The same containers: those that are spoken of, which may be some of the violation's. */
  readonly containers: readonly Container[];
  /** Where a path stands, as `line 18`, or `base/web.yaml, line 18` where that is another file than the one that is spoken of. */
  readonly line: (path: Path) => string;
}

export interface Fix {
  readonly title: string;
  /** `safe` cannot stop a container that works today. */
  readonly safety: "safe" | "review";
  /** How a `review` fix may stop one, as a clause: "fails if …". */
  readonly risk: string | null;
  readonly patches: readonly Patch[];
}

/** Why there is no fix. */
export interface Declined {
  readonly declined: string;
}
