/** The most text that a link may unfold to: a link is made by strangers. */
const mostText = 2_000_000;

/** A text as a link's fragment: it never leaves the machine, since browsers send no fragments. */
export async function toFragment(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return `#m=${btoa(parts.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The text in a fragment; `undefined` where there is none. Rejects where it can't be unpacked. */
export async function fromFragment(fragment: string): Promise<string | undefined> {
  const packed = /^#m=(.+)$/s.exec(fragment)?.[1];
  return packed === undefined ? undefined : await unpacked(packed.replaceAll("-", "+").replaceAll("_", "/"), mostText);
}

/** Base64 of raw deflate, as text. */
export async function unpacked(base64: string, limit = Number.POSITIVE_INFINITY): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true });
    if (text.length > limit) throw new Error("too long");
  }
  return text + decoder.decode();
}
