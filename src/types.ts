/** Every type that crosses a folder: the map of the code. Read it beside `review.ts`. */

// ── text ────────────────────────────────────────────────────────────────────────────────────────

/** A manifest's text as it was found. `file` is what the user sees: relative, with `/`, without `./`. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The user named this very file: what can't be read in it is never passed over. */
  readonly named?: boolean;
  /** Another shard judges it: here it only says what its namespaces demand. */
  readonly elsewhere?: boolean;
}

/** Half-open range of UTF-16 offsets into a file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Steps from a document's root: field names and list indexes. */
export type Path = readonly (string | number)[];

/** What Kubernetes' decoder makes of a document, anchors and merge keys resolved. Shared where the text shares it: never written to. */
export type Value = null | boolean | number | string | readonly Value[] | Fields;
export interface Fields {
  readonly [field: string]: Value;
}

/** A document of a manifest. `tree` is opaque outside `yaml/`. */
export interface Document {
  /** 0-based position in its file, counted as kubectl splits it. */
  readonly index: number;
  readonly file: string;
  /** The whole file's text; every range in the document points into it. */
  readonly text: string;
  readonly range: Range;
  readonly value: Value;
  /** Keys set twice in one mapping: Kubernetes keeps the last, strict decoding refuses the object. */
  readonly duplicates: readonly DuplicateKey[];
  readonly tree: unknown;
}

export interface DuplicateKey {
  readonly path: Path;
  readonly key: string;
  /** The later key, the one that wins. */
  readonly range: Range;
}

/** One file, read. */
export interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

