import {
  findObjects,
  findOwner,
  identifyWorkload,
  isDeployer,
  type KubernetesObject,
  type Mode,
  type NamespaceDemand,
} from "../pod/index.ts";
import { explainBar, modeOf, type Policy, rejects } from "../policy/index.ts";
import { enumerate, reportUnused, rules, unusedIgnore } from "../rules/index.ts";
import { type Document, excessFor, type Patch, type Rendering, sourcePlaceOf } from "../yaml/index.ts";
import { type Fate, splitByFate } from "./fate.ts";
import type { Finding, RenderedAs } from "./finding.ts";
import { offerFix } from "./fix-offer.ts";
import { containersOf, fingerprintOf, type Hash, hashWorkload, occurrenceOf } from "./identity.ts";
import { nothingUsed, type Used } from "./ignores.ts";
import { findInlineIgnores, type InlineIgnore } from "./inline-ignores.ts";
import { type JudgedSubject, judgeDocument, type Terms } from "./judgement.ts";
import type { Subject } from "./subjects.ts";
import { everyone, excessOfFindings, type PlacedViolation } from "./violations.ts";

/** What is found in a document, and what of the policy ignored some of it. */
export interface DocumentFindings {
  /** By place, then by rule. */
  readonly findings: readonly Finding[];
  readonly used: Used;
  /** Why there are none: there would be too many. */
  readonly excess?: string;
}

/** What the rules find on a document's subjects. */
export function findingsIn(document: Document, subjects: readonly Subject[], terms: Terms): DocumentFindings {
  const { policy } = terms;
  const ignores = findInlineIgnores(document, policy);
  const excess =
    excessFor("findingsPerDocument", ignores.length, policy.limits) ?? excessOfFindings(document, subjects, policy);
  if (excess !== undefined) return { findings: [], used: nothingUsed(document), excess };
  const { judged, used } = judgeDocument(document, terms, subjects, ignores);
  const objects = ignores.length > 0 ? findObjects(document.value) : [];
  const findings = [
    ...judged.flatMap(reportSubject),
    ...ignores.flatMap((ignore) => judgeIgnore(document, objects, ignore, used, policy)),
  ];
  return { findings: findings.sort(compareFindings), used };
}

function reportSubject({ subject: { document, workload }, violations, ...judged }: JudgedSubject): Finding[] {
  const scope = { ...judged, workload: hashWorkload(workload, document.rendering?.root) };
  return violations.flatMap((violation) => reportViolation(violation, scope));
}

/** What the findings on a subject share. */
interface SubjectScope extends Pick<JudgedSubject, "policy" | "demand" | "counterpart" | "ignoredFor"> {
  /** The hash of the subject's workload. */
  readonly workload: Hash;
}

/** What a reader gets of a violation, a finding for each fate of its containers; nothing where no mode asks for its level. */
function reportViolation(violation: PlacedViolation, scope: SubjectScope): Finding[] {
  const { policy, counterpart, ignoredFor } = scope;
  const mode = modeOf(policy, violation.rule, violation.level);
  // Also where nobody is told: an ignore that matches is used.
  const known = counterpart && mode && { facts: counterpart.facts, mode };
  const fates = splitByFate(violation, ignoredFor, known, policy.exempting);
  if (!mode) return [];
  return fates.map((fate) => makeFinding(violation, fate, mode, scope));
}

const lineUnknown = "The exact line can't be told: it comes from somewhere in this file.";

