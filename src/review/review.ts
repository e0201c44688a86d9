import {
  admitted,
  answerFor,
  containerCount,
  demandOf,
  type Images,
  mayDemand,
  mayHoldWorkload,
  type NamespaceDemand,
  namespacesIn,
  type Pod,
  platformsOf,
  shapeProblems,
} from "../pod/index.ts";
import { type Accepted, type Exemption, type Policy, policyIn, workloadKey } from "../policy/index.ts";
import { admit, rules } from "../rules/index.ts";
import {
  type Document,
  excessFor,
  lineAt,
  type Manifest,
  mayShare,
  type Problem,
  pointAt,
  read,
  reading,
  type Source,
} from "../yaml/index.ts";
import { addedIgnores } from "./added-ignores.ts";
import type { Finding } from "./finding.ts";
import { findingsIn, type Judged, locationOf } from "./findings.ts";
import { factsOf, groupsOf, subjectsIn } from "./groups.ts";
import { type Before, pairUp } from "./only-new.ts";
import type { Conclusion, Result, ReviewedWorkload } from "./result.ts";
import { gathered, type ReviewedManifest, type Reviewing } from "./stream.ts";
import { goneNotes, pendingIn } from "./unused.ts";

/**
 * The whole job: the text of manifests in, everything there is to say about them out. Pure.
 * With `base`, the same manifests before the change, each finding is told to be new or old. A promise, because a reader may have to be loaded.
 */
export async function review(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
): Promise<Result> {
  return (await gathered(await reviewing(sources, base, policy))).result;
}

/** The same, manifest by manifest: what has been said is let go, and of ten thousands only the texts are held. */
export async function reviewing(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
): Promise<Reviewing> {
  const own = sources.filter(({ elsewhere }) => !elsewhere);
  const manifest = (source: Source) => manifestOf(source, policy);
  const bases = base && (await reading(() => base.map(manifest)));
  const heads = bases && (await reading(() => own.map(manifest)));
  const demanding = sources.filter(({ text }) => mayDemand(text));
  const demanded = await reading(() => demands(demanding.map(manifest)));
  const inForce = { ...policy, namespaces: [...demanded, ...policy.namespaces] };
  const before = heads && bases && (await reading(() => beforeOf(heads, bases, inForce)));
  return { policy: inForce, manifests: reviewed() };

  async function* reviewed(): AsyncGenerator<ReviewedManifest, Conclusion> {
    const problems: Problem[] = [];
    const seen = { used: new Set<unknown>(), workloads: new Set<string>() };
    let fails = false;
    for (const [index, source] of own.entries()) {
      const judged = await reading(() => judge(heads?.[index] ?? manifest(source), inForce, before));
      for (const each of judged.used) seen.used.add(each);
      if (inForce.baseline.size > 0)
        for (const { pod } of judged.workloads) seen.workloads.add(workloadKey(pod.workload));
      for (const problem of judged.problems) problems.push(problem);
      fails ||= judged.findings.some(isFailure);
      yield { source, findings: judged.findings, workloads: judged.workloads };
    }
    const pending = pendingIn(inForce, seen);
    const shard = policy.shard && { ...policy.shard, pending };
    const findings = shard ? [] : pending.findings;
    if (!shard) problems.push(...goneNotes(pending.gone));
    const isComplete = !problems.some(({ severity }) => severity === "error");
    return {
      policy: inForce,
      verdict: !isComplete ? "error" : fails || findings.some(isFailure) ? "fail" : "pass",
      findings,
      problems,
      files: own.length,
      addedIgnores: heads && bases ? addedIgnores(heads, bases, inForce) : [],
      shard,
    };
  }
}

function isFailure({ mode, ignored }: Finding): boolean {
  return mode === "enforce" && !ignored;
}

/** The documents of a file that can hold a workload; every one where the user named the file. Call it within `reading`. */
export function manifestOf(source: Source, policy: Policy): Manifest {
  const { limits } = policy;
  const manifest = read(source, { matters: (text) => source.named === true || mayHoldWorkload(text), limits });
  const excesses = manifest.documents.flatMap((document) => {
    if (!mayHoldContainers(document, limits.containersPerDocument)) return [];
    const message = excessFor("containersPerDocument", containerCount(document, policy), limits);
    return message === undefined ? [] : [{ document, message }];
  });
  if (excesses.length === 0) return manifest;
  const tooLarge = new Set(excesses.map(({ document }) => document));
  const problems = excesses.map(({ document, message }) => overLimit(document, message));
  return {
    ...manifest,
    documents: manifest.documents.filter((document) => !tooLarge.has(document)),
    problems: [...manifest.problems, ...problems],
  };
}

