import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Folder, folder } from "./cli/folder.ts";
import { login, missing, type RunningRegistry, startRegistry } from "./registry/docker-registry.ts";
import { type Config, type Family, type Platform, type Pushed, pusher } from "./registry/push.ts";

/** A pod whose containers run the images, hardened save for the part that a case is about. */
function pod(images: readonly string[], { context = "runAsNonRoot: true", spec = "", own = "" } = {}): string {
  const containers = images.map(
    (image, index) => `  - name: c${index}
    image: ${image}
    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true${own}}
`,
  );
  return `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext: {${context}, seccompProfile: {type: RuntimeDefault}}
${spec}  containers:
${containers.join("")}`;
}

interface Finding {
  readonly rule: string;
  readonly origin: string;
  readonly message: string;
  readonly start: { readonly line: number };
  readonly fix: { readonly title: string; readonly safety: string } | null;
}

function report(home: Folder, manifest: string, ...options: readonly string[]) {
  home.write("pod.yaml", manifest);
  const { stdout, stderr } = home.secctx(["check", "--format", "json", ...options, "pod.yaml"]);
  if (stdout === "") throw new Error(stderr);
  const { findings, workloads, problems } = JSON.parse(stdout);
  return { findings: findings as Finding[], container: workloads[0].containers[0], problems };
}

const ofRule = (findings: readonly Finding[], id: string) => findings.filter(({ rule }) => rule === id);

