import type { Container, Workload } from "../pod/index.ts";
import { matchesPattern } from "../pod/patterns.ts";
import { type Rule, rules } from "../rules/index.ts";
import type { Path } from "../yaml/index.ts";
import { type Exempting, type Exemption, fromFolder, hasExpired, type Policy } from "./policy.ts";

/**
 * Whether an ignore of any kind counts under the shared policy. `heldBefore` says whether the same was ignored before the change, and is true where nothing is
 * compared. Of exemptions, those that don't count are not in force at all; where only what held before counts, they and the baseline are read there.
 */
export function countsIgnore(
  { allows }: Exempting,
  by: "comment" | "annotation" | "config" | "baseline",
  heldBefore: boolean,
): boolean {
  if (allows === "all" || by === "config") return true;
  return allows === "base" && (by === "baseline" || heldBefore);
}

/** What the shared policy says of ignores that don't count, as the end of a sentence. */
export function explainBar({ allows, by }: Exempting): string {
  return allows === "none"
    ? `the shared policy allows no exemptions (${by})`
    : `the shared policy allows only exemptions that held before the change (${by})`;
}

/** The exemptions in force for what is found on a workload, whichever rule and container it is about. */
export function exemptionsFor(
  { kind, namespace, name }: Workload,
  file: string,
  { exemptions, today, folder }: Policy,
): Exemption[] {
  return exemptions.filter(
    (exemption) =>
      !hasExpired(exemption.expires, today) &&
      !exemption.isBarred &&
      isAmong(kind, exemption.kinds) &&
      isAmong(namespace ?? "default", exemption.namespaces) &&
      isAmong(name, exemption.names) &&
      isAmong(fromFolder(folder, file), exemption.files),
  );
}

/** Whether an exemption for the workload covers what a rule says of a container, or of the pod where there is none. `value` is what the finding names. */
export function isExempt(
  { rules, containers, images, values }: Exemption,
  { rule, value }: { readonly rule: Pick<Rule, "id">; readonly value?: string },
  container: Pick<Container, "name" | "image"> | undefined,
): boolean {
  const isNamed = values === undefined || (value !== undefined && values.includes(value));
  return (
    isNamed && isAmong(rule.id, rules) && isAmong(container?.name, containers) && isAmong(container?.image, images)
  );
}

/** What is wrong with the values of an exemption: one of its rules has none, or none of its rules has this one. `at` leads to what is wrong. */
export function findValueDefects({
  rules: patterns = [],
  values,
}: Pick<Exemption, "rules" | "values">): { readonly at: Path; readonly message: string }[] {
  if (!values) return [];
  const chosen = rules.filter(({ id }) => isAmong(id, patterns));
  const mute = chosen.find((rule) => !rule.values);
  if (mute || chosen.length === 0) {
    const why = mute ? `${mute.id} has no values` : `no rule matches ${patterns.join(", ")}`;
    const some = rules.filter((rule) => rule.values).map(({ id }) => id);
    return [{ at: ["rules"], message: `${why}: leave out values, or use rules that have some: ${some.join(", ")}` }];
  }
  const forms = chosen.map(({ id, values: named }) => `${id} (${named?.form})`).join(" or ");
  return values.flatMap((value, index) => {
    if (chosen.some((rule) => rule.values?.isPossible(value))) return [];
    return [{ at: ["values", index], message: `${JSON.stringify(value)} is not a value of ${forms}` }];
  });
}

/** A criterion that is not given matches everything; one that is given matches nothing where there is no value. */
function isAmong(value: string | null | undefined, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return true;
  return typeof value === "string" && patterns.some((pattern) => matchesPattern(pattern, value));
}
