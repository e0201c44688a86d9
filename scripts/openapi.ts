/**
 * Makes test/fixtures/openapi.json, the part of GitHub's REST description that the fake GitHub server judges by.
 * Argument: the path of `generated/api.github.com.json` in the npm package `@octokit/openapi`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const repository = "/repos/{owner}/{repo}";
const operations = [
  `GET ${repository}`,
  `GET ${repository}/pulls`,
  `GET ${repository}/pulls/{pull_number}`,
  `GET ${repository}/pulls/{pull_number}/files`,
  `GET ${repository}/pulls/{pull_number}/comments`,
  `POST ${repository}/pulls/{pull_number}/comments`,
  `POST ${repository}/pulls/{pull_number}/comments/{comment_id}/replies`,
  `GET ${repository}/pulls/comments/{comment_id}`,
  `PATCH ${repository}/pulls/comments/{comment_id}`,
  `DELETE ${repository}/pulls/comments/{comment_id}`,
  `GET ${repository}/pulls/{pull_number}/reviews`,
  `POST ${repository}/pulls/{pull_number}/reviews`,
  `POST ${repository}/check-runs`,
  `GET ${repository}/check-runs/{check_run_id}`,
  `PATCH ${repository}/check-runs/{check_run_id}`,
  `GET ${repository}/check-runs/{check_run_id}/annotations`,
  `GET ${repository}/commits/{ref}/check-runs`,
  `GET ${repository}/commits/{ref}`,
  `GET ${repository}/commits/{commit_sha}/pulls`,
  `GET ${repository}/compare/{basehead}`,
  `GET ${repository}/contents/{path}`,
  `GET ${repository}/git/blobs/{file_sha}`,
  `GET ${repository}/git/commits/{commit_sha}`,
  `GET ${repository}/git/trees/{tree_sha}`,
  `GET ${repository}/issues/{issue_number}/comments`,
  `POST ${repository}/issues/{issue_number}/comments`,
  `GET ${repository}/issues/comments/{comment_id}`,
  `PATCH ${repository}/issues/comments/{comment_id}`,
  `DELETE ${repository}/issues/comments/{comment_id}`,
];

const constraints = [
  ...["type", "enum", "format", "required", "additionalProperties", "uniqueItems"],
  ...["maxItems", "minItems", "maxLength", "minLength", "maximum", "minimum", "pattern"],
];

/** Properties that GitHub answers with null at times, which the description does not say. */
const nulls: Readonly<Record<string, readonly string[]>> = {
  "pull-request-review-comment": ["line", "original_line", "position", "original_position"],
  "pull-request": ["head.repo", "head.user"],
  "pull-request-simple": ["head.repo", "head.user"],
};

main(process.argv[2]);

function main(source: string | undefined): void {
  if (source === undefined) throw new Error("usage: node scripts/openapi.ts PATH/generated/api.github.com.json");
  const description = JSON.parse(readFileSync(source, "utf8")) as JsonObject;
  const schemas = new Map<string, Json>();
  const slim = operations.map((name) => [name, operation(description, name, schemas)] as const);
  const { version, license } = object(description.info);
  const head = { package: "@octokit/openapi", version: version ?? null, license: object(license).name ?? null };
  const target = join(dirname(import.meta.dirname), "test", "fixtures", "openapi.json");
  const text = `{\n"source": ${JSON.stringify(head)},\n"operations": {\n${lines(slim)}\n},\n"schemas": {\n${lines(
    [...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )}\n}\n}\n`;
  writeFileSync(target, text);
  console.log(`${target}: ${slim.length} operations, ${schemas.size} schemas, ${text.length} bytes`);
}

/** One entry to a line, so that a new version of the description can be reviewed as a diff. */
function lines(entries: readonly (readonly [string, Json])[]): string {
  return entries.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(",\n");
}

