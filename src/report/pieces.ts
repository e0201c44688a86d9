import type { Conclusion, Result } from "../review/result.ts";
import type { ReviewedManifest, ReviewStream } from "../review/stream.ts";
import type { Source } from "../yaml/index.ts";
import { byFile } from "./by-file.ts";

/** A part of a report: text, or text as UTF-8. */
export type Piece = string | Uint8Array;

/** A piece as text. */
export function textOf(piece: Piece): string {
  return typeof piece === "string" ? piece : new TextDecoder().decode(piece);
}

/** What is written of each manifest as the review comes to it; gives back what is said at the end. */
export async function* piecewise(
  { manifests }: ReviewStream,
  pieceOf: (manifest: ReviewedManifest) => Piece | Promise<Piece>,
): AsyncGenerator<Piece, Conclusion> {
  for (;;) {
    const { done, value } = await manifests.next();
    if (done) return value;
    yield await pieceOf(value);
  }
}

/** A review that is there as a whole, once more from its start. */
export function replayed(result: Result, sources: readonly Source[]): ReviewStream {
  return { policy: result.policy, manifests: parts() };

  // biome-ignore lint/suspicious/useAwait: what is there already has nothing to wait for
  async function* parts(): AsyncGenerator<ReviewedManifest, Conclusion> {
    const findings = byFile(result.findings, ({ location }) => location.file);
    const workloads = byFile(result.workloads, ({ pod }) => pod.document.file);
    for (const source of sources) {
      const { file } = source;
      yield { source, findings: findings.get(file) ?? [], workloads: workloads.get(file) ?? [] };
      findings.delete(file);
    }
    return { ...result, findings: [...findings.values()].flat() };
  }
}
