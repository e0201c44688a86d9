import type { Fields, Value } from "../yaml/index.ts";
import { appArmorAnnotation } from "./effective.ts";

/** A field that rules and admission judge: a value of which they say nothing, one of which they say the worst, and what is in a list or block. */
export interface JudgedField {
  readonly harmless: Value | ((block: Fields) => Value);
  readonly harmful: Value;
  readonly fields?: JudgedFields;
  /** Each item of a list. */
  readonly items?: JudgedField;
  /** The fields of a block by what they are called. */
  readonly each?: { readonly judges: (key: string) => boolean; readonly field: JudgedField };
}

export type JudgedFields = Readonly<Record<string, JudgedField>>;

const scalar = (harmless: JudgedField["harmless"], harmful: Value): JudgedField => ({ harmless, harmful });
const list = (items: JudgedField, harmless: Value, harmful: Value): JudgedField => ({ items, harmless, harmful });
const block = (
  fields: JudgedFields,
  { harmless, harmful }: Pick<JudgedField, "harmless" | "harmful">,
): JudgedField => ({ fields, harmless, harmful });

const off = scalar(null, true);
const id = scalar(null, 0);
const profile = (harmless: Value): JudgedField =>
  block(
    {
      type: scalar(({ localhostProfile }) => (localhostProfile ? "Localhost" : "RuntimeDefault"), "Unconfined"),
      localhostProfile: scalar("unknown", "unknown"),
    },
    { harmless, harmful: { type: "Unconfined" } },
  );

const shared = {
  runAsUser: id,
  runAsGroup: id,
  runAsNonRoot: scalar(true, false),
  seLinuxOptions: block(
    {
      user: scalar(null, "unknown"),
      role: scalar(null, "unknown"),
      type: scalar(null, "unknown"),
      level: scalar(null, ""),
    },
    { harmless: null, harmful: { type: "unknown" } },
  ),
  seccompProfile: profile({ type: "RuntimeDefault" }),
  appArmorProfile: profile(null),
  windowsOptions: block(
    {
      gmsaCredentialSpecName: scalar(null, ""),
      gmsaCredentialSpec: scalar(null, ""),
      runAsUserName: scalar(null, ""),
      hostProcess: off,
    },
    { harmless: null, harmful: { hostProcess: true } },
  ),
};

const podOnly = {
  fsGroup: id,
  fsGroupChangePolicy: scalar(null, ""),
  supplementalGroups: list(scalar(1, 0), null, [0]),
  supplementalGroupsPolicy: scalar(null, ""),
  sysctls: list(
    block(
      { name: scalar("kernel.shm_rmid_forced", "kernel.msgmax"), value: scalar("1", "1") },
      {
        harmless: { name: "kernel.shm_rmid_forced", value: "1" },
        harmful: { name: "kernel.msgmax", value: "1" },
      },
    ),
    null,
    [{ name: "kernel.msgmax", value: "1" }],
  ),
  seLinuxChangePolicy: scalar(null, ""),
};

const containerOnly = {
  privileged: off,
  allowPrivilegeEscalation: scalar(false, true),
  capabilities: block(
    {
      add: list(scalar("NET_BIND_SERVICE", "ALL"), null, ["ALL"]),
      drop: list(scalar("ALL", "NET_RAW"), ["ALL"], null),
    },
    { harmless: { drop: ["ALL"] }, harmful: { add: ["ALL"] } },
  ),
  readOnlyRootFilesystem: scalar(true, false),
  procMount: scalar(null, "Unmasked"),
};

/** The values of all fields under one assumption, those that are null left out. */
function compose(fields: JudgedFields, assumption: "harmless" | "harmful"): Fields {
  const values = Object.entries(fields).map(([key, { [assumption]: value }]) => [key, value] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== null && typeof value !== "function")) as Fields;
}

const context = (fields: JudgedFields): JudgedField =>
  block(fields, { harmless: compose(fields, "harmless"), harmful: compose(fields, "harmful") });

const podContext = context({ ...shared, ...podOnly });
const containerContext = context({ ...shared, ...containerOnly });

/** A lone context, which may hold the fields of both. */
export const judgedContext = context({ ...shared, ...podOnly, ...containerOnly });

const host = block({ host: scalar(null, "unknown") }, { harmless: null, harmful: { host: "unknown" } });
const handler = block(
  { httpGet: host, tcpSocket: host },
  { harmless: null, harmful: { tcpSocket: { host: "unknown" } } },
);
const port = block({ hostPort: scalar(null, 1) }, { harmless: {}, harmful: { hostPort: 1 } });
/** A source may be of any type. */
const volume: JudgedField = {
  each: { judges: (key) => key !== "name", field: scalar(null, {}) },
  harmless: {},
  harmful: { hostPath: { path: "/" } },
};

const containerFields = {
  securityContext: containerContext,
  ports: list(port, null, [{ hostPort: 1 }]),
  livenessProbe: handler,
  readinessProbe: handler,
  startupProbe: handler,
  lifecycle: block(
    { postStart: handler, preStop: handler },
    { harmless: null, harmful: { postStart: { tcpSocket: { host: "unknown" } } } },
  ),
};
const container = block(containerFields, {
  harmless: compose(containerFields, "harmless"),
  harmful: compose(containerFields, "harmful"),
});
const containers = list(container, [], [container.harmful]);

const specFields = {
  hostNetwork: off,
  hostPID: off,
  hostIPC: off,
  hostUsers: scalar(false, true),
  shareProcessNamespace: off,
  // Each system has fields of its own: what is so on both is certain.
  os: block({ name: scalar("linux", "windows") }, { harmless: null, harmful: { name: "windows" } }),
  securityContext: podContext,
  initContainers: containers,
  containers,
  ephemeralContainers: containers,
  volumes: list(volume, [], [volume.harmful]),
};

/** The fields of a pod spec that rules and admission judge. */
export const judgedSpec = block(specFields, {
  harmless: { containers: [] },
  harmful: { containers: [container.harmful] },
});

/** The annotations of a pod. */
export const judgedAnnotations: JudgedField = {
  each: {
    judges: (key) => /^(container\.)?(apparmor|seccomp)\.security\./.test(key),
    field: scalar("runtime/default", "unconfined"),
  },
  harmless: null,
  harmful: { [`${appArmorAnnotation}unknown`]: "unconfined" },
};
