import { offerOf } from "./offer.ts";
import { at, namespacesIn, podsIn } from "./pod/index.ts";
import { combine, fingerprint, modeOf, policyIn, rejects } from "./policy/index.ts";
import { rules } from "./rules/index.ts";
import type {
  Container,
  Document,
  Finding,
  Location,
  Namespace,
  NamespaceDemand,
  Path,
  Pod,
  Policy,
  Range,
  Rule,
  Say,
  Value,
  Violation,
} from "./types.ts";
import { lineAt, lineText, pointAt, positionAt } from "./yaml/index.ts";

export interface Judged {
  readonly findings: readonly Finding[];
  /** What each finding means for each container: equal before and after a move. */
  readonly meanings: readonly string[];
}

/**
 * What the rules say about a document's pods, under a policy: in the order of the text, with everything a report needs.
 * `known` holds the meanings that were there before the change; `null` where nobody asks.
 */
export function findingsIn(document: Document, policy: Policy, known: ReadonlySet<string> | null): Judged {
  const ofPods = podsIn(document, policy.images).flatMap((pod) =>
    groupsOf(document, pod, policyIn(policy, pod.workload.namespace)),
  );
  const ofNamespaces = namespacesIn(document).flatMap((namespace) =>
    groupsOf(document, namespace, { policy, demand: undefined }),
  );
  const groups = [...ofPods, ...ofNamespaces];
  const findings = groups.flatMap((group) => findingOf(document, group, known) ?? []);
  return { findings: findings.toSorted(byPlace), meanings: groups.flatMap(meaningsOf) };
}

/** One root cause: what a rule says of one place in the text, for all the containers that it affects. */
interface Group extends Scope {
  readonly rule: Rule;
  readonly subject: Pod | Namespace;
  readonly range: Range;
  readonly violation: Violation;
  /** All that the rule says of the subject: what reads the same text may want the same. */
  readonly peers: readonly Violation[];
  readonly containers: Container[];
}

/** The policy for one namespace's pods, and what made it stricter. */
interface Scope {
  readonly policy: Policy;
  readonly demand: NamespaceDemand | undefined;
}

function groupsOf(document: Document, subject: Pod | Namespace, scope: Scope): Group[] {
  return rules.flatMap((rule) => {
    const groups = new Map<string, Group>();
    const peers = violationsOf(rule, subject, scope.policy);
    for (const violation of peers) {
      const range = pointAt(document, violation.at);
      const key = `${range.start} ${range.end} ${violation.level} ${violation.message({ who: "", line: () => 0 })}`;
      const group = groups.get(key);
      if (group)
        group.containers.push(...violation.containers.filter((container) => !group.containers.includes(container)));
      else groups.set(key, { ...scope, rule, subject, range, violation, peers, containers: [...violation.containers] });
    }
    return [...groups.values()];
  });
}

function violationsOf(rule: Rule, subject: Pod | Namespace, policy: Policy): Violation[] {
  if (!("containers" in subject)) return [...(rule.checkNamespace?.(subject) ?? [])];
  const violations = [...rule.check(subject, { version: policy.kubernetesVersion, fix: policy.fix })];
  // A fragment leaves out what the whole has: only what it writes counts.
  return subject.isFragment ? violations.filter(({ origin }) => origin !== "default") : violations;
}

function findingOf(document: Document, group: Group, known: ReadonlySet<string> | null): Finding | undefined {
  const { rule, subject, range, violation, peers, containers, policy, demand } = group;
  const asked = modeOf(policy, violation.level, rule.mode);
  if (!asked) return undefined;
  const { text } = document;
  const meanings = meaningsOf(group);
  const isNew = known && meanings.some((meaning) => !known.has(meaning));
  const location = locationOf(document, range);
  const rejection = demand && rejects(demand, violation.level) ? rejectionBy(demand) : undefined;
  return {
    rule,
    level: violation.level,
    // What was there before the change is shown, and holds nobody up.
    mode: policy.gate === "new" && isNew === false ? "audit" : asked,
    message: violation.message(sayFor(document, containers)) + (rejection ? ` ${rejection.message}` : ""),
    location,
    excerpt: lineText(text, location.start.line),
    document: document.index,
    path: violation.at,
    workload: subject.workload,
    containers: containers.map(({ name }) => name),
    origin: violation.origin,
    new: isNew,
    fingerprint: combine(meanings),
    related: [
      ...(violation.related ?? []).map(({ at: place, message }) => ({
        location: locationOf(document, pointAt(document, place)),
        message,
      })),
      ...(rejection ? [rejection] : []),
    ],
    ...fixOf(document, violation, peers),
    ignored: null,
  };
}

/** Said where the cluster itself will act on the finding. */
function rejectionBy({ name, levels: { enforce }, location }: NamespaceDemand): Finding["related"][number] {
  const place = `${location.file}, line ${location.start.line}`;
  return {
    location,
    message: `The cluster will reject the pods: the namespace "${name}" enforces ${enforce} (${place}).`,
  };
}

function fixOf(document: Document, { fix }: Violation, peers: readonly Violation[]): Pick<Finding, "fix" | "declined"> {
  if (!fix) return { fix: null, declined: null };
  const wanted = peers.flatMap((peer) => (peer.fix && "patches" in peer.fix ? peer.fix.patches : []));
  const offer = "declined" in fix ? fix : offerOf(document, fix, wanted);
  return "declined" in offer ? { fix: null, declined: offer.declined } : { fix: offer, declined: null };
}

function sayFor(document: Document, containers: readonly Container[]): Say {
  const names = containers.map(({ name }) => `"${name}"`);
  const listed = names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return {
    who: names.length === 0 ? "the pod" : `${names.length === 1 ? "container" : "containers"} ${listed}`,
    line: (path) => lineAt(document.text, pointAt(document, path).start),
  };
}

function meaningsOf({ rule, subject, violation, containers }: Group): string[] {
  const { document, workload, object } = subject;
  const owner = containers.find(({ path }) => path.every((step, index) => violation.at[index] === step));
  const start = owner ? owner.path.length : object.length;
  const field = violation.at
    .map((step, index) => nameOf(document.value, violation.at.slice(0, index + 1)) ?? step)
    .slice(start);
  // Of a block only its place counts: what stands in it is not what the finding is about.
  const written = at(document.value, violation.at);
  const value = typeof written === "object" ? null : written;
  const affected = containers.length > 0 ? containers.map(({ name }) => name) : [null];
  return affected.map((container) => fingerprint({ rule: rule.id, workload, container, field, value }));
}

/** What a list's item calls itself: its place in the list may change, its name stays. */
function nameOf(root: Value, path: Path): string | undefined {
  const item = typeof path.at(-1) === "number" ? at(root, [...path, "name"]) : undefined;
  return typeof item === "string" ? item : undefined;
}

/** Where a range stands. */
export function locationOf({ file, text }: Document, range: Range): Location {
  return { file, range, start: positionAt(text, range.start), end: positionAt(text, range.end) };
}

function byPlace(a: Finding, b: Finding): number {
  return a.location.range.start - b.location.range.start || rules.indexOf(a.rule) - rules.indexOf(b.rule);
}
