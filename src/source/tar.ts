/** Says what of an archive is malformed, as a sentence without its end. */
export class ArchiveError extends Error {}

/** A file in an archive. */
export interface TarEntry {
  /** As it is written, without the slashes around it. */
  readonly path: string;
  readonly type: "file" | "hard link" | "symbolic link" | "directory" | "other";
  /** What a link leads to, as it is written. */
  readonly target: string;
  /** The bytes of its extended attribute `security.capability`. */
  readonly capability: Buffer | undefined;
  /** Takes its content, of any length, before the next entry comes. What nobody takes is passed over. */
  readonly take: () => Promise<Buffer>;
}

/** Bytes of a header and of its own blocks. */
const blockSize = 512;
/** The most bytes of an extended header, and of a long name: a path has at most 4,096. */
const longestHeader = 2 ** 20;

const types: Readonly<Record<string, TarEntry["type"]>> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  "1": "hard link",
  "2": "symbolic link",
  "5": "directory",
};

/**
 * Reads an archive as it comes: ustar with the extended headers of POSIX.1-2001 and GNU's long names, which is what builders of images write. Our own
 * reader, because the published ones take the values of extended headers for UTF-8, in which the bytes of a capability are lost. Throws an ArchiveError.
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = openBytes(chunks);
  let shared = new Map<string, Buffer>();
  let own = new Map<string, Buffer>();
  for (;;) {
    const header = await bytes.take(blockSize);
    // Two blocks of zeros end an archive; some writers leave them out.
    if (!header || header.every((byte) => byte === 0)) return;
    verifyChecksum(header);
    const type = String.fromCharCode(header[156] ?? 0);
    const size = Number(own.get("size")?.toString() ?? readNumber(header.subarray(124, 136)));
    if (!Number.isSafeInteger(size) || size < 0) throw malformed("a size");
    const readExtension = async () => {
      if (size > longestHeader) throw malformed("the length of a header");
      const content = (await bytes.take(size)) ?? Buffer.alloc(0);
      await bytes.skip(padding(size));
      return content;
    };
    if (type === "x") own = new Map([...own, ...parseRecords(await readExtension())]);
    else if (type === "g") shared = new Map([...shared, ...parseRecords(await readExtension())]);
    else if (type === "L") own.set("path", cutAtZero(await readExtension()));
    else if (type === "K") own.set("linkpath", cutAtZero(await readExtension()));
    else {
      const said = (key: string) => own.get(key) ?? shared.get(key);
      const path = (said("path") ?? nameIn(header)).toString("utf8");
      const isFolder = type === "0" && path.endsWith("/");
      // A link has no content, whatever size it names.
      let left = type === "1" || type === "2" || type === "5" ? 0 : size;
      const after = padding(left);
      yield {
        path: path.replace(/^[./]*\/|\/+$/g, ""),
        type: isFolder ? "directory" : (types[type] ?? "other"),
        target: (said("linkpath") ?? cutAtZero(header.subarray(157, 257))).toString("utf8"),
        capability: own.get("SCHILY.xattr.security.capability"),
        async take() {
          const content = (await bytes.take(left)) ?? Buffer.alloc(0);
          if (content.length < left) throw malformed("its end");
          left = 0;
          return content;
        },
      };
      own = new Map();
      await bytes.skip(left + after);
    }
  }
}

function malformed(what: string): ArchiveError {
  return new ArchiveError(`${what} is malformed`);
}

/** The sum of all bytes, with the sum itself taken for spaces. */
function verifyChecksum(header: Buffer): void {
  let sum = 8 * 32;
  for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte;
  if (sum !== readNumber(header.subarray(148, 156))) throw malformed("a checksum");
}

/** A number in octal digits; in GNU's form, for large ones, in bytes behind a first with its highest bit set. */
function readNumber(field: Buffer): number {
  const [first = 0, ...others] = field;
  if (first >= 0x80) return others.reduce((sum, byte) => sum * 256 + byte, first & 0x3f);
  const digits = cutAtZero(field).toString("latin1").trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}

function nameIn(header: Buffer): Buffer {
  const name = cutAtZero(header.subarray(0, 100));
  const isPosix = header.toString("latin1", 257, 263) === "ustar\0";
  const prefix = isPosix ? cutAtZero(header.subarray(345, 500)) : Buffer.alloc(0);
  return prefix.length > 0 ? Buffer.concat([prefix, Buffer.from("/"), name]) : name;
}

function cutAtZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function padding(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}

/** The records of an extended header, each `LENGTH KEY=VALUE\n`. A value is bytes: it may hold zeros and line breaks. */
function parseRecords(content: Buffer): Map<string, Buffer> {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < content.length; ) {
    const [word = "", digits = ""] = /^(\d{1,7}) /.exec(content.toString("latin1", at, at + 8)) ?? [];
    const end = at + Number(digits);
    const equals = content.indexOf("=", at + word.length);
    if (word === "" || end > content.length || equals === -1 || equals >= end || content[end - 1] !== 0x0a)
      throw malformed("an extended header");
    records.set(content.toString("utf8", at + word.length, equals), content.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

interface Bytes {
  /** The next bytes; `undefined` if there are none at all. */
  readonly take: (length: number) => Promise<Buffer | undefined>;
  readonly skip: (length: number) => Promise<void>;
}

function openBytes(chunks: AsyncIterable<Uint8Array>): Bytes {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  /** Whether there are more bytes. */
  const fill = async () => {
    while (rest.length === 0) {
      const { done, value } = await iterator.next();
      if (done) return false;
      rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    return true;
  };
  return {
    async take(length) {
      const parts: Buffer[] = [];
      let missing = length;
      while (missing > 0) {
        if (!(await fill())) {
          if (parts.length === 0) return undefined;
          throw malformed("its end");
        }
        parts.push(rest.subarray(0, missing));
        missing -= parts.at(-1)?.length ?? 0;
        rest = rest.subarray(parts.at(-1)?.length ?? 0);
      }
      return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    },
    async skip(length) {
      let missing = length;
      while (missing > 0) {
        if (!(await fill())) throw malformed("its end");
        const step = Math.min(missing, rest.length);
        rest = rest.subarray(step);
        missing -= step;
      }
    },
  };
}
