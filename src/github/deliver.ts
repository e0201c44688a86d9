import { buildAnnotations } from "../report/annotations.ts";
import { escapeMarkdown } from "../report/escape.ts";
import { type LineLink, renderMarkdown, renderPatches, summarizeVerdict } from "../report/markdown.ts";
import { selectAnnotations } from "../report/workflow-commands.ts";
import type { Result } from "../review/result.ts";
import {
  bodyLimit,
  type CheckConclusion,
  createCheckRun,
  explainMissingAnnotations,
  explainMissingCheckRun,
} from "./check-run.ts";
import type { Trigger } from "./event.ts";
import type { GitHub } from "./octokit.ts";
import type { Options } from "./options.ts";
import { annotateLines, log } from "./runner.ts";
import { authorOf } from "./suggestions/markers.ts";
import type { Patches } from "./suggestions/patches.ts";
import { recordPosted } from "./suggestions/records.ts";

/** What is put in front of people. */
export interface Parcel {
  readonly result: Result;
  readonly patches: Patches;
  /** Sentences for the summary besides the result. */
  readonly notes: readonly string[];
  /** What the reader can do about the findings. */
  readonly advice: string | undefined;
  /** The comments that stand on the pull request, for the next run on this head to remember. */
  readonly posted: readonly string[];
}

export interface Delivery {
  /** Empty if there is no check run. */
  readonly checkRunUrl: string;
  /** What could not be delivered as asked, for the summary. */
  readonly notes: readonly string[];
}

/** Puts annotations on their lines, by a check run or by workflow commands. Nothing here changes the verdict: if one channel is closed the next is used, and a note says so. */
export async function deliver(
  github: GitHub | undefined,
  trigger: Trigger,
  options: Options,
  { result, patches, notes, advice, posted }: Parcel,
): Promise<Delivery> {
  const { annotations: channel, maxAnnotations, checkName } = options;
  if (channel === "none") return { checkRunUrl: "", notes: [] };
  if (channel === "commands" || !github) return deliverByCommands(result, maxAnnotations, []);
  const all = buildAnnotations(result.findings);
  // GitHub refuses the whole request for one path that it does not take.
  const shown = all.filter(({ file }) => !/[\\\p{Cc}]/u.test(file)).slice(0, maxAnnotations);
  const omission = shown.length < all.length ? `${shown.length} of ${all.length} annotations shown` : undefined;
  const omissionNotes = omission ? [`${omission}, the most serious first; all findings are listed below.`] : [];
  const answer = await createCheckRun(github, trigger, {
    name: checkName,
    authorId: authorOf(trigger, options).id,
    conclusion: conclusionOf(result),
    title: summarizeVerdict(result) + (omission ? ` (${omission})` : ""),
    summary: renderMarkdown(result, bodyLimit, {
      link: lineLink(trigger),
      notes: [...notes, ...omissionNotes],
      advice,
    }),
    text: renderPatches(patches, bodyLimit - 5000) + recordPosted(posted),
    annotations: shown,
  });
  if (!answer.ok)
    return deliverByCommands(result, maxAnnotations, [
      `${explainMissingCheckRun(answer)} Findings go to workflow commands instead.`,
    ]);
  const { url, annotated, failure } = answer.data;
  const unannotated = failure ? [explainMissingAnnotations(annotated, shown.length, failure)] : [];
  return { checkRunUrl: url, notes: logNotes(unannotated) };
}

/** Creates a red check run about a change that could not be evaluated: without one, the check would seem to be still to come. */
export async function deliverFailure(
  github: GitHub | undefined,
  trigger: Trigger,
  options: Options,
  message: string,
): Promise<void> {
  const { annotations, checkName } = options;
  if (!github || annotations === "none" || annotations === "commands") return;
  const answer = await createCheckRun(github, trigger, {
    name: checkName,
    authorId: authorOf(trigger, options).id,
    conclusion: "failure",
    title: "Could not evaluate",
    summary: escapeMarkdown(message),
    text: "",
    annotations: [],
  });
  if (!answer.ok) log(explainMissingCheckRun(answer));
}

function deliverByCommands({ findings }: Result, maxAnnotations: number, notes: readonly string[]): Delivery {
  logNotes(notes);
  for (const { command, annotations, omission } of selectAnnotations(findings, maxAnnotations)) {
    for (const annotation of annotations) annotateLines(command, annotation);
    if (omission) log(omission);
  }
  return { checkRunUrl: "", notes };
}

function logNotes(notes: readonly string[]): readonly string[] {
  for (const note of notes) log(note);
  return notes;
}

/** What the check run and the output `conclusion` say of a result. */
export function conclusionOf({ verdict, findings }: Result): CheckConclusion {
  if (verdict !== "pass") return "failure";
  return findings.some(({ ignored }) => !ignored) ? "neutral" : "success";
}

function lineLink({ repositoryUrl, headSha }: Trigger): LineLink {
  return (file, line) => `${repositoryUrl}/blob/${headSha}/${file.split("/").map(encodeStep).join("/")}#L${line}`;
}

/** Encodes a step of a path for an address that stands between parentheses. */
function encodeStep(step: string): string {
  return encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
