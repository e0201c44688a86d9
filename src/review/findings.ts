import {
  type Container,
  type KubernetesObject,
  type NamespaceDemand,
  objectsIn,
  ownerOf,
  workloadOf,
} from "../pod/index.ts";
import {
  type Accepted,
  type Exemption,
  type Fact,
  factsOn,
  knownBy,
  modeOf,
  type Policy,
  rejects,
  workloadKey,
} from "../policy/index.ts";
import { type Fix, type Rule, rules, type Say, unusedIgnore, type Violation, whyUnused } from "../rules/index.ts";
import {
  type Document,
  excessFor,
  type Location,
  lineAt,
  lineText,
  type Path,
  pointAt,
  positionAt,
  type Range,
} from "../yaml/index.ts";
import type { Finding, Ignored } from "./finding.ts";
import { combine } from "./fingerprint.ts";
import { offerOf } from "./fix-offer.ts";
import { factOf, factsOf, findingCount, type Group, groupsOf, meaningsOf } from "./groups.ts";
import { type IgnoreComment, ignoreFor, ignoresIn } from "./ignores.ts";
import { type Before, type Earlier, placeOf, type Subject } from "./only-new.ts";

/** What was found in a document, and what of the policy had to do with it. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** The exemptions and accepted findings that matched. */
  readonly used: ReadonlySet<Exemption | Accepted>;
  /** Why nothing was: there is too much of it. */
  readonly excess?: string | undefined;
}

/**
 * What the rules say about a document's pods and Namespaces, under a policy: in the order of the text, with everything a report needs.
 * `before` holds what was there before the change; `null` where nobody asks.
 */
export function findingsIn(
  document: Document,
  subjects: readonly Subject[],
  policy: Policy,
  before: Before | null,
): Judged {
  const excess = excessFor("findingsPerDocument", findingCount(document, subjects, policy), policy.limits);
  if (excess !== undefined) return { findings: [], used: new Set(), excess };
  const comments = ignoresIn(document, ruleIds, policy.today);
  const owners = comments.length > 0 ? objectsIn(document.value) : [];
  const mayIgnore = comments.length > 0 || policy.exemptions.length > 0 || policy.baseline.size > 0;
  const used = new Set<Exemption | Accepted | IgnoreComment>();
  const findings: Finding[] = [];
  for (const subject of subjects) {
    const earlier = before?.get(placeOf(subject));
    const groups = groupsOf(subject, policy, earlier);
    for (let index = 0; index < groups.length; index++)
      partsOf(groups[index] as Group, before && (earlier ?? nothing)).forEach(add);
  }
  for (const comment of comments) {
    const unused = unusedGroup(document, owners, policy, comment, used);
    if (unused) add(unused);
  }
  return { findings: findings.sort(byPlace), used: used as ReadonlySet<Exemption | Accepted> };

  function add(part: Part): void {
    const finding = findingOf(document, part);
    if (finding) findings.push(finding);
  }

  /** A group's containers, apart where they are not ignored alike, or not new alike. */
  function partsOf(group: Group, earlier: Earlier | null): Part[] {
    if (!earlier && !mayIgnore)
      return [{ group, containers: group.containers, ignored: null, isNew: null, spared: [] }];
    const found = new Map<string, Part & { readonly containers: Container[] }>();
    const spared: Container[] = [];
    for (const container of group.containers.length > 0 ? group.containers : [undefined]) {
      const ignored = ignoredBy(group, container);
      const isNew = earlier && !isKnown(group, container, earlier.facts);
      const key = ignored ? JSON.stringify([ignored, isNew]) : String(isNew);
      const part = found.get(key) ?? { group, containers: [], ignored, isNew, spared };
      if (container) part.containers.push(container);
      if (container && ignored) spared.push(container);
      found.set(key, part);
    }
    return [...found.values()];
  }

  function ignoredBy(group: Group, container: Container | undefined): Ignored | null {
    const { rule, subject, violation } = group;
    const { workload } = subject;
    const target = { rule: rule.id, file: document.file, at: violation.at, workload, container };
    const match = ignoreFor(target, comments, policy);
    if (match) used.add(match.by);
    const known = policy.baseline.size > 0 ? policy.baseline.get(workloadKey(workload)) : undefined;
    const fact = known && factOf(group, container);
    const accepted = fact && knownBy(fact, known);
    if (accepted) used.add(accepted);
    if (match) return match.ignored;
    const by = accepted ?? (fact && coveredBy(rule, fact, known));
    return by ? { by: "baseline", reason: `accepted in ${by.file}`, expires: null } : null;
  }
}

const ruleIds = rules.map(({ id }) => id);
const nothing: Earlier = { facts: [], containers: new Map() };

