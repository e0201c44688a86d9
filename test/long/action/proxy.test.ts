import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { story } from "../../action/story.ts";
import { folder } from "../../cli/folder.ts";

/** A server on a loopback port, which ends with the test; gives the port. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function pipeBothWays(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  for (const socket of [one, other]) socket.on("error", () => {});
}

/** A proxy that leads every tunnel to one port of this machine, whatever host it is for. */
async function startProxy(target: number) {
  const tunnels: string[] = [];
  const server = createServer((request, response) => {
    tunnels.push(`${request.method} ${request.url}`);
    response.writeHead(500).end();
  });
  server.on("connect", ({ url, headers }: IncomingMessage, client: Socket) => {
    tunnels.push(`CONNECT ${url} ${headers["proxy-authorization"] ?? "-"}`);
    client.write("HTTP/1.1 200 OK\r\n\r\n");
    pipeBothWays(client, connect(target, "127.0.0.1"));
  });
  return { tunnels, host: `127.0.0.1:${await listen(server)}` };
}

const portOf = (url: string) => Number(new URL(url).port);

describe("the proxy that the environment names", () => {
  it("is the way to GitHub, unless NO_PROXY names the host", async () => {
    await using world = await story({}, {});
    const { github } = world;
    const { tunnels, host } = await startProxy(portOf(github.apiUrl));
    const away = { GITHUB_API_URL: "http://api.github.test", HTTP_PROXY: `http://${host}` };
    expect(await world.run({}, { environment: away })).toMatchObject({ exitCode: 0, stderr: "" });
    expect(new Set(tunnels)).toEqual(new Set(["CONNECT api.github.test:80 -"]));
    expect(new Set(github.calls.map(({ headers }) => headers.host))).toEqual(new Set(["api.github.test"]));
    expect(github.checkRuns).toHaveLength(1);
    tunnels.length = 0;
    const direct = await world.run({}, { environment: { ...away, NO_PROXY: "github.test" } });
    expect(direct).toMatchObject({ exitCode: 2, stderr: "" });
    expect(direct.stdout).toContain("GitHub did not answer");
    expect(tunnels).toEqual([]);
  });

  it("sees nothing of an encrypted request but the host, and gets the login of its own address", async ({ skip }) => {
    if (spawnSync("openssl", ["version"]).status !== 0) skip("openssl is not installed");
    await using world = await story({}, {});
    const { github } = world;
    const home = folder();
    const [key, cert] = [join(home.path, "key.pem"), join(home.path, "cert.pem")];
    const name = "api.github.test";
    const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
    execFileSync("openssl", [...args, "-addext", `subjectAltName=DNS:${name}`, "-keyout", key, "-out", cert], {
      stdio: "ignore",
    });
    const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) =>
      pipeBothWays(socket, connect(portOf(github.apiUrl), "127.0.0.1")),
    );
    const { tunnels, host } = await startProxy(await listen(tls));
    const environment = {
      GITHUB_API_URL: `https://${name}`,
      HTTPS_PROXY: `http://eve:p%40ss@${host}`,
      NODE_EXTRA_CA_CERTS: cert,
    };
    expect(await world.run({}, { environment })).toMatchObject({ exitCode: 0, stderr: "" });
    const login = Buffer.from("eve:p@ss").toString("base64");
    expect(new Set(tunnels)).toEqual(new Set([`CONNECT ${name}:443 Basic ${login}`]));
    expect(github.checkRuns).toHaveLength(1);
    expect(github.calls.map(({ headers }) => headers["proxy-authorization"]).filter(Boolean)).toEqual([]);
  });

  it.each([
    ["socks5://127.0.0.1:1", "Invalid URL protocol"],
    ["http://127.0.0.1:1", "connect ECONNREFUSED 127.0.0.1:1"],
    ["http://", "getaddrinfo"],
  ])("ends the run if it can't be used, and says why: %s", async (proxy, words) => {
    await using world = await story({}, {});
    const environment = { GITHUB_API_URL: "http://api.github.test", HTTP_PROXY: proxy };
    const lost = await world.run({}, { environment });
    expect(lost).toMatchObject({ exitCode: 2, stderr: "" });
    expect(lost.stdout).toContain(`GitHub did not answer (${words}`);
    expect(world.github.calls).toEqual([]);
  });
});
