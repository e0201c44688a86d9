import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findImageAnswer,
  type ImageAnswer,
  type ImageConfig,
  type Images,
  listPlatforms,
  parseImageUser,
} from "../src/pod/index.ts";
import { defaultPolicy, type Policy } from "../src/policy/index.ts";
import type { Finding } from "../src/review/finding.ts";
import { fix } from "../src/review/fix.ts";
import { findImages } from "../src/review/images.ts";
import { review } from "../src/review/review.ts";
import type { Fields } from "../src/yaml/index.ts";
import { brokenLaws } from "./laws/laws.ts";
import { randomManifest } from "./laws/random-pods.ts";
import { cases } from "./random.ts";

const image = (user: string, rest: Partial<ImageConfig> = {}): ImageConfig => ({
  user,
  volumes: [],
  ports: [],
  ...rest,
});

/** A policy that knows images, on every usual platform, by what they say. */
function knowing(images: Readonly<Record<string, ImageAnswer>>): Policy {
  const everywhere = (answer: ImageAnswer) => ({
    "linux/amd64": answer,
    "linux/arm64": answer,
    "windows/amd64": answer,
  });
  return {
    ...defaultPolicy,
    images: new Map(Object.entries(images).map(([name, answer]) => [name, everywhere(answer)])),
  };
}

