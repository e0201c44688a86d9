import { modes } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { readManifest } from "../review/documents.ts";
import type { Finding } from "../review/finding.ts";
import { fix, tryFix, workOf } from "../review/fix.ts";
import type { Result } from "../review/result.ts";
import { type Source, withFullReader } from "../yaml/index.ts";
import { byFile } from "./by-file.ts";
import type { LineChange } from "./diff.ts";

/** All fixes of a file as a unified diff; empty where there is none. */
export async function patchOf(source: Source, policy: Policy): Promise<string> {
  const { unifiedDiff } = await import("./diff.ts");
  return unifiedDiff(source.file, source.text, (await fix(source, policy)).text);
}

/** The most fixes that are tried for one report: GitHub keeps as many results of a run. */
const mostFixes = 5000;

/** The findings whose fixes are tried, each of which costs a review of its document: the most serious, as many as the limit of their file is enough for. */
export function triedAmong({ findings, policy }: Result, sources: readonly Source[]): Set<Finding> {
  const offered = findings.filter((finding) => finding.fix && !finding.ignored).toSorted(bySeriousness);
  const files = byFile(findings, ({ location }) => location.file);
  const lengths = new Map(sources.map(({ file, text }) => [file, text.length]));
  const left = new Map<string, number>();
  const tried = offered.filter((finding) => {
    const { file } = finding.location;
    const work = workOf(lengths.get(file) ?? 0, files.get(file)?.length ?? 0, [finding]);
    const rest = (left.get(file) ?? policy.limits.fixCharacters) - work;
    left.set(file, rest);
    return rest >= 0;
  });
  return new Set(tried.slice(0, mostFixes));
}

/** Each finding's own fix as changes of whole lines, proven as all fixes are; one that is refused is left out. */
export async function fixesOf(
  result: Result,
  sources: readonly Source[],
): Promise<Map<Finding, readonly LineChange[]>> {
  const { diffLines } = await import("./diff.ts");
  const changes = new Map<Finding, readonly LineChange[]>();
  const { findings, policy } = result;
  const tried = triedAmong(result, sources);
  const files = byFile(findings, ({ location }) => location.file);
  for (const source of fixable([...tried], sources)) {
    const ofFile = files.get(source.file) ?? [];
    const { documents } = await withFullReader(() => readManifest(source, policy));
    for (const document of documents) {
      const ofDocument = ofFile.filter((finding) => finding.document === document.index);
      const before = document.text.slice(document.range.start, document.range.end);
      const firstLine = document.text.slice(0, document.range.start).split("\n").length;
      for (const finding of ofDocument.filter((each) => tried.has(each))) {
        const step = await withFullReader(() => tryFix(document, finding, ofDocument, policy));
        if ("declined" in step) continue;
        const { text, range } = step.document;
        changes.set(finding, moved(diffLines(before, text.slice(range.start, range.end)), firstLine - 1));
      }
    }
  }
  return changes;
}

function bySeriousness(a: Finding, b: Finding): number {
  return modes.indexOf(a.mode) - modes.indexOf(b.mode);
}

/** Changes so many lines further down; their text as copies, since a part of a string keeps the whole file in memory. */
function moved(changes: readonly LineChange[], by: number): LineChange[] {
  return changes.map(({ start, end, lines }) => ({
    start: start + by,
    end: end + by,
    lines: JSON.parse(JSON.stringify(lines)),
  }));
}

function fixable(findings: readonly Finding[], sources: readonly Source[]): Source[] {
  const files = new Set(findings.filter((finding) => finding.fix).map(({ location }) => location.file));
  return sources.filter(({ file }) => files.has(file));
}
