import type { Policy } from "../policy/index.ts";
import type { Source } from "../yaml/index.ts";
import { carryAll } from "./carried-fixes.ts";
import type { Finding } from "./finding.ts";
import type { Choice, FixedFile } from "./fix.ts";
import { reviewRenderings } from "./review.ts";
import type { CarryFixes } from "./source-edits.ts";

/** The files that renderings were made of, with every wanted fix in them that rendering again proves. */
export async function fixRenderings(
  sources: readonly Source[],
  policy: Policy,
  isWanted: Choice,
  carry: CarryFixes,
): Promise<FixedFile[]> {
  const found = await reviewRenderings(sources, { policy, uses: new Map() });
  const chosen = found.map((review) => ({
    ...review,
    findings: review.findings.filter((finding) => !finding.ignored && isWanted(finding)),
  }));
  const unwanted = new Map(
    found.map((review) => [
      review.source.file,
      review.findings.filter((finding) => !finding.ignored && !isWanted(finding)),
    ]),
  );
  const { reviews, texts } = await carryAll(chosen, sources, carry);
  const fixed = reviews.map(({ source: { file, text: before }, findings, problems }) => ({
    file,
    before,
    text: texts.get(file) ?? before,
    applied: findings.filter(({ fix }) => fix),
    declined: findings.filter(({ fix }) => !fix).map(decline),
    unwanted: unwanted.get(file) ?? [],
    problems,
    omission: undefined,
  }));
  // A fix may go into a file that has no finding of its own.
  const parts = new Map(sources.flatMap(({ rendering }) => [...(rendering?.parts ?? [])]));
  const others = [...texts].filter(([file]) => fixed.every((each) => each.file !== file));
  return [
    ...fixed,
    ...others.map(([file, text]) => ({
      file,
      before: parts.get(file) ?? text,
      text,
      applied: [],
      declined: [],
      problems: [],
      omission: undefined,
    })),
  ];
}

/** A file with its own fixes in it, and before these what was fixed for renderings that it is part of. */
export async function joinFixed(
  rendered: FixedFile | undefined,
  source: Source,
  fixOwn: (source: Source) => Promise<FixedFile>,
): Promise<FixedFile> {
  if (!rendered) return fixOwn(source);
  const own = await fixOwn({ ...source, text: rendered.text });
  return {
    ...own,
    before: rendered.before,
    applied: [...rendered.applied, ...own.applied],
    declined: [...rendered.declined, ...own.declined],
    unwanted: rendered.unwanted ?? [],
    problems: [...rendered.problems, ...own.problems],
  };
}

function decline(finding: Finding): FixedFile["declined"][number] {
  const reason = finding.declined ?? "it needs a decision";
  return { finding, reason, before: { line: finding.location.start.line, reason } };
}
