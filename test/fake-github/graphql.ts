import { ok, refusal } from "./answers.ts";
import { FieldError, type Node, type Resolved } from "./graphql-node.ts";
import { type Operation, QueryError, readQuery, type Selection } from "./graphql-query.ts";
import { mutationNode, queryNode } from "./graphql-schema.ts";
import type { Answer, Token, World } from "./types.ts";

/** Answers a query, or says what in it is unknown here. GitHub itself would say that with status 200. */
export async function answerGraphql(
  world: World,
  token: Token,
  body: unknown,
): Promise<{ readonly answer: Answer; readonly violation?: string }> {
  try {
    const { query, variables } = body as { query?: unknown; variables?: Record<string, unknown> | null };
    if (typeof query !== "string") throw new QueryError("there is no query");
    const operation = readQuery(query, variables ?? {});
    return { answer: ok(await execute(world, token, operation)) };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { answer: refusal(400, `Query not understood: ${error.message}`), violation: `GraphQL: ${error.message}` };
  }
}

async function execute(world: World, token: Token, operation: Operation) {
  const root = operation.type === "query" ? queryNode(world, token) : mutationNode(world, token);
  const errors: object[] = [];
  const data = await selected(root, operation.selections, [], errors);
  return errors.length === 0 ? { data } : { data, errors };
}

type Path = readonly (string | number)[];

async function selected(
  node: Node,
  selections: readonly Selection[],
  path: Path,
  errors: object[],
): Promise<Record<string, unknown>> {
  const results = await Promise.all(
    selections.map(async (selection) => {
      if (selection.kind === "fragment") {
        const applies = selection.type === undefined || selection.type === node.type;
        return applies ? await selected(node, selection.selections, path, errors) : {};
      }
      const { key, name } = selection;
      if (name === "__typename") return { [key]: node.type };
      const resolver = Object.hasOwn(node.fields, name) ? node.fields[name] : undefined;
      if (resolver === undefined) throw new QueryError(`Field '${name}' doesn't exist on type '${node.type}'`);
      try {
        const value = typeof resolver === "function" ? await resolver(selection.arguments) : resolver;
        return { [key]: await completed(value, selection.selections, [...path, key], errors) };
      } catch (error) {
        if (!(error instanceof FieldError)) throw error;
        const extensions = error.type === "FORBIDDEN" ? { extensions: { saml_failure: false } } : {};
        errors.push({ type: error.type, path: [...path, key], ...extensions, message: error.message });
        return { [key]: null };
      }
    }),
  );
  return Object.assign({}, ...results);
}

async function completed(
  value: Resolved,
  selections: readonly Selection[],
  path: Path,
  errors: object[],
): Promise<unknown> {
  if (isList(value))
    return await Promise.all(value.map((item, index) => completed(item, selections, [...path, index], errors)));
  if (isNode(value)) {
    if (selections.length === 0) throw new QueryError(`Field '${path.at(-1)}' must have selections`);
    return await selected(value, selections, path, errors);
  }
  if (selections.length > 0 && value !== null) throw new QueryError(`Field '${path.at(-1)}' has no fields`);
  return value;
}

function isList(value: Resolved): value is readonly Resolved[] {
  return Array.isArray(value);
}

function isNode(value: Resolved): value is Node {
  return typeof value === "object" && value !== null && "fields" in value;
}