function pod(containers: Readonly<Record<string, string>>, context = ""): string {
  const lines = Object.entries(containers).map(
    ([name, own]) =>
      `  - {name: ${name}, image: ${name}, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true${own && `, ${own}`}}}\n`,
  );
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  securityContext: {runAsGroup: 1, seccompProfile: {type: RuntimeDefault}${context && `, ${context}`}}\n  containers:\n${lines.join("")}`;
}

async function judged(text: string, policy: Policy) {
  const source = { file: "p.yaml", text };
  const { findings } = await review([source], null, policy);
  return {
    messages: findings.map(({ rule, message }) => `${rule.id}: ${message}`),
    fixes: findings.map(
      ({ rule, fix: offered, declined }) => `${rule.id}: ${offered ? `${offered.safety}: ${offered.title}` : declined}`,
    ),
    fixed: (await fix(source, policy)).text,
    broken: await brokenLaws(source, policy),
  };
}

describe("the user of an image, as the kubelet reads it", () => {
  it.each<[string, object]>([
    ["", { uid: 0 }],
    [":5", { uid: 0 }],
    ["0", { uid: 0 }],
    ["00", { uid: 0 }],
    ["1000", { uid: 1000 }],
    ["+7", { uid: 7 }],
    ["-1", { uid: -1 }],
    ["1000:2000", { uid: 1000 }],
    ["1000:staff", { uid: 1000 }],
    ["9223372036854775807", { uid: 2 ** 63, digits: "9223372036854775807" }],
    ["9223372036854775808", { name: "9223372036854775808" }],
    ["1_000", { name: "1_000" }],
    ["0x10", { name: "0x10" }],
    [" 7", { name: " 7" }],
    ["root", { name: "root" }],
    ["app:app", { name: "app" }],
  ])("%j", (user, identity) => {
    expect(parseImageUser(user)).toMatchObject(identity);
  });
});

describe("the platforms of a pod", () => {
  const terms = (...each: readonly object[][]) => ({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: each.map((matchExpressions) => ({ matchExpressions })),
        },
      },
    },
  });
  const arch = (operator: string, ...values: string[]) => ({ key: "kubernetes.io/arch", operator, values });
  const os = (operator: string, ...values: string[]) => ({ key: "kubernetes.io/os", operator, values });

  it.each<[string, object, readonly string[]]>([
    ["are linux/amd64 where it does not say", {}, ["linux/amd64"]],
    ["by selector", { nodeSelector: { "kubernetes.io/arch": "arm64" } }, ["linux/arm64"]],
    ["by the selector of old", { nodeSelector: { "beta.kubernetes.io/os": "windows" } }, ["windows/amd64"]],
    ["by the pod's own word", { os: { name: "windows" } }, ["windows/amd64"]],
    [
      "by the pod's own word first",
      { os: { name: "linux" }, nodeSelector: { "kubernetes.io/os": "windows" } },
      ["linux/amd64"],
    ],
    ["several", terms([arch("In", "arm64", "amd64")]), ["linux/amd64", "linux/arm64"]],
    ["all but one", terms([arch("NotIn", "amd64")]), ["linux/arm64"]],
    ["of both kinds", terms([arch("In", "arm64", "amd64"), arch("NotIn", "amd64")]), ["linux/arm64"]],
    ["of alternatives", terms([arch("In", "arm64")], [os("In", "windows")]), ["linux/arm64", "windows/amd64"]],
    [
      "of other labels and operators",
      terms([{ key: "zone", operator: "In", values: ["a"] }, { ...arch("Exists") }]),
      ["linux/amd64"],
    ],
    ["of nothing that makes sense", { affinity: [], nodeSelector: "x", os: 7 }, ["linux/amd64"]],
    ["of no terms", terms(), ["linux/amd64"]],
    ["none at all where it excludes all that are usual", terms([arch("NotIn", "amd64", "arm64")]), []],
  ])("%s", (_, spec, platforms) => {
    expect(listPlatforms(spec as Fields)).toEqual(platforms);
  });

  it("must agree, where they are several", () => {
    const images: Images = new Map([["a", { "linux/amd64": image("1"), "linux/arm64": image("2") }]]);
    expect(findImageAnswer(images, "a", ["linux/arm64"])).toEqual(image("2"));
    expect(findImageAnswer(images, "a", ["linux/amd64", "linux/arm64"])).toEqual({
      error: "its USER is not the same for linux/amd64 and linux/arm64",
    });
    expect(findImageAnswer(images, "a", ["linux/s390x"])).toEqual({ error: "nothing is known of it for linux/s390x" });
    expect(findImageAnswer(images, "b", ["linux/amd64"])).toBeUndefined();
    expect(findImageAnswer(images, null, ["linux/amd64"])).toBeUndefined();
    expect(findImageAnswer(images, "a", [])).toBeUndefined();
  });

  it("are asked for once for each image, in order", async () => {
    const text = [
      pod({ b: "", a: "" }),
      pod({ a: "" }).replace("spec:", "spec:\n  nodeSelector: {kubernetes.io/arch: arm64}"),
    ].join("---\n");
    expect(await findImages([{ file: "p.yaml", text }], defaultPolicy)).toEqual([
      { image: "a", platform: "linux/amd64" },
      { image: "a", platform: "linux/arm64" },
      { image: "b", platform: "linux/amd64" },
    ]);
  });
});

describe("run-as-non-root says whether it is safe", () => {
  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      "a number",
      { a: "1000" },
      "the image's user (1000) is not root today, and nothing keeps it so. ",
      "safe: Set runAsNonRoot: true",
    ],
    [
      "two numbers",
      { a: "1000", b: "2000:1" },
      "the image's user (1000 and 2000) is not root today",
      "safe: Set runAsNonRoot: true",
    ],
    [
      "root",
      { a: "" },
      'the image of container "a" runs as root. ',
      'the image runs as root, and the kubelet would not start container "a": choose another user first (--run-as-user or fix.runAsUser)',
    ],
    [
      "one that is root",
      { a: "1000", b: "root", c: "0" },
      'the image of containers "b" and "c" runs as root. ',
      'the image runs as root, and the kubelet would not start containers "b" and "c": choose another user first (--run-as-user or fix.runAsUser)',
    ],
    [
      "a name",
      { a: "nginx" },
      "nothing stops an image that runs as root. ",
      `the image's user (nginx) is not a number above 0, and the kubelet would not start container "a": choose another user first (--run-as-user or fix.runAsUser)`,
    ],
  ])("%s", async (_, users, message, offer) => {
    const names = Object.fromEntries(Object.keys(users).map((name) => [name, ""]));
    const policy = knowing(Object.fromEntries(Object.entries(users).map(([name, user]) => [name, image(user)])));
    const { messages, fixes, broken } = await judged(pod(names), policy);
    expect(messages.find((each) => each.startsWith("run-as-non-root"))).toContain(message);
    expect(fixes).toContain(`run-as-non-root: ${offer}`);
    expect(broken).toEqual([]);
  });

  it("a false that is written out is told apart, too", async () => {
    const { messages } = await judged(pod({ a: "runAsNonRoot: false" }), knowing({ a: image("1000") }));
    expect(messages.join("\n")).toContain(
      "the image's user (1000) is not root today, but Pod Security rejects the pod all the same",
    );
  });

  it("the chosen user goes first, and makes it safe", async () => {
    const policy = { ...knowing({ a: image("nginx") }), fix: { runAsUser: 101 } };
    const { fixed, broken } = await judged(pod({ a: "" }), policy);
    expect(fixed).toContain("runAsUser: 101");
    expect(fixed).toContain("runAsNonRoot: true");
    expect(broken).toEqual([]);
  });
});

