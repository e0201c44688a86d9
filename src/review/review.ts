import type { Pod } from "../pod/index.ts";
import { type Policy, tightenPolicy } from "../policy/index.ts";
import { admit, controls } from "../rules/index.ts";
import { type Document, lineAt, type Problem, pointAt, type Source, withFullReader } from "../yaml/index.ts";
import { type BaseComparison, compareWithBase } from "./change.ts";
import { addToTally, conclude, type ManifestReview, startTally } from "./conclusion.ts";
import { findDemands } from "./demands.ts";
import { findShapeProblems, problemAtStart, readManifest } from "./documents.ts";
import { findingsIn } from "./findings.ts";
import { findUnreadImages } from "./images.ts";
import type { Before } from "./only-new.ts";
import type { Conclusion, Result, ReviewedWorkload } from "./result.ts";
import { collectReview, type ReviewedManifest, type ReviewStream } from "./stream.ts";
import { findSubjects, isPod } from "./subjects.ts";
import { findUnknownValues } from "./unknown-values.ts";

/**
 * The whole job: the texts of manifests in, everything there is to say about them out. Pure. With `base`, the same manifests before the change, each finding
 * is told to be new or old. It is a promise because the full YAML reader is loaded where a manifest needs it.
 */
export async function review(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
): Promise<Result> {
  return (await collectReview(await streamReview(sources, base, policy))).result;
}

/** The same, manifest by manifest, so that a report of ten thousands is written while they are reviewed. */
export async function streamReview(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
): Promise<ReviewStream> {
  const own = sources.filter(({ elsewhere }) => !elsewhere);
  const { demands, notes } = await withFullReader(() => findDemands(sources, base, policy));
  const inForce = { ...policy, namespaces: [...demands, ...policy.namespaces] };
  const change = base ? await withFullReader(() => compareWithBase(own, base, inForce)) : undefined;
  return { policy: inForce, manifests: reviewEach(own, change, inForce, [...notes, ...(change?.notes ?? [])]) };
}

async function* reviewEach(
  sources: readonly Source[],
  change: BaseComparison | undefined,
  policy: Policy,
  notes: readonly Problem[],
): AsyncGenerator<ReviewedManifest, Conclusion> {
  const tally = startTally({ files: sources.length, addedIgnores: change?.addedIgnores ?? [], problems: notes });
  for (const source of sources) {
    const manifest = await withFullReader(() => reviewManifest(source, change?.before, policy));
    addToTally(tally, manifest);
    yield manifest;
  }
  return conclude(tally, policy);
}

function reviewManifest(source: Source, before: Before | undefined, policy: Policy): ManifestReview {
  const { documents, problems, omission } = readManifest(source, policy);
  const reviewed = documents.map((document) => reviewDocument(document, before, policy));
  return {
    source,
    findings: reviewed.flatMap(({ findings }) => findings),
    workloads: reviewed.flatMap(({ workloads }) => workloads),
    problems: [...problems, ...reviewed.flatMap((each) => each.problems)],
    omission,
    used: reviewed.map(({ used }) => used),
  };
}

function reviewDocument(document: Document, before: Before | undefined, policy: Policy) {
  const subjects = findSubjects(document, policy);
  const { findings, used, excess } = findingsIn(document, subjects, policy, before);
  const pods = subjects.filter(isPod);
  const workloads = pods.filter(({ isFragment }) => !isFragment).map((pod) => reviewWorkload(pod, policy));
  const problems = [
    ...(excess === undefined ? [] : [problemAtStart(document, excess)]),
    ...findShapeProblems(document, policy),
    ...findUnknownValues(subjects),
    ...findUnreadImages(pods, policy.images),
  ];
  return { findings, workloads, problems, used };
}

function reviewWorkload(pod: Pod, policy: Policy): ReviewedWorkload {
  const { document, object, workload } = pod;
  return {
    pod,
    line: lineAt(document, pointAt(document, object).start),
    source: "manifest",
    admission: admit(pod, controls, tightenPolicy(policy, workload.namespace).policy.kubernetesVersion),
  };
}
