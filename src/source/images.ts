import { type ImageAnswer, type Images, parseReference, type WantedImage } from "../pod/index.ts";
import { selectsPath } from "../pod/patterns.ts";
import { isLoopback } from "./registry/addresses.ts";
import { openDiskCache, openDiskFiles } from "./registry/cache.ts";
import { type CredentialHelpers, type FindLogin, openDockerLogins } from "./registry/credentials.ts";
import { RegistryError } from "./registry/errors.ts";
import { type Contents, openImage, type ReadConfig } from "./registry/image.ts";
import { openLayers } from "./registry/layers/image-layers.ts";
import { type Access, openRegistry, type Registry } from "./registry/registry.ts";
import type { Reach } from "./registry/requests.ts";

/** How much of an image is read: its configuration, or its layers too. */
export type ImageDepth = "configuration" | "layers";

export interface ReadImagesOptions {
  readonly helpers: CredentialHelpers;
  /** Registries that may be asked without encryption, besides those on this machine: `host` or `host:port`. */
  readonly insecure: readonly string[];
  /** The registries at private addresses that may be asked, by patterns of `host` or `host:port`; all of them if it is left out. */
  readonly private?: readonly string[] | undefined;
  /** Whether the images' layers are read too, for what their programs carry in their files. */
  readonly depth: ImageDepth;
  /** Called with each secret of a login before it is sent to its registry: the Action has the runner mask it. */
  readonly onSecret?: (secret: string) => void;
  /** Called after each image. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Requests at the same time: as many as a registry takes from one client. */
const atOnce = 8;

/**
 * Reads the configurations of images from their registries. Whatever its names are, each image is read once. The answer for one that can't be read is the
 * reason. The answers are in the order of `wanted`.
 */
export async function readImages(wanted: readonly WantedImage[], options: ReadImagesOptions): Promise<Images> {
  const read = openImages(options);
  const answers: ImageAnswer[] = [];
  const queue = [...wanted.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { image, platform }] = next;
      answers[index] = await read(image, platform);
      options.onProgress?.(wanted.length - queue.length, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const images = new Map<string, Record<string, ImageAnswer>>();
  for (const [index, { image, platform }] of wanted.entries()) {
    const answer = answers[index];
    if (answer) images.set(image, { ...images.get(image), [platform]: answer });
  }
  return images;
}

/** Returns what reads one image. Registries, logins and images are opened once. */
function openImages({
  helpers,
  insecure,
  private: named,
  depth,
  onSecret,
}: ReadImagesOptions): (image: string, platform: string) => Promise<ImageAnswer> {
  const cache = openDiskCache();
  const readLayers = depth === "layers" ? openLayers(openDiskFiles("layers")) : undefined;
  const reach: Reach = named
    ? // No host has a longer name.
      { isNamed: (host) => host.length < 300 && selectsPath(named, host) }
    : "anywhere";
  let findLogin: FindLogin | undefined;
  const registries = new Map<string, Registry>();
  const repositories = new Map<string, Contents>();
  const images = new Map<string, ReadConfig>();
  return async (name, platform) => {
    const reference = parseReference(name);
    if ("error" in reference) return { error: `the name is not an image's: ${reference.error}` };
    findLogin ??= openDockerLogins(helpers, onSecret);
    const { registry: host, repository, tag, digest } = reference;
    const isLenient = isLoopback(new URL(`https://${host}`).hostname) || insecure.includes(host);
    const access: Access = { encryption: isLenient ? "if offered" : "required", reach };
    const registry = registries.get(host) ?? openRegistry(host, access, findLogin);
    registries.set(host, registry);
    const place = `${host}/${repository}`;
    const contents: Contents = repositories.get(place) ?? new Map();
    repositories.set(place, contents);
    const readConfig =
      images.get(`${place}@${digest ?? tag}`) ?? openImage(registry, cache, { contents, readLayers }, reference);
    images.set(`${place}@${digest ?? tag}`, readConfig);
    return await readConfig(platform).catch(toAnswer);
  };
}

function toAnswer(error: unknown): { readonly error: string } {
  if (error instanceof RegistryError) return { error: error.message };
  throw error;
}
