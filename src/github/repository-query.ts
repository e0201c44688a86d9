import type { Trigger } from "./event.ts";
import { unreachable } from "./failures.ts";
import type { Answer, GitHub } from "./octokit.ts";

/** Asks for fields of the repository (GraphQL `Repository`), each under an alias. An answer that lacks one of them is none. */
export async function queryRepository<T extends object>(
  github: GitHub,
  { owner, repo }: Trigger,
  fields: Readonly<Record<string, string>>,
): Promise<Answer<T>> {
  const aliased = Object.entries(fields).map(([alias, field]) => `${alias}: ${field}`);
  const answer = await github.query<{ readonly repository?: T | null }>(
    `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${aliased.join(" ")} } }`,
    { owner, repo },
  );
  if (!answer.ok) return answer;
  const { repository } = answer.data;
  const isWhole = repository && Object.keys(fields).every((alias) => Object.hasOwn(repository, alias));
  return isWhole ? { ok: true, data: repository } : unreachable("the answer is not whole", 200);
}

/** A page of a list, as GraphQL may give it: without what it could not read, and no error. */
export interface ListPage<T> {
  readonly nodes: readonly (T | null)[] | null;
}

/** The items of a page; `undefined` where one of them is missing. */
export function nodesOf<T>(connection: ListPage<T> | null | undefined): readonly T[] | undefined {
  const { nodes } = connection ?? {};
  const given = nodes?.filter((node) => node !== null);
  return given?.length === nodes?.length ? given : undefined;
}

/** Fields by the aliases `f0`, `f1`, and so on. */
export function aliasFields(fields: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field, index) => [`f${index}`, field]));
}

/** Fewer fields than these are not divided any more. */
const fewest = 25;

/**
 * Asks for fields of the repository in one query, or in halves where that is too much for GitHub. Gives their values in order: `null` for what is not there,
 * `undefined` for what no query gives.
 */
export async function queryFields<T>(
  github: GitHub,
  trigger: Trigger,
  fields: readonly string[],
): Promise<Answer<(T | null | undefined)[]>> {
  if (fields.length === 0) return { ok: true, data: [] };
  const answer = await queryRepository<Record<string, T | null>>(github, trigger, aliasFields(fields));
  if (answer.ok) return { ok: true, data: fields.map((_, index) => answer.data[`f${index}`]) };
  if (answer.why !== "unreachable") return answer;
  if (answer.status === 0 || fields.length <= fewest) return { ok: true, data: fields.map(() => undefined) };
  const half = Math.ceil(fields.length / 2);
  const first = await queryFields<T>(github, trigger, fields.slice(0, half));
  const second = first.ok ? await queryFields<T>(github, trigger, fields.slice(half)) : first;
  return first.ok && second.ok ? { ok: true, data: [...first.data, ...second.data] } : second;
}
