import type { Policy } from "../policy/index.ts";
import { enumerate, unusedIgnore } from "../rules/index.ts";
import { type Location, type Problem, sourcePlaceOf } from "../yaml/index.ts";
import type { ManifestReview } from "./conclusion.ts";
import type { Finding, RenderedAs } from "./finding.ts";
import { compareFindings } from "./findings.ts";
import { fix } from "./fix.ts";
import { groupBy, keepDistinct } from "./groups.ts";
import type { Beside } from "./result.ts";
import { ignoresInSources } from "./source-ignores.ts";
import { findUnusedComments } from "./unused-ignores.ts";

/**
 * Turns what was found in rendered texts into what is to be mended in the files that they were made of: a review of each such file, by its name. One root
 * cause that several renderings show is one finding that names them.
 */
export function regroupByFile(reviews: readonly ManifestReview[], policy: Policy): ManifestReview[] {
  const used = findUsedIgnores(reviews);
  const judged = reviews.flatMap((review) => review.findings);
  const needed = judged.filter(({ rule, location }) => rule !== unusedIgnore || !used.has(spotOf(location)));
  const comments = reviews.flatMap(({ source: { rendering } }) =>
    rendering ? ignoresInSources(rendering, policy.today) : [],
  );
  const unused = findUnusedComments(
    comments,
    reviews.flatMap((review) => review.used),
    policy,
  );
  const found = [...joinAlike(needed), ...unused];
  const findings = groupBy(found, ({ location }) => location.file);
  const workloads = groupBy(
    reviews.flatMap((review) => review.workloads),
    ({ file }) => file,
  );
  const problems = groupBy(keepDistinct(reviews.flatMap((review) => review.problems)), ({ file }) => file);
  const roots = reviews.map(({ source }) => source.file);
  const files = new Set([...roots, ...findings.keys(), ...workloads.keys(), ...problems.keys()]);
  const texts = new Map(reviews.flatMap(({ source }) => [...(source.rendering?.parts ?? [])]));
  return [...files].toSorted().map((file) => ({
    source: { file, text: texts.get(file) ?? "" },
    findings: (findings.get(file) ?? []).toSorted((a, b) => a.location.range.start - b.location.range.start),
    workloads: workloads.get(file) ?? [],
    beside: joinBeside(reviews.filter(({ source }) => source.file === file)),
    problems: problems.get(file) ?? [],
    omission: undefined,
    used: reviews.filter(({ source }) => source.file === file).flatMap(({ used }) => used),
  }));
}

/** What a file says by itself, together with what renderings say of it: an Application that stands beside other objects. */
export async function joinReviews(
  own: ManifestReview,
  rendered: ManifestReview,
  policy: Policy,
): Promise<ManifestReview> {
  const { source } = own;
  const { text } = await fix({ ...source, text: rendered.fixed ?? source.text }, policy);
  // A comment is used where what it stands on is judged.
  const isEvaluated = ({ location: { range } }: Finding) =>
    source.evaluated?.some(({ range: { start, end } }) => range.start >= start && range.start < end) ?? false;
  const isPlaced = (finding: Finding, isRendered: boolean) =>
    finding.rule !== unusedIgnore || isEvaluated(finding) === isRendered;
  return {
    ...own,
    findings: [
      ...rendered.findings.filter((finding) => isPlaced(finding, true)),
      ...own.findings.filter((finding) => isPlaced(finding, false)),
    ].toSorted(compareFindings),
    workloads: [...rendered.workloads, ...own.workloads],
    beside: {
      namespaces: [...rendered.beside.namespaces, ...own.beside.namespaces],
      fragments: [...rendered.beside.fragments, ...own.beside.fragments],
    },
    problems: [...rendered.problems, ...own.problems],
    used: [...rendered.used, ...own.used],
    fixed: text,
  };
}

/** The Namespaces and fragments of all renderings. They are reported at the roots, since no other file is edited for them. */
function joinBeside(reviews: readonly ManifestReview[]): Beside {
  return {
    namespaces: reviews.flatMap(({ beside }) => beside.namespaces),
    fragments: reviews.flatMap(({ beside }) => beside.fragments),
  };
}

/** Where the annotations and comments stand that ignore something in a rendering. They are needed, even if they ignore nothing in another one. */
function findUsedIgnores(reviews: readonly ManifestReview[]): Set<string> {
  const used = reviews.flatMap((review) => review.used);
  const places = used.flatMap(({ document, inline }) =>
    document.rendering
      ? [...inline].map(({ at = [], range }) => spotOf(sourcePlaceOf(document, at, range).location))
      : [],
  );
  return new Set(places);
}

function spotOf({ file, range }: Location): string {
  return `${file}:${range.start}`;
}

/** Findings of one rule that say the same of the same place become one, with the renderings, workloads and containers of all. */
function joinAlike(findings: readonly Finding[]): Finding[] {
  const alike = groupBy(findings, ({ location: { file, range }, rule, level, mode, new: isNew, ignored, tell }) =>
    JSON.stringify([file, range, rule.id, level, mode, isNew, ignored, tell([])]),
  );
  return [...alike.values()].map(joinAll);
}

function joinAll(alike: readonly [Finding, ...Finding[]]): Finding {
  const [first] = alike;
  if (alike.length === 1) return first;
  const containers = [...new Set(alike.flatMap((each) => each.containers))];
  const rendered = alike.flatMap((each) => each.rendered ?? []);
  return {
    ...first,
    containers,
    rendered,
    message: [first.tell(containers), ...nameRenderings(rendered)].join(" "),
    occurrences: () => alike.flatMap(({ occurrences }) => occurrences()),
    related: keepDistinct(alike.flatMap(({ related }) => related)),
  };
}

/** Where the cause shows, as a sentence. */
function nameRenderings(rendered: readonly RenderedAs[]): string[] {
  const isMore = new Set(rendered.map(({ root, values }) => JSON.stringify([root, values]))).size > 1;
  const roots = isMore ? [...groupBy(rendered, ({ root }) => root)].map(([root, alike]) => nameRoot(root, alike)) : [];
  const workloads = [...new Set(rendered.map(({ workload: { kind, name } }) => `${kind} ${JSON.stringify(name)}`))];
  if (workloads.length > 1)
    return [`It shows in ${listAll(workloads)}${isMore ? `, rendered by ${listAll(roots)}` : ""}.`];
  return isMore ? [`It shows in the renderings of ${listAll(roots)}.`] : [];
}

/** A chart or overlay, with the files of values that it is rendered with; those in its folder are named from there. */
function nameRoot(root: string, rendered: readonly RenderedAs[]): string {
  const name = root === "." ? "this folder" : root;
  const nameFile = (file: string) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file);
  const lists = [...new Set(rendered.map(({ values }) => values.map(nameFile).join(" + ") || "as it is"))];
  return lists.every((list) => list === "as it is") ? name : `${name} (${listAll(lists)})`;
}

/** How many names a sentence lists. */
const most = 10;

function listAll(names: readonly string[]): string {
  return enumerate(names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names);
}

/** One note that counts the findings whose line can't be told. */
export function noteInexact(reviews: readonly ManifestReview[]): Problem[] {
  const found = reviews
    .flatMap(({ findings }) => findings)
    .filter(({ isExact, ignored }) => isExact === false && !ignored);
  const [first] = found;
  if (!first) return [];
  const { file, start } = first.location;
  const message =
    found.length === 1
      ? "1 finding stands at the file that it comes from, because the exact line can't be told."
      : `${found.length} findings stand at the files that they come from, because the exact lines can't be told. The first is here.`;
  return [{ severity: "note", file, line: start.line, message }];
}
