import type { Source } from "../yaml/index.ts";
import type { ManifestReview } from "./conclusion.ts";
import type { Finding } from "./finding.ts";
import type { CarriedFixes, CarryFixes, WantedFix } from "./source-edits.ts";
import { shareVolumeNames } from "./volume-names.ts";

/** Findings with their fixes as edits of the files that people edit, and those files with all edits in them. */
export interface Carried {
  readonly reviews: readonly ManifestReview[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Carries the fixes of findings on renderings, or says at each why it has none. A fix that several renderings want is one only if all of them get it. */
export async function carryAll(
  reviews: readonly ManifestReview[],
  sources: readonly Source[],
  carry: CarryFixes | undefined,
): Promise<Carried> {
  const open = reviews.flatMap(({ findings }) => findings).filter(({ fix, ignored }) => fix && !ignored);
  const idsOf = new Map(open.map((finding, number) => [finding, listIds(finding, number)]));
  const wanted = [...idsOf.values()].flat();
  const { fixes, texts } = carry && open.length > 0 ? await carry(sources, wanted) : nothingCarried;
  const place = (finding: Finding): Finding => {
    const own = (idsOf.get(finding) ?? []).map(({ id }) => fixes.get(id) ?? { declined: nobodyCarries });
    const refusal = own.find((each) => "declined" in each);
    if (refusal && "declined" in refusal) return { ...finding, fix: null, declined: refusal.declined };
    const edits = own.flatMap((each) => ("edits" in each ? each.edits : []));
    return { ...finding, edits: [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()] };
  };
  const placed = reviews.map((review) => ({
    ...review,
    fixed: texts.get(review.source.file) ?? review.source.text,
    findings: review.findings.map((finding) => (idsOf.has(finding) ? place(finding) : finding)),
  }));
  return { reviews: [...placed, ...reviewOthers(texts, placed, sources)], texts };
}

/** The files that get a part of a fix and have no finding of their own. */
function reviewOthers(
  texts: Carried["texts"],
  reviews: readonly ManifestReview[],
  sources: readonly Source[],
): ManifestReview[] {
  const known = new Set(reviews.map(({ source }) => source.file));
  const before = new Map(sources.flatMap(({ rendering }) => [...(rendering?.parts ?? [])]));
  return [...texts].flatMap(([file, fixed]): ManifestReview[] => {
    const text = before.get(file);
    if (known.has(file) || text === undefined) return [];
    const nothing = { findings: [], workloads: [], beside: { namespaces: [], fragments: [] }, problems: [], used: [] };
    return [{ ...nothing, source: { file, text }, fixed, omission: undefined }];
  });
}

/** The files that renderings were made of with the fixes of only these findings in them: proven without all others. */
export async function carryOnly(
  findings: readonly Finding[],
  sources: readonly Source[],
  carry: CarryFixes,
): Promise<CarriedFixes["texts"]> {
  return (await carry(sources, findings.flatMap(listIds))).texts;
}

const nothingCarried: CarriedFixes = { fixes: new Map(), texts: new Map() };
const nobodyCarries = "nothing here renders again, which would prove it";

function listIds({ rendered }: Finding, number: number): readonly WantedFix[] {
  const fixes = (rendered ?? []).map(({ fixed: { document, patches } }, index) => ({
    id: `${number}.${index}`,
    finding: `${number}`,
    document,
    patches,
  }));
  return shareVolumeNames(fixes);
}
