import type { Workload } from "../pod/index.ts";
import { type Exemption, factText, hasExpired, type Policy } from "../policy/index.ts";
import { unusedIgnore, whyUnused } from "../rules/index.ts";
import type { Problem } from "../yaml/index.ts";
import type { Finding } from "./finding.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Gone, Pending } from "./result.ts";

/** What a review met: the exemptions and accepted findings that matched, and the workloads by their keys. */
export interface Seen {
  readonly used: ReadonlySet<unknown>;
  readonly workloads: ReadonlySet<string>;
}

/** What of the policy does nothing, as far as what was judged can tell. A shard holds it back. */
export function pendingIn(policy: Policy, seen: Seen): Pending {
  return { findings: unusedExemptions(policy, seen), ...acceptedIn(policy, seen) };
}

/** Exemptions that have expired, and where everything was judged, those that nothing needs. */
function unusedExemptions({ exemptions, today, isWhole, rules }: Policy, { used }: Seen): Finding[] {
  if (rules[unusedIgnore.id] === "off") return [];
  return exemptions.flatMap((each) => {
    if (hasExpired(each.expires, today)) return findingFor(each, `it expired on ${each.expires}`, rules);
    return used.has(each) || !isWhole ? [] : findingFor(each, "it fits no finding", rules);
  });
}

function findingFor({ location, excerpt, path }: Exemption, why: string, rules: Policy["rules"]): Finding[] {
  const set = rules[unusedIgnore.id];
  const { level, origin, message } = whyUnused("exemption", why, path);
  const field = path.filter((step) => typeof step === "string");
  const workload: Workload = { apiVersion: "", kind: "Configuration", namespace: null, name: location.file };
  return [
    {
      rule: unusedIgnore,
      level,
      mode: set === undefined || set === "off" ? "warn" : set,
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
    },
  ];
}

/** What the baseline accepts in a workload that was judged: the entries that were found, and those that are not there any more. */
function acceptedIn({ baseline }: Policy, { used, workloads }: Seen): Pick<Pending, "used" | "gone"> {
  if (baseline.size === 0) return { used: [], gone: [] };
  const known = [...workloads].flatMap((key) => baseline.get(key) ?? []).toSorted((a, b) => a.entry - b.entry);
  return {
    used: known.filter((each) => used.has(each)).map(({ entry }) => entry),
    gone: known
      .filter((each) => !used.has(each))
      .map((each) => ({ entry: each.entry, file: each.file, line: each.line, fact: factText(each) })),
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