function operation(description: JsonObject, name: string, schemas: Map<string, Json>): JsonObject {
  const [method = "", path = ""] = name.split(" ");
  const found = object(object(object(description.paths)[path])[method.toLowerCase()]);
  const parameters = array(found.parameters).map((parameter) => object(follow(description, parameter)));
  const place = (where: string): JsonObject => {
    const here = parameters.filter((parameter) => parameter.in === where);
    const required = here.filter((parameter) => parameter.required === true).map(({ name: key }) => key ?? "");
    return {
      type: "object",
      properties: Object.fromEntries(
        here.map((parameter) => [String(parameter.name), inlined(description, parameter.schema ?? {})]),
      ),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  };
  const body = found.requestBody === undefined ? undefined : object(follow(description, found.requestBody));
  const responses = Object.entries(object(found.responses)).flatMap(([status, response]) => {
    const content = object(object(follow(description, response)).content);
    const schema = object(content["application/json"]).schema;
    return schema === undefined ? [] : [[status, shared(description, schema, schemas)] as const];
  });
  return {
    path: place("path"),
    query: place("query"),
    ...(body && {
      body: closed(inlined(description, object(object(body.content)["application/json"]).schema ?? {})),
      bodyRequired: body.required === true,
    }),
    responses: Object.fromEntries(responses),
  };
}

/** A request's schema stands for itself: every reference is replaced by what it names. */
function inlined(description: JsonObject, schema: Json): Json {
  return slimmed(schema, (reference) => inlined(description, follow(description, { $ref: reference })));
}

/** A response's schemas are shared by name; the addresses that nobody reads are left out. */
function shared(description: JsonObject, schema: Json, schemas: Map<string, Json>): Json {
  const visit = (part: Json): Json =>
    slimmed(
      withoutAddresses(part),
      (reference) => {
        const name = reference.slice(reference.lastIndexOf("/") + 1);
        if (!schemas.has(name)) {
          schemas.set(name, true);
          const schema = visit(follow(description, { $ref: reference }));
          schemas.set(
            name,
            (nulls[name] ?? []).reduce((at, path) => withNull(at, path.split(".")), schema),
          );
        }
        return { $ref: name };
      },
      withoutAddresses,
    );
  return visit(schema);
}

function withoutAddresses(schema: Json): Json {
  if (!isObject(schema) || !isObject(schema.properties ?? null)) return schema;
  const kept = (name: Json) => name === "html_url" || !String(name).endsWith("_url");
  const properties = Object.entries(object(schema.properties)).filter(([name]) => kept(name));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(schema.required && { required: array(schema.required).filter(kept) }),
  };
}

/** The constraints of a schema as JSON Schema has them; texts and examples go, OpenAPI's `nullable` becomes a type. */
function slimmed(
  schema: Json,
  reference: (name: string) => Json,
  before: (schema: Json) => Json = (same) => same,
): Json {
  if (!isObject(schema)) return schema;
  const deep = (part: Json) => slimmed(before(part), reference, before);
  if (typeof schema.$ref === "string") return reference(schema.$ref);
  const slim: JsonObject = {};
  for (const key of constraints) if (schema[key] !== undefined) slim[key] = schema[key];
  for (const key of ["allOf", "anyOf", "oneOf"])
    if (schema[key] !== undefined) slim[key] = array(schema[key]).map(deep);
  if (schema.items !== undefined) slim.items = deep(schema.items);
  if (schema.not !== undefined) slim.not = deep(schema.not);
  if (isObject(schema.additionalProperties ?? null))
    slim.additionalProperties = deep(schema.additionalProperties ?? null);
  if (schema.properties !== undefined)
    slim.properties = Object.fromEntries(
      Object.entries(object(schema.properties)).map(([name, part]) => [name, deep(part)]),
    );
  return schema.nullable === true ? nullable(slim) : slim;
}

function nullable(schema: JsonObject): JsonObject {
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const values = schema.enum && { enum: [...array(schema.enum).filter((value) => value !== null), null] };
  return { ...schema, type: [schema.type, "null"], ...values };
}

/** GitHub lets unknown properties of a request pass; to a test they are misspellings. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const deep = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const open = schema.type === "object" && schema.properties && schema.additionalProperties === undefined;
  return open ? { ...deep, additionalProperties: false } : deep;
}

/** The same schema with null allowed for the property at a path. */
function withNull(schema: Json, [name = "", ...rest]: readonly string[]): Json {
  const properties = object(object(schema).properties);
  const part = properties[name];
  if (part === undefined) throw new Error(`there is no property ${name}`);
  const changed = rest.length > 0 ? withNull(part, rest) : nullable(object(part));
  return { ...object(schema), properties: { ...properties, [name]: changed } };
}

function follow(description: JsonObject, value: Json): Json {
  if (!isObject(value) || typeof value.$ref !== "string") return value;
  const [, ...steps] = value.$ref.split("/");
  return steps.reduce<Json>((at, step) => object(at)[step] ?? null, description);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function object(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function array(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
