import type { Workload } from "../pod/index.ts";
import { type Exemption, explainBar, hasExpired, type Policy } from "../policy/index.ts";
import { reportUnused, unusedIgnore } from "../rules/index.ts";
import type { Finding } from "./finding.ts";
import { groupBy } from "./groups.ts";
import { fingerprint, hashWorkload } from "./identity.ts";
import type { Used } from "./ignores.ts";
import type { InlineIgnore } from "./inline-ignores.ts";
import type { SourceIgnore } from "./source-ignores.ts";

/** Findings on the exemptions that have expired, and, where everything was reviewed, on those that match nothing. */
export function findUnusedExemptions(
  { exemptions, exempting, today, isWhole, rules }: Policy,
  matched: ReadonlySet<Exemption>,
): Finding[] {
  const mode = rules[unusedIgnore.id] ?? "warn";
  if (mode === "off") return [];
  return exemptions.flatMap((exemption) => {
    const { expires, isBarred } = exemption;
    const unused: UnusedIgnore = { what: "exemption", ...exemption };
    if (isBarred) return findingOn(unused, explainBar(exempting), mode);
    if (hasExpired(expires, today)) return findingOn(unused, `it expired on ${expires}`, mode);
    return matched.has(exemption) || !isWhole ? [] : findingOn(unused, "it fits no finding", mode);
  });
}

/** An ignore that matches nothing: an exemption in the configuration, or a comment in a file that no workload stands in. */
interface UnusedIgnore extends Pick<Exemption, "location" | "excerpt" | "path"> {
  readonly what: "exemption" | "comment";
}

/** Findings on the ignore comments in source files that ignore nothing in any rendering. */
export function findUnusedComments(
  comments: readonly SourceIgnore[],
  used: readonly Used[],
  { rules }: Policy,
): Finding[] {
  const mode = rules[unusedIgnore.id] ?? "warn";
  if (mode === "off") return [];
  const inUse = used.flatMap(({ inline }) => [...inline]);
  const needed = new Set(inUse.map(({ range }) => range));
  // A comment in a value that a template prints is in the rendered text, too, and is used there.
  const inSources = new Set(comments.map(({ comment }) => comment));
  const printed = new Set(inUse.filter((comment) => !inSources.has(comment)).map(wordingOf));
  const byPlace = groupBy(comments, ({ location: { file, range } }) => `${file} ${range.start}`);
  return [...byPlace.values()].flatMap((alike) => {
    const [{ comment, location, excerpt }] = alike;
    const why = comment.defect ?? "no finding of its rules is there";
    const isUsed =
      comment.defect === undefined &&
      alike.some((each) => needed.has(each.comment.range) || printed.has(wordingOf(each.comment)));
    return isUsed ? [] : [findingOn({ what: "comment", location, excerpt, path: [] }, why, mode)];
  });
}

function wordingOf({ by, rules, reason, expires }: InlineIgnore): string {
  return JSON.stringify([by, rules, reason, expires]);
}

/** The finding on an ignore that matches nothing, and on no workload. */
function findingOn({ what, location, excerpt, path }: UnusedIgnore, why: string, mode: Finding["mode"]): Finding {
  const { level, origin, message } = reportUnused(what, why, path);
  const said = message({ who: "", containers: [], line: () => "" });
  const field = path.filter((step) => typeof step === "string");
  const workload: Workload = { apiVersion: "", kind: "Configuration", namespace: null, name: location.file };
  return {
    rule: unusedIgnore,
    level,
    mode,
    message: said,
    location,
    excerpt,
    document: 0,
    path,
    workload,
    containers: [],
    origin,
    new: null,
    fingerprint: fingerprint({
      rule: unusedIgnore.id,
      workload: hashWorkload(workload),
      container: null,
      field,
      value: excerpt,
    }),
    occurrences: () => [],
    related: [],
    fix: null,
    declined: null,
    ignored: null,
    rendered: null,
    tell: () => said,
  };
}
