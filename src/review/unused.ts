import type { Workload } from "../pod/index.ts";
import { type Accepted, type Exemption, factText, hasExpired, type Policy } from "../policy/index.ts";
import { reportUnused, unusedIgnore } from "../rules/index.ts";
import type { Problem } from "../yaml/index.ts";
import type { Finding } from "./finding.ts";
import { fingerprint } from "./identity.ts";
import type { Gone, Pending } from "./result.ts";

/** What a review met: the exemptions and accepted facts that matched, and the workloads by their keys. */
export interface Seen {
  readonly exemptions: Set<Exemption>;
  readonly accepted: Set<Accepted>;
  readonly workloads: Set<string>;
}

/** Findings on the exemptions that have expired, and, where everything was reviewed, on those that match nothing. */
export function findUnusedExemptions({ exemptions, today, isWhole, rules }: Policy, seen: Seen): Finding[] {
  const mode = rules[unusedIgnore.id] ?? "warn";
  if (mode === "off") return [];
  return exemptions.flatMap((exemption) => {
    const { expires } = exemption;
    if (hasExpired(expires, today)) return findingOn(exemption, `it expired on ${expires}`, mode);
    return seen.exemptions.has(exemption) || !isWhole ? [] : findingOn(exemption, "it fits no finding", mode);
  });
}

function findingOn({ location, excerpt, path }: Exemption, why: string, mode: Finding["mode"]): Finding {
  const { level, origin, message } = reportUnused("exemption", why, path);
  const field = path.filter((step) => typeof step === "string");
  const workload: Workload = { apiVersion: "", kind: "Configuration", namespace: null, name: location.file };
  return {
    rule: unusedIgnore,
    level,
    mode,
    message: message({ who: "", line: () => 0 }),
    location,
    excerpt,
    document: 0,
    path,
    workload,
    containers: [],
    origin,
    new: null,
    fingerprint: fingerprint({ rule: unusedIgnore.id, workload, container: null, field, value: excerpt }),
    facts: () => [],
    related: [],
    fix: null,
    declined: null,
    ignored: null,
  };
}

/** What the baseline accepts of the workloads that were reviewed: the numbers of the entries that matched, and the entries that are gone. */
export function findGone({ baseline }: Policy, { accepted, workloads }: Seen): Pick<Pending, "used" | "gone"> {
  const known = [...workloads].flatMap((key) => baseline.get(key) ?? []).toSorted((a, b) => a.entry - b.entry);
  const gone = known.filter((each) => !accepted.has(each));
  return {
    used: known.filter((each) => accepted.has(each)).map(({ entry }) => entry),
    gone: gone.map((each) => ({ entry: each.entry, file: each.file, line: each.line, fact: factText(each) })),
  };
}

/** One note on what is gone from the baseline, so that nobody brings it back unseen. */
export function goneNotes([first, ...rest]: readonly Gone[]): Problem[] {
  if (!first) return [];
  const count = 1 + rest.length;
  const what = count === 1 ? "An accepted finding is gone" : `${count} accepted findings are gone, the first here`;
  const message = `${what} (${first.fact}): run \`secctx baseline\` to take ${count === 1 ? "it" : "them"} out.`;
  return [{ severity: "note", file: first.file, line: first.line, message }];
}
