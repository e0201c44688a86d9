import { addedIgnores } from "./added-ignores.ts";
import { findingsIn, type Judged, locationOf } from "./findings.ts";
import { factsOf, groupsOf, subjectsIn } from "./groups.ts";
import {
  admitted,
  answerFor,
  demandOf,
  mayDemand,
  mayHoldWorkload,
  namespacesIn,
  platformsOf,
  podsIn,
  shapeProblems,
} from "./pod/index.ts";
import { type Before, pairUp, policyIn } from "./policy/index.ts";
import { admit, rules } from "./rules/index.ts";
import type {
  Document,
  Images,
  Manifest,
  NamespaceDemand,
  Pod,
  Policy,
  Problem,
  Result,
  ReviewedWorkload,
  Source,
} from "./types.ts";
import { goneNotes, pendingIn } from "./unused.ts";
import { lineAt, pointAt, read, reading } from "./yaml/index.ts";

/**
 * The whole job: the text of manifests in, everything there is to say about them out. Pure.
 * With `base`, the same manifests before the change, each finding is told to be new or old. A promise, because a reader may have to be loaded.
 */
export function review(sources: readonly Source[], base: readonly Source[] | null, policy: Policy): Promise<Result> {
  return reading(() => reviewed(sources, base, policy));
}

function reviewed(sources: readonly Source[], base: readonly Source[] | null, policy: Policy): Result {
  const found = sources
    .filter(({ elsewhere, text }) => !elsewhere || mayDemand(text))
    .map((source) => ({ source, manifest: manifestOf(source) }));
  const manifests = found.filter(({ source }) => !source.elsewhere).map(({ manifest }) => manifest);
  const namespaces = [...demands(found.map(({ manifest }) => manifest)), ...policy.namespaces];
  const inForce = { ...policy, namespaces };
  const bases = base?.map(manifestOf) ?? null;
  const before = bases && beforeOf(manifests, bases, inForce);
  const judged = manifests.flatMap((manifest) => judge(manifest, inForce, before));
  const workloads = judged.flatMap((each) => each.workloads);
  const pending = pendingIn(inForce, judged, workloads);
  const shard = policy.shard && { ...policy.shard, pending };
  const findings = [...(shard ? [] : pending.findings), ...judged.flatMap((each) => each.findings)];
  const problems = [
    ...manifests.flatMap((manifest) => manifest.problems),
    ...judged.flatMap((each) => each.problems),
    ...(shard ? [] : goneNotes(pending.gone)),
  ];
  const isComplete = !problems.some(({ severity }) => severity === "error");
  const fails = findings.some(({ mode, ignored }) => mode === "enforce" && !ignored);
  return {
    policy: inForce,
    verdict: !isComplete ? "error" : fails ? "fail" : "pass",
    findings,
    workloads,
    problems,
    files: manifests.length,
    addedIgnores: bases ? addedIgnores(manifests, bases, inForce) : [],
    shard,
  };
}

/** A result together with what went wrong before the review: what could not be read can't pass. */
export function withProblems(result: Result, problems: readonly Problem[], files: number): Result {
  const isIncomplete = problems.some(({ severity }) => severity === "error");
  return {
    ...result,
    verdict: isIncomplete ? "error" : result.verdict,
    problems: [...problems, ...result.problems].toSorted(byPlace),
    files,
  };
}

/** By file and line; at one place as they were. Joined shards have this order too. */
export function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

/** The documents of a file that can hold a workload; every one where the user named the file. Call it within `reading`. */
export function manifestOf(source: Source): Manifest {
  return read(source, { matters: (text) => source.named === true || mayHoldWorkload(text) });
}

interface JudgedDocument extends Judged {
  readonly workloads: readonly ReviewedWorkload[];
  readonly problems: readonly Problem[];
}

function judge({ documents }: Manifest, policy: Policy, before: Before | null): JudgedDocument[] {
  return documents.map((document) => {
    const pods = podsIn(document, policy);
    return {
      ...findingsIn(document, policy, before),
      workloads: pods
        .filter(({ isFragment }) => !isFragment)
        .map((pod) => ({
          pod,
          line: lineAt(document.text, pointAt(document, pod.object).start),
          source: "manifest",
          admission: admit(admitted(pod), rules, policyIn(policy, pod.workload.namespace).policy.kubernetesVersion),
        })),
      problems: [...unevaluated(document), ...unreadImages(pods, policy.images)],
    };
  });
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
