import type { ImageAnswer, Images, WantedImage } from "../pod/index.ts";
import { isLoopback } from "./registry/addresses.ts";
import { diskCache } from "./registry/cache.ts";
import { dockerLogins, type FindLogin, type Helpers } from "./registry/credentials.ts";
import { Failure } from "./registry/failure.ts";
import { type Contents, type Image, openImage } from "./registry/image.ts";
import { parseReference } from "./registry/reference.ts";
import { openRegistry, type Registry } from "./registry/registry.ts";

export interface ReadOptions {
  readonly helpers: Helpers;
  /** Registries that may be spoken to without encryption, besides those on this machine: `host` or `host:port`. */
  readonly insecure: readonly string[];
  /** Called with each secret of a login before it is sent to its registry: the Action has the runner mask it. */
  readonly onSecret?: (secret: string) => void;
  /** Told after each image. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Requests under way at once: as many as a registry bears from one client. */
const atOnce = 8;

/**
 * Reads images' configurations from their registries, each image once, whatever it is called. What can't be read is an answer too: the reason. The
 * answers stand in the order of the questions.
 */
export async function readImages(wanted: readonly WantedImage[], options: ReadOptions): Promise<Images> {
  const read = reader(options);
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

/** Asks for one image; what registries, logins and images have said once is not asked for again. */
function reader({
  helpers,
  insecure,
  onSecret,
}: ReadOptions): (image: string, platform: string) => Promise<ImageAnswer> {
  const cache = diskCache();
  const registries = new Map<string, Registry>();
  const repositories = new Map<string, Contents>();
  const images = new Map<string, Image>();
  let logins: FindLogin | undefined;
  return async (name, platform) => {
    const reference = parseReference(name);
    if ("error" in reference) return { error: `the name is no image's: ${reference.error}` };
    logins ??= dockerLogins(helpers, onSecret);
    const { registry: host, repository, tag, digest } = reference;
    const isLenient = isLoopback(new URL(`https://${host}`).hostname) || insecure.includes(host);
    const registry = registries.get(host) ?? openRegistry(host, isLenient ? "if offered" : "required", logins);
    registries.set(host, registry);
    const place = `${host}/${repository}`;
    const contents: Contents = repositories.get(place) ?? new Map();
    repositories.set(place, contents);
    const image = images.get(`${place}@${digest ?? tag}`) ?? openImage(registry, cache, contents, reference);
    images.set(`${place}@${digest ?? tag}`, image);
    return await image(platform).catch(reasonOf);
  };
}

function reasonOf(error: unknown): { error: string } {
  if (error instanceof Failure) return { error: error.message };
  throw error;
}