/** Input that could not be evaluated. An `error` ends the run as "could not evaluate"; a `note` is said and no more. */
export interface Problem {
  readonly severity: "error" | "note";
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A change at a path, without text: only `yaml/` turns it into an edit. */
export type Patch =
  /** Write `value` at `path`, making the mappings that lead there. */
  (
    | { readonly op: "set"; readonly path: Path; readonly value: Value; readonly among?: Siblings }
    /** Add `value` to the end of the list at `path`, making the list if there is none. */
    | { readonly op: "append"; readonly path: Path; readonly value: Value; readonly among?: Siblings }
    | { readonly op: "remove"; readonly path: Path }
  ) & {
    /** Where else the same text is read, by aliases: the change is meant there too. */
    readonly also?: readonly Path[];
  };

/** Where a new key belongs among the keys that are there: before the first of `before`, else behind the last of `after`, else last. */
export interface Siblings {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A splice: replace `range` of the text by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

// ── Kubernetes ──────────────────────────────────────────────────────────────────────────────────

/** A release of Kubernetes: of the Pod Security Standards and of the API rules. */
export interface KubernetesVersion {
  /** As people write it: `latest` or `v1.N`. */
  readonly name: string;
  /** N of `1.N`, never above the newest that this version of secctx knows. */
  readonly minor: number;
}

export interface Workload {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

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
  readonly os: string | undefined;
  /** A patch over a pod that stands elsewhere, or that an operator makes: what it leaves out is not unset. */
  readonly isFragment: boolean;
  /** A built-in kind, or a template of the built-in type: the API's own field names and rules hold. */
  readonly isPodSpec: boolean;
  /** A kind that Pod Security does not know: it judges the pods that this object makes. */
  readonly isCustom: boolean;
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
}

export type ContainerType = "app" | "init" | "sidecar" | "ephemeral";

export interface Container {
  readonly type: ContainerType;
  readonly name: string;
  readonly image: string | null;
  readonly path: Path;
  /** Path of its `securityContext`, written or not. */
  readonly context: Path;
  readonly spec: Fields;
  readonly securityContext: SecurityContext;
  /** What its image says; `null` where nobody has looked, or nobody could. */
  readonly imageConfig: ImageConfig | null;
  readonly effective: EffectiveContext;
  readonly derived: DerivedContext;
}

/** What an image says about how it runs (OCI image-spec config.md), as far as a security context asks. */
export interface ImageConfig {
  /** Of the manifest that says so: the tag may stand for another one tomorrow. */
  readonly digest?: string;
  /** Its `USER`: a number, a name, either with `:group` behind it, or nothing, which is root. */
  readonly user: string;
  /** Its `VOLUME`s. */
  readonly volumes: readonly string[];
  /** What it `EXPOSE`s: `80/tcp`. */
  readonly ports: readonly string[];
}

/** An image that a manifest names, and a platform that its pod may run on. */
export interface WantedImage {
  readonly image: string;
  /** `linux/amd64` */
  readonly platform: string;
}

/** What is known of an image for one platform: its configuration, or why that could not be read. */
export type ImageAnswer = ImageConfig | { readonly error: string };

/** Answers by the image's name as manifests write it, then by platform (`linux/amd64`). */
export type Images = ReadonlyMap<string, Readonly<Record<string, ImageAnswer>>>;

export interface SeLinuxOptions {
  readonly user?: string;
  readonly role?: string;
  readonly type?: string;
  readonly level?: string;
}
export interface SecurityProfile {
  readonly type?: string;
  readonly localhostProfile?: string;
}
export interface WindowsOptions {
  readonly gmsaCredentialSpecName?: string;
  readonly gmsaCredentialSpec?: string;
  readonly runAsUserName?: string;
  readonly hostProcess?: boolean;
}
export interface Capabilities {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}
export interface Sysctl {
  readonly name?: string;
  readonly value?: string;
}

/** The fields that pod and container share. Values of a wrong type are absent here: validation speaks of them. */
export interface SharedContext {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly seLinuxOptions?: SeLinuxOptions;
  readonly seccompProfile?: SecurityProfile;
  readonly appArmorProfile?: SecurityProfile;
  readonly windowsOptions?: WindowsOptions;
}
/** `spec.securityContext` as declared (core/v1 PodSecurityContext). */
export interface PodSecurityContext extends SharedContext {
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: string;
  readonly supplementalGroups?: readonly number[];
  readonly supplementalGroupsPolicy?: string;
  readonly sysctls?: readonly Sysctl[];
  readonly seLinuxChangePolicy?: string;
}
/** A container's `securityContext` as declared (core/v1 SecurityContext). */
export interface SecurityContext extends SharedContext {
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: Capabilities;
  readonly readOnlyRootFilesystem?: boolean;
  readonly procMount?: string;
}

export type Origin = "container" | "pod" | "annotation" | "image" | "namespace" | "default";

/** An effective value and who said it. */
export interface Setting<T> {
  /** `undefined`: nobody declared it (origin `default`), or an image gives a name where a number is asked for (origin `image`). */
  readonly value: T | undefined;
  readonly origin: Origin;
  /** Where it is written, or where it would be; of an image, where the image is named. */
  readonly path: Path;
}

/** Every field of the two security contexts by its API name, container over pod over default. */
export type EffectiveContext = {
  readonly [F in keyof (PodSecurityContext & SecurityContext)]-?: Setting<
    NonNullable<(PodSecurityContext & SecurityContext)[F]>
  >;
} & {
  readonly hostNetwork: Setting<boolean>;
  readonly hostPID: Setting<boolean>;
  readonly hostIPC: Setting<boolean>;
  readonly hostUsers: Setting<boolean>;
  readonly shareProcessNamespace: Setting<boolean>;
};

/** What the process gets. `null`: only the image or the node knows. */
export interface DerivedContext {
  readonly uid: number | null;
  readonly gid: number | null;
  /** The bounding set, in the kernel's order, without `CAP_`. */
  readonly capabilities: readonly string[];
  readonly noNewPrivileges: boolean;
  /** `RuntimeDefault`, `Unconfined`, or `Localhost/<profile>`. */
  readonly seccomp: string;
  readonly privileged: boolean;
  readonly readOnlyRoot: boolean;
}

// ── policy ──────────────────────────────────────────────────────────────────────────────────────

/** Weakest first. The first three are the Pod Security Standards'. */
export const levels = ["privileged", "baseline", "restricted", "hardened"] as const;
export type Level = (typeof levels)[number];

/** Strictest first, as in Pod Security Admission. */
export const modes = ["enforce", "warn", "audit"] as const;
export type Mode = (typeof modes)[number];

export type Gate = "all" | "new";

export interface Policy {
  readonly enforce: Level;
  readonly warn: Level;
  readonly audit: Level;
  readonly kubernetesVersion: KubernetesVersion;
  readonly gate: Gate;
  readonly fix: FixOptions;
  readonly limits: Limits;
  /** What the pods' namespaces demand, where it is known: the first that fits. A stricter demand than the policy's own wins. */
  readonly namespaces: readonly NamespaceDemand[];
  /** What the findings of a rule are, whatever their level; `off`: it is not asked. */
  readonly rules: Readonly<Record<string, Mode | "off">>;
  /** Kinds of the user's own that hold a pod. */
  readonly workloads: readonly CustomWorkload[];
  readonly exemptions: readonly Exemption[];
  /** What is accepted as it is, by workload (`workloadKey`). */
  readonly baseline: ReadonlyMap<string, readonly Accepted[]>;
  /** What the images say, where somebody has asked them. */
  readonly images: Images;
  /** The day, as `2027-06-30`: ignores expire, and the core reads no clock. Empty where nothing expires. */
  readonly today: string;
  /** What leads from the folder of the configuration to where files are named from, such as `k8s/`; empty where they are one. */
  readonly folder: string;
  /** Whether all is judged that the configuration speaks of: what matches nothing is unused then. */
  readonly isWhole: boolean;
  /** Which share of it is judged here; `null`: all. */
  readonly shard: Shard | null;
}

/** What bounds the work that a manifest can ask for, under the configuration's names: what has more is a problem. */
export type Limits = Readonly<
  Record<
    "documentCharacters" | "documentsPerFile" | "containersPerDocument" | "findingsPerDocument" | "fixCharacters",
    number
  >
>;

/** One of the shares that a full scan is divided into. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
  /** Names the files and the policy that were divided: the same in every shard of a scan. */
  readonly scan: string;
}

/** A kind that holds a whole pod; `path` leads to its spec, or to its template (metadata and spec). `[]` stands for every item, `*` for every key. */
export interface CustomWorkload {
  readonly apiVersion: string;
  readonly kind: string;
  readonly holds: "podSpec" | "podTemplate";
  readonly path: string;
}

/** What the configuration lets pass, by patterns: a criterion that is not there matches everything. */
export interface Exemption {
  readonly rules?: readonly string[];
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly names?: readonly string[];
  readonly containers?: readonly string[];
  readonly images?: readonly string[];
  readonly files?: readonly string[];
  readonly reason: string;
  readonly expires: string | null;
  /** Where it is written. */
  readonly location: Location;
  readonly excerpt: string;
  readonly path: Path;
}

/** What a finding says of one container, free of lines, files and list positions; `null`: of the pod. */
export interface Fact {
  readonly rule: string;
  readonly level: Level;
  readonly container: string | null;
  /** The field's names from the container or the pod on: the same on both for what they share. */
  readonly field: string;
  /** What is written there, if that is one word; for a block, a switch and what is missing the field says it all. */
  readonly value: string | number | null;
  /** How far it goes: more of these is worse. */
  readonly extent: readonly string[];
}

/** A finding of the baseline. */
export interface Accepted extends Fact {
  /** Its number among the entries, from 0. */
  readonly entry: number;
  /** Where it stands in the baseline. */
  readonly file: string;
  readonly line: number;
}

/** What a Namespace's `pod-security.kubernetes.io/*` labels make the cluster do. */
export interface NamespaceDemand {
  /** Its name; from the configuration a pattern. */
  readonly name: string;
  readonly isPattern?: boolean;
  readonly levels: Readonly<Partial<Record<Mode, Level>>>;
  /** The version of the standard that it enforces. */
  readonly version: KubernetesVersion;
  /** The label that says what is enforced. */
  readonly location: Location;
}

/** What fixes may write and must know; it never comes from us. */
export interface FixOptions {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  /** Where images, by pattern, write to besides `/tmp`. */
  readonly writablePaths?: readonly { readonly image: string; readonly paths: readonly string[] }[];
}

// ── rules ───────────────────────────────────────────────────────────────────────────────────────

export interface Rule {
  /** Also the name of its file, its fixture and its page. */
  readonly id: string;
  /** One sentence: what a manifest that passes has. */
  readonly summary: string;
  /** The level that it breaks; where that depends on the value, the strictest to break it first. */
  readonly level: Level;
  /** The strictest mode that a violation may get. */
  readonly mode?: Mode;
  readonly references: References;
  /** The controls of the Pod Security Standards that it answers for. */
  readonly controls: readonly Control[];
  /** The rule that speaks in its place where that finds something: what it alone finds afterwards is not new. */
  readonly coveredBy?: string;
  check(pod: Pod, context: RuleContext): Iterable<Violation>;
  /** What it says of a Namespace. */
  checkNamespace?(namespace: Namespace): Iterable<Violation>;
}

export interface RuleContext {
  readonly version: KubernetesVersion;
  readonly fix: FixOptions;
}

/** Ids in other catalogues (reference/semantics.md §8). CIS: Kubernetes Benchmark v1.12. */
export interface References {
  readonly cis?: readonly string[];
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

/** What a rule says. Id, mode, file and line are added by `review.ts`. */
export interface Violation {
  readonly level: Level;
  readonly at: Path;
  readonly origin: Origin;
  readonly containers: readonly Container[];
  /** What is so, which level won, why it matters, what to do. */
  readonly message: (say: Say) => string;
  readonly related?: readonly { readonly at: Path; readonly message: string }[];
  readonly fix?: Fix | Declined;
  /** How far it goes, where that is a matter of degree: more of these is worse. */
  readonly extent?: readonly string[];
}

/** What a message may ask for; where one text serves several containers, one message names them all. */
export interface Say {
  /** `container "app"`, `containers "app" and "proxy"`, or `the pod`. */
  readonly who: string;
  /** The 1-based line on which a path stands. */
  readonly line: (path: Path) => number;
}

export interface Fix {
  readonly title: string;
  /** `safe` cannot stop a container that works today. */
  readonly safety: "safe" | "review";
  /** How a `review` fix may: one clause. */
  readonly risk: string | null;
  readonly patches: readonly Patch[];
}

/** Why there is no fix. */
export interface Declined {
  readonly declined: string;
}

// ── results ─────────────────────────────────────────────────────────────────────────────────────

export interface Location {
  readonly file: string;
  readonly range: Range;
  readonly start: Position;
  readonly end: Position;
}

/** What a user sees: a violation with everything filled in. */
export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  readonly mode: Mode;
  readonly message: string;
  readonly location: Location;
  /** The text of the line that the finding starts on. */
  readonly excerpt: string;
  readonly document: number;
  readonly path: Path;
  readonly workload: Workload;
  readonly containers: readonly string[];
  readonly origin: Origin;
  /** Whether the change brought it; `null` without a base. */
  readonly new: boolean | null;
  /** Sixteen hexadecimal digits that survive moved lines. */
  readonly fingerprint: string;
  /** What it says of each container: what a baseline remembers, and nobody else asks for. */
  readonly facts: () => readonly Fact[];
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  readonly fix: Fix | null;
  /** Why there is no fix, where one could be expected. */
  readonly declined: string | null;
  readonly ignored: Ignored | null;
}

export interface Ignored {
  readonly by: "comment" | "config" | "baseline";
  readonly reason: string;
  readonly expires: string | null;
}

/** Pod Security Admission's answer for one level. `message` is the API server's own. */
export interface Verdict {
  readonly allowed: boolean;
  readonly message: string | null;
}

export interface Admission {
  /** The version of the standard that judged: `v1.N`. */
  readonly version: string;
  readonly baseline: Verdict;
  readonly restricted: Verdict;
}

export interface ReviewedWorkload {
  readonly pod: Pod;
  readonly line: number;
  readonly source: "manifest" | "helm" | "kustomize";
  readonly admission: Admission;
}

/** What is said once every manifest is reviewed. */
export interface Conclusion {
  readonly policy: Policy;
  /** `error`: something could not be evaluated. */
  readonly verdict: "pass" | "fail" | "error";
  /** On the policy itself. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly files: number;
  /** The ignore comments that the change brought: a reviewer is to see them. */
  readonly addedIgnores: readonly AddedIgnore[];
  /** Of which shard it is, and what that holds back for `merge`; `null` where all is judged in one. */
  readonly shard: (Shard & { readonly pending: Pending }) | null;
}

/** A review as a whole; its findings are sorted by file, place and rule, those on the policy last. */
export interface Result extends Conclusion {
  readonly workloads: readonly ReviewedWorkload[];
}

/** What can only be said once all shards are joined. */
export interface Pending {
  /** On exemptions that nothing needs, or that have expired: each holds if every shard has it. */
  readonly findings: readonly Finding[];
  /** Of the baseline the entries that matched here. */
  readonly used: readonly number[];
  /** Those whose workload is here, and that matched nothing: they are gone if no shard used them. */
  readonly gone: readonly Gone[];
}

/** An accepted finding that is not there any more. */
export interface Gone extends Pick<Accepted, "entry" | "file" | "line"> {
  /** What it says, in words. */
  readonly fact: string;
}

export interface AddedIgnore extends Omit<Ignored, "by"> {
  readonly location: Location;
  readonly workload: Workload;
  readonly rules: readonly string[];
}
