import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** What a server was asked. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What it answers; a function writes for itself. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | ((response: ServerResponse) => void);

export interface FakeRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly port: number;
  readonly requests: Received[];
}

/** A registry that holds one image, of user 1000, under every name, and answers otherwise where a test says so. */
export function fakeRegistry(
  answer: (request: Received) => Reply | undefined = () => undefined,
  tls?: { readonly key: string; readonly cert: string },
): Promise<FakeRegistry> {
  const requests: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const { method = "", url = "", headers } = request;
    const received = { method, url, headers, body: await text(request) };
    requests.push(received);
    const reply = answer(received) ?? good(received);
    if (typeof reply === "function") return reply(response);
    response.writeHead(reply.status, reply.headers).end(method === "HEAD" ? undefined : reply.body);
  };
  return listening(tls ? createTlsServer(tls, listener) : createServer(listener), requests);
}

/** A server on a loopback port, gone when the test is. */
export async function listening(server: Server, requests: Received[] = []): Promise<FakeRegistry> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { host: `127.0.0.1:${address.port}`, port: address.port, requests };
}

export const digestOf = (content: string) => `sha256:${createHash("sha256").update(content).digest("hex")}`;

export const config = JSON.stringify({ os: "linux", architecture: "amd64", config: { User: "1000" } });

/** A manifest of an image with the configuration. */
export const manifestOf = (content: string, mediaType = "application/vnd.oci.image.config.v1+json") =>
  JSON.stringify({
    schemaVersion: 2,
    config: { mediaType, digest: digestOf(content), size: content.length },
    layers: [],
  });

export const manifest = manifestOf(config);

/** Content under its digest, and the first under every tag. */
export function holding(...contents: readonly string[]): (request: Received) => Reply {
  return ({ url }) => {
    const wanted = url.split("?")[0]?.split("/").at(-1) ?? "";
    const found =
      contents.find((content) => digestOf(content) === wanted) ?? (wanted.includes(":") ? undefined : contents[0]);
    if (found === undefined) return { status: 404 };
    return { status: 200, headers: { "docker-content-digest": digestOf(found) }, body: found };
  };
}

const good = holding(manifest, config);
