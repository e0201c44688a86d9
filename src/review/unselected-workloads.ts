import { findPods, isKustomization, mayHoldWorkload } from "../pod/index.ts";
import { type Policy, workloadKey } from "../policy/index.ts";
import { mayHideWords, type Problem, type Source, withFullReader } from "../yaml/index.ts";
import { readManifest } from "./documents.ts";

/** What a change makes of files, as far as their names go. */
export interface ChangeOfNames {
  /** Files that it brings or changes, and that are not judged, because of their names. */
  readonly unselected: readonly Source[];
  /** Those that are judged. */
  readonly selected: readonly Source[];
  /** Manifests as they were before. */
  readonly base: readonly Source[];
}

/**
 * Says which workloads a change keeps from being judged by the names of their files: those that were in a manifest before, which may not be deployed any more, and
 * those in a file that a kustomization of the change names, whatever its extension. The latter are deployed, and could not be evaluated.
 */
export function findUnselectedWorkloads(
  { unselected, selected, base }: ChangeOfNames,
  policy: Policy,
): Promise<Problem[]> {
  const workloadsIn = (sources: readonly Source[]) => {
    const documents = sources.flatMap((source) => readManifest(source, policy).documents);
    return documents.flatMap((document) => findPods(document, policy)).map(({ workload }) => workloadKey(workload));
  };
  return withFullReader(() => {
    const suspects = unselected.filter(({ text, unread }) => !unread && mayHoldWorkload(text));
    if (suspects.length === 0) return [];
    const [judged, before] = [new Set(workloadsIn(selected)), new Set(workloadsIn(base))];
    const kustomizations = [...selected, ...unselected].filter(({ file }) => isKustomization(file));
    return suspects.flatMap((source) => {
      const { file } = source;
      const workloads = workloadsIn([source]);
      const name = file.slice(file.lastIndexOf("/") + 1);
      const isNamed = kustomizations.some(({ text }) => text.includes(name) || mayHideWords(text));
      const hasMoved = workloads.some((key) => before.has(key) && !judged.has(key));
      if (workloads.length === 0 || !(isNamed || hasMoved)) return [];
      const why = isNamed ? "a kustomization of this change names it" : "it was in a manifest before this change";
      const message = `The workload in this file is not judged, because of the file's name, although ${why}: give the file a name that ends in .yaml, or add it to \`files\`.`;
      return [{ severity: isNamed ? "error" : "note", file, line: 1, message }];
    });
  });
}
