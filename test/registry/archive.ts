/** A file of an archive, as a test writes it. */
export interface ArchiveEntry {
  readonly path: string;
  readonly type?: "file" | "hard link" | "symbolic link" | "directory";
  readonly target?: string;
  readonly content?: string;
  /** The bytes of `security.capability`. */
  readonly capability?: Buffer;
  /** More records of an extended header. */
  readonly records?: Readonly<Record<string, string>>;
}

const flags = { file: "0", "hard link": "1", "symbolic link": "2", directory: "5" } as const;

/** Builds an archive in the form that builders of images write: ustar with extended headers (POSIX.1-2001, pax). */
export function archive(...entries: readonly ArchiveEntry[]): Buffer {
  return Buffer.concat([...entries.map(entryOf), Buffer.alloc(1024)]);
}

function entryOf({ path, type = "file", target = "", content = "", capability, records = {} }: ArchiveEntry): Buffer {
  const extended = [
    ...Object.entries(records).map(([key, value]) => record(key, Buffer.from(value))),
    ...(capability ? [record("SCHILY.xattr.security.capability", capability)] : []),
  ];
  const header = extended.length > 0 ? [block("PaxHeaders.0/x", "x", "", Buffer.concat(extended))] : [];
  return Buffer.concat([...header, block(path, flags[type], target, Buffer.from(content))]);
}

/** `LENGTH KEY=VALUE\n`, the length with its own digits. */
function record(key: string, value: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from("\n")]);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length++;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

/** A header with its content, for types that this file does not name too. */
export function block(path: string, flag: string, target: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0, 100);
  header.write("0000755\0", 100);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write(" ".repeat(8), 148);
  header.write(flag, 156);
  header.write(target, 157, 100);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** `security.capability` (include/uapi/linux/capability.h) with one permitted capability, by its number. */
export function capability(
  number: number,
  { revision = 2, isEffective = true, root = 0 }: { revision?: number; isEffective?: boolean; root?: number } = {},
): Buffer {
  const words = [((revision << 24) | Number(isEffective)) >>> 0, 0, 0, ...(revision > 1 ? [0, 0] : [])];
  words[number < 32 ? 1 : 3] = (1 << (number % 32)) >>> 0;
  if (revision === 3) words.push(root);
  const bytes = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, index * 4);
  return bytes;
}
