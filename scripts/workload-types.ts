/**
 * Makes src/pod/workload-types.ts: the fields of every type that a built-in workload is made of, from Kubernetes' own OpenAPI description.
 * Arguments: the path of `api/openapi-spec/swagger.json` and its release; without them `go` fetches the module k8s.io/kubernetes of `release`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const release = "v1.37.0";

/** The kinds that hold a pod; a group's newest version is the one that has them. */
const kinds = [
  ...["Pod", "PodTemplate", "ReplicationController"].map((kind) => `io.k8s.api.core.v1.${kind}`),
  ...["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"].map((kind) => `io.k8s.api.apps.v1.${kind}`),
  ...["Job", "CronJob"].map((kind) => `io.k8s.api.batch.v1.${kind}`),
];

/** Types whose Go code decodes itself, by the names that src/pod/decode.ts knows. */
const ownDecoders: Readonly<Record<string, string>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": "quantity",
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "intOrString",
  "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "time",
  "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": "any",
};

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

type Definitions = Readonly<Record<string, Schema>>;

const [path = fetchDescription(), version = release] = process.argv.slice(2);
const target = join(dirname(import.meta.dirname), "src", "pod", "workload-types.ts");
const table = tableOf(JSON.parse(readFileSync(path, "utf8")).definitions);
writeFileSync(
  target,
  `/**
 * The types of Kubernetes ${version} that built-in workloads are made of: a type a line, its name and its fields, each with what it holds: a scalar, a type,
 * \`[a list of it]\` or \`{a map to it}\`. Made by \`node scripts/workload-types.ts\`.
 */
export const workloadTypes = \`
${table.join("\n")}
\`;
`,
);
console.log(`${target}: ${table.length} types, ${table.join("\n").length} bytes`);

function fetchDescription(): string {
  const { stdout, stderr, error } = spawnSync("go", ["mod", "download", "-json", `k8s.io/kubernetes@${release}`], {
    encoding: "utf8",
  });
  if (error) throw error;
  const { Dir: folder, Error: refusal } = JSON.parse(stdout);
  if (folder === undefined) throw new Error(refusal ?? stderr);
  return join(folder, "api", "openapi-spec", "swagger.json");
}

/** A line for each type that is reached from the kinds, in the order of their names. */
function tableOf(definitions: Definitions): string[] {
  const reached = new Map<string, string>();
  const visit = (name: string): void => {
    const known = reached.get(shortName(name));
    if (known === name) return;
    if (known !== undefined) throw new Error(`${known} and ${name} have one short name`);
    reached.set(shortName(name), name);
    for (const schema of Object.values(definitions[name]?.properties ?? {}))
      for (const next of refersTo(schema)) visit(next);
  };
  for (const kind of kinds) visit(kind);
  return [...reached]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([short, name]) => lineFor(short, definitions[name]));
}

function refersTo({ $ref, items, additionalProperties }: Schema): string[] {
  const below = [items, additionalProperties].flatMap((schema) => (schema ? refersTo(schema) : []));
  const name = $ref?.replace("#/definitions/", "");
  return name === undefined || Object.hasOwn(ownDecoders, name) ? below : [...below, name];
}

function lineFor(name: string, schema: Schema | undefined): string {
  if (schema?.type !== "object") throw new Error(`${name} is not an object`);
  const fields = Object.entries(schema.properties ?? {}).map(([field, holds]) => `${field}:${expressionFor(holds)}`);
  return [name, ...fields].join(" ");
}

function expressionFor({ $ref, type, format, items, additionalProperties }: Schema): string {
  if ($ref !== undefined) {
    const name = $ref.replace("#/definitions/", "");
    return ownDecoders[name] ?? shortName(name);
  }
  if (type === "array" && items) return `[${expressionFor(items)}]`;
  if (type === "object" && additionalProperties) return `{${expressionFor(additionalProperties)}}`;
  if (type === "integer" && (format === "int32" || format === "int64")) return format;
  if ((type === "boolean" || type === "string") && format === undefined) return type;
  throw new Error(`a field of type ${type}, format ${format}: src/pod/decode.ts does not know it`);
}

/** `Container` of `io.k8s.api.core.v1.Container`. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
