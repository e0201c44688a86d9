import { saysObject } from "../pod/index.ts";
import type { Source, Unread } from "../yaml/index.ts";

/** What can be seen of a file that can't be read, and why it can't. */
export type Glimpse = Pick<Source, "text"> & { readonly unread: Unread };

/** What has no text, and may be anything. */
export function seeNothing(reason: string, what: Unread["what"] = "closed"): Glimpse {
  return { text: "", unread: { line: 1, reason, what } };
}

/** Decodes the bytes of a file that is to be judged. */
export function decodeText(bytes: Uint8Array): string | Glimpse {
  const text = decodeUtf8(bytes);
  if (text === undefined) return glimpse(bytes);
  return text.startsWith(pointerStart) ? { text, unread: pointer } : text;
}

/** Whether `decodeText` would return this same text. It was decoded with U+FFFD in place of anything that is not UTF-8. */
export function isOrdinary(text: string): boolean {
  return !text.includes("\ufffd") && !text.includes("\0") && !text.startsWith(pointerStart);
}

/** Decodes UTF-8, keeping a byte order mark; `undefined` for bytes that are not text. A manifest with a zero in it is one that Kubernetes refuses. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return text.includes("\0") && !saysObject(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const pointerStart = "version https://git-lfs.github.com/spec/";
const pointer: Unread = {
  line: 1,
  reason: "it is a Git LFS pointer, not the manifest. Keep manifests out of LFS, or leave it out",
  what: "pointer",
};

/** For a link to a file that is judged itself. */
export const linkWithin: Unread = {
  line: 1,
  reason: "it is a link, and its target is judged under its own name",
  what: "link",
};

const replaced = "and what was a manifest here, or a folder with some, is not judged any more";

/** For what stands where a manifest was, or a folder with some. */
export const replacedBy: Readonly<Record<"link" | "submodule", Unread>> = {
  link: { line: 1, reason: `it is a link now, ${replaced}. Put the manifests in its place`, what: "link" },
  submodule: { line: 1, reason: `it is a submodule now, ${replaced}. Review its own repository`, what: "submodule" },
};

/** The first manifest at a path or below it. */
export function findBelow(path: string, sources: readonly Source[]): Source | undefined {
  return sources.find(({ file, text }) => (file === path || file.startsWith(`${path}/`)) && saysObject(text));
}

function glimpse(bytes: Uint8Array): Glimpse {
  // Whatever the encoding is, the words of a manifest are the same bytes in it; UTF-16 has zeros between them.
  const text = Buffer.from(bytes.filter((byte) => byte !== 0))
    .toString("latin1")
    .replace(/^(\xff\xfe|\xfe\xff)/, "");
  return { text, unread: findDefect(bytes) };
}

function findDefect(bytes: Uint8Array): Unread {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { line: 1, reason: "it is UTF-16 text. Save it as UTF-8", what: "encoding" };
  if (bytes.includes(0))
    return { line: 1, reason: "it is a binary file, not a manifest. Rename it, or leave it out", what: "binary" };
  const [valid = ""] = Buffer.from(bytes).toString("utf8").split("\ufffd", 1);
  const reason = "it is not UTF-8 text from this line on. Save it as UTF-8, or leave it out";
  return { line: valid.split("\n").length, reason, what: "encoding" };
}

/** Adds to texts what they were before a change, by the names that their files had then. */
export function addTextsBefore(
  sources: readonly Source[],
  base: readonly Source[],
  nameBefore: (file: string) => string = (file) => file,
): Source[] {
  const texts = new Map(base.map(({ file, text }) => [file, text]));
  return sources.map((source) => {
    const before = texts.get(nameBefore(source.file));
    return before === undefined ? source : { ...source, before };
  });
}
