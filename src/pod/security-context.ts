import type { Path, Value } from "../yaml/index.ts";

export interface SeLinuxOptions {
  readonly user?: string;
  readonly role?: string;
  readonly type?: string;
  readonly level?: string;
}

/** A seccomp or AppArmor profile. */
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

/** The fields that pod and container share. A value of a wrong type is absent: validation reports it. */
export interface SharedContext {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly seLinuxOptions?: SeLinuxOptions;
  readonly seccompProfile?: SecurityProfile;
  readonly appArmorProfile?: SecurityProfile;
  readonly windowsOptions?: WindowsOptions;
}

/** The fields that only a pod has. */
export interface PodOnlyContext {
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: string;
  readonly supplementalGroups?: readonly number[];
  readonly supplementalGroupsPolicy?: string;
  readonly sysctls?: readonly Sysctl[];
  readonly seLinuxChangePolicy?: string;
}

/** `spec.securityContext` as declared (core/v1 PodSecurityContext). */
export interface PodSecurityContext extends SharedContext, PodOnlyContext {}

/** A container's `securityContext` as declared (core/v1 SecurityContext). */
export interface SecurityContext extends SharedContext {
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: Capabilities;
  readonly readOnlyRootFilesystem?: boolean;
  readonly procMount?: string;
}

/** The fields of the pod spec itself that belong to the context. */
export interface PodSpecContext {
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly hostUsers?: boolean;
  readonly shareProcessNamespace?: boolean;
}

export type Origin = "container" | "pod" | "annotation" | "image" | "namespace" | "default";

/** An effective value and who set it. */
export interface Setting<T> {
  /** `undefined`: nobody declared it (origin `default`), or the image gives a name where a number is needed (origin `image`). */
  readonly value: T | undefined;
  readonly origin: Origin;
  /** What is written where a tool fills the value in later: it is not known, and `value` is `undefined`. */
  readonly placeholder?: Value;
  /** Where it is written, or where it would be; for a value of the image, where the image is named. */
  readonly path: Path;
}

/** A setting for each field of a declared context. */
export type Settings<Context> = { readonly [F in keyof Context]-?: Setting<NonNullable<Context[F]>> };

/** Every field of the two security contexts and of the pod spec by its API name: container over pod over default. */
export type EffectiveContext = Settings<PodSecurityContext & SecurityContext & PodSpecContext>;

/** What the process gets. `null`: only the image, the node, or what is filled in later says it. On Windows all but the user's name is `null`, on Linux only that name. */
export type DerivedContext = LinuxContext | WindowsContext;

export interface LinuxContext {
  readonly userName: null;
  readonly uid: number | null;
  readonly gid: number | null;
  /** The bounding set, in the kernel's order, without `CAP_`. */
  readonly capabilities: readonly string[] | null;
  readonly noNewPrivileges: boolean | null;
  /** `RuntimeDefault`, `Unconfined`, or `Localhost/<profile>`. */
  readonly seccomp: string | null;
  readonly privileged: boolean | null;
  readonly readOnlyRoot: boolean | null;
}

export type WindowsContext = Readonly<Record<Exclude<keyof LinuxContext, "userName">, null>> & {
  /** As it is written: Windows compares names without regard to case. */
  readonly userName: string | null;
};
