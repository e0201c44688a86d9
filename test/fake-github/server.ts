import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { notFound, repositoryId } from "./answers.ts";
import { dispatch } from "./dispatch.ts";
import { type Call, dueFault, type Fault, type FaultyAnswer } from "./faults.ts";
import type { Answer, Token, World } from "./types.ts";

/** What the server records of its clients. */
export interface Traffic {
  readonly calls: Call[];
  readonly violations: string[];
  readonly faults: Fault[];
}

/** Serves a world over HTTP on a free port. Returns a function that ends the server and all its connections. */
export async function serve(world: World, traffic: Traffic): Promise<() => Promise<void>> {
  const started = performance.now();
  const clock = () => Math.round(performance.now() - started);
  const server = createServer((request, response) => {
    exchange(world, traffic, { request, response, clock }).catch((error) => {
      traffic.violations.push(`the fake failed: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://127.0.0.1:${port}`;
  for (const other of world.others) other.world.origin = world.origin;
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Milliseconds since the server started. */
  readonly clock: () => number;
}

async function exchange(world: World, traffic: Traffic, { request, response, clock }: Exchange): Promise<void> {
  const at = clock();
  const body = await bodyOf(request);
  const url = new URL(request.url ?? "/", world.origin);
  const path = pathOf(world, url.pathname);
  const { authorization = "", ...others } = request.headers;
  const headers = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
  const query = Object.fromEntries(url.searchParams);
  const call: Call = { method: request.method ?? "", path: path ?? url.pathname, query, headers, body, status: 0, at };
  traffic.calls.push(call);

  const fault = dueFault(traffic.faults, call)?.response;
  if (fault === "drop-connection") {
    request.socket.destroy();
    return;
  }
  if (typeof fault === "function") await fault();
  const faulty: FaultyAnswer = typeof fault === "object" ? fault : {};
  if (faulty.delayMs !== undefined) await sleep(faulty.delayMs);
  const effective = faulty.status === undefined || Boolean(faulty.afterEffect);
  const token = tokenOf(world, authorization);
  const { answer, violations } =
    path === undefined
      ? { answer: notFound(), violations: [`outside of ${world.settings.basePath}`] }
      : await dispatch(world, { call: shortened(call, faulty), token, effective });
  for (const violation of violations) traffic.violations.push(`${call.method} ${call.path}: ${violation}`);
  const given = faulty.status === undefined ? answer : faultAnswer(faulty);
  call.status = given.status;
  call.took = clock() - at;
  send(given, request, response);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The path as on github.com; undefined for one outside of the API. */
function pathOf(world: World, path: string): string | undefined {
  const { basePath } = world.settings;
  const graphql = basePath === "" ? "/graphql" : `${basePath.replace(/\/v3$/, "")}/graphql`;
  if (path === graphql) return "/graphql";
  if (!path.startsWith(`${basePath}/`)) return undefined;
  const worlds = [world, ...world.others.map((other) => other.world)];
  return path.slice(basePath.length).replace(/^\/repositories\/(\d+)(?=\/|$)/, (whole, id) => {
    const { repository } = worlds[Number(id) - repositoryId] ?? {};
    return repository ? `/repos/${repository.owner}/${repository.name}` : whole;
  });
}

function tokenOf(world: World, authorization: string): Token | undefined {
  const [, token = ""] = /^(?:token|bearer) (.+)$/i.exec(authorization) ?? [];
  return world.tokens.get(token);
}

/** The call as far as it takes effect. */
function shortened(call: Call, { afterEffect }: FaultyAnswer): Call {
  if (typeof afterEffect !== "object") return call;
  const body = call.body as { readonly comments?: readonly unknown[] };
  return { ...call, body: { ...body, comments: body.comments?.slice(0, afterEffect.comments) } };
}

function faultAnswer({ status = 500, headers, body = "" }: FaultyAnswer): Answer {
  const html = typeof body === "string";
  const type = html ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  return { status, headers: { "content-type": type, ...headers }, raw: html ? body : JSON.stringify(body) };
}

function send({ status, json, raw, headers }: Answer, request: IncomingMessage, response: ServerResponse): void {
  const content = raw ?? (json === undefined ? "" : JSON.stringify(json));
  response.writeHead(status, {
    ...(json !== undefined && { "content-type": "application/json; charset=utf-8" }),
    ...(status !== 204 && { "content-length": String(Buffer.byteLength(content)) }),
    "x-github-api-version-selected": request.headers["x-github-api-version"] ?? "2022-11-28",
    "x-github-request-id": "0000:0000:0000",
    "x-ratelimit-limit": "1000",
    "x-ratelimit-remaining": "999",
    "x-ratelimit-used": "1",
    "x-ratelimit-resource": "core",
    "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 3600),
    ...headers,
  });
  response.end(content);
}
