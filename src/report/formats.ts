import type { Conclusion, Result } from "../review/result.ts";
import { collectReview, type ReviewStream } from "../review/stream.ts";
import type { Source } from "../yaml/index.ts";
import type { Piece } from "./by-manifest.ts";
import { disarmCommands } from "./escape.ts";
import { computeFixChanges } from "./fix-changes.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderSarif } from "./sarif.ts";
import { renderText, type TextOptions } from "./text.ts";
import { renderWorkflowCommands } from "./workflow-commands.ts";

/** The formats that `--format` takes. */
export const formats = ["text", "json", "sarif", "github", "markdown", "html", "junit"] as const;
export type Format = (typeof formats)[number];

/** What reports need besides the review. */
export interface ReportOptions {
  readonly text: TextOptions;
  /** Returns a rule's page as Markdown; `undefined` if the installation lacks it. */
  readonly rulePage: (id: string) => string | undefined;
  /** Returns the page that becomes the HTML report, without its data. */
  readonly htmlPage: () => string;
}

/** Renders a review in a format, piece by piece. Returns the review's conclusion. Names in it start no workflow command where it is printed into a job's log. */
export async function* renderReport(
  format: Format,
  reviewing: ReviewStream,
  options: ReportOptions,
): AsyncGenerator<Piece, Conclusion> {
  const pieces = renderPieces(format, reviewing, options);
  // The one format is made of workflow commands, and in the others' JSON no line starts with a name.
  if (format === "github" || format === "json" || format === "sarif") return yield* pieces;
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return value;
    yield typeof value === "string" ? disarmCommands(value) : value;
  }
}

async function* renderPieces(
  format: Format,
  reviewing: ReviewStream,
  options: ReportOptions,
): AsyncGenerator<Piece, Conclusion> {
  switch (format) {
    case "json":
      return yield* renderJson(reviewing);
    case "text":
      return yield* renderText(reviewing, options.text);
    default: {
      const { result, sources } = await collectReview(reviewing);
      yield await renderers[format](result, sources, options);
      return result;
    }
  }
}

type Renderer = (result: Result, sources: readonly Source[], options: ReportOptions) => string | Promise<string>;

/** The formats that need the whole review before they can begin. */
const renderers: Readonly<Record<Exclude<Format, "json" | "text">, Renderer>> = {
  sarif: async (result, sources, { rulePage }) =>
    renderSarif(result, { sources, fixes: await computeFixChanges(result, sources), rulePage }),
  github: renderWorkflowCommands,
  markdown: (result) => renderMarkdown(result, Number.POSITIVE_INFINITY),
  html: (result, _, { htmlPage }) => renderHtml(result, htmlPage()),
  junit: renderJunit,
};
