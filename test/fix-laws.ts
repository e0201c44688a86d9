import { Lexer } from "yaml";
import { type Choice, type FixedFile, fix } from "../src/fix.ts";
import { admitted } from "../src/pod/index.ts";
import { manifestOf, review } from "../src/review.ts";
import { rules } from "../src/rules/index.ts";
import type { Control, KubernetesVersion, Manifest, Pod, Policy, Result, Source, Value } from "../src/types.ts";
import { reading, sameValue } from "../src/yaml/index.ts";
import { patchedValue } from "../src/yaml/patched.ts";

/** What holds of every manifest that is fixed (DESIGN §4). The laws that this one breaks, each with what breaks it. */
export async function brokenLaws(source: Source, policy: Policy, isWanted: Choice = () => true): Promise<string[]> {
  const before = await review([source], null, policy);
  const fixed = await fix(source, policy, isWanted);
  const target = { ...source, text: fixed.text };
  const after = await review([target], [source], policy);
  const again = await fix(target, policy, isWanted);
  const problems = after.problems.filter(({ message }) =>
    before.problems.every((problem) => problem.message !== message),
  );
  const open = fixed.declined.filter(({ finding }) => finding.fix && isWanted(finding));
  const [documents, changed] = await reading(() => [manifestOf(source), manifestOf(target)] as const);
  return [
    ...broken("fixing twice is not fixing once", again.text === fixed.text ? [] : [again.text]),
    ...broken(
      "a finding with a fix remains",
      open.map(({ finding, reason }) => `${finding.message} — ${reason}`),
    ),
    ...broken(
      "a finding is new",
      after.findings.filter((finding) => finding.new).map(({ message }) => message),
    ),
    ...broken(
      "a problem is new",
      problems.map(({ message }) => message),
    ),
    ...broken("a comment is lost", lostComments(source.text, fixed.text)),
    ...broken("more than the patched paths changed", changedElsewhere(documents, changed, fixed)),
    ...broken("admission got worse", newDenials(podsOf(before), podsOf(after), policy.kubernetesVersion)),
  ];
}

function broken(law: string, cases: readonly string[]): string[] {
  return cases.map((each) => `${law}: ${each}`);
}

function podsOf({ workloads }: Result): Pod[] {
  return workloads.map(({ pod }) => pod);
}

function lostComments(before: string, after: string): string[] {
  const kept = comments(after);
  return comments(before).filter((comment) => {
    const index = kept.indexOf(comment);
    if (index !== -1) kept.splice(index, 1);
    return index === -1;
  });
}

function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).map((token) => token.trim());
}

/** Documents whose value is not what the patches alone make of it. */
function changedElsewhere(before: Manifest, after: Manifest, { applied }: FixedFile): string[] {
  return before.documents.flatMap((document, position) => {
    const patches = applied
      .filter((finding) => finding.document === document.index)
      .flatMap((finding) => finding.fix?.patches ?? []);
    const wanted = patches.reduce<Value>(patchedValue, document.value);
    const found = after.documents[position]?.value;
    return sameValue(found, wanted)
      ? []
      : [`document ${document.index}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
  });
}

/** Controls of the Pod Security Standards that a pod passed and fails now. */
function newDenials(before: readonly Pod[], after: readonly Pod[], version: KubernetesVersion): string[] {
  return before.flatMap((pod, index) => {
    const now = after[index];
    if (!now) return [`${pod.workload.name} is gone`];
    const failed = new Set(denials(pod, version));
    const failing = denials(now, version).filter((id) => !failed.has(id));
    return failing.map((id) => `${pod.workload.name} fails ${id}`);
  });
}

function denials(pod: Pod, { minor }: KubernetesVersion): string[] {
  const controls = rules.flatMap((rule) => rule.controls);
  const inForce = (control: Control) => control.revisions.findLast(({ since }) => since <= minor);
  return controls.filter((control) => inForce(control)?.check(admitted(pod))).map(({ id }) => id);
}
