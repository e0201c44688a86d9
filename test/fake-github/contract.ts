import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { checkRunMistakes } from "./check-runs.ts";

/** An operation of GitHub's published description, found by a request's method and path. */
export interface Operation {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Description {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly path: object;
        readonly query: object;
        readonly body?: object;
        readonly bodyRequired?: boolean;
        readonly responses: Readonly<Record<string, object>>;
      }
    >
  >;
  readonly schemas: Readonly<Record<string, object>>;
}

const file = new URL("../fixtures/openapi.json", import.meta.url);
const description = JSON.parse(readFileSync(file, "utf8")) as Description;

const formats = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  uri: /^https?:\/\/\S+$/,
  email: /@/,
  int64: true,
} as const;
const strict = new Ajv({ allErrors: true, strict: false, formats });
// Values in a path or a query are text, whatever their type.
const lenient = new Ajv({ allErrors: true, strict: false, formats, coerceTypes: true });
for (const [name, schema] of Object.entries(description.schemas)) strict.addSchema(schema, name);

const validators = new Map<string, ValidateFunction>();

const routes = Object.keys(description.operations).map((name) => {
  const [method = "", template = ""] = name.split(" ");
  const names = Array.from(template.matchAll(/\{(\w+)\}/g), ([, parameter = ""]) => parameter);
  // Paths and revisions may contain slashes.
  const pattern = template.replace(/\{(\w+)\}/g, (_, parameter) =>
    ["path", "basehead", "ref"].includes(parameter) ? "(.+)" : "([^/]+)",
  );
  return { name, method, names, pattern: new RegExp(`^${pattern}$`) };
});
// A path with fixed words matches better than one with parameters, and a longer path better than a shorter one.
routes.sort((a, b) => Number(b.name.includes("/check-runs")) - Number(a.name.includes("/check-runs")));
routes.sort((a, b) => Number(b.name.endsWith("/pulls")) - Number(a.name.endsWith("/pulls")));

/** Finds the operation for a method and a path; undefined if there is none. */
export function findOperation(method: string, path: string): Operation | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match !== null) {
      const values = match.slice(1).map(decodeURIComponent);
      return {
        name: route.name,
        parameters: Object.fromEntries(route.names.map((name, index) => [name, values[index] ?? ""])),
      };
    }
  }
  // The root folder's path is empty.
  const root = /^(.*\/contents)\/?$/.exec(path)?.[1];
  return root === undefined ? undefined : withoutPath(method, root);
}

function withoutPath(method: string, root: string): Operation | undefined {
  const operation = findOperation(method, `${root}/.`);
  return operation && { ...operation, parameters: { ...operation.parameters, path: "" } };
}

/** What is wrong with a request: first by GitHub's description, then by the rules that it leaves out. */
export function requestMistakes(
  operation: Operation,
  query: Readonly<Record<string, string>>,
  body: unknown,
): string[] {
  const { name, parameters } = operation;
  const described = description.operations[name];
  if (described === undefined) return [];
  const mistakes = [
    ...check(`${name} path`, described.path, { ...parameters }),
    ...check(`${name} query`, described.query, { ...query }),
    ...(Number(query.per_page ?? 1) > 100 ? ["query: per_page is over 100"] : []),
  ];
  if (described.body === undefined) return [...mistakes, ...(body === undefined ? [] : ["there is a body"])];
  if (body === undefined) return [...mistakes, ...(described.bodyRequired ? ["there is no body"] : [])];
  const wrong = check(`${name} body`, described.body, body);
  if (wrong.length > 0 || !name.includes("/check-runs")) return [...mistakes, ...wrong];
  return [...mistakes, ...checkRunMistakes(name.split(" ")[0] ?? "", body)];
}

/** What is wrong with an answer of ours. */
export function responseMistakes(name: string, status: number, json: unknown): string[] {
  const schema = description.operations[name]?.responses[status];
  return schema === undefined ? [] : check(`${name} ${status}`, schema, json);
}

function check(key: string, schema: object, data: unknown): string[] {
  const text = key.endsWith(" path") || key.endsWith(" query");
  const validate = validators.get(key) ?? (text ? lenient : strict).compile(schema);
  validators.set(key, validate);
  if (validate(data)) return [];
  const part = key.slice(key.lastIndexOf(" ") + 1);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: unknown };
    const detail = additionalProperty ?? (allowedValues === undefined ? "" : JSON.stringify(allowedValues));
    return `${part}${instancePath} ${message ?? "is wrong"}${detail && `: ${detail}`}`;
  });
}
