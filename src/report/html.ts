import { groupBy } from "../review/groups.ts";
import type { Result } from "../review/result.ts";
import { compress } from "./compression.ts";
import { buildReport } from "./json.ts";
import { buildNamespaces, type NamespaceJson } from "./namespaces-json.ts";
import type { ReportJson } from "./report-json.ts";

/** The data that the HTML report shows. */
export interface HtmlData {
  /** The JSON report. */
  readonly report: ReportJson;
  /** What Pod Security says of each namespace. */
  readonly namespaces: readonly NamespaceJson[];
  /**
   * The text of each file, line for line. Lines that belong to no workload and have no finding are empty: a report is passed around, and a Secret
   * beside a Deployment must not be.
   */
  readonly texts: Readonly<Record<string, string>>;
}

/** The element of the page that takes the data. */
const dataPlaceholder = '<script type="text/plain" id="data"></script>';

/** Renders the report as one HTML page: the viewer (dist/report.html), with the compressed data in it. */
export async function renderHtml(result: Result, page: string): Promise<string> {
  if (!page.includes(dataPlaceholder)) throw new Error("The page of the HTML report has no place for data.");
  const { namespaces } = buildNamespaces(result);
  const data: HtmlData = { report: buildReport(result), namespaces, texts: collectTexts(result) };
  const compressed = await compress(JSON.stringify(data));
  return page.replace(dataPlaceholder, () => dataPlaceholder.replace("></", `>${compressed}</`));
}

function collectTexts({ workloads, findings }: Result): Record<string, string> {
  // What was rendered is not the text of a file.
  const documents = workloads.map(({ pod }) => pod.document).filter(({ rendering }) => !rendering);
  const documentsByFile = groupBy(new Set(documents), ({ file }) => file);
  const texts = [...documentsByFile].map(([file, ofFile]) => {
    const { text = "" } = ofFile[0] ?? {};
    let shown = "";
    let end = 0;
    for (const { range } of ofFile.toSorted((a, b) => a.range.start - b.range.start)) {
      shown += blankLines(text.slice(end, range.start)) + text.slice(range.start, range.end);
      end = range.end;
    }
    return [file, shown] as const;
  });
  // A file without workloads can have findings too, on a Namespace or an unused ignore comment.
  const others = groupBy(
    findings.filter(({ location }) => !documentsByFile.has(location.file)),
    ({ location }) => location.file,
  );
  const excerpts = [...others].map(([file, ofFile]) => {
    const lines: string[] = [];
    for (const { location, excerpt } of ofFile) lines[location.start.line - 1] = excerpt;
    return [file, Array.from(lines, (line) => line ?? "").join("\n")] as const;
  });
  return Object.fromEntries([...texts, ...excerpts]);
}

/** Empties the lines of a text and keeps their number. */
function blankLines(text: string): string {
  return text.replace(/[^\n]+/g, "");
}
