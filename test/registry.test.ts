import { execFileSync, spawnSync } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Folder, folder, type RunOptions } from "./cli/folder.ts";
import {
  config,
  digestOf,
  fakeRegistry,
  holding,
  listening,
  manifest,
  manifestOf,
  type Received,
  type Reply,
} from "./registry/fake-registry.ts";

const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: app
    image: ${JSON.stringify(image)}
`;

interface Answer {
  /** Why the image could not be read. */
  readonly reason: string | undefined;
  readonly uid: number | null;
  readonly stdout: string;
}

async function ask(
  image: string,
  { env, home = folder(), args = [] }: RunOptions & { home?: Folder; args?: string[] } = {},
): Promise<Answer> {
  home.write("pod.yaml", pod(image));
  const run = await home.start(["check", "--format", "json", "--images", ...args, "pod.yaml"], { ...(env && { env }) });
  if (run.status !== 1) throw new Error(run.stderr);
  expect(run.stderr).toBe("");
  const { problems, workloads, verdict } = JSON.parse(run.stdout);
  expect(verdict).toBe("fail");
  expect(problems.length).toBeLessThan(2);
  const [problem] = problems as { severity: string; message: string; line: number }[];
  if (problem) expect(problem).toMatchObject({ severity: "note", line: 7 });
  const [, reason] =
    /^Container "app": could not read the image: (.*)\. The container is judged without it\.$/.exec(
      problem?.message ?? "",
    ) ?? [];
  if (problem && reason === undefined) throw new Error(problem.message);
  return { reason, uid: workloads[0].containers[0].derived.uid, stdout: run.stdout };
}

const isManifest = ({ url }: Received) => url.includes("/manifests/");
const isBlob = ({ url }: Received) => url.includes("/blobs/");
const header = (request: Received) => request.headers.authorization;

describe("what can't be read is a note, and nothing is guessed:", () => {
  it("an image is read from the registry that the tests stand on", async () => {
    const { host, requests } = await fakeRegistry();
    expect(await ask(`${host}/app:1`)).toMatchObject({ reason: undefined, uid: 1000 });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "HEAD /v2/app/manifests/1",
      `GET /v2/app/manifests/${digestOf(manifest)}`,
      `GET /v2/app/blobs/${digestOf(config)}`,
    ]);
  });

  it("the configuration asks too, before and after a change, and of what it takes for manifests alone", async () => {
    const { host, requests } = await fakeRegistry();
    const home = folder({
      ".secctx.yaml": "images: true\nfiles: ['*.yaml', '!other.yaml']\n",
      "pod.yaml": pod(`${host}/app:1`),
      "other.yaml": pod(`${host}/other:1`),
    });
    const asked = async (...args: string[]) => {
      requests.length = 0;
      await home.start(args);
      return requests.filter(({ method }) => method === "HEAD").map(({ url }) => url);
    };
    for (const command of ["check", "effective", "baseline", "images", "fix"])
      expect(await asked(command), command).toEqual(["/v2/app/manifests/1"]);
    expect(await asked("check", "--no-config", "pod.yaml")).toEqual([]);
    home.git("init", "-b", "main");
    home.git("add", ".");
    home.git("commit", "-m", "before");
    home.write("pod.yaml", pod(`${host}/app:2`));
    expect((await asked("check", "--changed=HEAD")).toSorted()).toEqual(["/v2/app/manifests/1", "/v2/app/manifests/2"]);
  });

  const other = JSON.stringify({ nothing: true });
  const loop = JSON.stringify({ schemaVersion: 2, manifests: [] });
  const nested = (inner: string) =>
    JSON.stringify({
      schemaVersion: 2,
      manifests: [{ digest: digestOf(inner), platform: { os: "linux", architecture: "amd64" } }],
    });
  const [first, second, third] = [nested(manifest), nested(nested(manifest)), nested(nested(nested(manifest)))];
  const long = JSON.stringify({ config: { User: "u".repeat(300) } });
  const windows = JSON.stringify({ os: "windows", config: { User: "1000" } });

  it.each<[string, (request: Received) => Reply | undefined, string | RegExp]>([
    ["403", () => ({ status: 403 }), /^127\.0\.0\.1:\d+ does not let us read app:1 \(403\)$/],
    ["404", () => ({ status: 404 }), /^127\.0\.0\.1:\d+ has no app:1 \(404\)$/],
    [
      "404 of the blob alone",
      (request) => (isBlob(request) ? { status: 404 } : undefined),
      /has no app@sha256:[0-9a-f]{64} \(404\)$/,
    ],
    ["401 that says nothing", () => ({ status: 401 }), /wants a login for app:1 \(401\)/],
    ["500", () => ({ status: 500 }), /answers 500 for app:1$/],
    [
      "429 for an hour",
      () => ({ status: 429, headers: { "retry-after": "3600" } }),
      /asks to wait for 3600 seconds \(429\)$/,
    ],
    [
      "another digest's content",
      (request) => (isBlob(request) ? { status: 200, body: other } : undefined),
      /answers with other content than sha256:/,
    ],
    [
      "HTML in the place of a manifest",
      (request) => (isManifest(request) ? { status: 200, body: "<html>Sign in</html>" } : undefined),
      "its manifest is not a JSON object",
    ],
    [
      "a list in the place of a manifest",
      (request) => (isManifest(request) ? { status: 200, body: "[]" } : undefined),
      "its manifest is not a JSON object",
    ],
    ["a manifest of nothing", holding(other), "its manifest is neither an image's nor an index"],
    [
      "a manifest that is both",
      holding(JSON.stringify({ config: {}, manifests: [] })),
      "its manifest is neither an image's nor an index",
    ],
    ["the old schema", holding(JSON.stringify({ schemaVersion: 1 })), /old schema 1/],
    ["an index of nothing", holding(loop), "it is not made for linux/amd64, but for no platform at all"],
    [
      "an index of indexes without end",
      holding(third, second, first, manifest, config),
      "its index leads to indexes without end",
    ],
    [
      "a chart",
      holding(manifestOf(config, "application/vnd.cncf.helm.config.v1+json")),
      /not a container image, but holds application\/vnd\.cncf\.helm/,
    ],
    [
      "a digest that is none",
      holding(JSON.stringify({ config: { digest: "sha256:../../x" } })),
      "its manifest does not name content by a digest",
    ],
    [
      "an image for another system",
      holding(manifestOf(windows), windows),
      "it is made for windows, and the pod runs on linux",
    ],
    ["a user without end", holding(manifestOf(long), long), "the user in its configuration is malformed"],
    ["a configuration that is none", holding(manifestOf("[]"), "[]"), "its configuration is not a JSON object"],
    [
      "a gigabyte that is announced",
      (request) => (isBlob(request) ? { status: 200, headers: { "content-length": "1073741824" } } : undefined),
      /answers with more than 4,194,304 bytes$/,
    ],
    [
      "a gigabyte that is not",
      (request) => (isBlob(request) ? endless : undefined),
      /answers with more than 4,194,304 bytes$/,
    ],
    ["a redirect to itself", ({ url }) => ({ status: 307, headers: { location: url } }), /redirects without end$/],
    [
      "a redirect to no address",
      () => ({ status: 302, headers: { location: "http://[" } }),
      /redirects to what is not an address$/,
    ],
    [
      "a redirect to a file",
      () => ({ status: 302, headers: { location: "file:///etc/passwd" } }),
      /redirects to file:\/\/, which is not encrypted$/,
    ],
    ["a connection that breaks off", () => (response) => void response.socket?.destroy(), /breaks the connection off$/],
  ])("%s", async (_, answer, expected) => {
    const { host, requests } = await fakeRegistry(answer);
    const { reason, uid } = await ask(`${host}/app:1`);
    expect(reason).toMatch(expected);
    expect(uid).toBeNull();
    expect(requests.length).toBeLessThan(10);
  });

  it("an answer that does not come", async () => {
    const { host } = await fakeRegistry(() => () => {});
    expect((await ask(`${host}/app:1`)).reason).toBe(`${host} does not answer within 15 seconds`);
  });

  it.each([
    ["no-such-host.invalid/app:1", /^there is no host no-such-host\.invalid/],
    ["127.0.0.1:1/app:1", /^127\.0\.0\.1:1 refuses the connection$/],
    ["Not An Image", /^the name is not an image's: a repository's name must be in lower case$/],
    ["app@sha256:1", /^the name is not an image's: "sha256:1" is not a digest$/],
  ])("the name %s", async (image, reason) => {
    expect((await ask(image)).reason).toMatch(reason);
  });

  it("an index within an index is read", async () => {
    const { host } = await fakeRegistry(holding(second, first, manifest, config));
    expect(await ask(`${host}/app:1`)).toMatchObject({ uid: 1000 });
  });

  it("a wait that is short is waited for, a stumble forgiven", async () => {
    const failures: Reply[] = [{ status: 429, headers: { "retry-after": "1" } }, { status: 503 }];
    const { host, requests } = await fakeRegistry(() => failures.shift());
    const start = performance.now();
    expect(await ask(`${host}/app:1`)).toMatchObject({ reason: undefined, uid: 1000 });
    expect(performance.now() - start).toBeGreaterThan(1000);
    expect(requests).toHaveLength(5);
  });

  it("a registry that does not tell digests is asked for the manifest", async () => {
    const { host } = await fakeRegistry(({ method, url }) => {
      if (method === "HEAD") return { status: 405 };
      return url.endsWith("/manifests/1") ? { status: 200, body: manifest } : undefined;
    });
    expect(await ask(`${host}/app:1`)).toMatchObject({ uid: 1000 });
  });

  it("a host that is down is not asked for every image", async () => {
    const { host, requests } = await fakeRegistry(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    const home = folder({
      "many.yaml": Array.from({ length: 50 }, (_, index) => pod(`${host}/app:${index}`)).join("---\n"),
    });
    const { stdout } = await home.start(["check", "--format", "json", "--images", "many.yaml"]);
    expect(JSON.parse(stdout).problems).toHaveLength(50);
    expect(requests.length).toBeLessThanOrEqual(8);
  });

  it("at most eight requests are under way at once", async () => {
    let open = 0;
    let most = 0;
    const { host } = await fakeRegistry((request) => (response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        const reply = holding(manifest, config)(request);
        if (typeof reply !== "function")
          response.writeHead(reply.status, reply.headers).end(request.method === "HEAD" ? "" : reply.body);
      }, 20);
    });
    const home = folder({
      "many.yaml": Array.from({ length: 40 }, (_, index) => pod(`${host}/app:${index}`)).join("---\n"),
    });
    await home.start(["check", "--images", "many.yaml"]);
    expect(most).toBe(8);
  });
});

describe("logins go to nobody else", () => {
  const basic = Buffer.from("ada:s3cret").toString("base64");
  const logins = (host: string, auth: object = { auth: basic }) =>
    folder({ ".docker/config.json": JSON.stringify({ auths: { [host]: auth } }) });
  const challenge = (value: string): Reply => ({ status: 401, headers: { "www-authenticate": value } });
  const github = {
    GITHUB_TOKEN: "ghs_secret",
    "INPUT_GITHUB-TOKEN": "ghs_secret",
    GH_TOKEN: "ghs_secret",
    GITHUB_ACTIONS: "true",
  };

  it("not to where a registry redirects, and a redirect on itself keeps them", async () => {
    const elsewhere = await fakeRegistry();
    const registry = await fakeRegistry((request) => {
      if (header(request) !== `Basic ${basic}`) return challenge('Basic realm="test"');
      if (request.url.startsWith("/v2/app/blobs/"))
        return { status: 307, headers: { location: request.url.replace("/app/", "/moved/") } };
      if (isBlob(request))
        return { status: 307, headers: { location: `http://${elsewhere.host}${request.url}?signature=1` } };
      return undefined;
    });
    expect(await ask(`${registry.host}/app:1`, { home: logins(registry.host) })).toMatchObject({
      reason: undefined,
      uid: 1000,
    });
    expect(registry.requests.map(header).filter((value) => value !== undefined)).toHaveLength(4);
    expect(elsewhere.requests.map(header)).toEqual([undefined]);
  });

  it.each<[string, object, (request: Received) => boolean]>([
    ["name and password", { auth: basic }, (request) => header(request) === `Basic ${basic}`],
    [
      "a token of identity",
      { auth: Buffer.from("x:").toString("base64"), identitytoken: "refresh" },
      ({ method, body, headers }) =>
        method === "POST" && /(^|&)refresh_token=refresh(&|$)/.test(body) && headers.authorization === undefined,
    ],
  ])("a token is asked for where the registry says, with %s", async (_, auth, isConvinced) => {
    const service = await fakeRegistry((request) =>
      isConvinced(request) ? { status: 200, body: '{"token":"t0"}' } : { status: 401 },
    );
    const registry = await fakeRegistry((request) =>
      header(request) === "Bearer t0"
        ? undefined
        : challenge(`Bearer realm="http://${service.host}/token",service="a b",scope="repository:app:pull"`),
    );
    expect(await ask(`${registry.host}/app:1`, { home: logins(registry.host, auth) })).toMatchObject({
      reason: undefined,
      uid: 1000,
    });
    const [{ url = "", body = "" } = {}, ...more] = service.requests;
    const query = new URLSearchParams(body || new URL(url, "http://x").search);
    expect(Object.fromEntries(query)).toMatchObject({ service: "a b", scope: "repository:app:pull" });
    expect(more).toEqual([]);
    expect(registry.requests).toHaveLength(4);
    expect(registry.requests.map(header).filter((value) => value?.startsWith("Basic"))).toEqual([]);
    const anonymous = await ask(`${registry.host}/app:1`);
    expect(anonymous.reason).toMatch(/^127\.0\.0\.1:\d+ wants a login \(401\): docker login keeps one$/);
  });

  it("a token of identity is not sent on, wherever the service leads", async () => {
    const elsewhere = await fakeRegistry();
    const registry = await fakeRegistry(({ method, headers }) =>
      method === "POST"
        ? { status: 307, headers: { location: `http://${elsewhere.host}/token` } }
        : challenge(`Bearer realm="http://${headers.host}/token"`),
    );
    const { reason } = await ask(`${registry.host}/app:1`, {
      home: logins(registry.host, { identitytoken: "refresh" }),
    });
    expect(reason).toBe(`${registry.host} redirects a login`);
    expect(elsewhere.requests).toEqual([]);
  });

  it("of several challenges each keeps its own words", async () => {
    const registry = await fakeRegistry((request) => {
      if (request.url.startsWith("/token")) return { status: 200, body: '{"token":"t"}' };
      return header(request)
        ? undefined
        : challenge(
            `Basic realm="other", Bearer realm="http://${request.headers.host}/token",service="s", Basic realm="x"`,
          );
    });
    expect(await ask(`${registry.host}/app:1`)).toMatchObject({ reason: undefined, uid: 1000 });
  });

  it("a token that has run out is asked for again", async () => {
    let tokens = 0;
    const registry = await fakeRegistry((request) => {
      if (request.url.startsWith("/token")) return { status: 200, body: `{"access_token":"t${++tokens}"}` };
      const isAllowed = header(request) === (isBlob(request) ? "Bearer t2" : "Bearer t1");
      return isAllowed ? undefined : challenge(`Bearer realm="http://${request.headers.host}/token"`);
    });
    expect(await ask(`${registry.host}/app:1`)).toMatchObject({ reason: undefined, uid: 1000 });
    expect(tokens).toBe(2);
  });

  it("and not to a stranger's service, whatever the registry says", async () => {
    const service = await fakeRegistry(() => ({ status: 401 }));
    const realm = `http://localhost:${service.port}/token`;
    const registry = await fakeRegistry(() => challenge(`Bearer realm="${realm}"`));
    const { reason, stdout } = await ask(`${registry.host}/app:1`, { home: logins(registry.host) });
    expect(reason).toBe(
      `localhost:${service.port} gives no token (401), and the login is not sent there: the host is another than the registry's`,
    );
    expect(service.requests.map(header)).toEqual([undefined]);
    expect(stdout).not.toContain(basic);
  });

  it.each<[string, string]>([
    ["a realm that is none", 'Bearer realm="no address"'],
    ["no realm", "Bearer"],
    ["a realm on no network", 'Bearer realm="file:///etc/passwd"'],
  ])("%s is a note", async (_, value) => {
    const { host } = await fakeRegistry(() => challenge(value));
    expect((await ask(`${host}/app:1`)).reason).toMatch(/wants a (token|login)/);
  });

  it.each(["<html>", "{}", '{"token":"a\\r\\nb"}', '{"token":7}'])("%s is not a token", async (body) => {
    const { host } = await fakeRegistry((request) =>
      request.url.startsWith("/token")
        ? { status: 200, body }
        : challenge(`Bearer realm="http://${request.headers.host}/token"`),
    );
    expect((await ask(`${host}/app:1`)).reason).toBe(`${host} does not answer with a token`);
  });

  it("no token of GitHub's is sent to anybody", async () => {
    const registry = await fakeRegistry((request) =>
      request.url.startsWith("/token")
        ? { status: 200, body: '{"token":"t"}' }
        : header(request)
          ? undefined
          : challenge(`Bearer realm="http://${request.headers.host}/token"`),
    );
    expect(await ask(`${registry.host}/app:1`, { env: github })).toMatchObject({ uid: 1000 });
    expect(registry.requests.length).toBeGreaterThan(3);
    expect(JSON.stringify(registry.requests)).not.toContain("ghs_secret");
  });
});

