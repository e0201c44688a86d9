import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ImageAnswer, ImageConfig } from "../src/pod/index.ts";
import { readImages } from "../src/source/images.ts";
import { readTar } from "../src/source/tar.ts";
import { folder } from "./cli/folder.ts";
import { cases } from "./random.ts";
import { type ArchiveEntry, archive, block, capability } from "./registry/archive.ts";
import { type FakeRegistry, fakeRegistry, type Received, type Reply } from "./registry/fake-registry.ts";

const binding = capability(10);
const capable = (path: string, bytes = binding): ArchiveEntry => ({ path, content: "elf", capability: bytes });
const digestOf = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** A registry with one image of some layers. */
function serve(
  layers: readonly Buffer[],
  config: object = { Entrypoint: ["/server"], Cmd: ["--port", "80"] },
  answer: (request: Received) => Reply | undefined = () => undefined,
): Promise<FakeRegistry> {
  const described = Buffer.from(JSON.stringify({ os: "linux", architecture: "amd64", config }));
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      config: {
        mediaType: "application/vnd.oci.image.config.v1+json",
        digest: digestOf(described),
        size: described.length,
      },
      layers: layers.map((bytes) => ({ mediaType: "x", digest: digestOf(bytes), size: bytes.length })),
    }),
  );
  const contents = new Map([described, manifest, ...layers].map((bytes) => [digestOf(bytes), bytes]));
  return fakeRegistry((request) => {
    const own = answer(request);
    if (own) return own;
    const wanted = request.url.split("/").at(-1) ?? "";
    const bytes = wanted.includes(":") ? contents.get(wanted) : manifest;
    if (!bytes) return { status: 404 };
    const headers = { "docker-content-digest": digestOf(bytes), "content-length": String(bytes.length) };
    return (response) => response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : bytes);
  });
}

async function read({ host }: FakeRegistry): Promise<ImageAnswer | undefined> {
  const cache = mkdtempSync(join(tmpdir(), "secctx-layers-"));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
  vi.stubEnv("XDG_CACHE_HOME", cache);
  onTestFinished(() => void vi.unstubAllEnvs());
  const image = `${host}/app:1`;
  const options = { helpers: "never", insecure: [], depth: "layers" } as const;
  const images = await readImages([{ image, platform: "linux/amd64" }], options);
  return images.get(image)?.["linux/amd64"];
}

async function capabilitiesIn(...layers: readonly Buffer[]): Promise<ImageConfig["fileCapabilities"]> {
  const answer = await read(await serve(layers));
  if (!answer || "error" in answer) throw new Error(answer?.error);
  expect(answer.layersError).toBeUndefined();
  return answer.fileCapabilities;
}

async function errorOf(...layers: readonly Buffer[]): Promise<string | undefined> {
  const answer = await read(await serve(layers));
  if (!answer || "error" in answer) throw new Error(answer?.error);
  expect(answer.fileCapabilities).toBeUndefined();
  return answer.layersError;
}

const bound = ["NET_BIND_SERVICE"];

