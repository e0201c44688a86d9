import type { Path, Value } from "../../yaml/index.ts";
import { listFields } from "../decode.ts";
import type { Container, Pod } from "../pod.ts";
import { type ApiError, duplicate, forbidden, formatField, invalid } from "./error.ts";

/** The node's namespaces and ports (validateHostUsers, validatePodHostNetworkDeps, checkHostPortConflicts). */
export function validateHostNamespaces(pod: Pod, minor: number): ApiError[] {
  const errors: ApiError[] = [];
  if (pod.hostPID && pod.spec.shareProcessNamespace === true) {
    errors.push(
      invalid(
        pod,
        [...pod.path, "shareProcessNamespace"],
        true,
        "ShareProcessNamespace and HostPID cannot both be enabled",
      ),
    );
  }
  if (pod.hostUsers === false) errors.push(...validateBesideHostUsers(pod, minor));
  return [...errors, ...validatePorts(pod)];
}

function validateBesideHostUsers(pod: Pod, minor: number): ApiError[] {
  const detail = "when `hostUsers` is false";
  // The API server prints two of the three in another case.
  const namespaces = [
    { field: "hostNetwork", printed: "hostNetwork" },
    { field: "hostPID", printed: "HostPID" },
    { field: "hostIPC", printed: "HostIPC" },
  ] as const;
  const shared = namespaces.filter(({ field }) => pod[field]);
  const devices = minor < 34 ? [] : pod.containers.filter(({ spec }) => listFields(spec.volumeDevices).length > 0);
  return [
    ...shared.map(({ field, printed }) =>
      forbidden(pod, [...pod.path, field], detail, formatField(pod, [...pod.path, printed])),
    ),
    ...devices.map(({ path }) => forbidden(pod, [...path, "volumeDevices"], detail)),
  ];
}

function validatePorts(pod: Pod): ApiError[] {
  const regular = pod.containers.filter(({ type }) => type === "app");
  const others = pod.containers.filter(({ type }) => type === "init" || type === "sidecar");
  return [
    ...(pod.hostNetwork ? regular.flatMap((container) => findMismatches(pod, container)) : []),
    ...findConflicts(pod, regular),
    // Init containers run one by one; the API server prints the first one's index for each.
    ...others.flatMap((container) => findConflicts(pod, [container])),
  ];
}

/** A port of a container, after defaulting. */
interface Port {
  readonly at: Path;
  readonly container: Container;
  readonly hostPort: number;
  readonly containerPort: Value | undefined;
  /** What no two ports of the node may share, as the API server prints it: `TCP/<host IP>/<port>`. */
  readonly key: string;
}

/** The value where it is a scalar. Something else has no text, and is reported as a value of a wrong type. */
function readScalar(value: Value | undefined): Value | undefined {
  return typeof value === "object" ? undefined : value;
}

function listPorts(pod: Pod, container: Container): Port[] {
  return listFields(container.spec.ports).map(({ fields, index }) => {
    const isDefaulted = pod.workload.kind === "Pod" && pod.hostNetwork && !fields.hostPort;
    const written = isDefaulted ? fields.containerPort : fields.hostPort;
    const hostPort = typeof written === "object" ? 0 : Number(written) || 0;
    const key = `${readScalar(fields.protocol) ?? "TCP"}/${readScalar(fields.hostIP) ?? ""}/${hostPort}`;
    return {
      at: [...container.path, "ports", index, "hostPort"],
      container,
      hostPort,
      containerPort: fields.containerPort,
      key,
    };
  });
}

function findMismatches(pod: Pod, container: Container): ApiError[] {
  const wrong = listPorts(pod, container).filter(
    ({ hostPort, containerPort }) => hostPort !== 0 && hostPort !== containerPort,
  );
  return wrong.map(({ at, hostPort }) =>
    invalid(pod, at, hostPort, "must match `containerPort` when `hostNetwork` is true"),
  );
}

function findConflicts(pod: Pod, containers: readonly Container[]): ApiError[] {
  const taken = new Set<string>();
  return containers.flatMap((container) =>
    listPorts(pod, container).flatMap(({ at, hostPort, key }) => {
      if (hostPort === 0) return [];
      if (!taken.has(key)) {
        taken.add(key);
        return [];
      }
      return [duplicate(pod, at, key, formatField(pod, printedPath(at, container)))];
    }),
  );
}

function printedPath(at: Path, { path, type }: Container): Path {
  return type === "app" ? at : [...path.slice(0, -1), 0, ...at.slice(path.length)];
}

/** Windows HostProcess pods: all containers or none, on the node's network (validateWindowsHostProcessPod). */
export function validateHostProcess(pod: Pod): ApiError[] {
  const onPod = pod.securityContext.windowsOptions?.hostProcess;
  const errors: ApiError[] = [];
  for (const { securityContext, context } of pod.containers) {
    const own = securityContext.windowsOptions?.hostProcess;
    if (onPod === undefined || own === undefined || onPod === own) continue;
    const at = [...context, "windowsOptions", "hostProcess"];
    errors.push(invalid(pod, at, own, `pod hostProcess value must be identical if both are specified, was ${onPod}`));
  }
  const count = pod.containers.filter(
    ({ securityContext }) => securityContext.windowsOptions?.hostProcess ?? onPod,
  ).length;
  if (count === 0) return errors;
  if (count < pod.containers.length) {
    const detail = "If pod contains any hostProcess containers then all containers must be HostProcess containers";
    errors.push(invalid(pod, pod.path, "", detail));
  }
  if (!pod.hostNetwork) {
    const detail = "hostNetwork must be true if pod contains any hostProcess containers";
    errors.push(invalid(pod, [...pod.path, "hostNetwork"], false, detail));
  }
  return errors;
}
