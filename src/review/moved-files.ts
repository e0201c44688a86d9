import { type Accepted, type Baseline, fromFolder, mapEntries, type Policy, workloadKey } from "../policy/index.ts";
import { mayHideWords, type Source } from "../yaml/index.ts";
import type { BaselineUses } from "./baseline-uses.ts";
import { readManifest } from "./documents.ts";
import { judgeDocument } from "./judgement.ts";

/** The policy for manifests as they were before a change: the files that the change takes away are still there. */
export function policyBefore(policy: Policy, base: readonly Source[]): Policy {
  const files = namesOf(base, policy);
  const wasThere = ({ file }: Accepted) => file !== null && files.has(file);
  return { ...policy, baseline: mapEntries(policy.baseline, (entry) => [wasThere(entry) ? stay(entry) : entry]) };
}

/**
 * The policy for the files as a change leaves them: what the baseline accepts of files that are gone is accepted where it was found before the change. So the
 * change can move it, but can neither multiply it nor bring it into a file that had the workload without it. Call it within `withFullReader`.
 */
export function followMoves(policy: Policy, sources: readonly Source[], base: readonly Source[]): Policy {
  if (!hasGone(policy.baseline)) return policy;
  const [now, before] = [namesOf(sources, policy), policyBefore(policy, base)];
  const uses: BaselineUses = new Map();
  const holders = new Map<string, Set<string>>();
  for (const source of base.filter(({ text }) => mayHoldGone(policy.baseline, text)))
    for (const document of readManifest(source, policy).documents)
      for (const { subject } of judgeDocument(document, { policy: before, uses }).judged) {
        const key = workloadKey(subject.workload);
        const files = holders.get(key) ?? new Set();
        holders.set(key, files.add(fromFolder(policy.folder, source.file)));
      }
  const entriesBefore = new Map([...before.baseline.values()].flat().map((entry) => [entry.entry, entry]));
  const baseline = mapEntries(policy.baseline, (entry, _, workload) => {
    if (!entry.gone) return [entry];
    const found = [...(uses.get(entriesBefore.get(entry.entry) ?? entry)?.values() ?? [])];
    const held = [...(holders.get(workload) ?? [])].filter((file) => now.has(file));
    return [...new Set(found.map(({ file }) => file))].map((file) => {
      const moved = { ...entry, file, count: found.filter((each) => each.file === file).length };
      return now.has(file) ? stay(moved) : { ...moved, gone: { notIn: held } };
    });
  });
  return { ...policy, baseline };
}

/** Whether the baseline accepts something of a file that is not in the tree any more. */
export function hasGone(baseline: Baseline): boolean {
  return [...baseline.values()].some((like) => like.some(({ gone }) => gone));
}

/** Whether a text may hold a workload of which the baseline accepts something in a file that is gone. */
export function mayHoldGone(baseline: Baseline, text: string): boolean {
  const isGone = ([_, like]: readonly [string, readonly Accepted[]]) => like.some(({ gone }) => gone);
  const workloads = [...baseline].filter(isGone).map(([workload]) => nameIn(workload));
  return workloads.length > 0 && (mayHideWords(text) || workloads.some((name) => text.includes(name)));
}

/**
 * The files of baseline entries that these manifests may hold too: for a workload in a manifest for which nothing is accepted there.
 * Files are named from the root of the repository.
 */
export function findOtherFiles(baseline: Baseline, sources: readonly Source[]): Set<string> {
  const others = new Set<string>();
  for (const [workload, entries] of baseline) {
    const files = new Set(entries.flatMap(({ file }) => file ?? []));
    const mayHold = ({ file, text, rendering }: Source) =>
      ![file, ...(rendering?.parts?.keys() ?? [])].some((part) => files.has(part)) &&
      (text.includes(nameIn(workload)) || mayHideWords(text));
    if (sources.some(mayHold)) for (const file of files) others.add(file);
  }
  return others;
}

/** The name in a workload's key. */
function nameIn(workload: string): string {
  return workload.slice(Math.max(workload.lastIndexOf(" "), workload.lastIndexOf("/")) + 1);
}

function stay({ gone: _, ...entry }: Accepted): Accepted {
  return entry;
}

/** The files of manifests, and those that renderings were made of, from the root of the repository. */
function namesOf(sources: readonly Source[], { folder }: Policy): Set<string> {
  const files = sources.flatMap(({ file, rendering }) => [file, ...(rendering?.parts?.keys() ?? [])]);
  return new Set(files.map((file) => fromFolder(folder, file)));
}
