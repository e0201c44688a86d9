import { combine, fingerprint, modeOf } from "./policy/index.ts";
import { at } from "./pod/index.ts";
import { rules } from "./rules/index.ts";
import type {
  Container,
  Declined,
  Document,
  Finding,
  Fix,
  Location,
  Pod,
  Policy,
  Range,
  Rule,
  Say,
  Violation,
} from "./types.ts";
import { lineAt, lineText, locate, pointAt, positionAt } from "./yaml/index.ts";

export interface Judged {
  readonly findings: readonly Finding[];
  /** What each finding means for each container: equal before and after a move. */
  readonly meanings: readonly string[];
}

/**
 * What the rules say about a document's pods, under a policy: in the order of the text, with everything a report needs.
 * `known` holds the meanings that were there before the change; `null` where nobody asks.
 */
export function findingsIn(document: Document, pods: readonly Pod[], policy: Policy, known: ReadonlySet<string> | null): Judged {
  const groups = pods.flatMap((pod) => [...groupsOf(document, pod, policy)]);
  const findings = groups.flatMap((group) => findingOf(document, group, policy, known) ?? []);
  return { findings: findings.toSorted(byPlace), meanings: groups.flatMap(meaningsOf) };
}

/** One root cause: what a rule says of one place in the text, for all the containers that it affects. */
interface Group {
  readonly rule: Rule;
  readonly pod: Pod;
  readonly range: Range;
  readonly violation: Violation;
  readonly containers: Container[];
}

function* groupsOf(document: Document, pod: Pod, policy: Policy): Generator<Group> {
  for (const rule of rules) {
    const groups = new Map<string, Group>();
    for (const violation of rule.check(pod, { version: policy.kubernetesVersion, fix: policy.fix })) {
      // A fragment leaves out what the whole has: only what it writes counts.
      if (pod.isFragment && violation.origin === "default") continue;
      const range = pointAt(document, violation.at);
      const key = `${range.start} ${range.end} ${violation.level} ${violation.message({ who: "", line: () => 0 })}`;
      const group = groups.get(key);
      if (group) group.containers.push(...violation.containers.filter((container) => !group.containers.includes(container)));
      else groups.set(key, { rule, pod, range, violation, containers: [...violation.containers] });
    }
    yield* groups.values();
  }
}

function findingOf(document: Document, group: Group, policy: Policy, known: ReadonlySet<string> | null): Finding | undefined {
  const { rule, pod, range, violation, containers } = group;
  const asked = modeOf(policy, violation.level, rule.mode);
  if (!asked) return undefined;
  const { text } = document;
  const meanings = meaningsOf(group);
  const isNew = known && meanings.some((meaning) => !known.has(meaning));
  const location = locationOf(document, range);
  return {
    rule,
    level: violation.level,
    // What was there before the change is shown, and holds nobody up.
    mode: policy.gate === "new" && isNew === false ? "audit" : asked,
    message: violation.message(sayFor(document, containers)),
    location,
    excerpt: lineText(text, location.start.line),
    document: document.index,
    path: violation.at,
    workload: pod.workload,
    containers: containers.map(({ name }) => name),
    origin: violation.origin,
    new: isNew,
    fingerprint: combine(meanings),
    related: (violation.related ?? []).map((each) => ({ location: locationOf(document, pointAt(document, each.at)), message: each.message })),
    ...fixOf(document, violation.fix),
    ignored: null,
  };
}

function sayFor(document: Document, containers: readonly Container[]): Say {
  const names = containers.map(({ name }) => `"${name}"`);
  const listed = names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return {
    who: names.length === 0 ? "the pod" : `${names.length === 1 ? "container" : "containers"} ${listed}`,
    line: (path) => lineAt(document.text, pointAt(document, path).start),
  };
}

/** A fix may not touch text that other places share: they might want something else. */
function fixOf(document: Document, fix: Fix | Declined | undefined): { fix: Fix | null; declined: string | null } {
  if (!fix || "declined" in fix) return { fix: null, declined: fix?.declined ?? null };
  const shared = fix.patches.map(({ path }) => locate(document, path).shared).find((range) => range !== undefined);
  if (!shared) return { fix, declined: null };
  const line = lineAt(document.text, shared.start);
  return { fix: null, declined: `the text is shared through an anchor (line ${line}): change it where the anchor stands` };
}

function meaningsOf({ rule, pod, violation, containers }: Group): string[] {
  const owner = containers.find(({ path }) => path.every((step, index) => violation.at[index] === step));
  const field = violation.at.slice(owner ? owner.path.length : pod.path.length);
  const value = at(pod.document.value, violation.at);
  const affected = containers.length > 0 ? containers.map(({ name }) => name) : [null];
  return affected.map((container) => fingerprint({ rule: rule.id, workload: pod.workload, container, field, value }));
}

function locationOf({ file, text }: Document, range: Range): Location {
  return { file, range, start: positionAt(text, range.start), end: positionAt(text, range.end) };
}

function byPlace(a: Finding, b: Finding): number {
  return a.location.range.start - b.location.range.start || rules.indexOf(a.rule) - rules.indexOf(b.rule);
}
