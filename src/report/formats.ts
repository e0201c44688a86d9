import type { Result, Source } from "../types.ts";
import { fixesOf, patchesOf } from "./fixes.ts";
import { jsonParts } from "./json.ts";
import { type TextOptions, text } from "./text.ts";

/** What `--format` takes. */
export const formats = ["text", "json", "sarif", "github", "markdown", "html", "junit"] as const;
export type Format = (typeof formats)[number];

/** All that a report may be made of. */
export interface Reported {
  readonly result: Result;
  readonly sources: readonly Source[];
  readonly text: Omit<TextOptions, "diffs">;
  /** A rule's page as Markdown, where it can be had. */
  readonly rulePage: (id: string) => string | undefined;
  /** The page that the HTML report is, without its data. */
  readonly htmlPage: () => string;
}

/** The report in a format, piece by piece. Only what a run asks for is loaded. */
export async function reportIn(format: Format, reported: Reported): Promise<Iterable<string>> {
  const report = await writers[format](reported);
  return typeof report === "string" ? [report] : report;
}

const writers: Readonly<Record<Format, (reported: Reported) => Promise<string | Iterable<string>>>> = {
  text: async ({ result, sources, text: options }) => {
    const diffs = options.quiet ? new Map<string, string>() : await patchesOf(result, sources);
    return text(result, { ...options, diffs });
  },
  json: async ({ result }) => jsonParts(result),
  sarif: async ({ result, sources, rulePage }) => {
    const { sarif } = await import("./sarif.ts");
    return sarif(result, { sources, fixes: await fixesOf(result, sources), rulePage });
  },
  github: async ({ result }) => (await import("./commands.ts")).commands(result),
  markdown: async ({ result }) => (await import("./markdown.ts")).markdown(result, Number.POSITIVE_INFINITY),
  html: async ({ result, htmlPage }) => (await import("./html.ts")).html(result, htmlPage()),
  junit: async ({ result }) => (await import("./junit.ts")).junit(result),
};
