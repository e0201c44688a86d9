import type { Answer, ApiRequest, World } from "./types.ts";

const documentation = "https://docs.github.com/rest";

/** An error as GitHub words it: `errors` holds strings on some endpoints and objects on others. */
export function refusal(status: number, message: string, errors?: readonly (string | object)[]): Answer {
  return {
    status,
    json: { message, ...(errors && { errors }), documentation_url: documentation, status: String(status) },
  };
}

export function notFound(): Answer {
  return refusal(404, "Not Found");
}

export function ok(json: unknown, status = 200): Answer {
  return { status, json };
}

/** One page of a list, with links to the other pages. As with GitHub, their paths have the repository's number instead of its name. */
export function paged<Item>(
  world: World,
  request: ApiRequest,
  items: readonly Item[],
): { readonly items: Item[]; readonly headers: Readonly<Record<string, string>> } {
  const size = Math.min(Math.max(Number(request.query.per_page ?? 30), 1), 100);
  const page = Math.max(Number(request.query.page ?? 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const path = request.path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repositoryId}`);
  const link = (target: number, name: string) => {
    const query = new URLSearchParams({ ...request.query, page: String(target) });
    return `<${world.origin}${world.settings.basePath}${path}?${query}>; rel="${name}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  const headers = links.length === 0 ? {} : { link: links.join(", ") };
  return { items: items.slice((page - 1) * size, page * size), headers };
}

/** The number of the repository and of its owner. */
export const repositoryId = 500_000;
export const ownerId = 400_000;
