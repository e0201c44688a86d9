import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder } from "./cli/folder.ts";
import { runAction, startFakeGitHub } from "./fake-github/index.ts";
import { config, digestOf, fakeRegistry, holding, manifest, manifestOf } from "./registry/fake-registry.ts";

const rootConfig = JSON.stringify({ os: "linux", architecture: "amd64", config: {} });
const rootManifest = manifestOf(rootConfig);

const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext: {runAsNonRoot: true, runAsGroup: 1, seccompProfile: {type: RuntimeDefault}}
  containers:
  - name: app
    image: ${image}
    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}
`;

/** A pull request that changes a pod's image from one tag to another, in a registry that has both, under a token and a login that are not for it. */
async function changing(before: string, after: string, asks: "the workflow" | "the configuration" = "the workflow") {
  const [good, bad] = [holding(manifest, config), holding(rootManifest, rootConfig)];
  const registry = await fakeRegistry((request) => {
    const isBad = request.url.endsWith("/manifests/root") || request.url.includes(digestOf(rootManifest));
    return isBad || request.url.includes(digestOf(rootConfig)) ? bad(request) : good(request);
  });
  const home = folder({
    "config.json": JSON.stringify({ credsStore: "test" }),
    "bin/docker-credential-test": `#!/bin/sh\ntouch '${"$"}{0%/bin/*}/was-run'\n`,
  });
  chmodSync(join(home.path, "bin/docker-credential-test"), 0o755);
  await using github = await startFakeGitHub();
  await github.repository.commit({
    "k8s/web.yaml": pod(`${registry.host}/app:${before}`),
    ...(asks === "the configuration" && { ".secctx.yaml": "images: true\n" }),
  });
  const parent = github.repository.tip("main") ?? null;
  await github.repository.commit(
    { "k8s/web.yaml": pod(`${registry.host}/app:${after}`) },
    { branch: "change", parent },
  );
  const event = await github.pullRequestEvent(await github.openPullRequest({ head: "change" }), "opened");
  const { PATH = "" } = process.env;
  const environment = {
    HOME: home.path,
    DOCKER_CONFIG: home.path,
    PATH: `${home.path}/bin:${PATH}`,
    GITHUB_TOKEN: github.token,
  };
  const run = await runAction({
    github,
    event,
    inputs: { registries: registry.host, ...(asks === "the workflow" && { images: "true" }) },
    environment,
  });
  const annotations = github.checkRuns.flatMap((each) => each.annotations);
  return { run, annotations, registry, token: github.token, wasRun: existsSync(join(home.path, "was-run")) };
}

it("an image that would not start is a failure on the line that brings it", async () => {
  const { run, annotations, registry, token, wasRun } = await changing("1000", "root");
  expect(run.stderr).toBe("");
  expect(run.exitCode).toBe(1);
  expect(annotations).toContainEqual(
    expect.objectContaining({
      start_line: 8,
      annotation_level: "failure",
      message: expect.stringContaining("container has runAsNonRoot and image will run as root"),
    }),
  );
  expect(registry.requests.length).toBeGreaterThan(3);
  expect(JSON.stringify(registry.requests)).not.toContain(token);
  expect(registry.requests.map(({ headers }) => headers.authorization).filter(Boolean)).toEqual([]);
  expect(wasRun).toBe(false);
});

it("the secret of a registry's login is masked before it is sent, and only where it is needed", async () => {
  const [user, secret] = ["eve", "hunter2-hunter2"];
  const login = Buffer.from(`${user}:${secret}`).toString("base64");
  const open = holding(manifest, config);
  const registry = await fakeRegistry((request) =>
    request.headers.authorization === `Basic ${login}`
      ? open(request)
      : { status: 401, headers: { "www-authenticate": 'Basic realm="registry"' } },
  );
  const home = folder({ "config.json": JSON.stringify({ auths: { [registry.host]: { auth: login } } }) });
  await using github = await startFakeGitHub();
  await github.repository.commit({ "k8s/web.yaml": pod(`${registry.host}/app:1`) });
  const event = github.scheduleEvent();
  const run = async (images: string) =>
    runAction({
      github,
      event,
      workspace: { commit: event.sha },
      inputs: { images, registries: "127.*" },
      environment: { HOME: home.path, DOCKER_CONFIG: home.path },
    });
  expect(await run("true")).toMatchObject({ stderr: "", secrets: [github.token, secret] });
  expect(registry.requests.at(-1)?.headers.authorization).toBe(`Basic ${login}`);
  expect(await run("false")).toMatchObject({ stderr: "", secrets: [github.token] });
});

it("the base's configuration asks as the workflow's input does", async () => {
  const { run, annotations } = await changing("1000", "root", "the configuration");
  expect(run.exitCode).toBe(1);
  expect(annotations.map(({ message }) => message).join()).toContain("image will run as root");
});

it("one that starts passes, whatever it was before", async () => {
  const { run } = await changing("root", "1000");
  expect(run.exitCode).toBe(0);
});

it("a registry that only the runner reaches is asked where the workflow names it, and an open port looks like a closed one", async () => {
  const registry = await fakeRegistry();
  await using github = await startFakeGitHub();
  const hosts = [registry.host, "127.0.0.1:1", "localhost:1", "169.254.169.254", "10.1.2.3:5000", "[::1]:1"];
  await github.repository.commit(
    Object.fromEntries(hosts.map((host, index) => [`k8s/${index}.yaml`, pod(`"${host}/app:1"`)])),
  );
  const event = github.scheduleEvent();
  const notes = async (inputs: Readonly<Record<string, string>>) => {
    const { stdout } = await runAction({
      github,
      event,
      workspace: { commit: event.sha },
      inputs: { images: "true", ...inputs },
    });
    return [...stdout.matchAll(/could not read the image: (.*?)\. The container/g)].map(([, reason]) => reason);
  };
  const refusal = (host: string) => `${host} is in a private network, and the input registries does not name it`;
  expect(await notes({})).toEqual(hosts.map(refusal));
  expect(await notes({ registries: "127.0.0.1:1\n!**" })).toEqual(hosts.map(refusal));
  expect(registry.requests).toEqual([]);
  expect(await notes({ registries: registry.host })).toEqual(hosts.slice(1).map(refusal));
  expect(registry.requests.length).toBeGreaterThan(0);
}, 60_000);

it.each(["a redirect", "a service for tokens"])("and it leads to no other one that is not named: %s", async (way) => {
  const other = await fakeRegistry();
  const registry = await fakeRegistry(() =>
    way === "a redirect"
      ? { status: 307, headers: { location: `http://${other.host}/elsewhere` } }
      : { status: 401, headers: { "www-authenticate": `Bearer realm="http://${other.host}/token"` } },
  );
  await using github = await startFakeGitHub();
  await github.repository.commit({ "k8s/web.yaml": pod(`${registry.host}/app:1`) });
  const event = github.scheduleEvent();
  const run = (registries: string) =>
    runAction({ github, event, workspace: { commit: event.sha }, inputs: { images: "true", registries } });
  expect((await run(registry.host)).stdout).toContain(
    "could not read the image: it leads to 127.0.0.1, which is in a private network.",
  );
  expect(other.requests).toEqual([]);
  await run("127.0.0.1:*");
  expect(other.requests.length).toBeGreaterThan(0);
});