describe("encryption and proxies", () => {
  const noTools = spawnSync("openssl", ["version"]).status === 0 ? undefined : "openssl is not installed";

  /** A key and a certificate for a name, by an authority of its own. */
  function certificate(home: Folder, name: string) {
    const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
    const files = ["-keyout", join(home.path, "key.pem"), "-out", join(home.path, "cert.pem")];
    execFileSync("openssl", [...args, "-addext", `subjectAltName=DNS:${name}`, ...files], { stdio: "ignore" });
    return { key: home.read("key.pem"), cert: home.read("cert.pem"), file: join(home.path, "cert.pem") };
  }

  /** A proxy that leads every host to one port of this machine. */
  function proxy(port: number, seen: string[]) {
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"] ?? "-"}`);
      response.writeHead(500).end();
    });
    server.on("connect", ({ url, headers }: IncomingMessage, client: Socket) => {
      seen.push(`CONNECT ${url} ${headers["proxy-authorization"] ?? "-"}`);
      const target = connect(port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 OK\r\n\r\n");
        client.pipe(target).pipe(client);
      });
      for (const socket of [client, target]) socket.on("error", () => {});
    });
    return listening(server);
  }

  it("a certificate that does not verify is a note, on this machine too", async ({ skip }) => {
    if (noTools) skip(noTools);
    const home = folder();
    const { host, requests } = await fakeRegistry(undefined, certificate(home, "other.example"));
    expect((await ask(`${host}/app:1`, { home })).reason).toMatch(
      /^the certificate of 127\.0\.0\.1:\d+ does not verify \(\w+\)/,
    );
    expect(requests).toEqual([]);
  });

  it("goes through the proxy that the environment names, which sees no more than the host", async ({ skip }) => {
    if (noTools) skip(noTools);
    const home = folder();
    const { file, ...tls } = certificate(home, "registry.example.test");
    const registry = await fakeRegistry(undefined, tls);
    const seen: string[] = [];
    const { host } = await proxy(registry.port, seen);
    const env = { HTTPS_PROXY: `http://eve:p%40ss@${host}`, NODE_EXTRA_CA_CERTS: file };
    expect(await ask("registry.example.test/app:1", { home, env })).toMatchObject({ reason: undefined, uid: 1000 });
    expect(new Set(seen)).toEqual(
      new Set([`CONNECT registry.example.test:443 Basic ${Buffer.from("eve:p@ss").toString("base64")}`]),
    );
    expect(registry.requests.map(({ headers }) => headers["proxy-authorization"])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const direct = await ask("registry.example.test/app:1", {
      home,
      env: { ...env, NO_PROXY: "registry.example.test" },
    });
    expect(direct.reason).toMatch(/^there is no host registry\.example\.test/);
  });

  it.for<[string, string, string]>([
    [
      "to a private network",
      "https://169.254.169.254/latest",
      "it leads to 169.254.169.254, which is in a private network",
    ],
    ["to this machine", "https://localhost/x", "it leads to localhost, which is in a private network"],
    [
      "from https to http",
      "http://registry.example.test/x",
      "registry.example.test redirects to http://, which is not encrypted",
    ],
  ])("a public registry leads nowhere %s", async ([, location, reason], { skip }) => {
    if (noTools) skip(noTools);
    const home = folder();
    const { file, ...tls } = certificate(home, "registry.example.test");
    const registry = await fakeRegistry(
      (request) => (isBlob(request) ? { status: 307, headers: { location } } : undefined),
      tls,
    );
    const { host } = await proxy(registry.port, []);
    const env = { HTTPS_PROXY: `http://${host}`, NODE_EXTRA_CA_CERTS: file };
    expect((await ask("registry.example.test/app:1", { home, env })).reason).toBe(reason);
  });

  it("another host is spoken to in the clear only where that is asked for, through the proxy too", async () => {
    const seen: string[] = [];
    const { host } = await proxy(1, seen);
    const env = { HTTP_PROXY: `http://${host}` };
    const args = ["--insecure-registry", "plain.example.test"];
    expect((await ask("plain.example.test/app:1", { env, args })).reason).toBe(
      "plain.example.test answers 500 for app:1",
    );
    expect(seen[0]).toBe("HEAD http://plain.example.test/v2/app/manifests/1 -");
    seen.length = 0;
    expect((await ask("plain.example.test/app:1", { env })).reason).toMatch(/^there is no host plain\.example\.test/);
    expect(seen).toEqual([]);
  });

  it("an option without its companion, and two that exclude each other, are refused", () => {
    const home = folder({ "pod.yaml": pod("app") });
    expect(home.secctx(["--images", "--images-from", "x.json"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "secctx: --images and --images-from: choose one of the two.\n",
    });
    expect(home.secctx(["--insecure-registry", "x"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "secctx: --insecure-registry needs --images.\n",
    });
  });
});

function endless(response: import("node:http").ServerResponse): void {
  response.writeHead(200);
  const chunk = Buffer.alloc(2 ** 16, "x");
  const more = () => {
    while (response.write(chunk));
  };
  response.on("drain", more);
  more();
}
