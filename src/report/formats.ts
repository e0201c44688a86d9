import type { Conclusion, Result } from "../review/result.ts";
import { collectReview, type ReviewStream } from "../review/stream.ts";
import type { Source } from "../yaml/index.ts";
import { fixesOf, patchOf } from "./fixes.ts";
import { json } from "./json.ts";
import { type TextOptions, text } from "./text.ts";

/** What `--format` takes. */
export const formats = ["text", "json", "sarif", "github", "markdown", "html", "junit"] as const;
export type Format = (typeof formats)[number];

/** What a report takes beside the review. */
export interface ReportOptions {
  readonly text: Omit<TextOptions, "diffOf">;
  /** A rule's page as Markdown, where it can be had. */
  readonly rulePage: (id: string) => string | undefined;
  /** The page that the HTML report is, without its data. */
  readonly htmlPage: () => string;
}

/** The report in a format, piece by piece, and what the review came to. Only what a run asks for is loaded. */
export function reportIn(
  format: Format,
  reviewing: ReviewStream,
  options: ReportOptions,
): AsyncGenerator<string, Conclusion> {
  return format === "json"
    ? json(reviewing)
    : format === "text"
      ? text(reviewing, { ...options.text, diffOf: patchOf })
      : whole(reviewing, (result, sources) => writers[format](result, sources, options));
}

/** A report that has to know the end before it begins. */
async function* whole(
  reviewing: ReviewStream,
  write: (result: Result, sources: readonly Source[]) => Promise<Iterable<string> | string>,
): AsyncGenerator<string, Conclusion> {
  const { result, sources } = await collectReview(reviewing);
  const report = await write(result, sources);
  yield* typeof report === "string" ? [report] : report;
  return result;
}

type Writer = (
  result: Result,
  sources: readonly Source[],
  options: ReportOptions,
) => Promise<Iterable<string> | string>;

const writers: Readonly<Record<Exclude<Format, "json" | "text">, Writer>> = {
  sarif: async (result, sources, { rulePage }) => {
    const { sarif } = await import("./sarif.ts");
    return sarif(result, { sources, fixes: await fixesOf(result, sources), rulePage });
  },
  github: async (result) => (await import("./commands.ts")).commands(result),
  markdown: async (result) => (await import("./markdown.ts")).markdown(result, Number.POSITIVE_INFINITY),
  html: async (result, _, { htmlPage }) => (await import("./html.ts")).html(result, htmlPage()),
  junit: async (result) => (await import("./junit.ts")).junit(result),
};
