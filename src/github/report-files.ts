import { replay } from "../report/by-manifest.ts";
import { type Format, renderReport } from "../report/formats.ts";
import type { Result } from "../review/result.ts";
import { htmlPage, rulePage } from "../source/pages.ts";
import type { Source } from "../yaml/index.ts";
import type { Inputs } from "./inputs.ts";
import { writeReport } from "./outputs.ts";

/** Writes the reports that the workflow asks for, all from one evaluation. */
export async function writeReports(
  env: Readonly<Record<string, string | undefined>>,
  { jsonFile, htmlFile, sarifFile }: Inputs,
  result: Result,
  sources: readonly Source[],
): Promise<void> {
  const wanted: readonly (readonly [Format, string | undefined])[] = [
    ["json", jsonFile],
    ["html", htmlFile],
    ["sarif", sarifFile],
  ];
  const text = { paint: (_: string, shown: string) => shown, quiet: false };
  for (const [format, file] of wanted) {
    if (file === undefined) continue;
    const report = renderReport(format, replay(result, sources), { text, rulePage, htmlPage });
    await writeReport(env, `${format}-file`, file, report);
  }
}
