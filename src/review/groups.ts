import { at, type Container, containerAt, memberOf, type NamespaceDemand, namespacesIn, podsIn } from "../pod/index.ts";
import { type Fact, type Policy, policyIn } from "../policy/index.ts";
import { type Rule, rules, type Violation } from "../rules/index.ts";
import { type Document, type Path, pointAt, type Range, type Value } from "../yaml/index.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Earlier, Subject } from "./only-new.ts";

/** One root cause: what a rule says of one place in the text, for all the containers that it affects. */
export interface Group extends Scope {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly range: Range;
  readonly violation: Violation;
  /** All that the rule says of the subject: what reads the same text may want the same. */
  readonly peers: readonly Violation[];
  readonly containers: readonly Container[];
}

/** The policy for one namespace's pods, and what made it stricter. */
interface Scope {
  readonly policy: Policy;
  readonly demand: NamespaceDemand | undefined;
}

/** Everything that rules can speak of in a document. */
export function subjectsIn(document: Document, policy: Policy): Subject[] {
  return [...podsIn(document, policy), ...namespacesIn(document)];
}

/**
 * How many findings there would be, each counted for every container that it affects: to be known before they are made. Only counted where the text is long
 * enough for too many.
 */
export function findingCount({ range }: Document, subjects: readonly Subject[], policy: Policy): number {
  const sizes = subjects.map((subject) => ("containers" in subject ? subject.containers.length : 1));
  const largest = sizes.reduce((a, b) => Math.max(a, b), 1);
  if ((range.end - range.start) * largest <= policy.limits.findingsPerDocument) return 0;
  let count = 0;
  for (const subject of subjects)
    for (const rule of rules)
      for (const { containers } of policy.rules[rule.id] === "off" ? [] : violationsOf(rule, subject, policy))
        count += Math.max(1, containers.length);
  return count;
}

/** What the rules say of a pod or a Namespace, one group for each root cause. What was lost since `earlier` is placed where it was. */
export function groupsOf(subject: Subject, policy: Policy, earlier?: Earlier): Group[] {
  const { document } = subject;
  const isPod = "containers" in subject;
  const scope = isPod ? policyIn(policy, subject.workload.namespace) : { policy, demand: undefined };
  const groups: Group[] = [];
  // Lists are gone through by number where each container's every rule comes by: V8 makes an object for each item of `of` until it has compiled a loop well.
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index] as Rule;
    const peers = policy.rules[rule.id] === "off" ? [] : violationsOf(rule, subject, scope.policy);
    const causes = causesOf(document, earlier && isPod ? peers.map(placed) : peers);
    for (let at = 0; at < causes.length; at++) {
      const { range, violation, containers } = causes[at] as Cause;
      groups.push({ policy: scope.policy, demand: scope.demand, rule, subject, range, violation, peers, containers });
    }
  }
  return groups;

  function placed(violation: Violation): Violation {
    return earlier && isPod ? whereLost(violation, subject.context, earlier) : violation;
  }
}

type Place = Pick<Group, "range" | "violation">;

/** What is said of one place in the same words, and all the containers that it is about. */
type Cause = Place & Pick<Group, "containers">;

function causesOf(document: Document, violations: readonly Violation[]): Cause[] {
  const only = violations[0];
  if (!only) return [];
  if (violations.length === 1)
    return [{ range: pointAt(document, only.at), violation: only, containers: only.containers }];
  const causes = new Map<number, Gathered[]>();
  for (let index = 0; index < violations.length; index++) {
    const violation = violations[index] as Violation;
    const range = pointAt(document, violation.at);
    const there = causes.get(range.start);
    const cause = there?.find((other) => isOne(other, range, violation));
    if (cause) {
      cause.all ??= new Set(cause.violation.containers);
      for (const container of violation.containers) cause.all.add(container);
    } else if (there) there.push({ range, violation, all: undefined });
    else causes.set(range.start, [{ range, violation, all: undefined }]);
  }
  const found = [...causes.values()].flat();
  return found.map(({ range, violation, all }) => ({
    range,
    violation,
    containers: all ? [...all] : violation.containers,
  }));
}

