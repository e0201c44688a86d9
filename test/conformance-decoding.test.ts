import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import type { Finding } from "../src/review/finding.ts";
import type { Result } from "../src/review/result.ts";
import { review } from "../src/review/review.ts";
import { formatPath } from "../src/yaml/index.ts";
import { conformanceFolder, type DecodingRecord, decodingRecordsIn, noConformance } from "./conformance/data.ts";

const folder = conformanceFolder();

describe("the decoder's own answers", () => {
  test("built-in workloads, damaged anywhere", async ({ skip }) => {
    if (folder === undefined) return skip(noConformance);
    const records = decodingRecordsIn(folder);
    const differences = (await Promise.all(records.map(compare))).flat();
    console.log(`decoding: ${records.length} objects compared, ${differences.length} differences`);
    expect(differences).toEqual([]);
  });
});

async function compare({ id, manifest, document, expect: expected }: DecodingRecord): Promise<string[]> {
  const result = await review([{ file: "manifest.yaml", text: manifest, named: true }], null, defaultPolicy);
  const findings = result.findings.filter((finding) => finding.document === document);
  const { noMatch, decode, strict = [], invalid = [] } = expected;
  const differences =
    noMatch !== undefined
      ? compareRefusal(result, findings, noMatch)
      : decode !== undefined
        ? [...compareRefusal(result, findings, decode), ...comparePlace(findings, decode)]
        : strict.length > 0
          ? compareStrict(findings, strict)
          : invalid.length === 0
            ? compareAccepted(result, findings, document)
            : [];
  return differences.map((difference) => `${id}: ${difference}`);
}

function compareRefusal({ problems }: Result, findings: readonly Finding[], words: string): string[] {
  const isRefused = named(findings, "api-rejected").length > 0 || problems.some(({ severity }) => severity === "error");
  return isRefused ? [] : [`not refused: ${words.slice(0, 200)}`];
}

/** Go prints the path without indexes, with the names of embedded types in it: its last step is the field. */
function comparePlace(findings: readonly Finding[], words: string): string[] {
  const [, field] = /Go struct field \S*?([^.\s]+) of type/.exec(words) ?? [];
  if (field === undefined) return [];
  const paths = named(findings, "api-rejected").map(({ path }) => path);
  return paths.some((path) => path.includes(field))
    ? []
    : [`refused for ${field}, not for ${paths.map(formatPath).join(", ")}`];
}

function compareStrict(findings: readonly Finding[], strict: readonly string[]): string[] {
  const unknown = strict.flatMap((error) => /^unknown field "(.*)"$/s.exec(error)?.[1] ?? []);
  const twice = strict.flatMap((error) => [...error.matchAll(/key "(.*)" already set in map/g)].map(([, key]) => key));
  const said = new Set(findings.filter(isRefusal).map(({ path }) => formatPath(path)));
  const repeated = named(findings, "api-rejected").map(({ message }) => /^(\S+) is set twice/.exec(message)?.[1]);
  return [
    ...unknown.filter((field) => !said.has(field)).map((field) => `${field} is not unknown`),
    ...twice.filter((key) => !repeated.includes(key)).map((key) => `${key} is not set twice`),
    ...findings
      .filter(({ rule, path }) => rule.id === "ignored-field" && !unknown.includes(formatPath(path)))
      .map(({ message }) => `not so: ${message}`),
  ];
}

function compareAccepted({ workloads, problems }: Result, findings: readonly Finding[], document: number): string[] {
  const judged = workloads.filter(({ pod }) => pod.document.index === document).length;
  return [
    ...(judged === 1 ? [] : [`${judged} workloads`]),
    ...findings.filter(isRefusal).map(({ message }) => `not so: ${message}`),
    ...problems.map(({ message }) => `not so: ${message}`),
  ];
}

function isRefusal({ rule }: Finding): boolean {
  return rule.id === "api-rejected" || rule.id === "ignored-field";
}

function named(findings: readonly Finding[], id: string): Finding[] {
  return findings.filter(({ rule }) => rule.id === id);
}
