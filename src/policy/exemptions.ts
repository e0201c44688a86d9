import type { Container, Workload } from "../pod/index.ts";
import { matchesPattern } from "../pod/patterns.ts";
import { type Exemption, fromFolder, hasExpired, type Policy } from "./policy.ts";

/** The exemptions in force for what is found on a workload, whichever rule and container it is about. */
export function exemptionsFor(
  { kind, namespace, name }: Workload,
  file: string,
  { exemptions, today, folder }: Policy,
): Exemption[] {
  return exemptions.filter(
    ({ kinds, namespaces, names, files, expires }) =>
      !hasExpired(expires, today) &&
      isAmong(kind, kinds) &&
      isAmong(namespace ?? "default", namespaces) &&
      isAmong(name, names) &&
      isAmong(fromFolder(folder, file), files),
  );
}

/** Whether an exemption for the workload covers what a rule says of a container, or of the pod where there is none. */
export function isExempt(
  { rules, containers, images }: Exemption,
  rule: string,
  container: Pick<Container, "name" | "image"> | undefined,
): boolean {
  return isAmong(rule, rules) && isAmong(container?.name, containers) && isAmong(container?.image, images);
}

/** A criterion that is not given matches everything; one that is given matches nothing where there is no value. */
function isAmong(value: string | null | undefined, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return true;
  return typeof value === "string" && patterns.some((pattern) => matchesPattern(pattern, value));
}
