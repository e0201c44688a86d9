import { notFound, refusal, repositoryId } from "./answers.ts";
import { checkRunRoutes } from "./check-runs.ts";
import { contentRoutes } from "./contents.ts";
import { findOperation, type Operation, requestMistakes, responseMistakes } from "./contract.ts";
import type { Call } from "./faults.ts";
import { gitDataRoutes } from "./git-data.ts";
import { answerGraphql } from "./graphql.ts";
import { issueCommentRoutes } from "./issue-comments.ts";
import { pullRoutes } from "./pulls.ts";
import { reviewCommentRoutes } from "./review-comments.ts";
import { reviewRoutes } from "./reviews.ts";
import type { Answer, Permissions, Route, Routes, Token, World } from "./types.ts";

const routes: Routes = {
  ...pullRoutes,
  ...gitDataRoutes,
  ...contentRoutes,
  ...checkRunRoutes,
  ...reviewRoutes,
  ...reviewCommentRoutes,
  ...issueCommentRoutes,
};

const apiVersions = ["2022-11-28", "2026-03-10"];

export interface Dispatched {
  readonly answer: Answer;
  readonly violations: readonly string[];
}

export interface Incoming {
  readonly call: Call;
  readonly token: Token | undefined;
  /** Whether the request takes effect: a fault may be answered instead. */
  readonly effective: boolean;
}

/** Judges a request by GitHub's description, and answers it. */
export async function dispatch(world: World, incoming: Incoming): Promise<Dispatched> {
  const { call } = incoming;
  const general = [
    ...(call.headers["user-agent"] ? [] : ["there is no User-Agent"]),
    ...unknownVersion(call.headers["x-github-api-version"]),
    ...(call.body !== undefined && typeof call.body !== "object" ? ["the body is not JSON"] : []),
  ];
  const { answer, violations } =
    call.path === "/graphql" ? await dispatchQuery(world, incoming) : await dispatchRest(world, incoming);
  if (general.length === 0) return { answer, violations };
  return { answer: refusal(400, general.join("; ")), violations: [...general, ...violations] };
}

function unknownVersion(version: string | undefined): string[] {
  return version === undefined || apiVersions.includes(version) ? [] : [`unknown API version ${version}`];
}

async function dispatchQuery(world: World, { call, token, effective }: Incoming): Promise<Dispatched> {
  if (call.method !== "POST") return { answer: notFound(), violations: ["GraphQL takes POST only"] };
  if (token === undefined) return { answer: refusal(401, "Bad credentials"), violations: [] };
  if (!effective) return { answer: notFound(), violations: [] };
  const { answer, violation } = await answerGraphql(world, token, call.body);
  return { answer, violations: violation === undefined ? [] : [violation] };
}

async function dispatchRest(world: World, { call, token, effective }: Incoming): Promise<Dispatched> {
  const operation = findOperation(call.method, call.path);
  const route = operation && routes[operation.name];
  if (operation === undefined || route === undefined) return { answer: notFound(), violations: ["unknown route"] };
  const { owner, repo } = operation.parameters;
  const wanted = `${owner}/${repo}`.toLowerCase();
  if (wanted !== nameOf(world)) return await dispatchElsewhere(world, wanted, { call, token }, route, operation);

  const violations = requestMistakes(operation, call.query, call.body);
  if (!effective) return { answer: notFound(), violations };
  if (token === undefined) return { answer: refusal(401, "Bad credentials"), violations };
  const forbidden = refused(world, call, route, token);
  if (forbidden !== undefined) return { answer: forbidden, violations };
  if (violations.length > 0) return { answer: refusal(422, "Invalid request.", violations), violations };
  const answer = await route.handle(world, {
    method: call.method,
    path: call.path,
    parameters: operation.parameters,
    query: call.query,
    body: call.body,
    accept: call.headers.accept ?? "",
    token,
  });
  return { answer, violations: responseViolations(operation, answer) };
}

function nameOf({ repository: { owner, name } }: World): string {
  return `${owner}/${name}`.toLowerCase();
}

/** Answers about another repository, which is only read: 404 for what the token must not see, as for what is not there; and 301 under a former name. */
async function dispatchElsewhere(
  world: World,
  wanted: string,
  { call, token }: Pick<Incoming, "call" | "token">,
  route: Route,
  operation: Operation,
): Promise<Dispatched> {
  const index = world.others.findIndex((each) => nameOf(each.world) === wanted || each.formerly === wanted);
  const other = world.others[index];
  if (token === undefined) return { answer: refusal(401, "Bad credentials"), violations: [] };
  const isSeen = other && (!other.world.settings.private || token.sees?.includes(nameOf(other.world)));
  const isAsked = /^GET \/repos\/\{owner\}\/\{repo\}(\/(contents|commits|git)\b|$)/.test(operation.name);
  if (!isSeen) return { answer: notFound(), violations: isAsked ? [] : [`unknown repository ${wanted}`] };
  if (call.method !== "GET") return { answer: notFound(), violations: [`a write to ${wanted}`] };
  if (nameOf(other.world) !== wanted) {
    const rest = call.path.replace(/^\/repos\/[^/]+\/[^/]+/, "");
    const url = `${world.origin}${world.settings.basePath}/repositories/${repositoryId + 1 + index}${rest}?${new URLSearchParams(call.query)}`;
    const moved = { message: "Moved Permanently", url, documentation_url: "https://docs.github.com/rest" };
    return { answer: { status: 301, json: moved, headers: { location: url } }, violations: [] };
  }
  const violations = requestMistakes(operation, call.query, call.body);
  const { method, path, query, body, headers } = call;
  const { parameters } = operation;
  const answer = await route.handle(other.world, {
    ...{ method, path, parameters, query, body },
    accept: headers.accept ?? "",
    token,
  });
  return { answer, violations: [...violations, ...responseViolations(operation, answer)] };
}

/** Everyone may read what is public; for all else the token must have the permission. */
function refused(
  world: World,
  { method }: Call,
  { needs }: Route,
  { permissions, identity }: Token,
): Answer | undefined {
  const access: Permissions[keyof Permissions] = needs === "metadata" ? "read" : permissions[needs];
  const reading = method === "GET";
  if (reading ? access !== "none" || !world.settings.private : access === "write") return undefined;
  const permission = `${needs === "pullRequests" ? "pull_requests" : needs}=${reading ? "read" : "write"}`;
  const whose = identity.kind === "app" ? "integration" : "personal access token";
  const answer = refusal(403, `Resource not accessible by ${whose}`);
  return { ...answer, headers: { "x-accepted-github-permissions": permission } };
}

function responseViolations({ name }: Operation, { status, json }: Answer): string[] {
  return json === undefined ? [] : responseMistakes(name, status, json).map((mistake) => `answer: ${mistake}`);
}
