import type { Pod } from "../pod/index.ts";
import { type Policy, tightenPolicy } from "../policy/index.ts";
import { admit, controls } from "../rules/index.ts";
import { type Document, isReported, type Source, sourcePlaceOf, withFullReader } from "../yaml/index.ts";
import { carryAll } from "./carried-fixes.ts";
import { addToTally, conclude, type ManifestReview, startTally, type Tally } from "./conclusion.ts";
import { findShapeProblems, problemAtStart, readManifest } from "./documents.ts";
import { findingsIn } from "./findings.ts";
import { noteUnreadImages } from "./images.ts";
import type { Terms } from "./judgement.ts";
import { mayHoldGone } from "./moved-files.ts";
import { joinReviews, noteInexact, regroupByFile } from "./renderings.ts";
import type { Conclusion, Result, ReviewedWorkload } from "./result.ts";
import type { CarryFixes } from "./source-edits.ts";
import { collectReview, type ReviewedManifest, type ReviewStream } from "./stream.ts";
import { findSubjects, isNamespace, isPod } from "./subjects.ts";
import { settleTerms } from "./terms.ts";
import { noteUnknownValues } from "./unknown-value-notes.ts";

/**
 * The whole job: the texts of manifests in, everything there is to say about them out. Pure. With `base`, the same manifests before the change, each finding
 * says whether it is new. It is a promise because the full YAML reader is loaded only where a manifest needs it.
 */
export async function review(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
  carry?: CarryFixes,
): Promise<Result> {
  return (await collectReview(await streamReview(sources, base, policy, carry))).result;
}

/**
 * The same, manifest by manifest, so that a report on tens of thousands is written while they are reviewed. `carry` brings the fixes of what was rendered to the
 * files that it was made of. It renders again, and so comes from outside: the core runs nothing.
 */
export async function streamReview(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
  carry?: CarryFixes,
): Promise<ReviewStream> {
  const { terms, addedIgnores, notes } = await settleTerms(sources, base, policy);
  const own = sources.filter(isReported);
  const renderings = own.filter(({ rendering }) => rendering);
  const { reviews } = await carryAll(await reviewRenderings(renderings, terms), renderings, carry);
  const problems = [...notes, ...noteInexact(reviews)];
  const tally = startTally({ files: own.length, addedIgnores, problems, uses: terms.uses });
  const plain = sources.filter((source) => !source.rendering && (isReported(source) || mayUseUp(source, base, terms)));
  return { policy: terms.policy, manifests: reviewEach(orderByFile(plain, reviews), terms, tally) };
}

async function* reviewEach(
  inOrder: readonly FileToReview[],
  terms: Terms,
  tally: Tally,
): AsyncGenerator<ReviewedManifest, Conclusion> {
  for (const { source, rendered } of inOrder) {
    const judged = source && (await withFullReader(() => reviewManifest(source, terms)));
    // What is not reported is judged only for what it uses up of the baseline.
    const own = source && isReported(source) ? judged : undefined;
    const manifest = own && rendered ? await joinReviews(own, rendered, terms.policy) : (own ?? rendered);
    if (!manifest) continue;
    addToTally(tally, manifest);
    yield manifest;
  }
  return conclude(tally, terms.policy);
}

function reviewManifest(source: Source, terms: Terms): ManifestReview {
  const { documents, problems, omission } = readManifest(source, terms.policy);
  const reviewed = documents.map((document) => reviewDocument(document, terms));
  return {
    source,
    findings: reviewed.flatMap(({ findings }) => findings),
    workloads: reviewed.flatMap(({ workloads }) => workloads),
    beside: {
      namespaces: reviewed.flatMap(({ namespaces }) => namespaces),
      fragments: reviewed.flatMap(({ fragments }) => fragments),
    },
    problems: [...problems, ...reviewed.flatMap((each) => each.problems)],
    omission,
    used: reviewed.map(({ used }) => used),
  };
}

function reviewDocument(document: Document, terms: Terms) {
  const { policy } = terms;
  const subjects = findSubjects(document, policy);
  const { findings, used, excess } = findingsIn(document, subjects, terms);
  const pods = subjects.filter(isPod);
  const namespaces = subjects.filter(isNamespace);
  const fragments = pods.filter(({ isFragment }) => isFragment);
  const workloads = pods.filter(({ isFragment }) => !isFragment).map((pod) => reviewWorkload(pod, policy));
  const problems = [
    ...(excess === undefined ? [] : [problemAtStart(document, excess)]),
    ...findShapeProblems(document, policy),
    ...noteUnknownValues(subjects),
    ...noteUnreadImages(pods, policy.images),
  ];
  return { findings, workloads, namespaces, fragments, problems, used };
}

function reviewWorkload(pod: Pod, policy: Policy): ReviewedWorkload {
  const { document, object, workload } = pod;
  const { file, start } = sourcePlaceOf(document, object).location;
  return {
    pod,
    file,
    line: start.line,
    source: document.rendering?.tool ?? "manifest",
    admission: admit(pod, controls, tightenPolicy(policy, workload.namespace).policy.kubernetesVersion),
  };
}

/** Reviews what was rendered of charts and overlays: a review of each file in which a person would mend something. */
export async function reviewRenderings(renderings: readonly Source[], terms: Terms): Promise<ManifestReview[]> {
  if (renderings.length === 0) return [];
  return await withFullReader(() => {
    const reviews = renderings.map((source) => reviewManifest(source, terms));
    return regroupByFile(reviews, terms.policy);
  });
}

/** A file with its own text, with what renderings say of it, or with both. */
interface FileToReview {
  readonly source?: Source;
  readonly rendered?: ManifestReview | undefined;
}

function orderByFile(plain: readonly Source[], reviews: readonly ManifestReview[]): FileToReview[] {
  const rendered = new Map(reviews.map((review) => [review.source.file, review]));
  const written = new Set(plain.map(({ file }) => file));
  const others = reviews.filter(({ source }) => !written.has(source.file));
  const all = [
    ...plain.map((source) => ({ file: source.file, source, rendered: rendered.get(source.file) })),
    ...others.map((review) => ({ file: review.source.file, rendered: review })),
  ];
  // Sources come in the order of a report; what else there is has its place among them.
  const isInOrder = reviews.length === 0 && plain.every(isReported);
  return isInOrder ? all : all.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** Whether a manifest that is not reported here may use up what the baseline accepts of a file that is gone. */
function mayUseUp({ text }: Source, base: readonly Source[] | null, { policy }: Terms): boolean {
  return base === null && mayHoldGone(policy.baseline, text);
}
