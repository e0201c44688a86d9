import { findDeployers, findObjects, isDeployer } from "../pod/index.ts";
import { type Problem, read, type Source, sourcePlaceOf, startsWith } from "../yaml/index.ts";

/** One note on the objects that deploy charts and overlays which are not rendered here. Call it within `withFullReader`. */
export function noteDeployers(sources: readonly Source[]): Problem[] {
  const found = sources.flatMap((source) => (source.rendering ? findRendered(source) : findWritten(source)));
  const [first] = found;
  if (!first) return [];
  const { file, line, kind } = first;
  // Several renderings of a chart may bring the same one along.
  const count = new Set(found.map((each) => `${each.file}:${each.line}`)).size;
  const what = kind === "HelmRelease" ? "chart" : "chart or overlay";
  const message =
    count === 1
      ? `The ${what} that this ${kind} deploys is not evaluated, only what the object itself says: render it with these values, and review the result.`
      : `${count} objects of Argo CD or Flux deploy charts or overlays. These are not evaluated, only what the objects themselves say: render them with their values, and review the result. The first is here.`;
  return [{ severity: "note", file, line, message }];
}

interface FoundDeployer {
  readonly kind: string;
  readonly file: string;
  readonly line: number;
}

function findWritten(source: Source): FoundDeployer[] {
  const { file, text, evaluated = [] } = source;
  const isOpen = (offset: number) => !evaluated.some(({ range }) => offset >= range.start && offset < range.end);
  return findDeployers(source)
    .filter(({ offset }) => isOpen(offset))
    .map(({ kind, offset }) => ({ file, kind, line: text.slice(0, offset).split("\n").length }));
}

/** What a chart or an overlay brings along: it stands in a file of that. */
function findRendered(source: Source): FoundDeployer[] {
  if (findDeployers(source).length === 0) return [];
  return read(source).documents.flatMap((document) =>
    findObjects(document.value)
      .filter((object) => isDeployer(object) && !document.evaluated?.some((path) => startsWith(object.path, path)))
      .map(({ kind, path }) => {
        const { file, start } = sourcePlaceOf(document, path).location;
        return { kind, file, line: start.line };
      }),
  );
}
