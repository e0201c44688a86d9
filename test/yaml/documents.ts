import { type Document, type Manifest, type Range, read, withFullReader } from "../../src/yaml/index.ts";

// Whoever reads once within `withFullReader` a document that is not in the plain style has both readers.
await withFullReader(() => read({ file: "manifest.yaml", text: "a: &anchor 1\n" }));

/** A file's text, read. */
export function manifestOf(text: string): Manifest {
  return read({ file: "manifest.yaml", text });
}

/** One document of a text that has no problems. */
export function documentOf(text: string, index = 0): Document {
  const { documents, problems } = manifestOf(text);
  const document = documents.find((each) => each.index === index);
  if (!document || problems.length > 0)
    throw new Error(`unreadable: ${problems.map(({ message }) => message).join()}\n${text}`);
  return document;
}

export function textAt({ text }: Document, { start, end }: Range): string {
  return text.slice(start, end);
}