describe("explicit-user takes the image's id", () => {
  it.each<[string, Readonly<Record<string, ImageAnswer>>, string]>([
    ["a number", { a: image("1000") }, "safe: Set runAsUser: 1000, which is the image's user"],
    [
      "two that agree",
      { a: image("1000"), b: image("1000:5") },
      "safe: Set runAsUser: 1000, which is the image's user",
    ],
    [
      "two that don't",
      { a: image("1000"), b: image("1001") },
      "only you know which id fits the image: give it with --run-as-user or fix.runAsUser",
    ],
    ["one that is unknown", { a: image("1000"), b: { error: "gone" } }, "only you know"],
    ["root", { a: image("") }, "only you know"],
    ["a name", { a: image("app") }, "only you know"],
    ["a number that is no id", { a: image("2147483648") }, "only you know"],
  ])("%s", async (_, images, offer) => {
    const names = Object.fromEntries(Object.keys(images).map((name) => [name, ""]));
    const { fixes, broken } = await judged(pod(names), knowing(images));
    expect(fixes.find((each) => each.startsWith("explicit-user"))).toMatch(`explicit-user: ${offer}`);
    expect(broken).toEqual([]);
  });

  it("unless another one is given", async () => {
    const policy = { ...knowing({ a: image("1000") }), fix: { runAsUser: 5 } };
    expect((await judged(pod({ a: "" }), policy)).fixed).toContain("runAsUser: 5}");
  });

  it("says what the image says today, and that Kubernetes ignores its group", async () => {
    const text = pod({ a: "" }).replace("runAsGroup: 1, ", "");
    const { messages } = await judged(text, knowing({ a: image("1000:2000") }));
    expect(messages.find((each) => each.startsWith("explicit-user"))).toContain(
      "may change it (today that is 1000:2000). ",
    );
    expect(messages.find((each) => each.startsWith("explicit-group"))).toContain(
      "; the group of the image's USER 1000:2000 is ignored. ",
    );
  });
});

