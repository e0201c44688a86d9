import { applyDefaults, findUnknownFields, type KubernetesVersion, validate } from "../../src/pod/index.ts";
import type { Policy } from "../../src/policy/index.ts";
import { readManifest } from "../../src/review/documents.ts";
import { type Choice, type FixedFile, fix } from "../../src/review/fix.ts";
import type { Result } from "../../src/review/result.ts";
import { review } from "../../src/review/review.ts";
import { type Control, rules } from "../../src/rules/index.ts";
import { commentsIn } from "../../src/yaml/comments.ts";
import { patchValue } from "../../src/yaml/edit/patch.ts";
import { type Manifest, type Source, sameValue, type Value, valueAt, withFullReader } from "../../src/yaml/index.ts";
import { strayBytes } from "./bytes.ts";
import { weakened } from "./strength.ts";

/** A file before and after its fixes, and after fixing it once more. */
export interface Fixing {
  readonly source: Source;
  readonly policy: Policy;
  readonly isWanted: Choice;
  readonly before: Result;
  readonly fixed: FixedFile;
  /** What the fixed file is judged to be; new is what the source did not have. */
  readonly after: Result;
  readonly again: FixedFile;
  readonly documents: Manifest;
  readonly changed: Manifest;
}

export async function fixing(source: Source, policy: Policy, isWanted: Choice = () => true): Promise<Fixing> {
  const before = await review([source], null, policy);
  const fixed = await fix(source, policy, isWanted);
  const target = { ...source, text: fixed.text };
  const after = await review([target], [source], policy);
  const again = await fix(target, policy, isWanted);
  const [documents, changed] = await withFullReader(
    () => [readManifest(source, policy), readManifest(target, policy)] as const,
  );
  return { source, policy, isWanted, before, fixed, after, again, documents, changed };
}

/** What holds of every manifest that is fixed: each law gives what breaks it. */
export const laws: Readonly<Record<string, (run: Fixing) => readonly string[]>> = {
  "fixing twice is fixing once": ({ fixed, again }) => (again.text === fixed.text ? [] : [again.text]),

  "no finding that had a fix remains": ({ before, after, fixed, isWanted }) => {
    const declined = fixed.declined.filter(({ finding }) => finding.fix && !finding.ignored && isWanted(finding));
    const left = new Set(after.findings.map(({ fingerprint }) => fingerprint));
    const offered = before.findings.filter((finding) => finding.fix && !finding.ignored && isWanted(finding));
    return [
      ...declined.map(({ finding, reason }) => `${finding.message} — ${reason}`),
      ...offered.filter(({ fingerprint }) => left.has(fingerprint)).map(({ message }) => `${message} — still there`),
    ];
  },

  "no finding is new": ({ after }) => after.findings.filter((finding) => finding.new).map(({ message }) => message),

  "no problem is new": ({ before, after }) =>
    after.problems
      .map(({ message }) => message)
      .filter((message) => before.problems.every((each) => each.message !== message)),

  "comments are kept": ({ documents, changed }) => lostComments(documents, changed),

  "comments stay with their keys": ({ documents, fixed }) => strayComments(documents, fixed),

  "every untouched byte is kept": ({ documents, fixed }) => strayBytes(documents, fixed),

  "the document differs only at the patched paths": ({ documents, changed, fixed }) =>
    changedElsewhere(documents, changed, fixed),

  "what the author wrote is moved, or named where it goes": ({ documents, changed, fixed }) =>
    lostValues(documents, changed, fixed),

  "what Kubernetes accepts before it accepts after": ({ before, after, policy }) =>
    before.workloads.flatMap(({ pod }, index) => {
      const now = after.workloads[index]?.pod;
      if (!now || !pod.isPodSpec || refusalsOf(pod, policy.kubernetesVersion).length > 0) return [];
      return refusalsOf(now, policy.kubernetesVersion);
    }),

  "admission never gets worse": ({ before, after, policy }) => newDenials(before, after, policy.kubernetesVersion),

  "the effective context never gets weaker": ({ before, after }) =>
    before.workloads.flatMap(({ pod }, index) => {
      const now = after.workloads[index]?.pod;
      return now ? weakened(pod, now) : [`${pod.workload.name} is gone`];
    }),
};

/** The laws that fixing a file breaks, each with what breaks it. */
export async function brokenLaws(source: Source, policy: Policy, isWanted?: Choice): Promise<string[]> {
  const run = await fixing(source, policy, isWanted);
  return Object.entries(laws).flatMap(([name, law]) => law(run).map((broken) => `${name}: ${broken}`));
}

function lostComments(before: Manifest, after: Manifest): string[] {
  const kept = comments(after);
  return comments(before).filter((comment) => {
    const index = kept.indexOf(comment);
    if (index !== -1) kept.splice(index, 1);
    return index === -1;
  });
}

function comments({ documents }: Manifest): string[] {
  return documents.flatMap((document) => commentsIn(document, document.range)).map((comment) => comment.trim());
}

/**
 * Comments on a line of their own that stood above a key and stand above another one now. One of a key that was moved must have gone along; one of a key
 * that was removed stays behind.
 */
