import { createHash } from "node:crypto";
import { Readable, type Transform } from "node:stream";
import zlib from "node:zlib";
import { codeOf } from "../../errors.ts";
import { ArchiveError, readTar } from "../../tar.ts";
import type { Cache } from "../cache.ts";
import { RegistryError } from "../errors.ts";
import type { Registry } from "../registry.ts";
import { readFileCapabilities } from "./file-capabilities.ts";
import {
  applyEntry,
  emptyFileSystem,
  type FileSystem,
  listCapableFiles,
  parseFileSystem,
  stringifyFileSystem,
} from "./file-system.ts";

/** A layer as a manifest names it. */
export interface Layer {
  readonly digest: string;
  /** Compressed bytes. */
  readonly size: number;
}

/** Reads the capabilities that the programs in layers carry in their files, by path. Throws a RegistryError. */
export type ReadLayers = (
  registry: Registry,
  repository: string,
  layers: readonly Layer[],
) => Promise<Readonly<Record<string, readonly string[]>>>;

/** The most bytes of the layers of one image, as they are sent, and as an archive of one of them is once it is unpacked. */
const mostBytes = 2 ** 31;
const mostUnpacked = 2 ** 33;
/** The most milliseconds for one layer, and for those of all images of a run. */
const layerPatience = 120_000;
const runPatience = 600_000;

/**
 * Opens what reads layers. What a row of layers leaves is kept in the cache by the digests of the row, so that images on one base read it once. A layer is
 * read as it comes, and is not kept.
 */
export function openLayers(cache: Cache): ReadLayers {
  const systems = new Map<string, Promise<string>>();
  const end = Date.now() + runPatience;

  const readRow = (registry: Registry, repository: string, layers: readonly Layer[]): Promise<string> => {
    const key = digestOf(`${form} ${layers.map(({ digest }) => digest).join(" ")}`);
    const known = systems.get(key) ?? findRow(registry, repository, layers, key);
    systems.set(key, known);
    return known;
  };

  const findRow = async (registry: Registry, repository: string, layers: readonly Layer[], key: string) => {
    const last = layers.at(-1);
    if (!last) return stringifyFileSystem(emptyFileSystem());
    const kept = cache.get(key)?.toString("utf8");
    if (kept !== undefined && isFileSystem(kept)) return kept;
    const below = await readRow(registry, repository, layers.slice(0, -1));
    const timeLimit = Math.min(layerPatience, end - Date.now());
    if (timeLimit <= 0)
      throw new RegistryError(`the layers of all images take more than ${runPatience / 60_000} minutes`);
    const system = stringifyFileSystem(await fetchLayer(registry, repository, last, { below, timeLimit }));
    cache.put(key, Buffer.from(system));
    return system;
  };

  return async (registry, repository, layers) => {
    const bytes = layers.reduce((sum, { size }) => sum + size, 0);
    if (bytes > mostBytes)
      throw new RegistryError(`they have ${formatGigabytes(bytes)}, where ${formatGigabytes(mostBytes)} are read`);
    return listCapableFiles(parseFileSystem(await readRow(registry, repository, layers)));
  };
}

/** Changes whenever the same layers would be read in another way. */
const form = "secctx/layers/v1";

async function fetchLayer(
  registry: Registry,
  repository: string,
  { digest, size }: Layer,
  { below, timeLimit }: { readonly below: string; readonly timeLimit: number },
): Promise<FileSystem> {
  let system = emptyFileSystem();
  const { status, url } = await registry({
    method: "GET",
    repository,
    path: `blobs/${digest}`,
    accept: ["*/*"],
    limit: size,
    timeLimit,
    sink: async (body) => {
      system = parseFileSystem(below);
      const [algorithm = ""] = digest.split(":");
      const hash = createHash(algorithm);
      await applyLayer(system, hashing(body, hash));
      if (`${algorithm}:${hash.digest("hex")}` !== digest)
        throw new RegistryError(`the registry answers with other content than ${digest}`);
    },
  });
  if (status !== 200) throw new RegistryError(`${url.host} answers ${status} for the layer ${digest}`);
  return system;
}

async function* hashing(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

async function applyLayer(system: FileSystem, packed: AsyncGenerator<Uint8Array>): Promise<void> {
  const unpacked = unpack(packed);
  try {
    for await (const entry of readTar(unpacked)) {
      const { capability } = entry;
      // What comes is of a layer above all that is there.
      applyEntry(system, entry, capability ? readFileCapabilities(capability) : [], 1);
    }
    // The digest is of all bytes, those behind the archive too.
    for await (const _ of unpacked);
    for await (const _ of packed);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new RegistryError(`a layer is not a tar archive that can be read: ${error.message}`);
  } finally {
    await unpacked.return(undefined);
  }
}

/** Unpacks a layer by its first bytes: gzip, zstd or neither. */
async function* unpack(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  while (head.length < 4) {
    const { done, value } = await packed.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const all = async function* () {
    yield head;
    yield* packed;
  };
  const unpacker = createUnpacker(head);
  if (!unpacker) return yield* all();
  const source = Readable.from(all());
  source.once("error", (error) => unpacker.destroy(error));
  let length = 0;
  try {
    for await (const chunk of source.pipe(unpacker)) {
      length += chunk.length;
      if (length > mostUnpacked)
        throw new RegistryError(`one of them has more than ${formatGigabytes(mostUnpacked)} once it is unpacked`);
      yield chunk;
    }
  } catch (error) {
    throw /^(Z|ZSTD)_/.test(codeOf(error)) ? new RegistryError("one of them can't be unpacked") : error;
  } finally {
    source.destroy();
  }
}

function createUnpacker(head: Buffer): Transform | undefined {
  if (head.subarray(0, 2).equals(gzipMark)) return zlib.createGunzip();
  if (!head.subarray(0, 4).equals(zstdMark)) return undefined;
  if (!zlib.createZstdDecompress)
    throw new RegistryError("one of them is packed with zstd, which Node.js 22.15 and later unpack");
  return zlib.createZstdDecompress();
}

const gzipMark = Buffer.from([0x1f, 0x8b]);
const zstdMark = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

function isFileSystem(text: string): boolean {
  try {
    parseFileSystem(text);
    return true;
  } catch {
    return false;
  }
}

function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

function formatGigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
