/**
 * The API's fields around a security context, with their types and their level (kubernetes/api core/v1/types.go, v1.37). Decoding, validation and the
 * search for unknown fields read this one table.
 */
export type FieldType =
  | { readonly type: "boolean" | "int64" | "int32" | "string" }
  | { readonly type: "object"; readonly fields: Readonly<Record<string, FieldType>> }
  | { readonly type: "list"; readonly of: FieldType }
  | { readonly type: "map"; readonly of: FieldType };

const boolean = { type: "boolean" } as const;
const int32 = { type: "int32" } as const;
const int64 = { type: "int64" } as const;
const string = { type: "string" } as const;

const object = <F extends Record<string, FieldType>>(fields: F) => ({ type: "object", fields }) as const;
const list = <T extends FieldType>(of: T) => ({ type: "list", of }) as const;

const profile = { type: string, localhostProfile: string };

const shared = {
  runAsUser: int64,
  runAsGroup: int64,
  runAsNonRoot: boolean,
  seLinuxOptions: object({ user: string, role: string, type: string, level: string }),
  seccompProfile: object(profile),
  appArmorProfile: object(profile),
  windowsOptions: object({
    gmsaCredentialSpecName: string,
    gmsaCredentialSpec: string,
    runAsUserName: string,
    hostProcess: boolean,
  }),
};

/** The fields of both levels; a container's wins. */
export const sharedFields = object(shared);

/** The fields that only a pod's `securityContext` has. */
export const podOnly = {
  fsGroup: int64,
  fsGroupChangePolicy: string,
  supplementalGroups: list(int64),
  supplementalGroupsPolicy: string,
  sysctls: list(object({ name: string, value: string })),
  seLinuxChangePolicy: string,
};

/** The fields that only a container's `securityContext` has. */
export const containerOnly = {
  privileged: boolean,
  allowPrivilegeEscalation: boolean,
  capabilities: object({
    add: list(string),
    drop: list(string),
  }),
  readOnlyRootFilesystem: boolean,
  procMount: string,
};

export const podSecurityContext = object({ ...shared, ...podOnly });
export const containerSecurityContext = object({ ...shared, ...containerOnly });

/** The fields of the pod spec itself that belong to the context. */
export const podSpecFields = {
  hostNetwork: boolean,
  hostPID: boolean,
  hostIPC: boolean,
  hostUsers: boolean,
  shareProcessNamespace: boolean,
};

const container = object({
  name: string,
  image: string,
  command: list(string),
  args: list(string),
  restartPolicy: string,
  ports: list(
    object({
      name: string,
      hostPort: int32,
      containerPort: int32,
      protocol: string,
      hostIP: string,
    }),
  ),
  securityContext: containerSecurityContext,
});

/** The fields of a pod spec that matter to its security; it has many more. */
export const podSpec = object({
  ...podSpecFields,
  os: object({ name: string }),
  securityContext: podSecurityContext,
  initContainers: list(container),
  containers: list(container),
  ephemeralContainers: list(container),
});

/** The `annotations` of an object's metadata. */
export const annotationMap = { type: "map", of: string } as const;
