import type { Policy } from "../policy/index.ts";
import type { Source } from "../yaml/index.ts";
import { carryAll } from "./carried-fixes.ts";
import type { Finding } from "./finding.ts";
import { type Choice, type FixedFile, reasonBefore } from "./fix.ts";
import { groupBy } from "./groups.ts";
import { reviewRenderings } from "./review.ts";
import type { RenderAgain, RenderedSources } from "./source-edits.ts";

/**
 * The files that renderings were made of, with every wanted fix in them that rendering again proves. What is rendered then is fixed too, until there is
 * nothing more to fix, so that fixing twice is fixing once.
 */
export async function fixRenderings(
  first: RenderedSources,
  renderAgain: RenderAgain,
  policy: Policy,
  isWanted: Choice,
): Promise<FixedFile[]> {
  const texts = new Map<string, string>();
  const made = new Set<string>();
  const passes: FixedFile[][] = [];
  for (let open: RenderedSources | undefined = first; open; ) {
    const pass = await fixOnce(open, policy, isWanted);
    passes.push(pass);
    for (const { file, before, text } of pass) if (text !== before) texts.set(file, text);
    // What a fix brings back is not fixed without end.
    const fresh = pass.flatMap(({ applied }) => applied).filter(({ fingerprint }) => !made.has(fingerprint));
    for (const { fingerprint } of fresh) made.add(fingerprint);
    open = fresh.length > 0 ? await renderAgain(texts) : undefined;
  }
  return joinPasses(passes);
}

/** What passes made of files, one after the other: what stays is what the last one left, on the lines of the texts then. */
function joinPasses(passes: readonly FixedFile[][]): FixedFile[] {
  const [first = []] = passes;
  const last = new Map(passes.at(-1)?.map((each) => [each.file, each]));
  const leftAtFirst = new Map(
    first.flatMap(({ declined }) => declined).map(({ finding, before }) => [finding.fingerprint, before]),
  );
  const byFile = groupBy(passes.flat(), ({ file }) => file);
  return [...byFile].flatMap(([file, [start, ...others]]) => {
    if (!start) return [];
    const { declined = [], unwanted = [] } = last.get(file) ?? {};
    return {
      ...start,
      text: others.at(-1)?.text ?? start.text,
      applied: [start, ...others].flatMap(({ applied }) => applied),
      declined: declined.map((each) => {
        const before = leftAtFirst.get(each.finding.fingerprint);
        return { ...each, before: before ? { ...before, reason: reasonBefore(before.reason, each.reason) } : null };
      }),
      unwanted,
    };
  });
}

async function fixOnce({ sources, carry }: RenderedSources, policy: Policy, isWanted: Choice): Promise<FixedFile[]> {
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
  return reviews.map(({ source: { file, text: before }, findings, problems }) => ({
    file,
    before,
    text: texts.get(file) ?? before,
    applied: findings.filter(({ fix }) => fix),
    declined: findings.filter(({ fix }) => !fix).map(decline),
    unwanted: unwanted.get(file) ?? [],
    problems,
    omission: undefined,
  }));
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
