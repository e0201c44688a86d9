import { createHash } from "node:crypto";
import { type ImageConfig, isDigest, type Reference } from "../../pod/index.ts";
import { type Fields, isFields } from "../../yaml/index.ts";
import { parseObject } from "../json-object.ts";
import { type Cache, hasDigest } from "./cache.ts";
import { RegistryError } from "./errors.ts";
import type { Layer, ReadLayers } from "./layers/image-layers.ts";
import type { Registry } from "./registry.ts";
import type { RegistryResponse } from "./requests.ts";

/** The most bytes of a manifest or a configuration: the registries' own limit. */
const limit = 4 * 2 ** 20;

const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const configTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];

/** The contents of a repository by digest that this run has asked for: its images share many of them. */
export type Contents = Map<string, Promise<Buffer>>;

/** What the images of a run share. */
export interface Sharing {
  /** Those of the image's repository. */
  readonly contents: Contents;
  /** `undefined` if nobody wants to know what is in the layers. */
  readonly readLayers: ReadLayers | undefined;
}

/** Reads the configuration of one image on a platform. Throws a RegistryError. */
export type ReadConfig = (platform: string) => Promise<ImageConfig>;

/**
 * Opens an image in its registry (OCI image-spec). The digest of its tag is asked for once. Everything else is asked for by digest, where the cache does
 * not have it, and is verified.
 */
export function openImage(
  registry: Registry,
  cache: Cache,
  { contents, readLayers }: Sharing,
  reference: Reference,
): ReadConfig {
  let digest: Promise<string> | undefined;
  const read = (kind: "manifests" | "blobs", wanted: string): Promise<Buffer> => {
    const content = contents.get(wanted) ?? fetchContent(registry, cache, reference, kind, wanted);
    contents.set(wanted, content);
    return content;
  };
  return async (platform) => {
    digest ??= reference.digest ? Promise.resolve(reference.digest) : fetchDigest(registry, cache, reference);
    const found = await findManifest(await digest, platform, (each) => read("manifests", each));
    const descriptor = readDescriptor(found.manifest.config);
    if (!configTypes.includes(descriptor.mediaType))
      throw new RegistryError(`it is not a container image, but holds ${descriptor.mediaType || "something unknown"}`);
    const config = readObject(await read("blobs", descriptor.digest), "configuration");
    const [os] = platform.split("/");
    if (typeof config.os === "string" && config.os !== os)
      throw new RegistryError(`it is made for ${config.os}, and the pod runs on ${os}`);
    const { repository } = reference;
    // Windows has no capabilities.
    const layers =
      readLayers && os !== "windows"
        ? await lookIntoLayers(readLayers(registry, repository, readLayerList(found.manifest)))
        : {};
    return { digest: found.digest, ...readConfig(config), ...layers };
  };
}

async function lookIntoLayers(
  capabilities: ReturnType<ReadLayers>,
): Promise<Pick<ImageConfig, "fileCapabilities" | "layersError">> {
  try {
    return { fileCapabilities: await capabilities };
  } catch (error) {
    if (error instanceof RegistryError) return { layersError: error.message };
    throw error;
  }
}

function readLayerList({ layers }: Fields): Layer[] {
  if (!Array.isArray(layers)) throw new RegistryError("its manifest does not list its layers");
  return layers.map((layer: unknown) => {
    const { digest, size } = isFields(layer) ? layer : {};
    if (typeof digest === "string" && isDigest(digest) && typeof size === "number" && size >= 0)
      return { digest, size };
    throw new RegistryError("its manifest does not name its layers by digest and size");
  });
}

/** Finds the manifest of a platform, through the indexes that lead to it. */
async function findManifest(
  digest: string,
  platform: string,
  read: (digest: string) => Promise<Buffer>,
): Promise<{ readonly manifest: Fields; readonly digest: string }> {
  let current = digest;
  // An index may hold indexes; nobody needs more than one within another.
  for (let depth = 0; depth < 3; depth++) {
    const manifest = readObject(await read(current), "manifest");
    const { schemaVersion, manifests, config } = manifest;
    if (schemaVersion === 1) throw new RegistryError("its manifest is of the old schema 1, which is not read");
    // Two readers could take one with both for two images (CVE-2021-41190).
    if (Array.isArray(manifests) === isFields(config))
      throw new RegistryError("its manifest is neither an image's nor an index");
    if (!Array.isArray(manifests)) return { manifest, digest: current };
    current = chooseManifest(manifests, platform);
  }
  throw new RegistryError("its index leads to indexes without end");
}

/** The digest of the manifest that a node of the platform takes from an index; of several variants the newest. */
function chooseManifest(entries: readonly unknown[], wanted: string): string {
  const found = entries.filter(isFields).flatMap((entry) => {
    const { os = "", architecture = "", variant = "" } = isFields(entry.platform) ? entry.platform : {};
    const { digest } = readDescriptor(entry);
    return os === "unknown" ? [] : [{ platform: `${os}/${architecture}`, variant: String(variant), digest }];
  });
  const fitting = found.filter(({ platform }) => platform === wanted);
  const [best] = fitting.toSorted((a, b) => (a.variant < b.variant ? 1 : a.variant > b.variant ? -1 : 0));
  if (best) return best.digest;
  const others = [...new Set(found.map(({ platform }) => platform))].sort().slice(0, 10);
  throw new RegistryError(`it is not made for ${wanted}, but for ${others.join(", ") || "no platform at all"}`);
}

