import fc from "fast-check";
import { builtInKinds } from "../../src/pod/built-in-kinds.ts";
import { type FieldType, fieldTypesOf, typeNamed } from "../../src/pod/fields.ts";
import type { Path } from "../../src/yaml/index.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A built-in workload in which every field of Kubernetes' types may be written, with a value that fits it. */
export interface RandomWorkload {
  readonly object: Json;
  /** Each value in it, with the type that it has to be of. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly path: Path;
  readonly field: FieldType;
}

export function randomWorkload(): fc.Arbitrary<RandomWorkload> {
  return fc.gen().map((pick) => {
    const kind = pick(fc.constantFrom, ...builtInKinds);
    const way: Path = [...kind.place.spec, "containers"];
    const places: Place[] = [];
    const apiVersion = kind.versions[0]?.apiVersion ?? "";
    const object = { ...(fill(typeNamed(kind.name), []) as object), apiVersion, kind: kind.name };
    return { object, places: places.filter(({ path }) => path.length > 0) };

    /** A value of a type. What leads to the containers is always written. */
    function fill(field: FieldType, path: Path): Json {
      places.push({ path, field });
      switch (field.type) {
        case "object": {
          const fields = [...fieldTypesOf(field)].filter(([key]) => isWritten(`${field.name}.${key}`, [...path, key]));
          return Object.fromEntries(
            fields.map(([key, each]) => [key, accepted[`${field.name}.${key}`] ?? fill(each, [...path, key])]),
          );
        }
        case "list": {
          const length = pick(fc.nat, { max: 2 }) || Number(isOnWay(path));
          return Array.from({ length }, (_, index) => fill(field.of, [...path, index]));
        }
        case "map":
          return Object.fromEntries(
            pick(fc.subarray, ["one", "a.b/c"]).map((key) => [key, fill(field.of, [...path, key])]),
          );
        default:
          // Names are told apart by their places.
          return path.at(-1) === "name"
            ? path.join("-").toLowerCase()
            : pick(fc.constantFrom<Json[]>, ...fitting[field.type]);
      }
    }

    function isWritten(name: string, path: Path): boolean {
      if ((path.length === 1 && (path[0] === "apiVersion" || path[0] === "kind")) || leftOut.has(name)) return false;
      return isOnWay(path) || pick(fc.nat, { max: path.length < 4 ? 1 : 4 }) === 0;
    }

    function isOnWay(path: Path): boolean {
      return path.every((step, index) => way[index] === step);
    }
  });
}

/** Values that Go's decoder takes for each scalar. */
const fitting: Readonly<Record<Exclude<FieldType["type"], "object" | "list" | "map">, readonly Json[]>> = {
  boolean: [true, false, null],
  string: ["text", "", "2026-01-31", "1", null],
  int32: [1, 2, 2147483647, null],
  int64: [1, 2, 9007199254740991, null],
  intOrString: [8080, "http", "25%", null],
  quantity: [1, 0.5, -1, "500m", "1.5Gi", "1e3", "1E", ".5", "+0", null],
  time: ["2026-01-31T12:00:00Z", "2026-12-01T23:59:59.123+02:00", null],
  any: [{ "f:spec": {} }, [1], "text", null],
};

/** What no value of a field's type decodes from. */
const misfits: Readonly<Record<FieldType["type"], readonly Json[]>> = {
  boolean: ["true", 1, [], {}],
  string: [443, true, 0.5, [], {}],
  int32: ["1", 1.5, 2147483648, false, [], {}],
  int64: ["1", 1.5, 1e30, false, [], {}],
  intOrString: [1.5, 2147483648, true, [], {}],
  quantity: ["one", "1 Gi", "1Gb", "", true, [], {}],
  time: ["yesterday", "2026-01-31", 5, true, []],
  any: [],
  list: ["text", 1, true, {}, { a: "b" }],
  map: ["text", 1, true, [], ["a"]],
  object: ["text", 1, true, [], ["a"]],
};

/** Values of fields that validation judges too, and that it takes. */
const accepted: Readonly<Record<string, Json>> = {
  "SecurityContext.procMount": "Default",
  "SecurityContext.allowPrivilegeEscalation": true,
  "PodSecurityContext.fsGroupChangePolicy": "Always",
  "PodSecurityContext.supplementalGroupsPolicy": "Merge",
  "PodSecurityContext.seLinuxChangePolicy": "Recursive",
  "PodSecurityContext.supplementalGroups": [1],
  "PodSecurityContext.sysctls": [{ name: "kernel.domainname", value: "1" }],
  "VolumeMount.mountPropagation": "None",
  "PodSpec.hostUsers": true,
  ...Object.fromEntries(
    ["SecurityContext", "PodSecurityContext"].flatMap((block) => [
      ...["runAsUser", "runAsGroup", "fsGroup"].map((id) => [`${block}.${id}`, 1]),
      ...["seccompProfile", "appArmorProfile"].map((profile) => [`${block}.${profile}`, { type: "RuntimeDefault" }]),
    ]),
  ),
  "SecurityContext.windowsOptions": { hostProcess: false },
  "PodSecurityContext.windowsOptions": { runAsUserName: "user" },
};

/** Fields that validation forbids beside others. */
const leftOut = new Set([
  "PodSpec.os",
  "PodSpec.hostNetwork",
  "PodSpec.shareProcessNamespace",
  "PodSpec.ephemeralContainers",
  "ContainerPort.hostPort",
  "PodSpec.hostPID",
]);

/** A workload with one thing wrong, and where. */
export interface DamagedWorkload {
  readonly object: Json;
  readonly path: Path;
  readonly rule: "api-rejected" | "ignored-field";
}

/** A value of a wrong type in a random place, or a field that its block does not have. */
export function damagedWorkload(): fc.Arbitrary<DamagedWorkload> {
  return fc.tuple(randomWorkload(), fc.gen()).map(([{ object, places }, pick]): DamagedWorkload => {
    const blocks = places.filter(({ path, field }) => field.type === "object" && isBlock(valueIn(object, path)));
    const isStray = blocks.length > 0 && pick(fc.boolean);
    if (isStray) {
      const { path } = pick(fc.constantFrom, ...blocks);
      const at = [...path, pick(fc.constantFrom, "zzz", "securitycontext ", "", "Name")];
      return {
        object: withValue(object, at, pick(fc.constantFrom<Json[]>, null, 1, "text", {})),
        path: at,
        rule: "ignored-field",
      };
    }
    const typed = places.filter((each) => misfits[each.field.type].length > 0);
    const { path, field }: Place = pick(fc.constantFrom<Place[]>, ...typed);
    return {
      object: withValue(object, path, pick(fc.constantFrom<Json[]>, ...misfits[field.type])),
      path,
      rule: "api-rejected",
    };
  });
}

function isBlock(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueIn(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (each, step) => (each as { [key: string | number]: Json } | null)?.[step],
    value,
  );
}

function withValue(object: Json, path: Path, value: Json): Json {
  const copy = structuredClone(object);
  const block = valueIn(copy, path.slice(0, -1)) as { [key: string | number]: Json };
  block[path.at(-1) ?? ""] = value;
  return copy;
}
