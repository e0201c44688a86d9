/** Compresses text to base64 of raw deflate, for a page or a link that carries its own data. */
export async function compress(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Restores what `compress` made. Rejects if the data is damaged, or if the text is longer than `limit` characters. */
export async function decompress(base64: string, limit = Number.POSITIVE_INFINITY): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true });
    if (text.length > limit) throw new Error(`The text is longer than ${limit} characters.`);
  }
  return text + decoder.decode();
}
