import { groupBy } from "../review/groups.ts";
import type { Conclusion } from "../review/result.ts";
import type { CollectedReview, ReviewedManifest, ReviewStream } from "../review/stream.ts";

/** A part of a report: text, or bytes (UTF-8) that are written as they are. */
export type Piece = string | Uint8Array;

/** Yields what a report says of each manifest as the review comes to it; returns what can only be said at the end. */
export async function* writeByManifest(
  { manifests }: ReviewStream,
  write: (manifest: ReviewedManifest) => string | Promise<string>,
): AsyncGenerator<string, Conclusion> {
  for (;;) {
    const { done, value } = await manifests.next();
    if (done) return value;
    yield await write(value);
  }
}

/** A finished review, with or without the texts that its fixes make of what was rendered. */
type Replayed = Pick<CollectedReview, "result" | "sources"> & Partial<Pick<CollectedReview, "fixed">>;

/** Makes a finished review one that goes on, so that another report can be written from it. */
export function replay({ result, sources, fixed }: Replayed): ReviewStream {
  return { policy: result.policy, manifests: manifests() };

  // biome-ignore lint/suspicious/useAwait: everything is there already, so there is nothing to wait for
  async function* manifests(): AsyncGenerator<ReviewedManifest, Conclusion> {
    const findings = groupBy(result.findings, ({ location }) => location.file);
    const workloads = groupBy(result.workloads, ({ file }) => file);
    const namespaces = groupBy(result.beside.namespaces, ({ document }) => document.file);
    const fragments = groupBy(result.beside.fragments, ({ document }) => document.file);
    for (const source of sources) {
      const { file } = source;
      const ofFile = { findings: findings.get(file) ?? [], workloads: workloads.get(file) ?? [] };
      const beside = { namespaces: namespaces.get(file) ?? [], fragments: fragments.get(file) ?? [] };
      const text = fixed?.get(file);
      yield { source, ...ofFile, beside, ...(text !== undefined && { fixed: text }) };
      findings.delete(file);
    }
    return { ...result, findings: [...findings.values()].flat() };
  }
}
