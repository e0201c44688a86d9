import { fix, tryFix } from "../fix.ts";
import { manifestOf } from "../review.ts";
import type { Finding, Result, Source } from "../types.ts";
import { reading } from "../yaml/index.ts";
import { byFile } from "./by-file.ts";
import type { LineChange } from "./diff.ts";

/** All fixes of each file as a unified diff; files without one are left out. */
export async function patchesOf(
  { findings, policy }: Result,
  sources: readonly Source[],
): Promise<Map<string, string>> {
  const { unifiedDiff } = await import("./diff.ts");
  const patches = new Map<string, string>();
  for (const source of fixable(findings, sources))
    patches.set(source.file, unifiedDiff(source.file, source.text, (await fix(source, policy)).text));
  return patches;
}

/** Each finding's own fix as changes of whole lines, proven as all fixes are; a finding whose fix is refused is left out. */
export async function fixesOf(
  { findings, policy }: Result,
  sources: readonly Source[],
): Promise<Map<Finding, readonly LineChange[]>> {
  const { diffLines } = await import("./diff.ts");
  const changes = new Map<Finding, readonly LineChange[]>();
  const files = byFile(findings, ({ location }) => location.file);
  for (const source of fixable(findings, sources)) {
    const ofFile = files.get(source.file) ?? [];
    const { documents } = await reading(() => manifestOf(source));
    for (const document of documents) {
      const ofDocument = ofFile.filter((finding) => finding.document === document.index);
      const before = document.text.slice(document.range.start, document.range.end);
      const firstLine = document.text.slice(0, document.range.start).split("\n").length;
      for (const finding of ofDocument.filter((each) => each.fix && !each.ignored)) {
        const step = await reading(() => tryFix(document, finding, ofDocument, policy));
        if ("declined" in step) continue;
        const { text, range } = step.document;
        const lines = diffLines(before, text.slice(range.start, range.end));
        changes.set(
          finding,
          lines.map((each) => ({ ...each, start: each.start + firstLine - 1, end: each.end + firstLine - 1 })),
        );
      }
    }
  }
  return changes;
}

function fixable(findings: readonly Finding[], sources: readonly Source[]): Source[] {
  const files = new Set(findings.filter(({ fix: offered }) => offered).map(({ location }) => location.file));
  return sources.filter(({ file }) => files.has(file));
}
