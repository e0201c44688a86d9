import type { Pod } from "../pod/index.ts";
import { type Policy, tightenPolicy } from "../policy/index.ts";
import { admit, controls, unusedIgnore } from "../rules/index.ts";
import { type Document, type Source, sourcePlaceOf, withFullReader } from "../yaml/index.ts";
import { carryAll } from "./carried-fixes.ts";
import { compareWithBase } from "./change.ts";
import { addToTally, conclude, type ManifestReview, startTally, type Tally } from "./conclusion.ts";
import { findDemands } from "./demands.ts";
import { noteDeployers } from "./deployers.ts";
import { findShapeProblems, problemAtStart, readManifest } from "./documents.ts";
import type { Finding } from "./finding.ts";
import { compareFindings, findingsIn, type Terms } from "./findings.ts";
import { fix } from "./fix.ts";
import { findUnreadImages } from "./images.ts";
import { followMoves, mayHoldGone } from "./moved-files.ts";
import { noteInexact, regroupByFile } from "./renderings.ts";
import type { Conclusion, Result, ReviewedWorkload } from "./result.ts";
import type { CarryFixes } from "./source-edits.ts";
import { collectReview, type ReviewedManifest, type ReviewStream } from "./stream.ts";
import { findSubjects, isNamespace, isPod } from "./subjects.ts";
import { findUnknownValues } from "./unknown-values.ts";

/**
 * The whole job: the texts of manifests in, everything there is to say about them out. Pure. With `base`, the same manifests before the change, each finding
 * is told to be new or old. It is a promise because the full YAML reader is loaded where a manifest needs it.
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
 * The same, manifest by manifest, so that a report of ten thousands is written while they are reviewed. `carry` brings the fixes of what was rendered to the
 * files that it was made of; it renders again, which is nothing that the core does.
 */
export async function streamReview(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
  carry?: CarryFixes,
): Promise<ReviewStream> {
  const own = sources.filter(({ elsewhere }) => !elsewhere);
  const { demands, notes } = await withFullReader(() => findDemands(sources, base, policy));
  const demanded = { ...policy, namespaces: [...demands, ...policy.namespaces] };
  const change = base ? await withFullReader(() => compareWithBase(own, base, demanded)) : undefined;
  const inForce = base ? await withFullReader(() => followMoves(demanded, own, base)) : demanded;
  const terms: Terms = { policy: inForce, before: change?.before, uses: new Map() };
  const deployers = await withFullReader(() => noteDeployers(own));
  const problems = [...notes, ...(change?.notes ?? []), ...deployers];
  const { uses } = terms;
  const start = startTally({ files: own.length, addedIgnores: change?.addedIgnores ?? [], problems, uses });
  const renderings = own.filter(({ rendering }) => rendering);
  const rendered = await reviewUnder(terms, renderings);
  const { reviews } = await carryAll(rendered, renderings, carry);
  start.problems.push(...noteInexact(reviews));
  // What others judge may use up what the baseline accepts of a file that is gone.
  const counts = ({ elsewhere, text }: Source) => !elsewhere || (!base && mayHoldGone(inForce.baseline, text));
  const plain = sources.filter((source) => !source.rendering && counts(source));
  const byFile = new Map(reviews.map((each) => [each.source.file, each]));
  const [shared, alone] = [plain.filter(({ file }) => byFile.has(file)), plain.filter(({ file }) => !byFile.has(file))];
  for (const source of shared) {
    const rendered = byFile.get(source.file);
    if (rendered && !source.elsewhere) byFile.set(source.file, await addOwn(rendered, source, terms));
  }
  const isSorted = reviews.length === 0 && plain.length === own.length;
  const inOrder = isSorted ? plain : [...alone, ...byFile.values()].toSorted(compareFiles);
  return { policy: inForce, manifests: reviewEach(inOrder, terms, start) };
}

/** What renderings say of a file, with what it says by itself, such as an Application beside other objects. */
async function addOwn(rendered: ManifestReview, source: Source, terms: Terms): Promise<ManifestReview> {
  const own = await withFullReader(() => reviewManifest(source, terms));
  const { text } = await fix({ ...source, text: rendered.fixed ?? source.text }, terms.policy);
  // A comment is used where what it stands on is judged.
  const isEvaluated = ({ location: { range } }: Finding) =>
    source.evaluated?.some(({ range: { start, end } }) => range.start >= start && range.start < end) ?? false;
  const isPlaced = (finding: Finding, isRendered: boolean) =>
    finding.rule !== unusedIgnore || isEvaluated(finding) === isRendered;
  return {
    ...own,
    findings: [
      ...rendered.findings.filter((finding) => isPlaced(finding, true)),
      ...own.findings.filter((finding) => isPlaced(finding, false)),
    ].toSorted(compareFindings),
    workloads: [...rendered.workloads, ...own.workloads],
    beside: {
      namespaces: [...rendered.beside.namespaces, ...own.beside.namespaces],
      fragments: [...rendered.beside.fragments, ...own.beside.fragments],
    },
    problems: [...rendered.problems, ...own.problems],
    used: [...rendered.used, ...own.used],
    fixed: text,
  };
}

/** Reviews what was rendered of charts and overlays: a review of each file in which a person would mend something. */
export function reviewRenderings(sources: readonly Source[], policy: Policy): Promise<ManifestReview[]> {
  return reviewUnder({ policy, uses: new Map() }, sources);
}

async function reviewUnder(terms: Terms, renderings: readonly Source[]): Promise<ManifestReview[]> {
  if (renderings.length === 0) return [];
  return await withFullReader(() => {
    const reviews = renderings.map((source) => reviewManifest(source, terms));
    return regroupByFile(reviews, terms.policy);
  });
}

async function* reviewEach(
  inOrder: readonly (Source | ManifestReview)[],
  terms: Terms,
  tally: Tally,
): AsyncGenerator<ReviewedManifest, Conclusion> {
  for (const each of inOrder) {
    const manifest = "source" in each ? each : await withFullReader(() => reviewManifest(each, terms));
    if (manifest.source.elsewhere) continue;
    addToTally(tally, manifest);
    yield manifest;
  }
  return conclude(tally, terms.policy);
}

function compareFiles(a: Source | ManifestReview, b: Source | ManifestReview): number {
  const [one, other] = [a, b].map((each) => ("source" in each ? each.source.file : each.file));
  return (one ?? "") < (other ?? "") ? -1 : 1;
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
    ...findUnknownValues(subjects),
    ...findUnreadImages(pods, policy.images),
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