/** A cause; the containers of its first violation, unless others came to it. */
interface Gathered extends Place {
  all: Set<Container> | undefined;
}

/** Whether a rule says the same of a place with the same start. */
function isOne({ range, violation }: Place, { end }: Range, other: Violation): boolean {
  if (range.end !== end || violation.level !== other.level) return false;
  return violation.message(unnamed) === other.message(unnamed);
}

const unnamed = { who: "", line: () => 0 };

function violationsOf(rule: Rule, subject: Subject, policy: Policy): Violation[] {
  if (!("containers" in subject)) return [...(rule.checkNamespace?.(subject) ?? [])];
  const violations = [...rule.check(subject, { version: policy.kubernetesVersion, fix: policy.fix })];
  // A fragment leaves out what the whole has: only what it writes counts.
  return subject.isFragment ? violations.filter(({ origin }) => origin !== "default") : violations;
}

/** A value that containers got from their pod, and that nobody sets any more, is missed on the pod. */
function whereLost(violation: Violation, podContext: Path, { containers }: Earlier): Violation {
  const { at: place, origin, containers: affected } = violation;
  if (origin !== "default" || affected.length === 0) return violation;
  const isLost = affected.every(({ name, context, effective }) => {
    const field = (
      startsWith(place, context) ? place[context.length] : place[podContext.length]
    ) as keyof typeof effective;
    return containers.get(name)?.effective[field]?.origin === "pod";
  });
  if (!isLost) return violation;
  const own = affected.find(({ context }) => startsWith(place, context))?.context;
  return {
    ...violation,
    at: own ? [...podContext, ...place.slice(own.length)] : place,
    message: (say) => `${violation.message(say)} Before this change the pod set it.`,
  };
}

function startsWith(path: Path, start: Path): boolean {
  for (let index = 0; index < start.length; index++) if (path[index] !== start[index]) return false;
  return true;
}

/** What a group says, container by container. */
export function factsOf(group: Group): Fact[] {
  return (group.containers.length > 0 ? group.containers : [undefined]).map((container) => factOf(group, container));
}

/** What a group says of one of its containers, or of the pod. */
export function factOf({ rule, subject, violation }: Group, container: Container | undefined): Fact {
  const written = at(subject.document.value, violation.at);
  return {
    rule: rule.id,
    level: violation.level,
    container: container?.name ?? null,
    field: namesIn(subject.document.value, violation.at, startOf(subject, violation.at)).join("."),
    value: typeof written === "string" || typeof written === "number" ? written : null,
    extent: violation.extent ?? [],
  };
}

/** How much of a path leads to its owner: the container or the pod; what both have in their contexts is called the same. */
function startOf(subject: Subject, path: Path): number {
  if (!("containers" in subject)) return subject.object.length;
  const owner = containerAt(subject, path);
  if (owner) return owner.path.length;
  return startsWith(path, subject.path) ? subject.path.length : subject.object.length;
}

/** What each finding means for each container: equal before and after a move. */
export function meaningsOf(
  group: Pick<Group, "rule" | "subject" | "violation">,
  containers: readonly Container[],
): string[] {
  const { rule, subject, violation } = group;
  const { document, workload, object } = subject;
  const owner = containers.find(({ path }) => startsWith(violation.at, path));
  const field = namesIn(document.value, violation.at, owner ? owner.path.length : object.length);
  // Of a block only its place counts: what stands in it is not what the finding is about.
  const written = at(document.value, violation.at);
  const value = typeof written === "object" ? null : written;
  const affected = containers.length > 0 ? containers.map(({ name }) => name) : [null];
  return affected.map((container) => fingerprint({ rule: rule.id, workload, container, field, value }));
}

/** A path from some depth on, list items by their names. */
function namesIn(root: Value, path: Path, start: number): string[] {
  const names: string[] = [];
  let value: Value | undefined = root;
  for (let index = 0; index < path.length; index++) {
    const step = path[index] as string | number;
    value = memberOf(value, step);
    const name = typeof step === "string" ? step : memberOf(value, "name");
    if (index >= start && typeof name === "string") names.push(name);
  }
  return names;
}
