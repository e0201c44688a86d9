import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { folder } from "./cli/folder.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../schema/images.schema.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext: {runAsNonRoot: true}
  containers: [{name: app, image: "${image}"}]
`;

function checked(image: string, file: unknown) {
  const home = folder({
    "pod.yaml": pod(image),
    "images.json": typeof file === "string" ? file : JSON.stringify(file),
  });
  return home.secctx(["check", "--format", "json", "--images-from", "images.json", "pod.yaml"]);
}

const of = (images: unknown) => ({ schema: "secctx/images/v1", images });

describe("a file of what images say", () => {
  it.each<[string, string, object, number | null]>([
    ["by the name that the manifest has", "nginx", { nginx: { "linux/amd64": { user: "7" } } }, 7],
    [
      "by another name of the same image",
      "nginx",
      { "docker.io/library/nginx:latest": { "linux/amd64": { user: "7" } } },
      7,
    ],
    [
      "by the manifest's own name before any other",
      "nginx",
      {
        "nginx:latest": { "linux/amd64": { user: "8" } },
        nginx: { "linux/amd64": { user: "7", volumes: [], ports: [] } },
      },
      7,
    ],
    ["by a name that is none", "Not An Image", { "Not An Image": { "linux/amd64": { user: "7" } } }, 7],
    [
      "with what stands there for other tools to see",
      "a",
      { a: { "linux/amd64": { user: "", digest: "sha256:0" } } },
      0,
    ],
  ])("answers %s", (_, image, images, uid) => {
    expect(isValid(of(images)), JSON.stringify(isValid.errors)).toBe(true);
    const { stdout, stderr } = checked(image, of(images));
    expect(stderr).toBe("");
    const { workloads, problems } = JSON.parse(stdout);
    expect(problems).toEqual([]);
    expect(workloads[0].containers[0].derived.uid).toBe(uid);
  });

  it.each<[string, object, string]>([
    ["an image that it does not name", { b: { "linux/amd64": { user: "7" } } }, "images.json has no entry for it"],
    [
      "a platform that it does not name",
      { a: { "linux/arm64": { user: "7" } } },
      "images.json has no entry for it on linux/amd64",
    ],
    ["an image that could not be read then", { a: { "linux/amd64": { error: "gone" } } }, "gone"],
  ])("says what it does not know: %s", (_, images, reason) => {
    expect(isValid(of(images))).toBe(true);
    const { workloads, problems } = JSON.parse(checked("a", of(images)).stdout);
    expect(problems).toEqual([
      {
        severity: "note",
        file: "pod.yaml",
        line: 6,
        message: `Container "app": could not read the image: ${reason}. The container is judged without it.`,
      },
    ]);
    expect(workloads[0].containers[0].derived.uid).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ["no JSON", "{", "it is not a JSON object"],
    ["a list", [], "it is not a JSON object"],
    ["no schema", { images: {} }, 'its schema must be "secctx/images/v1"'],
    ["another schema", { schema: "secctx/v1", images: {} }, 'its schema must be "secctx/images/v1"'],
    ["no images", { schema: "secctx/images/v1" }, "images must be an object"],
    ["no platform", of({ a: { user: "7" } }), 'images["a"]["user"]: the platform is not an os/architecture'],
    ["a text for an image", of({ a: "7" }), 'images["a"] must be an object by platform, such as linux/amd64'],
    ["a text for an answer", of({ a: { "linux/amd64": "7" } }), 'images["a"]["linux/amd64"] must be an object'],
    [
      "no user",
      of({ a: { "linux/amd64": {} } }),
      'images["a"]["linux/amd64"].user must be a string; empty where the image names no user',
    ],
    [
      "a number",
      of({ a: { "linux/amd64": { user: 7 } } }),
      'images["a"]["linux/amd64"].user must be a string; empty where the image names no user',
    ],
    [
      "an unknown field",
      of({ a: { "linux/amd64": { User: "7" } } }),
      'images["a"]["linux/amd64"] has no field "User". Fields: digest, user, volumes, ports, entrypoint, cmd, fileCapabilities, layersError; or error',
    ],
    [
      "volumes that are none",
      of({ a: { "linux/amd64": { user: "", volumes: {} } } }),
      'images["a"]["linux/amd64"].volumes must be a list of paths',
    ],
    [
      "ports that are none",
      of({ a: { "linux/amd64": { user: "", ports: [80] } } }),
      'images["a"]["linux/amd64"].ports must be a list such as 80/tcp',
    ],
  ])("is refused with what is wrong: %s", (_, file, reason) => {
    expect(typeof file === "string" || !isValid(file)).toBe(true);
    const stderr = `secctx: --images-from "images.json": ${reason}. \`secctx images\` writes such a file.\n`;
    expect(checked("a", file)).toEqual({ status: 2, stdout: "", stderr });
  });

  it("is refused where it is not there", () => {
    const { status, stderr } = folder({ "pod.yaml": pod("a") }).secctx(["--images-from", "none.json"]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'secctx: --images-from "none.json": there is no such file or folder. `secctx images` writes such a file.\n',
    );
  });
});

describe("the configuration and what images say", () => {
  const answers = JSON.stringify(of({ a: { "linux/amd64": { user: "" } } }));
  const refused = "container has runAsNonRoot and image will run as root";

  it("a file has the word where the configuration would have the registries asked", () => {
    const home = folder({ "pod.yaml": pod("a"), "images.json": answers, ".secctx.yaml": "images: true\n" });
    expect(home.secctx(["--images-from", "images.json", "pod.yaml"]).stdout).toContain(refused);
    const rows = (...options: string[]) =>
      home
        .secctx(["--show-config", ...options])
        .stdout.split("\n")
        .filter((line) => line.startsWith("images: "))
        .map((line) => line.replace(/ +/g, " "));
    expect(rows()).toEqual(["images: true # .secctx.yaml:1"]);
    expect(rows("--images-from", "images.json")).toEqual(["images: images.json # --images-from"]);
    expect(rows("--no-config", "--images")).toEqual(["images: true # --images"]);
  });

  it("knows the images of the user's own kinds", () => {
    const home = folder({
      "shop.yaml": `apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: s}\nspec:\n  run: {securityContext: {runAsNonRoot: true}, containers: [{name: app, image: a}]}\n`,
      "images.json": answers,
      ".secctx.yaml": "workloads:\n  - {apiVersion: example.com/v1, kind: Shop, podSpec: spec.run}\n",
    });
    expect(home.secctx(["--images-from", "images.json"]).stdout).toContain(refused);
  });

  it("a baseline accepts what the images say", () => {
    const home = folder({ "pod.yaml": pod("a"), "images.json": answers });
    const check = () => home.secctx(["--images-from", "images.json", "pod.yaml"]);
    expect(home.secctx(["baseline"]).status).toBe(0);
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining(refused) });
    expect(home.secctx(["baseline", "--images-from", "images.json"]).status).toBe(0);
    expect(check()).toMatchObject({ status: 0 });
  });
});

describe("what an image says is shown, not obeyed", () => {
  it.each(["text", "json"])("control characters in %s", (format) => {
    const home = folder({
      "pod.yaml": pod("a"),
      "images.json": JSON.stringify(of({ a: { "linux/amd64": { user: "x\u001b[31m\u202ey" } } })),
    });
    const { stdout } = home.secctx(["check", "--format", format, "--images-from", "images.json", "pod.yaml"]);
    expect(stdout).toContain("non-numeric user");
    const table = home.secctx(["effective", "--images-from", "images.json"]).stdout;
    for (const character of ["\u001b", "\u202e"]) expect(stdout + table).not.toContain(character);
  });
});
