/**
 * The API's fields around a security context: names, types, level. From kubernetes/api core/v1/types.go (v1.37).
 * Decoding, validation, unknown fields and the effective context all read this one table.
 */
export type FieldType =
  | { readonly type: "boolean" | "int64" | "int32" | "string" }
  | { readonly type: "object"; readonly go: string; readonly fields: Readonly<Record<string, FieldType>> }
  | { readonly type: "list"; readonly go: string; readonly of: FieldType }
  | { readonly type: "map"; readonly go: string; readonly of: FieldType };

const boolean = { type: "boolean" } as const;
const int32 = { type: "int32" } as const;
const int64 = { type: "int64" } as const;
const string = { type: "string" } as const;

const object = <F extends Record<string, FieldType>>(go: string, fields: F) =>
  ({ type: "object", go, fields }) as const;
const list = <T extends FieldType>(go: string, of: T) => ({ type: "list", go, of }) as const;

const profile = { type: string, localhostProfile: string };

const shared = {
  runAsUser: int64,
  runAsGroup: int64,
  runAsNonRoot: boolean,
  seLinuxOptions: object("v1.SELinuxOptions", { user: string, role: string, type: string, level: string }),
  seccompProfile: object("v1.SeccompProfile", profile),
  appArmorProfile: object("v1.AppArmorProfile", profile),
  windowsOptions: object("v1.WindowsSecurityContextOptions", {
    gmsaCredentialSpecName: string,
    gmsaCredentialSpec: string,
    runAsUserName: string,
    hostProcess: boolean,
  }),
};

/** Fields of both levels; a container's wins. */
export const sharedFields = object("v1.SecurityContext", shared);

/** Fields of `spec.securityContext` alone. */
export const podOnly = {
  fsGroup: int64,
  fsGroupChangePolicy: string,
  supplementalGroups: list("[]int64", int64),
  supplementalGroupsPolicy: string,
  sysctls: list("[]v1.Sysctl", object("v1.Sysctl", { name: string, value: string })),
  seLinuxChangePolicy: string,
};

/** Fields of a container's `securityContext` alone. */
export const containerOnly = {
  privileged: boolean,
  allowPrivilegeEscalation: boolean,
  capabilities: object("v1.Capabilities", {
    add: list("[]v1.Capability", string),
    drop: list("[]v1.Capability", string),
  }),
  readOnlyRootFilesystem: boolean,
  procMount: string,
};

export const podSecurityContext = object("v1.PodSecurityContext", { ...shared, ...podOnly });
export const containerSecurityContext = object("v1.SecurityContext", { ...shared, ...containerOnly });

/** Fields of the pod spec itself that belong to the context. */
export const podSpecFields = {
  hostNetwork: boolean,
  hostPID: boolean,
  hostIPC: boolean,
  hostUsers: boolean,
  shareProcessNamespace: boolean,
};

const container = object("v1.Container", {
  name: string,
  image: string,
  command: list("[]string", string),
  args: list("[]string", string),
  restartPolicy: string,
  ports: list(
    "[]v1.ContainerPort",
    object("v1.ContainerPort", {
      name: string,
      hostPort: int32,
      containerPort: int32,
      protocol: string,
      hostIP: string,
    }),
  ),
  securityContext: containerSecurityContext,
});

/** The parts of a pod spec that are read here; it has many more fields. */
export const podSpec = object("v1.PodSpec", {
  ...podSpecFields,
  os: object("v1.PodOS", { name: string }),
  securityContext: podSecurityContext,
  initContainers: list("[]v1.Container", container),
  containers: list("[]v1.Container", container),
  ephemeralContainers: list("[]v1.EphemeralContainer", container),
});

/** `metadata.annotations`. */
export const annotationMap = { type: "map", go: "map[string]string", of: string } as const;
