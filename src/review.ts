import { findingsIn, type Judged } from "./findings.ts";
import { admitted, mayHoldWorkload, podsIn, shapeProblems } from "./pod/index.ts";
import { admit, rules } from "./rules/index.ts";
import type { Document, Manifest, Policy, Problem, Result, ReviewedWorkload, Source } from "./types.ts";
import { lineAt, pointAt, read } from "./yaml/index.ts";

/**
 * The whole job: the text of manifests in, everything there is to say about them out. Pure.
 * With `base`, the same manifests before the change, each finding is told to be new or old.
 */
export function review(sources: readonly Source[], base: readonly Source[] | null, policy: Policy): Result {
  const known = base && new Set(base.map(readManifest).flatMap((manifest) => judge(manifest, policy, null).flatMap(({ meanings }) => meanings)));
  const manifests = sources.map(readManifest);
  const judged = manifests.flatMap((manifest) => judge(manifest, policy, known));
  const findings = judged.flatMap((each) => each.findings);
  const problems = [...manifests.flatMap((manifest) => manifest.problems), ...judged.flatMap((each) => each.problems)];
  const isComplete = !problems.some(({ severity }) => severity === "error");
  const fails = findings.some(({ mode, ignored }) => mode === "enforce" && !ignored);
  return {
    policy,
    verdict: !isComplete ? "error" : fails ? "fail" : "pass",
    findings,
    workloads: judged.flatMap((each) => each.workloads),
    problems,
    files: sources.length,
  };
}

/** The documents of a file that can hold a workload; every one where the user named the file. */
export function readManifest(source: Source): Manifest {
  return read(source, { matters: (text) => source.named === true || mayHoldWorkload(text) });
}

interface JudgedDocument extends Judged {
  readonly workloads: readonly ReviewedWorkload[];
  readonly problems: readonly Problem[];
}

function judge({ documents }: Manifest, policy: Policy, known: ReadonlySet<string> | null): JudgedDocument[] {
  return documents.map((document) => {
    const pods = podsIn(document);
    return {
      ...findingsIn(document, pods, policy, known),
      workloads: pods.filter(({ isFragment }) => !isFragment).map((pod) => ({
        pod,
        line: lineAt(document.text, pointAt(document, pod.object).start),
        source: "manifest",
        admission: admit(admitted(pod), rules, policy.kubernetesVersion),
      })),
      problems: unevaluated(document),
    };
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
