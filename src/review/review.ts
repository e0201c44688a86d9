import { applyDefaults, type Pod } from "../pod/index.ts";
import { type Policy, policyIn, workloadKey } from "../policy/index.ts";
import { admit, rules } from "../rules/index.ts";
import { type Document, lineAt, type Problem, pointAt, type Source, withFullReader } from "../yaml/index.ts";
import { findDemands, findShapeProblems, problemAtStart, readManifest } from "./documents.ts";
import type { Finding } from "./finding.ts";
import { findingsIn } from "./findings.ts";
import { factsOf } from "./identity.ts";
import { findAddedIgnores, type Used } from "./ignores.ts";
import { findUnreadImages } from "./images.ts";
import { type Before, pairWithBase } from "./only-new.ts";
import type { AddedIgnore, Conclusion, Result, ReviewedWorkload } from "./result.ts";
import { collectReview, type ReviewedManifest, type ReviewStream } from "./stream.ts";
import { findSubjects, isPod } from "./subjects.ts";
import { findGone, findUnusedExemptions, goneNotes, type Seen } from "./unused.ts";
import { findViolations } from "./violations.ts";

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
  const demands = await withFullReader(() => findDemands(sources, policy));
  const inForce = { ...policy, namespaces: [...demands, ...policy.namespaces] };
  const change = base ? await withFullReader(() => compareWithBase(own, base, inForce)) : undefined;
  return { policy: inForce, manifests: reviewEach(own, change, inForce) };
}

async function* reviewEach(
  sources: readonly Source[],
  change: Change | undefined,
  policy: Policy,
): AsyncGenerator<ReviewedManifest, Conclusion> {
  const seen: Seen = { exemptions: new Set(), accepted: new Set(), workloads: new Set() };
  const problems: Problem[] = [];
  let hasFailed = false;
  for (const source of sources) {
    const manifest = await withFullReader(() => reviewManifest(source, change?.before, policy));
    const { findings, workloads, used } = manifest;
    for (const each of used.exemptions) seen.exemptions.add(each);
    for (const each of used.accepted) seen.accepted.add(each);
    for (const { pod } of workloads) seen.workloads.add(workloadKey(pod.workload));
    problems.push(...manifest.problems);
    hasFailed ||= findings.some(fails);
    yield { source, findings, workloads };
  }
  return conclude(
    { files: sources.length, seen, problems, hasFailed, addedIgnores: change?.addedIgnores ?? [] },
    policy,
  );
}

interface ManifestReview extends Pick<ReviewedManifest, "findings" | "workloads"> {
  readonly problems: readonly Problem[];
  readonly used: Pick<Used, "exemptions" | "accepted">;
}

function reviewManifest(source: Source, before: Before | undefined, policy: Policy): ManifestReview {
  const { documents, problems } = readManifest(source, policy);
  const reviews = documents.map((document) => reviewDocument(document, before, policy));
  return {
    findings: reviews.flatMap((each) => each.findings),
    workloads: reviews.flatMap((each) => each.workloads),
    problems: [...problems, ...reviews.flatMap((each) => each.problems)],
    used: {
      exemptions: new Set(reviews.flatMap(({ used }) => [...used.exemptions])),
      accepted: new Set(reviews.flatMap(({ used }) => [...used.accepted])),
    },
  };
}

function reviewDocument(document: Document, before: Before | undefined, policy: Policy): ManifestReview {
  const subjects = findSubjects(document, policy);
  const { findings, used, excess } = findingsIn(document, subjects, policy, before);
  const pods = subjects.filter(isPod);
  return {
    findings,
    workloads: pods.filter(({ isFragment }) => !isFragment).map((pod) => reviewWorkload(pod, policy)),
    problems: [
      ...(excess === undefined ? [] : [problemAtStart(document, excess)]),
      ...findShapeProblems(document),
      ...findUnreadImages(pods, policy.images),
    ],
    used,
  };
}

function reviewWorkload(pod: Pod, policy: Policy): ReviewedWorkload {
  const { document, object, workload } = pod;
  return {
    pod,
    line: lineAt(document, pointAt(document, object).start),
    source: "manifest",
    admission: admit(applyDefaults(pod), rules, policyIn(policy, workload.namespace).policy.kubernetesVersion),
  };
}

/** What a change is compared with. */
interface Change {
  readonly before: Before;
  readonly addedIgnores: readonly AddedIgnore[];
}

/** Call it within `withFullReader`. */
function compareWithBase(sources: readonly Source[], base: readonly Source[], policy: Policy): Change {
  const heads = sources.map((source) => readManifest(source, policy));
  const bases = base.map((source) => readManifest(source, policy));
  const subjectsOf = (manifests: typeof heads) =>
    manifests.flatMap(({ documents }) => documents.flatMap((document) => findSubjects(document, policy)));
  const before = subjectsOf(bases).map((subject) => {
    const scope = isPod(subject) ? policyIn(policy, subject.workload.namespace).policy : policy;
    return { subject, facts: findViolations(subject, scope).flatMap((violation) => factsOf(violation)) };
  });
  return {
    before: pairWithBase(subjectsOf(heads), before),
    addedIgnores: findAddedIgnores(heads, bases, policy),
  };
}

interface Tally extends Pick<Conclusion, "files" | "addedIgnores" | "problems"> {
  readonly seen: Seen;
  readonly hasFailed: boolean;
}

/** What can only be said once every manifest is reviewed. A shard holds back what only all shards together can say. */
function conclude({ files, addedIgnores, problems, seen, hasFailed }: Tally, policy: Policy): Conclusion {
  const pending = { findings: findUnusedExemptions(policy, seen), ...findGone(policy, seen) };
  const shard = policy.shard && { ...policy.shard, pending };
  const findings = shard ? [] : pending.findings;
  const all = [...problems, ...(shard ? [] : goneNotes(pending.gone))];
  const isComplete = !all.some(({ severity }) => severity === "error");
  const passes = !hasFailed && !findings.some(fails);
  const verdict = isComplete ? (passes ? "pass" : "fail") : "error";
  return { policy, verdict, findings, problems: all, files, addedIgnores, shard };
}

function fails({ mode, ignored }: Finding): boolean {
  return mode === "enforce" && !ignored;
}