function makeFinding(
  violation: PlacedViolation,
  fate: Fate,
  mode: Mode,
  { policy, demand, ...scope }: SubjectScope,
): Finding {
  const { rule, subject, level, at: path, origin, range, related = [] } = violation;
  const { containers, isNew, ignored, barred } = fate;
  const { document, workload } = subject;
  const place = violation.readAt.get(containers[0]) ?? range;
  const { location, excerpt, via, isExact } = sourcePlaceOf(document, path, place);
  const text =
    place === range ? [] : [{ location: sourcePlaceOf(document, path, range).location, message: sharedText }];
  const rejection = demand && rejects(demand, level) ? [rejectionBy(demand)] : [];
  const said = containers.length === violation.containers.length ? violation.text : violation.tell(containers);
  const tell = (names: readonly string[]) =>
    // By a function: `$&` in a name would stand for what is replaced.
    [
      said.replaceAll(everyone, () => nameAll(names, isDeployer(workload) ? "values" : "container")),
      ...rejection.map(({ message }) => message),
      ...(isExact ? [] : [lineUnknown]),
      ...(barred
        ? [`It is ignored by ${ignoreWords[barred.by]}, which does not count: ${explainBar(policy.exempting)}.`]
        : []),
    ].join(" ");
  const names = containers.map(({ name }) => name);
  const offer = offerFix(violation, fate);
  return {
    rule,
    level,
    // What was there before the change is shown, and holds nobody up.
    mode: policy.gate === "new" && isNew === false ? "audit" : mode,
    message: tell(names),
    location,
    excerpt,
    document: document.index,
    path,
    workload,
    containers: names,
    origin,
    new: isNew,
    fingerprint: fingerprintOf(violation, containers, scope.workload),
    occurrences: () =>
      rule === unusedIgnore
        ? []
        : containersOf({ containers }).map((container) => occurrenceOf(violation, container, policy.folder)),
    related: [
      ...text,
      ...via,
      ...related.map(({ at, message: said }) => ({ location: sourcePlaceOf(document, at).location, message: said })),
      ...rejection,
    ],
    ...offer,
    ignored,
    ...(!isExact && { isExact }),
    rendered: document.rendering ? [renderedAs(document.rendering, violation, offer.fix?.patches ?? [])] : null,
    tell,
  };
}

function renderedAs(
  { root, values }: Rendering,
  { subject: { document, object, workload }, at: path }: PlacedViolation,
  patches: readonly Patch[],
): RenderedAs {
  const { file } = sourcePlaceOf(document, object).location;
  return { root, values, document: document.index, path, workload, file, fixed: { document, patches } };
}

const ignoreWords = {
  comment: "a comment",
  annotation: "an annotation",
  config: "an exemption",
  baseline: "the baseline",
} as const;

const sharedText = "The text behind the alias stands here.";

/** `the pod`, `container "app"`, `containers "app" and "proxy"`; what is in the values for a chart is called so. */
function nameAll(containers: readonly string[], noun: "container" | "values"): string {
  if (containers.length === 0) return "the pod";
  const word = containers.length > 1 && noun === "container" ? "containers" : noun;
  return `${word} ${enumerate(containers.map((name) => `"${name}"`))}`;
}

/** Said where the cluster itself will act on the finding. */
function rejectionBy({
  name,
  levels: { enforce },
  location,
  isBefore = false,
}: NamespaceDemand): Finding["related"][number] {
  const place = `${location.file}, line ${location.start.line}`;
  const message = isBefore
    ? `Before this change the namespace "${name}" enforced ${enforce} (${place}), and the cluster may still reject the pods.`
    : `The cluster will reject the pods: the namespace "${name}" enforces ${enforce} (${place}).`;
  return { location, message };
}

/** The finding on a comment or an annotation that ignores nothing; none where it does. */
function judgeIgnore(
  document: Document,
  objects: readonly KubernetesObject[],
  ignore: InlineIgnore,
  used: Used,
  policy: Policy,
): Finding[] {
  const { range, path = [], defect, by } = ignore;
  const why = defect ?? (used.inline.has(ignore) ? undefined : "no finding of its rules is there");
  const owner = why === undefined ? undefined : findOwner(objects, path);
  if (why === undefined || !owner || policy.rules[unusedIgnore.id] === "off") return [];
  // A rendered comment stands where its template has it, and not where the value below it comes from.
  const at = ignore.at ?? (document.rendering ? [] : ignore.path) ?? owner.path;
  const violation = reportUnused(by, why, at);
  const subject = { document, workload: identifyWorkload(owner), object: owner.path, labels: {}, unknown: [] };
  const text = violation.message({ who: everyone, containers: [], line: () => "" });
  return reportViolation(
    { ...violation, rule: unusedIgnore, subject, range, readAt: new Map(), text, tell: () => text, wanted: new Map() },
    {
      policy,
      demand: undefined,
      counterpart: undefined,
      ignoredFor: undefined,
      workload: hashWorkload(subject.workload),
    },
  );
}

/** By place, then by rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return a.location.range.start - b.location.range.start || rules.indexOf(a.rule) - rules.indexOf(b.rule);
}
