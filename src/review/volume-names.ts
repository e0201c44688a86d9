import { isFields, type Patch } from "../yaml/index.ts";
import type { WantedFix } from "./source-edits.ts";

/**
 * The fixes of one finding with one name for each volume that they bring: a pod of several containers names it after the container, and another rendering of
 * the same text may be of one container. A fix stays as it is where its pod may have a volume of that name.
 */
export function shareVolumeNames(fixes: readonly WantedFix[]): readonly WantedFix[] {
  const names = fixes.map(({ patches }) => patches.flatMap(nameBroughtBy));
  const [longest = []] = names.toSorted((a, b) => b.join().length - a.join().length);
  return fixes.map((fix, index) => {
    const { text, range } = fix.document;
    const object = text.slice(range.start, range.end);
    const own = names[index] ?? [];
    const isFree = (name: string, position: number) => name === own[position] || !object.includes(name);
    if (own.length !== longest.length || !longest.every(isFree)) return fix;
    const renamed = new Map(own.map((name, position) => [name, longest[position] ?? name]));
    return { ...fix, patches: fix.patches.map((patch) => rename(patch, renamed)) };
  });
}

function nameBroughtBy({ path, ...patch }: Patch): string[] {
  const value = patch.op === "append" && path.at(-1) === "volumes" ? patch.value : null;
  return isFields(value) && typeof value.name === "string" ? [value.name] : [];
}

function rename(patch: Patch, names: ReadonlyMap<string, string>): Patch {
  if (patch.op !== "append" || !/^volume(?:s|Mounts)$/.test(String(patch.path.at(-1)))) return patch;
  const { value } = patch;
  const name = isFields(value) && typeof value.name === "string" ? names.get(value.name) : undefined;
  return isFields(value) && name !== undefined ? { ...patch, value: { ...value, name } } : patch;
}