describe("the capabilities that programs carry are read from the layers of their image", () => {
  it.each<[string, Buffer, readonly string[] | undefined]>([
    ["revision 1", capability(10, { revision: 1 }), bound],
    ["revision 2", capability(10), bound],
    ["revision 3 of the node's root", capability(10, { revision: 3 }), bound],
    [
      "revision 3 of another root, which counts only in its user namespace",
      capability(10, { revision: 3, root: 1000 }),
      undefined,
    ],
    ["one of the upper half", capability(39), ["BPF"]],
    ["bytes that are not UTF-8", capability(7), ["SETUID"]],
    ["no effective bit: the program starts without it", capability(10, { isEffective: false }), undefined],
  ])("%s", async (_, bytes, names) => {
    expect(await capabilitiesIn(archive(capable("usr/bin/server", bytes)))).toEqual(
      names ? { "/usr/bin/server": names } : {},
    );
  });

  it.each<[string, readonly Buffer[], readonly string[]]>([
    ["a file of a lower layer", [archive(capable("a")), archive({ path: "b" })], ["/a"]],
    ["a file that is replaced, by one without any", [archive(capable("a")), archive({ path: "a" })], []],
    [
      "a file that a layer takes away",
      [archive(capable("d/a"), capable("d/b")), archive({ path: "d/.wh.a" })],
      ["/d/b"],
    ],
    ["a folder that a layer takes away", [archive(capable("d/e/a")), archive({ path: ".wh.d" })], []],
    [
      "a whiteout beside a new file of that name",
      [archive(capable("a")), archive(capable("a"), { path: ".wh.a" })],
      ["/a"],
    ],
    [
      "an opaque folder, whatever its own layer has put there first",
      [archive(capable("d/a"), capable("e/a")), archive(capable("d/b"), { path: "d/.wh..wh..opq" })],
      ["/d/b", "/e/a"],
    ],
    ["a folder that a file replaces", [archive(capable("d/a")), archive({ path: "d" })], []],
    ["a folder that comes once more", [archive(capable("d/a")), archive({ path: "d/", type: "directory" })], ["/d/a"]],
    ["a hard link", [archive(capable("a"), { path: "b", type: "hard link", target: "a" })], ["/a", "/b"]],
    [
      "a hard link whose target is replaced",
      [archive(capable("a"), { path: "b", type: "hard link", target: "a" }), archive({ path: "a" })],
      ["/b"],
    ],
    [
      "a hard link that tells for both",
      [archive({ path: "a" }, { path: "b", type: "hard link", target: "a", capability: binding })],
      ["/a", "/b"],
    ],
    [
      "a symbolic link",
      [archive(capable("usr/bin/a"), { path: "a", type: "symbolic link", target: "usr/bin/a" })],
      ["/a", "/usr/bin/a"],
    ],
    [
      "a link of a folder, and what is written through it",
      [
        archive({ path: "bin", type: "symbolic link", target: "usr/bin" }, capable("usr/bin/a")),
        archive(capable("bin/b"), { path: "bin/.wh.a" }),
      ],
      ["/bin/b", "/usr/bin/b"],
    ],
    [
      "links in a circle",
      [archive({ path: "x", type: "symbolic link", target: "x" }, capable("x/a"), capable("b"))],
      ["/b", "/x/a"],
    ],
    [
      "a link out of the root",
      [archive({ path: "x", type: "symbolic link", target: "../../usr" }, capable("x/a"))],
      ["/usr/a", "/x/a"],
    ],
    ["names with dots and slashes", [archive(capable("./usr//bin/../bin/a"))], ["/usr/bin/a"]],
    [
      "a name in an extended header",
      [archive({ ...capable("short"), records: { path: `long/${"x".repeat(300)}` } })],
      [`/long/${"x".repeat(300)}`],
    ],
    [
      "a long name in GNU's form",
      [
        Buffer.concat([
          block("././@LongLink", "L", "", Buffer.from(`long/${"y".repeat(200)}\0`)),
          archive(capable("short")),
        ]),
      ],
      [`/long/${"y".repeat(200)}`],
    ],
  ])("%s", async (_, layers, paths) => {
    expect(await capabilitiesIn(...layers)).toEqual(Object.fromEntries(paths.map((path) => [path, bound])));
  });

  const plain = archive(capable("a"), { path: "b", content: "x".repeat(100_000) });
  it.each<[string, Buffer]>([
    ["gzip", zlib.gzipSync(plain)],
    [
      "gzip in several parts",
      Buffer.concat([zlib.gzipSync(plain.subarray(0, 700)), zlib.gzipSync(plain.subarray(700))]),
    ],
    // Node.js 22.15 and later.
    ...(zlib.zstdCompressSync ? [["zstd", zlib.zstdCompressSync(plain)] as [string, Buffer]] : []),
    ["nothing", plain],
    ["nothing, and it is empty", Buffer.alloc(0)],
  ])("packed with %s", async (_, bytes) => {
    expect(await capabilitiesIn(bytes)).toEqual(bytes.length > 0 ? { "/a": bound } : {});
  });

  it("says how the image starts beside it", async () => {
    expect(await read(await serve([plain]))).toMatchObject({ entrypoint: ["/server"], cmd: ["--port", "80"] });
    expect(await read(await serve([plain], { Entrypoint: null }))).not.toHaveProperty("entrypoint");
    expect(await read(await serve([], { Cmd: "sh" }))).toEqual({ error: "the cmd in its configuration is malformed" });
  });

  it("whatever the parts in which an archive comes", async () => {
    const bytes = archive(capable("a"), { path: "b", content: "x".repeat(1000) }, capable("c", capability(21)));
    const entriesOf = async (cuts: readonly number[]) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const entries: object[] = [];
      // biome-ignore lint/suspicious/useAwait: the parts are there already
      const parts = async function* () {
        for (const [index, start] of places.slice(0, -1).entries()) yield bytes.subarray(start, places[index + 1]);
      };
      for await (const { take, ...entry } of readTar(parts()))
        entries.push({ ...entry, content: entry.path === "b" && (await take()).toString() });
      return entries;
    };
    const whole = await entriesOf([]);
    expect(whole).toMatchObject([{ path: "a" }, { path: "b", content: "x".repeat(1000) }, { path: "c" }]);
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cuts, async (each) => {
        expect(await entriesOf(each)).toEqual(whole);
      }),
      { numRuns: cases(50) },
    );
  });
});

