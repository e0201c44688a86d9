import type { Path, Value } from "../../yaml/index.ts";
import { fieldsIn } from "../decode.ts";
import type { Container, Pod } from "../pod.ts";
import { type ApiError, duplicate, fieldOf, forbidden, invalid } from "./error.ts";

/** The node's namespaces and ports (validateHostUsers, validatePodHostNetworkDeps, checkHostPortConflicts). */
export function hostNamespaces(pod: Pod, minor: number): ApiError[] {
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
  if (pod.hostUsers === false) errors.push(...besideHostUsers(pod, minor));
  return errors.concat(ports(pod));
}

function besideHostUsers(pod: Pod, minor: number): ApiError[] {
  const detail = "when `hostUsers` is false";
  // The API server prints two of the three in another case.
  const namespaces = [
    { field: "hostNetwork", printed: "hostNetwork" },
    { field: "hostPID", printed: "HostPID" },
    { field: "hostIPC", printed: "HostIPC" },
  ] as const;
  const shared = namespaces.filter(({ field }) => pod[field]);
  const devices = minor < 34 ? [] : pod.containers.filter(({ spec }) => fieldsIn(spec.volumeDevices).length > 0);
  return [
    ...shared.map(({ field, printed }) =>
      forbidden(pod, [...pod.path, field], detail, { field: fieldOf(pod, [...pod.path, printed]) }),
    ),
    ...devices.map(({ path }) => forbidden(pod, [...path, "volumeDevices"], detail)),
  ];
}

function ports(pod: Pod): ApiError[] {
  const regular = pod.containers.filter(({ type }) => type === "app");
  const others = pod.containers.filter(({ type }) => type === "init" || type === "sidecar");
  const wrong = pod.hostNetwork ? regular.flatMap((container) => mismatches(pod, container)) : [];
  return wrong.concat(
    conflicts(pod, regular),
    // Init containers run one by one; the API server prints the first one's index for each.
    others.flatMap((container) => conflicts(pod, [container])),
  );
}

interface Port {
  readonly at: Path;
  readonly container: Container;
  readonly hostPort: number;
  readonly containerPort: Value | undefined;
  readonly key: string;
}

/** A mapping has no text: what stands in the place of a word is for validation to speak of. */
function wordOf(value: Value | undefined): Value | undefined {
  return typeof value === "object" ? undefined : value;
}

function portsOf(pod: Pod, container: Container): Port[] {
  return fieldsIn(container.spec.ports).map(({ fields, index }) => {
    const isDefaulted = pod.workload.kind === "Pod" && pod.hostNetwork && !fields.hostPort;
    const written = isDefaulted ? fields.containerPort : fields.hostPort;
    const hostPort = typeof written === "object" ? 0 : Number(written) || 0;
    const key = `${wordOf(fields.protocol) ?? "TCP"}/${wordOf(fields.hostIP) ?? ""}/${hostPort}`;
    return {
      at: [...container.path, "ports", index, "hostPort"],
      container,
      hostPort,
      containerPort: fields.containerPort,
      key,
    };
  });
}

function mismatches(pod: Pod, container: Container): ApiError[] {
  const wrong = portsOf(pod, container).filter(
    ({ hostPort, containerPort }) => hostPort !== 0 && hostPort !== containerPort,
  );
  return wrong.map(({ at, hostPort }) =>
    invalid(pod, at, hostPort, "must match `containerPort` when `hostNetwork` is true"),
  );
}

function conflicts(pod: Pod, containers: readonly Container[]): ApiError[] {
  const taken = new Set<string>();
  return containers.flatMap((container) =>
    portsOf(pod, container).flatMap(({ at, hostPort, key }) => {
      if (hostPort === 0) return [];
      if (!taken.has(key)) {
        taken.add(key);
        return [];
      }
      return [duplicate(pod, at, key, { field: fieldOf(pod, printedPlace(at, container)) })];
    }),
  );
}

function printedPlace(at: Path, { path, type }: Container): Path {
  return type === "app" ? at : [...path.slice(0, -1), 0, ...at.slice(path.length)];
}