function readDescriptor(value: unknown): { readonly mediaType: string; readonly digest: string } {
  const { mediaType, digest, size } = isFields(value) ? value : {};
  if (typeof digest !== "string" || !isDigest(digest))
    throw new RegistryError("its manifest does not name content by a digest");
  if (typeof size === "number" && size > limit)
    throw new RegistryError(
      `a part of it has ${size.toLocaleString("en")} bytes, where ${limit.toLocaleString("en")} are enough`,
    );
  return { mediaType: typeof mediaType === "string" ? mediaType : "", digest };
}

/** What a configuration says of user, volumes, ports and command (https://github.com/opencontainers/image-spec/blob/main/config.md). Sets are objects with empty values. */
function readConfig({ config }: Fields): ImageConfig {
  if (config !== undefined && config !== null && !isFields(config))
    throw new RegistryError("its configuration is malformed");
  const { User: user = "", Volumes: volumes, ExposedPorts: ports, Entrypoint: entrypoint, Cmd: cmd } = config ?? {};
  if (typeof user !== "string" || user.length > longest)
    throw new RegistryError("the user in its configuration is malformed");
  return {
    user,
    volumes: readSet(volumes, "volumes"),
    ports: readSet(ports, "ports"),
    ...readWords("entrypoint", entrypoint),
    ...readWords("cmd", cmd),
  };
}

/** A command's words; nothing where there are none. Some are whole scripts. */
function readWords(key: "entrypoint" | "cmd", value: unknown): Partial<Record<typeof key, readonly string[]>> {
  if (value === undefined || value === null) return {};
  if (!Array.isArray(value) || !value.every((word) => typeof word === "string"))
    throw new RegistryError(`the ${key} in its configuration is malformed`);
  return value.length > 0 ? { [key]: value } : {};
}

/** More than any real user has characters, and any real image has volumes or ports. */
const longest = 256;

function readSet(value: unknown, what: string): string[] {
  if (value === undefined || value === null) return [];
  const keys = isFields(value) ? Object.keys(value).sort() : undefined;
  if (keys && keys.length <= longest && keys.every((key) => key.length <= longest * 4)) return keys;
  throw new RegistryError(`the ${what} in its configuration are malformed`);
}

/** Asks what a tag stands for now. `HEAD` does not count as a pull; a registry that does not support it is asked for the manifest. */
async function fetchDigest(registry: Registry, cache: Cache, { repository, tag }: Reference): Promise<string> {
  const wanted = { repository, path: `manifests/${tag}`, accept: manifestTypes, limit };
  const head = await registry({ ...wanted, method: "HEAD" });
  const named = head.headers["docker-content-digest"];
  if (head.status === 200 && typeof named === "string" && isDigest(named)) return named;
  if (head.status !== 200 && head.status !== 405) throw refused(head, `${repository}:${tag}`);
  const response = await registry({ ...wanted, method: "GET" });
  if (response.status !== 200) throw refused(response, `${repository}:${tag}`);
  readObject(response.body, "manifest");
  const digest = `sha256:${createHash("sha256").update(response.body).digest("hex")}`;
  cache.put(digest, response.body);
  return digest;
}

async function fetchContent(
  registry: Registry,
  cache: Cache,
  { repository }: Reference,
  kind: "manifests" | "blobs",
  digest: string,
): Promise<Buffer> {
  const cached = cache.get(digest);
  if (cached) return cached;
  const accept = kind === "manifests" ? manifestTypes : ["*/*"];
  const response = await registry({ method: "GET", repository, path: `${kind}/${digest}`, accept, limit });
  if (response.status !== 200) throw refused(response, `${repository}@${digest}`);
  if (!hasDigest(response.body, digest))
    throw new RegistryError(`${response.url.host} answers with other content than ${digest}`);
  cache.put(digest, response.body);
  return response.body;
}

function refused({ status, url }: RegistryResponse, name: string): RegistryError {
  const reasons: Readonly<Record<number, string>> = {
    401: `${url.host} wants a login for ${name} (401), and does not say which`,
    403: `${url.host} does not let us read ${name} (403)`,
    404: `${url.host} has no ${name} (404)`,
    429: `${url.host} has too much to do (429)`,
  };
  return new RegistryError(reasons[status] ?? `${url.host} answers ${status} for ${name}`, {
    isOfHost: status === 429,
  });
}

function readObject(content: Buffer, what: string): Fields {
  const object = parseObject(content.toString("utf8"));
  if (!object) throw new RegistryError(`its ${what} is not a JSON object`);
  return object;
}
