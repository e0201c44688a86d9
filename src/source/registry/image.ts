import { createHash } from "node:crypto";
import type { ImageConfig } from "../../pod/index.ts";
import { type Cache, isOf } from "./cache.ts";
import { Failure } from "./failure.ts";
import type { Followed } from "./follow.ts";
import { imageConfigIn, isObject } from "./image-config.ts";
import { isDigest, type Reference } from "./reference.ts";
import type { Registry } from "./registry.ts";

/** Bytes of a manifest or a configuration: the registries' own limit. */
const limit = 4 * 2 ** 20;

const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const configTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];

/** What a repository holds by digest, as far as it was asked for in this run: its images share much. */
export type Contents = Map<string, Promise<Buffer>>;

/** An image that can be asked for its configuration on a platform. Throws a Failure. */
export type Image = (platform: string) => Promise<ImageConfig>;

/**
 * An image in its registry (OCI image-spec). Its tag is asked for the digest, once; then only digests are asked for, each content is verified, and none
 * is asked for that the cache has.
 */
export function openImage(registry: Registry, cache: Cache, contents: Contents, reference: Reference): Image {
  let digest: Promise<string> | undefined;
  const content = (kind: "manifests" | "blobs", wanted: string): Promise<Buffer> => {
    const known = contents.get(wanted) ?? contentOf(registry, cache, reference, kind, wanted);
    contents.set(wanted, known);
    return known;
  };
  return async (platform) => {
    digest ??= reference.digest ? Promise.resolve(reference.digest) : digestOf(registry, cache, reference);
    const { manifest, digest: own } = await manifestFor(await digest, platform, (each) => content("manifests", each));
    const config = descriptor(manifest.config);
    if (!configTypes.includes(config.mediaType))
      throw new Failure(`it is no container image, but holds ${config.mediaType || "something unknown"}`);
    const fields = objectIn(await content("blobs", config.digest), "configuration");
    const [os] = platform.split("/");
    if (typeof fields.os === "string" && fields.os !== os)
      throw new Failure(`it is made for ${fields.os}, and the pod runs on ${os}`);
    return { digest: own, ...imageConfigIn(fields) };
  };
}

type Json = Readonly<Record<string, unknown>>;

async function manifestFor(
  digest: string,
  platform: string,
  content: (digest: string) => Promise<Buffer>,
): Promise<{ manifest: Json; digest: string }> {
  let current = digest;
  // An index may hold indexes; more than one within another is nobody's need.
  for (let depth = 0; depth < 3; depth++) {
    const manifest = objectIn(await content(current), "manifest");
    if (manifest.schemaVersion === 1) throw new Failure("its manifest is of the old schema 1, which is not read");
    const isIndex = Array.isArray(manifest.manifests);
    // Two readers could take it for two images (CVE-2021-41190).
    if (isIndex === isObject(manifest.config)) throw new Failure("its manifest is neither an image's nor an index");
    if (!isIndex) return { manifest, digest: current };
    current = choice(manifest.manifests as unknown[], platform);
  }
  throw new Failure("its index leads to indexes without end");
}

/** The manifest of an index that a node of the platform takes; of several variants the newest. */
function choice(entries: readonly unknown[], wanted: string): string {
  const found = entries.filter(isObject).flatMap((entry) => {
    const { os = "", architecture = "", variant = "" } = isObject(entry.platform) ? entry.platform : {};
    const { digest } = descriptor(entry);
    return os === "unknown" ? [] : [{ platform: `${os}/${architecture}`, variant: String(variant), digest }];
  });
  const fitting = found.filter(({ platform }) => platform === wanted);
  const [best] = fitting.toSorted((a, b) => (a.variant < b.variant ? 1 : a.variant > b.variant ? -1 : 0));
  if (best) return best.digest;
  const others = [...new Set(found.map(({ platform }) => platform))].sort().slice(0, 10);
  throw new Failure(`it is not made for ${wanted}, but for ${others.join(", ") || "no platform at all"}`);
}

function descriptor(value: unknown): { readonly mediaType: string; readonly digest: string } {
  const { mediaType, digest, size } = isObject(value) ? value : {};
  if (typeof digest !== "string" || !isDigest(digest)) throw new Failure("its manifest names content by no digest");
  if (typeof size === "number" && size > limit) throw tooLarge(size);
  return { mediaType: typeof mediaType === "string" ? mediaType : "", digest };
}

function tooLarge(size: number): Failure {
  return new Failure(
    `a part of it has ${size.toLocaleString("en")} bytes, where ${limit.toLocaleString("en")} are enough`,
  );
}

/** What a tag stands for now. `HEAD` is answered without counting as a pull; what does not know it is asked for the manifest. */
async function digestOf(registry: Registry, cache: Cache, { repository, tag }: Reference): Promise<string> {
  const question = { repository, path: `manifests/${tag}`, accept: manifestTypes, limit };
  const head = await registry({ ...question, method: "HEAD" });
  const said = head.headers["docker-content-digest"];
  if (head.status === 200 && typeof said === "string" && isDigest(said)) return said;
  if (head.status !== 200 && head.status !== 405) throw refusal(head, `${repository}:${tag}`);
  const answer = await registry({ ...question, method: "GET" });
  if (answer.status !== 200) throw refusal(answer, `${repository}:${tag}`);
  objectIn(answer.body, "manifest");
  const digest = `sha256:${createHash("sha256").update(answer.body).digest("hex")}`;
  cache.put(digest, answer.body);
  return digest;
}

async function contentOf(
  registry: Registry,
  cache: Cache,
  { repository }: Reference,
  kind: "manifests" | "blobs",
  digest: string,
): Promise<Buffer> {
  const known = cache.get(digest);
  if (known) return known;
  const accept = kind === "manifests" ? manifestTypes : ["*/*"];
  const answer = await registry({ method: "GET", repository, path: `${kind}/${digest}`, accept, limit });
  if (answer.status !== 200) throw refusal(answer, `${repository}@${digest}`);
  if (!isOf(digest, answer.body)) throw new Failure(`${answer.url.host} answers with other content than ${digest}`);
  cache.put(digest, answer.body);
  return answer.body;
}

function refusal({ status, url }: Followed, name: string): Failure {
  const reasons: Readonly<Record<number, string>> = {
    401: `${url.host} wants a login for ${name} (401), and does not say which`,
    403: `${url.host} does not let us read ${name} (403)`,
    404: `${url.host} has no ${name} (404)`,
    429: `${url.host} has too much to do (429)`,
  };
  return new Failure(reasons[status] ?? `${url.host} answers ${status} for ${name}`, { isOfHost: status === 429 });
}

function objectIn(content: Buffer, what: string): Json {
  try {
    const value: unknown = JSON.parse(content.toString("utf8"));
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw new Failure(`its ${what} is no JSON object`);
}
