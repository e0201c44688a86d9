import type { Result } from "../review/result.ts";
import { byFile } from "./by-file.ts";
import { report } from "./json.ts";

/** What the HTML report shows: the JSON report, and the text that it is about. */
export interface HtmlData {
  readonly report: object;
  /** Each file's text, line for line. What holds no workload and has no finding is left empty: a report is passed around, a Secret beside a Deployment is not. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Where the page has its data. */
const place = '<script type="text/plain" id="data"></script>';

/** The report as one page: the viewer (dist/report.html), which brings the core along, with the data in it, compressed. */
export async function html(result: Result, page: string): Promise<string> {
  if (!page.includes(place)) throw new Error("the page of the HTML report has no place for data");
  const data: HtmlData = { report: report(result), texts: textsOf(result) };
  const packed = await compressed(JSON.stringify(data));
  return page.replace(place, () => place.replace("></", `>${packed}</`));
}

function textsOf({ workloads, findings }: Result): Record<string, string> {
  const documents = byFile(new Set(workloads.map(({ pod }) => pod.document)), ({ file }) => file);
  const texts = [...documents].map(([file, own]) => {
    const { text = "" } = own[0] ?? {};
    let [shown, at] = ["", 0];
    for (const { range } of own.toSorted((a, b) => a.range.start - b.range.start)) {
      shown += blank(text.slice(at, range.start)) + text.slice(range.start, range.end);
      at = range.end;
    }
    return [file, shown] as const;
  });
  // A Namespace's line is shown, where a finding is about it.
  const lone = byFile(
    findings.filter(({ location }) => !documents.has(location.file)),
    ({ location }) => location.file,
  );
  const lines = [...lone].map(([file, own]) => {
    const shown: string[] = [];
    for (const { location, excerpt } of own) shown[location.start.line - 1] = excerpt;
    return [file, Array.from(shown, (line) => line ?? "").join("\n")] as const;
  });
  return Object.fromEntries([...texts, ...lines]);
}

function blank(text: string): string {
  return text.replace(/[^\n]+/g, "");
}

/** Raw deflate in base64: a report of thousands of workloads says the same things over and over. */
async function compressed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}
