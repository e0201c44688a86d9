import type { Container } from "../pod/index.ts";
import { type Accepted, type Exemption, exemptionsFor, isExempt, type Policy, workloadKey } from "../policy/index.ts";
import { type Document, type Path, sourcePlaceOf } from "../yaml/index.ts";
import { acceptFound, type BaselineUses, type OpenOccurrence } from "./baseline-uses.ts";
import type { Ignored } from "./finding.ts";
import { containersOf, occurrenceOf } from "./identity.ts";
import type { InlineIgnore } from "./inline-ignores.ts";
import type { SourceIgnore } from "./source-ignores.ts";
import { keyOf, type Subject } from "./subjects.ts";
import type { PlacedViolation } from "./violations.ts";

/** All that may ignore what is found on one subject. */
interface Ignores extends DocumentIgnores {
  /** The exemptions in force whose kinds, namespaces, names and files are the subject's. */
  readonly exemptions: readonly Exemption[];
  /** What the baseline accepts of the subject's workload. */
  readonly accepted: readonly Accepted[];
}

/** What may ignore something in a document, and what of it has matched so far. */
export interface DocumentIgnores {
  readonly inline: IgnoreIndex;
  /** Those in the files that the document was rendered of. */
  readonly inSources: readonly SourceIgnore[];
  readonly used: Used;
  /** Of all documents. */
  readonly uses: BaselineUses;
}

/** What has ignored something in a document. */
export interface Used {
  readonly document: Document;
  readonly inline: Set<InlineIgnore>;
  readonly exemptions: Set<Exemption>;
}

/** Where nothing has ignored anything yet. */
export function nothingUsed(document: Document): Used {
  return { document, inline: new Set(), exemptions: new Set() };
}

/** The first ignore of each rule at each node: there may be thousands, and each finding asks. */
export type IgnoreIndex = ReadonlyMap<string, InlineIgnore>;

/** Well-formed ignores as an index. */
export function indexIgnores(ignores: readonly InlineIgnore[]): IgnoreIndex {
  const index = new Map<string, InlineIgnore>();
  for (const ignore of ignores.toReversed())
    if (ignore.defect === undefined && ignore.path)
      for (const rule of ignore.rules) index.set(`${rule} ${keyOf(ignore.path)}`, ignore);
  return index;
}

/** Why a violation is ignored for a container, or for the pod (`undefined`); `null` where it is not. */
export type IgnoredFor = (violation: PlacedViolation, container: Container | undefined) => Ignored | null;

/** Finds why each violation of a subject is ignored. Comments and annotations come first, then exemptions; the baseline is used only by what they leave. */
export function findIgnored(
  { document, object, workload }: Subject,
  violations: readonly PlacedViolation[],
  policy: Policy,
  inDocument: DocumentIgnores,
): IgnoredFor {
  const ignores: Ignores = {
    ...inDocument,
    exemptions: exemptionsFor(workload, sourcePlaceOf(document, object).location.file, policy),
    accepted: policy.baseline.get(workloadKey(workload)) ?? [],
  };
  const known = new Map<PlacedViolation, Map<Container | undefined, Ignored>>();
  const ignore = (violation: PlacedViolation, container: Container | undefined, ignored: Ignored) =>
    known.set(violation, (known.get(violation) ?? new Map()).set(container, ignored));
  const open: OpenViolation[] = [];
  for (const violation of violations)
    for (const container of containersOf(violation)) {
      const ignored = findInline(violation, container, ignores) ?? findExemption(violation, container, ignores);
      if (ignored) ignore(violation, container, ignored);
      else if (ignores.accepted.length > 0)
        open.push({
          ...occurrenceOf(violation, container, policy.folder),
          rule: violation.rule,
          violation,
          container,
        });
    }
  for (const [{ violation, container }, { written }] of acceptFound(open, ignores.accepted, ignores.uses))
    ignore(violation, container, { by: "baseline", reason: `accepted in ${written.file}`, expires: null });
  return (violation, container) => known.get(violation)?.get(container) ?? null;
}

interface OpenViolation extends OpenOccurrence {
  readonly violation: PlacedViolation;
  readonly container: Container | undefined;
}

function findInline(
  violation: PlacedViolation,
  container: Container | undefined,
  { inline, inSources, used }: Ignores,
): Ignored | undefined {
  if (inline.size + inSources.length === 0) return undefined;
  const { rule, at: place } = violation;
  const places = [place, container?.path ?? place];
  const found = findAround(rule.id, places, inline) ?? findInSources(violation, places, inSources);
  if (!found) return undefined;
  used.inline.add(found);
  return { by: found.by, reason: found.reason, expires: found.expires };
}

function findExemption(
  violation: PlacedViolation,
  container: Container | undefined,
  { exemptions, used }: Ignores,
): Ignored | undefined {
  const exemption = exemptions.find((each) => isExempt(each, violation, container));
  if (!exemption) return undefined;
  used.exemptions.add(exemption);
  return { by: "config", reason: exemption.reason, expires: exemption.expires };
}

/** The first comment in a source file on a rule that covers what a person would edit at one of the places. */
function findInSources(
  { rule, subject: { document } }: PlacedViolation,
  places: readonly Path[],
  inSources: readonly SourceIgnore[],
): InlineIgnore | undefined {
  if (inSources.length === 0) return undefined;
  const spots = places.map((place) => sourcePlaceOf(document, place).location);
  return inSources.find(
    ({ comment, location, covers }) =>
      comment.rules.includes(rule.id) &&
      comment.defect === undefined &&
      spots.some(({ file, range: { start } }) => file === location.file && start >= covers.start && start < covers.end),
  )?.comment;
}

/** The first ignore of a rule whose node is around one of the places. */
function findAround(rule: string, places: readonly Path[], inline: IgnoreIndex): InlineIgnore | undefined {
  const around = places.flatMap((place) =>
    [...place, ""].flatMap((_, depth) => inline.get(`${rule} ${keyOf(place.slice(0, depth))}`) ?? []),
  );
  return around.toSorted((a, b) => a.range.start - b.range.start)[0];
}