/** Whether a document can hold more containers than so many: each takes some characters, unless aliases repeat it. */
function mayHoldContainers(document: Document, most: number): boolean {
  return document.range.end - document.range.start > most || mayShare(document);
}

/** What a limit kept from being evaluated. */
export function overLimit({ file, text, range }: Document, message: string): Problem {
  return { severity: "error", file, line: lineAt(text, range.start), message };
}

interface JudgedManifest extends Judged {
  readonly workloads: readonly ReviewedWorkload[];
  readonly problems: readonly Problem[];
}

function judge({ documents, problems: known }: Manifest, policy: Policy, before: Before | null): JudgedManifest {
  const findings: Finding[] = [];
  const used = new Set<Exemption | Accepted>();
  const workloads: ReviewedWorkload[] = [];
  const problems = [...known];
  for (const document of documents) {
    const subjects = subjectsIn(document, policy);
    const judged = findingsIn(document, subjects, policy, before);
    for (const finding of judged.findings) findings.push(finding);
    for (const each of judged.used) used.add(each);
    const pods = subjects.filter((subject) => "containers" in subject);
    for (const pod of pods) if (!pod.isFragment) workloads.push(workloadIn(document, pod, policy));
    if (judged.excess !== undefined) problems.push(overLimit(document, judged.excess));
    for (const problem of unevaluated(document)) problems.push(problem);
    for (const problem of unreadImages(pods, policy.images)) problems.push(problem);
  }
  return { findings, used, workloads, problems };
}

function workloadIn(document: Document, pod: Pod, policy: Policy): ReviewedWorkload {
  return {
    pod,
    line: lineAt(document.text, pointAt(document, pod.object).start),
    source: "manifest",
    admission: admit(admitted(pod), rules, policyIn(policy, pod.workload.namespace).policy.kubernetesVersion),
  };
}

/** What each pod of the head was at the base. */
function beforeOf(heads: readonly Manifest[], bases: readonly Manifest[], policy: Policy): Before {
  const subjects = (manifests: readonly Manifest[]) =>
    manifests.flatMap(({ documents }) => documents.flatMap((document) => subjectsIn(document, policy)));
  const judged = subjects(bases).map((subject) => ({ subject, facts: groupsOf(subject, policy).flatMap(factsOf) }));
  return pairUp(subjects(heads), judged);
}

/** What the Namespaces among the manifests demand of their pods. */
function demands(manifests: readonly Manifest[]): NamespaceDemand[] {
  const namespaces = manifests.flatMap(({ documents }) => documents.flatMap(namespacesIn));
  return namespaces.flatMap((namespace) => {
    const demand = demandOf(namespace);
    if (!demand) return [];
    const location = locationOf(namespace.document, pointAt(namespace.document, demand.at));
    return [{ name: namespace.workload.name, levels: demand.levels, version: demand.version, location }];
  });
}

/** Kubernetes objects of a shape that can't be judged. */
function unevaluated(document: Document): Problem[] {
  return shapeProblems(document).map(({ at, message }) => ({
    severity: "error",
    file: document.file,
    line: lineAt(document.text, pointAt(document, at).start),
    message,
  }));
}

/** Containers whose image could not be read: each is judged as if nobody had asked, and that is said. */
export function unreadImages(pods: readonly Pod[], images: Images): Problem[] {
  if (images.size === 0) return [];
  return pods.flatMap(({ document, spec, containers }) =>
    containers.flatMap(({ name, image, path }): Problem[] => {
      const answer = answerFor(images, image, platformsOf(spec));
      if (!answer || !("error" in answer)) return [];
      const line = lineAt(document.text, pointAt(document, [...path, "image"]).start);
      const message = `Container "${name}": could not read the image: ${answer.error}. The container is judged without it.`;
      return [{ severity: "note", file: document.file, line, message }];
    }),
  );
}