describe("layers that can't be read are a reason, and never a guess", () => {
  it.each<[string, Buffer, RegExp]>([
    ["a checksum that is wrong", Buffer.from(archive(capable("a")).fill(1, 3, 5)), /checksum is malformed/],
    [
      "one that is cut",
      archive(capable("a"), { path: "b", content: "x".repeat(5000) }).subarray(0, 3000),
      /its end is malformed/,
    ],
    ["one that is cut while it is packed", zlib.gzipSync(archive(capable("a"))).subarray(0, 60), /can't be unpacked/],
    ["no archive", Buffer.from("<html>".repeat(1000)), /not a tar archive that can be read/],
    [
      "capabilities of a revision to come",
      archive(capable("a", Buffer.from([0, 0, 0, 4, 1, 2, 3, 4]))),
      /unknown form/,
    ],
    [
      "an extended header without an end",
      Buffer.concat([block("x", "x", "", Buffer.from("99 path=a\n")), archive({ path: "a" })]),
      /extended header is malformed/,
    ],
    ["folders without end", archive({ ...capable("a"), records: { path: "a/".repeat(3000) } }), /deeper folders/],
  ])("%s", async (_, bytes, reason) => {
    expect(await errorOf(bytes)).toMatch(reason);
  });

  it("other bytes than the digest's, and a size that is too large", async () => {
    const layer = archive(capable("a"));
    const other = archive(capable("b"));
    const forged = await serve([layer], {}, ({ url }) =>
      url.endsWith(digestOf(layer)) ? (response) => response.writeHead(200).end(other) : undefined,
    );
    expect(await read(forged)).toMatchObject({ layersError: expect.stringMatching(/other content than sha256:/) });
    const longer = await serve([layer], {}, ({ url }) =>
      url.endsWith(digestOf(layer))
        ? (response) => response.writeHead(200).end(Buffer.concat([layer, layer]))
        : undefined,
    );
    expect(await read(longer)).toMatchObject({
      layersError: expect.stringMatching(/answers with more than 3,072 bytes/),
    });
    const missing = await serve([layer], {}, ({ url }) =>
      url.endsWith(digestOf(layer)) ? { status: 404 } : undefined,
    );
    expect(await read(missing)).toMatchObject({ layersError: expect.stringMatching(/answers 404 for the layer/) });
  });
});

const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: app
    image: ${JSON.stringify(image)}
`;

describe("the command line", () => {
  const layers = [archive(capable("server")), archive({ path: "readme" })].map((bytes) => zlib.gzipSync(bytes));

  it("downloads layers only where that is asked for, each once, and keeps what it found", async () => {
    const registry = await serve(layers);
    const home = folder({ "pod.yaml": pod(`${registry.host}/app:1`) });
    const asked = async (...args: string[]) => {
      registry.requests.length = 0;
      const { stdout, status } = await home.start(["images", ...args]);
      expect(status).toBe(0);
      const [answer] = Object.values<Record<string, ImageConfig>>(JSON.parse(stdout).images);
      const downloads = registry.requests.filter(({ url }) => layers.some((layer) => url.endsWith(digestOf(layer))));
      return { found: answer?.["linux/amd64"]?.fileCapabilities, downloads: downloads.length };
    };
    expect(await asked()).toEqual({ found: undefined, downloads: 0 });
    expect(await asked("--images")).toEqual({ found: undefined, downloads: 0 });
    expect(await asked("--images=layers")).toEqual({ found: { "/server": bound }, downloads: 2 });
    expect(await asked("--images=layers")).toEqual({ found: { "/server": bound }, downloads: 0 });
    home.write(".secctx.yaml", "images: layers\n");
    expect(await asked()).toEqual({ found: { "/server": bound }, downloads: 0 });
  });

  it("says which layers could not be read, and judges the container by what is known", async () => {
    const registry = await serve([Buffer.from("<html>".repeat(1000))], { User: "1000" });
    const home = folder({ "pod.yaml": pod(`${registry.host}/app:1`) });
    const { stdout } = await home.start(["--images=layers", "--format", "json"]);
    const { problems, workloads } = JSON.parse(stdout);
    expect(workloads[0].containers[0].derived.uid).toBe(1000);
    expect(problems).toEqual([
      expect.objectContaining({
        severity: "note",
        line: 7,
        message: expect.stringMatching(
          /^Container "app": could not read the layers of the image: a layer is not a tar archive.*\. What its programs carry in their files is not known\.$/,
        ),
      }),
    ]);
    expect((await home.start(["images", "--images=layers"])).status).toBe(2);
  });

  it("refuses other words, with those that it takes", () => {
    const home = folder({ "pod.yaml": pod("app") });
    expect(home.secctx(["--images=layer"])).toMatchObject({
      status: 2,
      stderr: 'secctx: --images "layer": use one of true, false, layers.\n',
    });
    home.write(".secctx.yaml", "images: layer\n");
    expect(home.secctx([])).toMatchObject({
      status: 2,
      stderr: 'secctx: .secctx.yaml:1: images is "layer": did you mean layers? Else use one of true, false, layers.\n',
    });
  });
});