function strayComments({ documents }: Manifest, { before, text: after, applied }: FixedFile): string[] {
  const touched = new Set<string>();
  const destinations = new Map<string, Set<string>>();
  for (const { document, fix } of applied) {
    const whole = documents.find(({ index }) => index === document)?.value;
    for (const patch of fix?.patches ?? []) {
      for (const place of [patch.path, ...(patch.also ?? [])])
        for (const key of [String(place.at(-1)), ...keysOf(valueAt(whole, place))]) touched.add(key);
      for (const { from, to } of (patch.op === "remove" && patch.moved) || []) {
        const key = String(from.at(-1));
        const names = destinations.get(key) ?? new Set([key]);
        for (const place of to) destinations.set(key, names.add(String(place.at(-1))));
      }
    }
  }
  const owners = ownersOf(after);
  return ownersOf(before).flatMap(({ comment, key, isBeside }) => {
    if (key === undefined) return [];
    const now = owners.filter((owner) => owner.comment === comment);
    const names = [...(destinations.get(key) ?? [])];
    if (names.length > 0)
      return !isBeside || now.some(({ below }) => names.some((name) => below.includes(name)))
        ? []
        : [`${comment} did not go along with ${key}`];
    if (touched.has(key)) return [];
    return now.length === 0 || now.some((owner) => owner.key === key) ? [] : [`${comment} is no longer above ${key}`];
  });
}

/** A comment that stands on a line of its own. */
interface Owned {
  readonly comment: string;
  /** The line below the comment and those that follow it. */
  readonly below: string;
  /** The key on that line, unless the comment speaks of the block above. */
  readonly key: string | undefined;
  /** Whether the comment stands right above the key, at its indent. */
  readonly isBeside: boolean;
}

function ownersOf(text: string): Owned[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (!/^\s*#/.test(line)) return [];
    const rest = lines.slice(index + 1);
    const below = rest.find((each) => !/^\s*(#|$)/.test(each)) ?? "";
    // A comment that stands deeper speaks of the block above.
    const isAbove = columnOf(line) <= columnOf(below);
    const beside = rest.slice(0, rest.indexOf(below) + 1);
    return [
      {
        comment: line.trim(),
        below,
        key: isAbove ? /^\s*(?:- +)*["']?([\w./-]+)["']?:(?:\s|$)/.exec(below)?.[1] : undefined,
        isBeside: beside.every((each) => columnOf(each) === columnOf(line)) && !below.trim().startsWith("-"),
      },
    ];
  });
}

function columnOf(line: string): number {
  return line.search(/\S/);
}

/** What fixes took away without writing it elsewhere, and without its name or value in their titles. */
function lostValues({ documents }: Manifest, { documents: changed }: Manifest, { applied }: FixedFile): string[] {
  return applied.flatMap(({ fix, document }) => {
    const { title = "", patches = [] } = fix ?? {};
    const position = documents.findIndex(({ index }) => index === document);
    return patches.flatMap(({ op, path }) => {
      if (op !== "remove") return [];
      const key = path.findLast((step) => typeof step === "string") ?? "";
      const leaves = leavesOf(valueAt(documents[position]?.value, path));
      const kept = new Set(leavesOf(changed[position]?.value));
      // An item goes by the name of its list: a sysctl of the sysctls.
      const isNamed = [key.replace(/s$/, ""), ...leaves].some((word) => title.includes(word));
      return isNamed || leaves.every((leaf) => kept.has(leaf)) ? [] : [`${title}: ${path.join("/")}`];
    });
  });
}

function keysOf(value: Value | undefined): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...keysOf(member)]);
}

function leavesOf(value: Value | undefined): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leavesOf);
  return value === undefined ? [] : [String(value)];
}

/** Why the API server refuses a pod: by its validation, its decoder, or its strict decoder. */
export function refusalsOf(pod: Result["workloads"][number]["pod"], { minor }: KubernetesVersion): string[] {
  return [
    ...validate(pod, minor).map(({ text }) => text),
    ...pod.decoding.mismatches.map(({ at }) => `${at.join("/")} is of a wrong type`),
    ...findUnknownFields(pod).map(({ at }) => `${at.join("/")} is unknown`),
  ];
}

/** Documents whose value is not what the patches alone make of it. */
function changedElsewhere(before: Manifest, after: Manifest, { applied }: FixedFile): string[] {
  return before.documents.flatMap((document, position) => {
    const patches = applied
      .filter((finding) => finding.document === document.index)
      .flatMap((finding) => finding.fix?.patches ?? []);
    const wanted = patches.reduce<Value>(patchValue, document.value);
    const found = after.documents[position]?.value;
    return sameValue(found, wanted)
      ? []
      : [`document ${document.index}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
  });
}

/** Controls of the Pod Security Standards that a pod passed and fails now. */
function newDenials(before: Result, after: Result, version: KubernetesVersion): string[] {
  return before.workloads.flatMap(({ pod }, index) => {
    const now = after.workloads[index]?.pod;
    if (!now) return [`${pod.workload.name} is gone`];
    const failed = new Set(denials(pod, version));
    const failing = denials(now, version).filter((id) => !failed.has(id));
    return failing.map((id) => `${pod.workload.name} fails ${id}`);
  });
}

function denials(pod: Result["workloads"][number]["pod"], { minor }: KubernetesVersion): string[] {
  const controls = rules.flatMap((rule) => rule.controls);
  const inForce = (control: Control) => control.revisions.findLast(({ since }) => since <= minor);
  return controls.filter((control) => inForce(control)?.check(applyDefaults(pod))).map(({ id }) => id);
}