/** Whether a group's container was as bad before. */
function isKnown(group: Group, container: Container | undefined, known: readonly Fact[]): boolean {
  const fact = known.length > 0 ? factOf(group, container) : undefined;
  return fact !== undefined && (knownBy(fact, known) ?? coveredBy(group.rule, fact, known)) !== undefined;
}

/** The known fact that spoke in a rule's place. */
function coveredBy<F extends Fact>(rule: Rule, { container }: Fact, known: readonly F[]): F | undefined {
  return rule.coveredBy === undefined ? undefined : factsOn({ rule: rule.coveredBy, container }, known)[0];
}

/** Those of a group's containers that have one fate. */
interface Part {
  readonly group: Group;
  /** Those of the group's. */
  readonly containers: readonly Container[];
  readonly ignored: Ignored | null;
  readonly isNew: boolean | null;
  /** Those of the group's containers for which it is ignored. */
  readonly spared: readonly Container[];
}

function unusedGroup(
  document: Document,
  objects: readonly KubernetesObject[],
  policy: Policy,
  comment: IgnoreComment,
  used: ReadonlySet<unknown>,
): Part | undefined {
  const why = comment.defect ?? (used.has(comment) ? undefined : "no finding of its rules is there");
  if (why === undefined) return undefined;
  const owner = ownerOf(objects, comment.path ?? []);
  if (!owner || policy.rules[unusedIgnore.id] === "off") return undefined;
  const group: Group = {
    policy,
    demand: undefined,
    rule: unusedIgnore,
    subject: { document, workload: workloadOf(owner), object: owner.path, labels: {} },
    range: comment.range,
    violation: whyUnused("comment", why, comment.path ?? owner.path),
    containers: [],
    peers: [],
  };
  return { group, containers: [], ignored: null, isNew: null, spared: [] };
}

function findingOf(document: Document, part: Part): Finding | undefined {
  const { group, containers, isNew, ignored } = part;
  const { rule, subject, range, violation, policy, demand } = group;
  const set = policy.rules[rule.id];
  const asked = set === undefined || set === "off" ? modeOf(policy, violation.level, rule.mode) : set;
  if (!asked) return undefined;
  const { text } = document;
  const location = locationOf(document, range);
  const rejection = demand && rejects(demand, violation.level) ? rejectionBy(demand) : undefined;
  const { fix, declined } = fixOf(document, part);
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
    fingerprint: combine(meaningsOf(group, containers)),
    facts: () => (rule === unusedIgnore ? [] : factsOf({ ...group, containers })),
    related: rejection ? [...relatedTo(document, violation), rejection] : relatedTo(document, violation),
    fix,
    declined,
    ignored,
  };
}

function relatedTo(document: Document, { related }: Violation): Finding["related"] {
  if (!related) return [];
  return related.map(({ at, message }) => ({ location: locationOf(document, pointAt(document, at)), message }));
}

/** Said where the cluster itself will act on the finding. */
function rejectionBy({ name, levels: { enforce }, location }: NamespaceDemand): Finding["related"][number] {
  const place = `${location.file}, line ${location.start.line}`;
  return {
    location,
    message: `The cluster will reject the pods: the namespace "${name}" enforces ${enforce} (${place}).`,
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

/** What may be offered of a fix: neither text that others read nor a container that is to stay as it is may be changed by it. */
function fixOf(document: Document, part: Part): Pick<Finding, "fix" | "declined"> {
  const { violation, peers } = part.group;
  const { fix } = violation;
  if (!fix) return { fix: null, declined: null };
  const offer = "declined" in fix ? fix : offerOf(document, fix, peers);
  const declined = "declined" in offer ? offer.declined : sparing(part, offer);
  return "declined" in offer || declined !== undefined
    ? { fix: null, declined: declined ?? null }
    : { fix: offer, declined: null };
}

/** Why a fix would not leave alone what is ignored beside it. */
function sparing({ containers, spared, ignored }: Part, { patches }: Fix): string | undefined {
  if (ignored || spared.length === 0) return undefined;
  const isOwn = (place: Path) =>
    containers.some((container) => container.path.every((step, index) => place[index] === step));
  const places = patches.flatMap(({ path, also = [] }) => [path, ...also]);
  if (places.every(isOwn)) return undefined;
  const names = spared.map(({ name }) => JSON.stringify(name)).join(", ");
  return `it would also change what is ignored in ${names}: set the field in the other containers`;
}

/** Where a range stands. */
export function locationOf({ file, text }: Document, range: Range): Location {
  return { file, range, start: positionAt(text, range.start), end: positionAt(text, range.end) };
}

function byPlace(a: Finding, b: Finding): number {
  return a.location.range.start - b.location.range.start || rules.indexOf(a.rule) - rules.indexOf(b.rule);
}
