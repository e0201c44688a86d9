import { carryWith } from "../../rendering/manifests.ts";
import { carryOnly } from "../../review/carried-fixes.ts";
import type { Finding } from "../../review/finding.ts";
import type { Result } from "../../review/result.ts";
import type { Source } from "../../yaml/index.ts";
import type { Change } from "../change.ts";
import type { ChangedFile } from "../changed-files.ts";
import type { Options } from "../options.ts";
import type { ReviewedChange } from "../review-change.ts";
import { type Hunk, parseHunks } from "./hunks.ts";
import { type Offer, offerFixes } from "./offers.ts";
import { offerRendered } from "./rendered-offers.ts";

/** Offers the fixes that are wanted: of what is new, unless also what was there before is asked for. */
export async function offerChangeFixes(reviewed: ReviewedChange, options: Options): Promise<Offer[]> {
  const { change, result } = reviewed;
  const isWanted = ({ ignored, new: isNew }: Finding) => !ignored && (options.suggest === "all" || isNew !== false);
  return [
    ...(await offerWritten(change, result, isWanted)),
    ...(await offerRenderedFiles(reviewed, options, isWanted)),
  ];
}

/** Offers the fixes of the files that are judged as they are written. */
async function offerWritten(
  { files, sources }: Change,
  result: Result,
  isWanted: (finding: Finding) => boolean,
): Promise<Offer[]> {
  // What renderings are made of is offered with these.
  const rendered = new Set(result.findings.flatMap(({ edits = [] }) => edits.map(({ file }) => file)));
  const isOwn = ({ fix, edits, location }: Finding) => fix && !edits && !rendered.has(location.file);
  const fixable = new Set(
    result.findings.filter((each) => isOwn(each) && isWanted(each)).map(({ location }) => location.file),
  );
  const byName = new Map(files.map((file) => [file.filename, file]));
  const policy = { ...result.policy, gate: "all" } as const;
  const offers: Offer[] = [];
  for (const source of sources.filter(({ file }) => fixable.has(file))) {
    const ofFile = result.findings.filter(({ location }) => location.file === source.file);
    const choice = { wanted: ofFile.filter(isWanted), unwanted: ofFile.filter((finding) => !isWanted(finding)) };
    offers.push(await offerFixes(source, hunksFor(source, byName.get(source.file)), policy, choice));
  }
  return offers;
}

/** Offers the fixes of the files that renderings were made of. */
async function offerRenderedFiles(
  { change, renderings, fixed, result }: ReviewedChange,
  { rendering }: Options,
  isWanted: (finding: Finding) => boolean,
): Promise<Offer[]> {
  const carry = carryWith(rendering);
  if (!carry || renderings.length === 0) return [];
  const byName = new Map(change.files.map((file) => [file.filename, file]));
  const fixable = result.findings.filter(({ fix, edits, ignored }) => fix && edits && !ignored);
  const findings = fixable.filter(isWanted);
  const texts = findings.length === fixable.length ? fixed : await carryOnly(findings, renderings, carry);
  const offers: Offer[] = [];
  for (const source of change.sources.filter(({ file, text }) => (texts.get(file) ?? text) !== text))
    offers.push(
      await offerRendered(source, hunksFor(source, byName.get(source.file)), {
        renderings,
        fixed: texts,
        findings,
        carry,
      }),
    );
  return offers;
}

/** The hunks that suggestions for a file may lie in: none if it has CRLF line ends, which comments do not keep. */
export function hunksFor({ text }: Source, file: ChangedFile | undefined): Hunk[] {
  return file && !text.includes("\r") ? parseHunks(file, text.split("\n")) : [];
}