describe("a registry", () => {
  let registry: RunningRegistry;
  let push: ReturnType<typeof pusher>;
  beforeAll(async () => {
    if (missing) return;
    registry = await startRegistry();
    push = pusher(registry.host);
  });
  afterAll(() => registry?.stop());

  describe.for<Family>(["oci", "docker"])("with images of %s types: the kubelet's own words for", (family) => {
    it.for<[string, Config, string | null]>([
      ["no user", {}, "container has runAsNonRoot and image will run as root"],
      ["an empty user", { User: "" }, "container has runAsNonRoot and image will run as root"],
      ["user 0", { User: "0" }, "container has runAsNonRoot and image will run as root"],
      ["user 0 with a group", { User: "0:1000" }, "container has runAsNonRoot and image will run as root"],
      ["a group alone", { User: ":1000" }, "container has runAsNonRoot and image will run as root"],
      ["a number", { User: "1000" }, null],
      ["a number with a group", { User: "65532:65532" }, null],
      [
        "a name",
        { User: "nginx" },
        "container has runAsNonRoot and image has non-numeric user (nginx), cannot verify user is non-root",
      ],
      [
        "a name with a group",
        { User: "app:staff" },
        "container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root",
      ],
      [
        "root by its name",
        { User: "root" },
        "container has runAsNonRoot and image has non-numeric user (root), cannot verify user is non-root",
      ],
      [
        "a number that is no id",
        { User: "2147483648" },
        "container has runAsNonRoot and image has an invalid user id (2147483648). (Must be 1-(2147483647)): must be between 0 and 2147483647, inclusive",
      ],
      [
        "a number that is no int64",
        { User: "9223372036854775808" },
        "container has runAsNonRoot and image has non-numeric user (9223372036854775808), cannot verify user is non-root",
      ],
    ])("%s", async ([name, config, message], { skip }) => {
      if (missing) skip(missing);
      const { name: image } = await push.image(`${family}/${name.replaceAll(" ", "-")}`, config, { family });
      const { findings, problems } = report(folder(), pod([image]), "--images");
      expect(problems).toEqual([]);
      const expected = message && [
        expect.objectContaining({
          origin: "image",
          start: { line: 8, column: 12 },
          message: expect.stringContaining(
            `The kubelet will not start container "c0" (CreateContainerConfigError): ${message}. `,
          ),
        }),
      ];
      expect(ofRule(findings, "fails-to-start")).toEqual(expected ?? []);
    });
  });

  it("is silent where the manifest declares a user, whatever the image says", async ({ skip }) => {
    if (missing) skip(missing);
    const { name } = await push.image("declared", { User: "root" });
    const { findings, container } = report(
      folder(),
      pod([name], { context: "runAsNonRoot: true, runAsUser: 7" }),
      "--images",
    );
    expect(ofRule(findings, "fails-to-start")).toEqual([]);
    expect(container.effective.runAsUser).toMatchObject({ value: 7, origin: "pod" });
    expect(container.derived).toMatchObject({ uid: 7 });
  });

  it.for<[string, Config, object, object]>([
    ["root", {}, { value: 0, origin: "image", line: 8 }, { uid: 0, gid: 0 }],
    ["a number", { User: "1000" }, { value: 1000, origin: "image", line: 8 }, { uid: 1000, gid: null }],
    [
      "a group that Kubernetes passes over",
      { User: "1000:2000" },
      { value: 1000, origin: "image" },
      { uid: 1000, gid: null },
    ],
    ["a name", { User: "nginx" }, { value: null, origin: "image" }, { uid: null, gid: null }],
    ["the name of root", { User: "root" }, { value: null, origin: "image" }, { uid: 0, gid: 0 }],
  ])("gives the effective and the derived user: %s", async ([name, config, effective, derived], { skip }) => {
    if (missing) skip(missing);
    const { name: image } = await push.image(`effective/${name.replaceAll(" ", "-").toLowerCase()}`, config);
    const { container } = report(folder(), pod([image], { context: "fsGroup: 1" }), "--images");
    expect(container.effective.runAsUser).toMatchObject(effective);
    expect(container.derived).toMatchObject(derived);
    const blind = report(folder(), pod([image], { context: "fsGroup: 1" }));
    expect(blind.container.effective.runAsUser).toEqual({ value: null, origin: "default" });
    expect(blind.container.derived).toMatchObject({ uid: null, gid: null });
  });

  it.for<[string, string, Config, object]>([
    ["a number", "runAsNonRoot", { User: "1000" }, { safety: "safe" }],
    ["root", "runAsNonRoot", {}, {}],
    ["a name", "runAsNonRoot", { User: "nginx" }, {}],
  ])("tells whether runAsNonRoot can be added: %s", async ([name, , config, fix], { skip }) => {
    if (missing) skip(missing);
    const { name: image } = await push.image(`adding/${name.replaceAll(" ", "-")}`, config);
    const [finding] = ofRule(
      report(folder(), pod([image], { context: "fsGroup: 1" }), "--images").findings,
      "run-as-non-root",
    );
    expect(finding?.fix).toEqual("safety" in fix ? expect.objectContaining(fix) : null);
  });

  it("fixes with the image's own user id, safely, and only where it has a number", async ({ skip }) => {
    if (missing) skip(missing);
    const number = await push.image("fix/number", { User: "65532:65532" });
    const name = await push.image("fix/name", { User: "nginx" });
    const home = folder({
      "number.yaml": pod([number.name], { context: "fsGroup: 1" }),
      "name.yaml": pod([name.name]),
    });
    const before = home.read("name.yaml");
    const { stdout, status } = home.secctx(["fix", "--safe", "--images", "number.yaml", "name.yaml"]);
    expect(status).toBe(0);
    expect(home.read("number.yaml")).toContain("runAsUser: 65532");
    expect(home.read("number.yaml")).toContain("runAsNonRoot: true");
    expect(home.read("name.yaml")).toBe(before);
    expect(stdout).toContain("fix   explicit-user: Set runAsUser: 65532, which is the image's user");
    // Proven: what was fixed starts.
    const again = report(home, home.read("number.yaml"), "--images");
    expect(again.findings.map(({ rule }) => rule)).not.toContain("fails-to-start");
    expect(again.container.derived.uid).toBe(65532);
    // Without the images no id is invented.
    home.write("blind.yaml", pod([number.name], { context: "fsGroup: 1" }));
    home.secctx(["fix", "blind.yaml"]);
    expect(home.read("blind.yaml")).not.toContain("runAsUser");
  });

  it("lists the image's volumes, and counts its ports", async ({ skip }) => {
    if (missing) skip(missing);
    const config = { Volumes: { "/data": {}, "/cache": {} }, ExposedPorts: { "80/tcp": {}, "8080/tcp": {} } };
    const { name } = await push.image("volumes", config);
    const manifest = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: app
    image: ${name}
    volumeMounts: [{name: cache, mountPath: /cache/}]
  volumes: [{name: cache, emptyDir: {}}]
`;
    const { findings } = report(folder(), manifest, "--images");
    const [writable] = ofRule(findings, "read-only-root-filesystem");
    expect(writable?.message).toMatch(
      /mount a volume where the process writes: the image declares a volume at \/data\.$/,
    );
    const fixed = folder({ "pod.yaml": manifest }).secctx([
      "fix",
      "--diff",
      "--images",
      "--rule",
      "drop-all-capabilities",
      "pod.yaml",
    ]);
    expect(fixed.stdout).toContain("NET_BIND_SERVICE");
    const blind = folder({ "pod.yaml": manifest }).secctx([
      "fix",
      "--diff",
      "--rule",
      "drop-all-capabilities",
      "pod.yaml",
    ]);
    expect(blind.stdout).not.toContain("NET_BIND_SERVICE");
  });

  describe("with an index of platforms", () => {
    const linux: Platform = { os: "linux", architecture: "amd64" };
    const arm64: Platform = { os: "linux", architecture: "arm64", variant: "v8" };
    const windows: Platform = { os: "windows", architecture: "amd64" };
    let image: Pushed;
    let same: Pushed;
    beforeAll(async () => {
      if (missing) return;
      const contents = [
        [linux, { User: "1000" }],
        [arm64, { User: "" }],
        [windows, { User: "ContainerAdministrator" }],
      ] as const;
      image = await push.index("platforms", contents, { family: "docker" });
      same = await push.index("same", [
        [linux, { User: "1000" }],
        [arm64, { User: "1000", Volumes: { "/a": {} } }],
      ]);
    });

    const affinity = (...expressions: readonly string[]) => `  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms: [${expressions.map((each) => `{matchExpressions: [${each}]}`).join(", ")}]
`;
    const arch = (operator: string, ...values: readonly string[]) =>
      `{key: kubernetes.io/arch, operator: ${operator}, values: [${values.join(", ")}]}`;

    it.for<[string, string, number | null]>([
      ["linux/amd64 where nobody says", "", 1000],
      ["a node selector", "  nodeSelector: {kubernetes.io/arch: arm64}\n", 0],
      ["the label of old", "  nodeSelector: {beta.kubernetes.io/arch: arm64}\n", 0],
      ["an affinity", affinity(arch("In", "arm64")), 0],
      ["an affinity that excludes", affinity(arch("NotIn", "amd64")), 0],
      ["an affinity of something else", affinity("{key: zone, operator: In, values: [a]}"), 1000],
    ])("follows %s", ([, spec, uid], { skip }) => {
      if (missing) skip(missing);
      const { container, problems } = report(folder(), pod([image.name], { spec }), "--images");
      expect(problems).toEqual([]);
      expect(container.derived.uid).toBe(uid);
    });

    it("takes what is the same on all platforms that the pod may run on, and says where it is not", ({ skip }) => {
      if (missing) skip(missing);
      const spec = affinity(arch("In", "amd64", "arm64"));
      expect(report(folder(), pod([same.name], { spec }), "--images").container.derived.uid).toBe(1000);
      const alternatives = affinity(arch("In", "arm64"), arch("In", "amd64"));
      expect(report(folder(), pod([same.name], { spec: alternatives }), "--images").container.derived.uid).toBe(1000);
      const { container, problems } = report(folder(), pod([image.name], { spec }), "--images");
      expect(container.derived.uid).toBeNull();
      expect(problems).toEqual([
        expect.objectContaining({
          severity: "note",
          line: expect.any(Number),
          message: expect.stringContaining(
            "could not read the image: its USER is not the same for linux/amd64 and linux/arm64",
          ),
        }),
      ]);
    });

    it("says for which platforms an image is made", ({ skip }) => {
      if (missing) skip(missing);
      const { container, problems } = report(
        folder(),
        pod([image.name], { spec: "  nodeSelector: {kubernetes.io/arch: s390x}\n" }),
        "--images",
      );
      expect(container.derived.uid).toBeNull();
      expect(problems[0].message).toContain(
        "could not read the image: it is not made for linux/s390x, but for linux/amd64, linux/arm64, windows/amd64.",
      );
    });

    it.for([
      ["by its operating system", "  os: {name: windows}\n"],
      ["by a node selector", "  nodeSelector: {kubernetes.io/os: windows}\n"],
    ])("judges a Windows pod as the kubelet does there: %s", ([, spec], { skip }) => {
      if (missing) skip(missing);
      const { findings, container } = report(folder(), pod([image.name], { spec }), "--images");
      expect(ofRule(findings, "fails-to-start")[0]?.message).toContain(
        "container's runAsUser (ContainerAdministrator) which will be regarded as root identity and will break non-root policy",
      );
      expect(container.derived.uid).toBeNull();
    });
  });

  it("writes what --images-from reads, byte for byte the same report, without a registry", async ({ skip }) => {
    if (missing) skip(missing);
    const names = await Promise.all([
      push.image("replay/a", {}),
      push.image("replay/b", { User: "nginx", Volumes: { "/v": {} } }),
    ]);
    const home = folder({ "pod.yaml": pod([...names.map(({ name }) => name), `${registry.host}/replay/none:1`]) });
    const { stdout, stderr, status } = home.secctx(["images"]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      `${registry.host}/replay/none:1 (linux/amd64): could not read the image: ${registry.host} has no replay/none:1 (404).\n`,
    );
    expect(JSON.parse(stdout)).toEqual({
      schema: "secctx/images/v1",
      images: {
        [`${registry.host}/replay/a:1`]: {
          "linux/amd64": { digest: names[0].digest, user: "", volumes: [], ports: [] },
        },
        [`${registry.host}/replay/b:1`]: {
          "linux/amd64": { digest: names[1].digest, user: "nginx", volumes: ["/v"], ports: [] },
        },
        [`${registry.host}/replay/none:1`]: { "linux/amd64": { error: `${registry.host} has no replay/none:1 (404)` } },
      },
    });
    home.write("images.json", stdout);
    const asked = registry.requests().length;
    const replayed = home.secctx(["--format", "json", "--images-from", "images.json"]).stdout;
    expect(registry.requests()).toHaveLength(asked);
    expect(replayed).toBe(home.secctx(["--format", "json", "--images"]).stdout);
    expect(JSON.parse(replayed).findings.map(({ rule }: Finding) => rule)).toContain("fails-to-start");
  });

  it("shows it all in one table", async ({ skip }) => {
    if (missing) skip(missing);
    const { name } = await push.image("table", {
      User: "nginx",
      Volumes: { "/data": {} },
      ExposedPorts: { "80/tcp": {} },
    });
    const home = folder({ "pod.yaml": pod([name]) });
    const lines = home
      .secctx(["effective", "--images"])
      .stdout.split("\n")
      .map((line) => line.trim().split(/ {2,}/));
    expect(lines).toContainEqual(["runAsUser", "-", "image"]);
    expect(lines).toContainEqual(["USER", "nginx", "image", "line 8"]);
    expect(lines).toContainEqual(["VOLUME", "/data", "image", "line 8"]);
    expect(lines).toContainEqual(["EXPOSE", "80/tcp", "image", "line 8"]);
    expect(lines).toContainEqual(["user", "the image's, nginx"]);
    expect(home.secctx(["effective"]).stdout).not.toContain("EXPOSE");
  });

  describe("is asked for no more than is needed:", () => {
    it("one image once, by whatever names, and a second time only for what its tag stands for", async ({ skip }) => {
      if (missing) skip(missing);
      const { name, digest } = await push.image("many", { User: "1000" }, { tag: "latest" });
      const untagged = name.replace(":latest", "");
      const home = folder({ "pod.yaml": pod([name, untagged, name, `${untagged}@${digest}`]) });
      const asked = () => {
        const before = registry.requests().length;
        expect(home.secctx(["--quiet", "--images"])).toMatchObject({ stderr: "" });
        return registry.requests().slice(before);
      };
      expect(asked().toSorted()).toEqual([
        expect.stringMatching(/^GET \/v2\/many\/blobs\/sha256:[0-9a-f]{64}$/),
        `GET /v2/many/manifests/${digest}`,
        "HEAD /v2/many/manifests/latest",
      ]);
      expect(asked()).toEqual(["HEAD /v2/many/manifests/latest"]);
      home.write("pod.yaml", pod([`${untagged}@${digest}`]));
      expect(asked()).toEqual([]);
    });

    it("a hundred images by three requests each, and the second time by one", async ({ skip }) => {
      if (missing) skip(missing);
      const names: string[] = [];
      for (let index = 0; index < 100; index++)
        names.push((await push.image(`hundred/${index}`, { User: String(1000 + index) })).name);
      const home = folder({ "pods.yaml": names.map((name) => pod([name])).join("---\n") });
      const asked = () => {
        const before = registry.requests().length;
        const { workloads, problems } = JSON.parse(home.secctx(["--format", "json", "--images"]).stdout);
        expect(problems).toEqual([]);
        const ids = workloads.map(
          ({ containers }: { containers: { derived: { uid: number } }[] }) => containers[0]?.derived.uid,
        );
        expect(ids).toEqual(names.map((_, index) => 1000 + index));
        return registry.requests().slice(before);
      };
      expect(asked()).toHaveLength(300);
      expect(asked().toSorted()).toEqual(names.map((_, index) => `HEAD /v2/hundred/${index}/manifests/1`).toSorted());
    });

    it("what the cache holds is verified, and asked for again where it is not what it should be", async ({ skip }) => {
      if (missing) skip(missing);
      const { name, digest } = await push.image("cached", { User: "1000" });
      const home = folder();
      report(home, pod([name]), "--images");
      const file = join(home.path, ".cache/secctx/images", ...digest.split(":"));
      writeFileSync(
        file,
        home.read(`.cache/secctx/images/${digest.replace(":", "/")}`).replace("schemaVersion", "schemaversion"),
      );
      const before = registry.requests().length;
      expect(report(home, pod([name]), "--images").container.derived.uid).toBe(1000);
      expect(registry.requests().slice(before)).toEqual([
        "HEAD /v2/cached/manifests/1",
        `GET /v2/cached/manifests/${digest}`,
      ]);
    });
  });
});

describe("a registry that wants a login", () => {
  let registry: RunningRegistry;
  let image: Pushed;
  const basic = Buffer.from(`${login.user}:${login.password}`).toString("base64");
  beforeAll(async () => {
    if (missing) return;
    registry = await startRegistry("login required");
    image = await pusher(registry.host, `Basic ${basic}`).image("private/app", { User: "1000" });
  });
  afterAll(() => registry?.stop());

  /** Programs that `docker login` would have put there, by their answers. */
  const helper = (answer: string) => `#!/bin/sh\ncat >asked\n${answer}\n`;
  const secret = JSON.stringify({ ServerURL: "", Username: login.user, Secret: login.password });

  it.for<[string, (host: string) => object, string | null, string | null]>([
    ["auths", (host) => ({ auths: { [host]: { auth: basic } } }), null, null],
    ["auths by an address", (host) => ({ auths: { [`https://${host}/v1/`]: { auth: basic } } }), null, null],
    [
      "auths in two fields",
      (host) => ({ auths: { [host]: { username: login.user, password: login.password } } }),
      null,
      null,
    ],
    ["a helper for the registry", (host) => ({ credHelpers: { [host]: "test" } }), `echo '${secret}'`, null],
    ["a helper for all", (host) => ({ auths: { [host]: {} }, credsStore: "test" }), `echo '${secret}'`, null],
    ["nothing", () => ({}), null, "wants a login for private/app (401): docker login keeps one"],
    [
      "another registry's",
      () => ({ auths: { "other.example": { auth: basic } } }),
      null,
      "wants a login for private/app (401): docker login keeps one",
    ],
    [
      "a wrong one",
      (host) => ({ auths: { [host]: { auth: "YTpi" } } }),
      null,
      "does not take the login for private/app (401)",
    ],
    [
      "a helper that has none",
      () => ({ credsStore: "test" }),
      "echo credentials not found in native keychain; exit 1",
      "wants a login for private/app (401): docker login keeps one",
    ],
    ["a helper that fails", () => ({ credsStore: "test" }), "exit 3", "docker-credential-test failed"],
    ["a helper that is not there", () => ({ credsStore: "gone" }), null, "docker-credential-gone is not there"],
    [
      "a helper that is a path",
      () => ({ credsStore: "../bin/test" }),
      null,
      "the name of the credential helper is not valid",
    ],
  ])("is read with the logins of docker: %s", ([, config, program, error], { skip }) => {
    if (missing) skip(missing);
    const home = folder({
      ".docker/config.json": JSON.stringify(config(registry.host)),
      "pod.yaml": pod([image.name]),
    });
    if (program) home.write("bin/docker-credential-test", helper(program));
    home.shell("test -d bin && chmod +x bin/*");
    const { PATH = "" } = process.env;
    const { stdout } = home.secctx(["--format", "json", "--images"], { env: { PATH: `${home.path}/bin:${PATH}` } });
    const { workloads, problems } = JSON.parse(stdout);
    expect(workloads[0].containers[0].derived.uid).toBe(error ? null : 1000);
    expect(problems).toEqual(
      error ? [expect.objectContaining({ severity: "note", message: expect.stringContaining(error) })] : [],
    );
    if (program && !error) expect(home.read("asked")).toBe(registry.host);
    expect(stdout).not.toContain(login.password);
    expect(stdout).not.toContain(basic);
  });

  it("keeps its logins where $DOCKER_CONFIG says, and an unreadable file is said", ({ skip }) => {
    if (missing) skip(missing);
    const auths = JSON.stringify({ auths: { [registry.host]: { auth: basic } } });
    const home = folder({ "elsewhere/config.json": auths, "broken/config.json": "{", "pod.yaml": pod([image.name]) });
    const run = (name: string) =>
      home.secctx(["--format", "json", "--images"], { env: { DOCKER_CONFIG: join(home.path, name) } });
    expect(JSON.parse(run("elsewhere").stdout).problems).toEqual([]);
    expect(run("broken")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /config\.json": the logins of docker could not be read: it is not a JSON object\.\n$/,
      ),
    });
  });
});
