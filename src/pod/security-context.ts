import type { Path } from "../yaml/index.ts";

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