describe("what else an image makes exact", () => {
  it("the file capabilities of its programs, which drop ALL keeps, or leaves alone", async () => {
    const own = "capabilities: {drop: [NET_RAW]}";
    const text = pod({ a: "runAsNonRoot: true" }).replace("capabilities: {drop: [ALL]}", own);
    const carrying = (...names: readonly string[]) =>
      knowing({ a: { ...image("1000"), fileCapabilities: { "/app": names } } });
    const kept = await judged(text, carrying("NET_BIND_SERVICE"));
    expect(kept.fixed).toContain("capabilities: {drop: [NET_RAW, ALL], add: [NET_BIND_SERVICE]}");
    expect(kept.broken).toEqual([]);
    expect((await judged(text, carrying())).fixed).toContain("capabilities: {drop: [NET_RAW, ALL]}");
    const left = await judged(text, carrying("IPC_LOCK"));
    expect(left.fixed).toContain(own);
    expect(left.fixes.join()).toContain("needs IPC_LOCK, for the file capabilities of /app");
  });

  const dropsRaw = "capabilities: {drop: [NET_ADMIN]}";
  /** A pod that drops what is not enough, with more fields in its container. */
  const starting = (fields: string) =>
    pod({ a: "runAsNonRoot: true" })
      .replace("capabilities: {drop: [ALL]}", dropsRaw)
      .replace("image: a,", `image: a, ${fields}`);

  it.each<[string, string, Partial<ImageConfig>, boolean]>([
    ["the image's entrypoint", "", { entrypoint: ["/server"] }, true],
    ["its entrypoint by name", "", { entrypoint: ["server"] }, true],
    ["its cmd", "", { cmd: ["/server", "--port", "80"] }, true],
    [
      "its cmd, behind an entrypoint that starts it",
      "",
      { entrypoint: ["/usr/bin/tini", "--"], cmd: ["/server"] },
      true,
    ],
    ["the manifest's command", "command: [/server],", { entrypoint: ["/other"] }, true],
    [
      "the manifest's command, which replaces both",
      "command: [/other],",
      { entrypoint: ["/server"], cmd: ["/server"] },
      false,
    ],
    [
      "the manifest's args, which replace the cmd",
      "args: [--verbose],",
      { entrypoint: ["/other"], cmd: ["/server"] },
      false,
    ],
    ["a script of a shell", "command: [sh, -c, 'set -e; exec /server --port 80'],", {}, true],
    ["another program of that name elsewhere", "command: [/opt/server],", {}, false],
    ["what nobody knows: every program counts", "", {}, true],
  ])("of them only what the container starts needs its capabilities: by %s", async (_, fields, config, isNeeded) => {
    const programs = { "/server": ["NET_BIND_SERVICE"] };
    const { fixed, fixes, broken } = await judged(
      starting(fields),
      knowing({ a: { ...image("1000"), ...config, fileCapabilities: programs } }),
    );
    expect(fixed).toContain(`capabilities: {drop: [NET_ADMIN, ALL]${isNeeded ? ", add: [NET_BIND_SERVICE]" : ""}}`);
    const title = isNeeded ? " but NET_BIND_SERVICE, for the file capabilities of /server" : "";
    expect(fixes).toContain(`drop-all-capabilities: review: Drop ALL capabilities${title}`);
    expect(broken).toEqual([]);
  });

  it("the risk names the programs that could not be executed any more, and no others", async () => {
    const risk = async (config: Partial<ImageConfig>) => {
      const source = { file: "p.yaml", text: starting("") };
      const { findings } = await review([source], null, knowing({ a: { ...image("1000"), ...config } }));
      return findings.find(({ rule }) => rule.id === "drop-all-capabilities")?.fix?.risk;
    };
    const asRoot = "fails if the process changes file owners or users, or opens raw sockets, as root";
    const entrypoint = ["/server"];
    expect(await risk({ entrypoint })).toBe(`${asRoot}, or if its program carries other file capabilities`);
    expect(await risk({ entrypoint, fileCapabilities: {} })).toBe(asRoot);
    const programs = { "/bin/ping": ["NET_RAW"], "/server": ["NET_BIND_SERVICE"], "/usr/bin/ping": ["NET_RAW"] };
    expect(await risk({ entrypoint, fileCapabilities: programs })).toBe(
      `${asRoot}, or if it starts /usr/bin/ping, which carries NET_RAW`,
    );
  });

  it("what the level forbids to add back is not dropped: there is no fix, and the finding says why", async () => {
    const fileCapabilities = { "/server": ["NET_RAW"] };
    const { fixed, fixes } = await judged(starting(""), knowing({ a: { ...image("1000"), fileCapabilities } }));
    expect(fixed).toContain(dropsRaw);
    expect(fixes.join()).toMatch(
      /drop-all-capabilities: the container needs NET_RAW, for the file capabilities of \/server, and the restricted level does not let it add it back/,
    );
  });

  it("fails-to-start is fixed by the user that is given, in the container that needs it", async () => {
    const policy = { ...knowing({ a: image(""), b: image("1000") }), fix: { runAsUser: 101 } };
    const { fixed, broken, messages } = await judged(pod({ a: "", b: "runAsUser: 7" }, "runAsNonRoot: true"), policy);
    expect(messages[0]).toContain(
      "and the image names no user, which means root: set runAsUser to another user, or choose an image that names one.",
    );
    expect(fixed).toContain("runAsUser: 101");
    expect(broken).toEqual([]);
  });

  it.each(["", "0", "nginx", "2147483648"])(
    "a misspelt runAsNonRoot is not corrected where it would stop the image of user %j",
    async (user) => {
      const text = pod({ a: "" }, "runAsNonroot: true");
      const { fixes, broken } = await judged(text, knowing({ a: image(user) }));
      expect(fixes.find((each) => each.startsWith("ignored-field"))).toMatch(
        /^ignored-field: the image('s user| runs as root)/,
      );
      expect((await judged(text, knowing({ a: image("7") }))).fixes).toContain(
        "ignored-field: review: Correct runAsNonroot to runAsNonRoot",
      );
      expect(broken).toEqual([]);
    },
  );

  it("nothing where the image could not be read: all is judged as without images", async () => {
    const text = pod({ a: "" });
    const [blind, unread] = [await judged(text, defaultPolicy), await judged(text, knowing({ a: { error: "gone" } }))];
    expect(unread).toEqual(blind);
  });
});

describe("the laws of fixing", () => {
  const user = fc.constantFrom("", "0", "root", "1000", "1000:0", "nginx", "2147483648", "-1");
  const config = fc.record({
    user,
    volumes: fc.constantFrom([], ["/data"]),
    ports: fc.constantFrom([], ["80/tcp"], ["8080/tcp"]),
  });
  const answer: fc.Arbitrary<ImageAnswer> = fc.oneof({ weight: 4, arbitrary: config }, fc.constant({ error: "gone" }));

  const numRuns = cases(25);

  it("hold for random pods whose images say anything", async () => {
    const images = fc.record({ "nginx:1.27": answer, "registry.example.com/app@sha256:00": answer, busybox: answer });
    await fc.assert(
      fc.asyncProperty(randomManifest(), images, async (text, known) => {
        const source = { file: "m.yaml", text, named: true };
        expect(await brokenLaws(source, knowing(known))).toEqual([]);
        const isSafe = ({ fix: offered }: Finding) => offered?.safety === "safe";
        expect(await brokenLaws(source, knowing(known), isSafe)).toEqual([]);
        // A safe fix can't stop a container that works today.
        const stopped = async (each: string) => {
          const { findings } = await review([{ ...source, text: each }], null, knowing(known));
          return findings.filter(({ rule }) => rule.id === "fails-to-start").length;
        };
        const fixed = await fix(source, knowing(known), isSafe);
        expect(await stopped(fixed.text)).toBeLessThanOrEqual(await stopped(text));
      }),
      { numRuns },
    );
  });
});
