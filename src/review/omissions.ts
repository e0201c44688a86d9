import { looksLikeWorkload, saysObject } from "../pod/index.ts";
import { isLimitSentence, type Manifest, type Problem, type Source, type Unread } from "../yaml/index.ts";
import { groupBy } from "./groups.ts";

/** A file that was passed over, whole or in part, because what can't be read in it can't be a manifest. */
export interface Omission {
  readonly file: string;
  readonly line: number;
  /** Why, as a sentence. */
  readonly message: string;
  readonly what: Exclude<Unread["what"], "closed"> | "template" | "text";
  /** Whether it holds something like a workload, which a reader must know was not judged. */
  readonly looksLikeWorkload: boolean;
}

/**
 * Decides what becomes of a file with errors: `undefined` where they stand, and the run could not evaluate everything. Only what can be a manifest fails a run:
 * a file that says an `apiVersion` and a `kind`, or said so before the change. A template says them too; it is passed over unless it could be read before.
 */
export function findOmission(
  source: Source,
  { documents, problems }: Manifest,
  isReadable: (text: string) => boolean,
): Omission | undefined {
  const { file, text, before, unread } = source;
  const errors = problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const omit = (what: Omission["what"], line: number, message: string): Omission => {
    return { file, line, message, what, looksLikeWorkload: looksLikeWorkload(text) };
  };
  if (!first) {
    // What a chart's template makes may be a workload, even if nothing in it looks like one.
    const isUnjudged = documents.length === 0 && findChart(file) !== undefined && holdsAction(text);
    return isUnjudged ? omit("template", 1, "This is a template: render it, then review what it makes.") : undefined;
  }
  if (unread?.what === "closed") return undefined;
  const wasManifest = before !== undefined && saysObject(before);
  const isTooLarge = errors.some(({ message }) => isLimitSentence(message));
  const isTemplate = !unread && holdsAction(text) && !isTooLarge;
  const mayBeManifest = isTemplate ? wasManifest && isReadable(before) : wasManifest || saysObject(text);
  if (mayBeManifest) return undefined;
  if (unread)
    return omit(unread.what, first.line, `${unread.reason.charAt(0).toUpperCase()}${unread.reason.slice(1)}.`);
  return omit(isTemplate ? "template" : isTooLarge ? "large" : "text", first.line, first.message);
}

/** Whether a text holds a template's action, as Helm, Go and Jinja write it. */
function holdsAction(text: string): boolean {
  const start = text.search(/\{\{[^{}]/);
  return start !== -1 && text.includes("}}", start);
}

/** What is said of the files that were passed over: a note for each chart, and one for all the others. */
export function noteOmissions(omissions: readonly Omission[]): Problem[] {
  const byChart = groupBy(omissions, ({ what, file }) => (what === "template" ? findChart(file) : undefined));
  const others = byChart.get(undefined) ?? [];
  byChart.delete(undefined);
  return [...[...byChart.values()].map(noteChart), ...noteOthers(others)];
}

/** The folder of the chart that a template belongs to. */
function findChart(file: string): string | undefined {
  return /^(.*?)(^|\/)templates\//.exec(file)?.[1];
}

function noteChart(templates: readonly [Omission, ...Omission[]]): Problem {
  const [{ file }] = templates;
  const count = templates.length === 1 ? "1 template" : `${templates.length} templates`;
  const message = `A Helm chart, not evaluated (${count}): pipe \`helm template\` into \`secctx check -\`.`;
  return { severity: "note", file, line: 1, message };
}

function noteOthers(omissions: readonly Omission[]): Problem[] {
  const [first] = omissions;
  if (!first) return [];
  const kinds = Object.entries(nouns).flatMap(([what, [one, many]]) => {
    const count = omissions.filter((each) => each.what === what).length;
    return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
  });
  const suspects = omissions.filter((each) => each.looksLikeWorkload).map(({ file }) => file);
  const passed =
    omissions.length === 1
      ? `This was passed over, because it can't be a manifest. ${first.message}`
      : `${omissions.length} files were passed over, because they can't be manifests: ${kinds.join(", ")}. The first is here.`;
  const unjudged =
    suspects.length === 0
      ? ""
      : ` Not judged, although ${suspects.length === 1 ? "it seems" : "they seem"} to hold a workload: ${suspects.join(", ")}.`;
  return [{ severity: "note", file: first.file, line: first.line, message: `${passed}${unjudged}` }];
}

/** Whether a value from a report is a kind of omission. */
export function isOmissionKind(what: unknown): what is Omission["what"] {
  return typeof what === "string" && Object.hasOwn(nouns, what);
}

const nouns: Readonly<Record<Omission["what"], readonly [one: string, many: string]>> = {
  template: ["text with template actions", "texts with template actions"],
  text: ["text that is neither YAML nor JSON", "texts that are neither YAML nor JSON"],
  encoding: ["text that is not UTF-8", "texts that are not UTF-8"],
  binary: ["binary file", "binary files"],
  pointer: ["Git LFS pointer", "Git LFS pointers"],
  link: ["link to another file", "links to other files"],
  submodule: ["submodule", "submodules"],
  large: ["file that is too large", "files that are too large"],
};
