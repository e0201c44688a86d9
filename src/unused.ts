import type { Judged } from "./findings.ts";
import { factText, fingerprint, hasExpired, workloadKey } from "./policy/index.ts";
import { unusedIgnore, whyUnused } from "./rules/index.ts";
import type { Accepted, Exemption, Finding, Policy, Problem, ReviewedWorkload, Workload } from "./types.ts";

/** Exemptions that have expired, and where everything was judged, those that nothing needs. */
export function unusedExemptions({ exemptions, today, isWhole, rules }: Policy, judged: readonly Judged[]): Finding[] {
  if (rules[unusedIgnore.id] === "off") return [];
  return exemptions.flatMap((each) => {
    if (hasExpired(each.expires, today)) return findingFor(each, `it expired on ${each.expires}`, rules);
    const isUsed = judged.some(({ used }) => used.has(each));
    return isUsed || !isWhole ? [] : findingFor(each, "it fits no finding", rules);
  });
}

function findingFor({ location, excerpt, path }: Exemption, why: string, rules: Policy["rules"]): Finding[] {
  const set = rules[unusedIgnore.id];
  const { level, origin, message } = whyUnused("exemption", why, path);
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
      fingerprint: fingerprint({ rule: unusedIgnore.id, workload, container: null, field: path, value: excerpt }),
      facts: [],
      related: [],
      fix: null,
      declined: null,
      ignored: null,
    },
  ];
}

/** What the baseline accepts in a workload that was judged, and that is not there any more: one note, so that nobody brings it back unseen. */
export function unusedBaseline(
  { baseline }: Policy,
  judged: readonly Judged[],
  workloads: readonly ReviewedWorkload[],
): Problem[] {
  if (baseline.size === 0) return [];
  const used = new Set<unknown>(judged.flatMap((each) => [...each.used]));
  const keys = new Set(workloads.map(({ pod }) => workloadKey(pod.workload)));
  const gone = [...keys].flatMap((key) => (baseline.get(key) ?? []).filter((each) => !used.has(each)));
  const [first] = gone.toSorted((a, b) => a.line - b.line);
  return first ? [noteOn(first, gone.length)] : [];
}

function noteOn(first: Accepted, count: number): Problem {
  const what = count === 1 ? "An accepted finding is gone" : `${count} accepted findings are gone, the first here`;
  const message = `${what} (${factText(first)}): run \`secctx baseline\` to take ${count === 1 ? "it" : "them"} out.`;
  return { severity: "note", file: first.file, line: first.line, message };
}
