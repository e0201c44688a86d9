import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import type { Result, ReviewedWorkload } from "../src/review/result.ts";
import { review } from "../src/review/review.ts";
import type { Problem } from "../src/yaml/index.ts";
import { recorded } from "./conformance/answers.ts";
import {
  conformanceFolder,
  noConformance,
  type YamlDocument,
  type YamlObject,
  type YamlRecord,
  yamlRecordsIn,
} from "./conformance/data.ts";

const folder = conformanceFolder();

describe("what kubectl's own splitter and decoder read", () => {
  test("tricky texts", async ({ skip }) => {
    if (folder === undefined) return skip(noConformance);
    const records = yamlRecordsIn(folder);
    const differences = (await Promise.all(records.map(compare))).flat();
    console.log(`yaml: ${records.length} texts compared, ${differences.length} differences`);
    expect(differences).toEqual([]);
  });
});

async function compare({ id, text, documents }: YamlRecord): Promise<string[]> {
  const result = await review([{ file: "manifest.yaml", text, named: true }], null, defaultPolicy);
  const differences = [...compareProblems(result, documents), ...compareObjects(result, documents)];
  return differences.map((difference) => `${id}: ${difference}`);
}

/** What Kubernetes refuses is a problem on a line of its document, and nothing else is. */
function compareProblems({ problems }: Result, documents: readonly YamlDocument[]): string[] {
  const isIn =
    ({ line }: Problem) =>
    (document: YamlDocument) =>
      line >= document.line && line <= document.end;
  const isRefused = ({ error, objects = [] }: YamlDocument) =>
    error !== undefined || objects.some(({ decode }) => decode !== undefined);
  const missed = documents.filter(
    (document) => document.error !== undefined && !problems.some((problem) => isIn(problem)(document)),
  );
  const invented = problems.filter((problem) => {
    const own = documents.filter(isIn(problem));
    // What is not an object to kubectl may be judged, and refused, as what it plainly should be.
    const isTaken = own.some(({ objects = [] }) => objects.length > 0);
    return problem.severity === "error" && isTaken && !own.some(isRefused);
  });
  return [
    ...missed.map(({ line, error }) => `line ${line} passes, but ${error}`),
    ...invented.map(({ line, message }) => `line ${line} is taken, but ${message}`),
  ];
}

/** Each workload is judged with the values that it has for Kubernetes, or refused for the types of its security settings. */
function compareObjects({ workloads, findings, problems }: Result, documents: readonly YamlDocument[]): string[] {
  const objects = documents.flatMap((document) => document.objects ?? []);
  const isRefused =
    // A placeholder is unknown: a note says so.
    problems.length > 0 || findings.some(({ rule }) => rule.id === "api-rejected");
  const missed = objects.filter(({ decode = "" }) => aboutSecurity.test(decode) && !isRefused);
  const judged = workloads.map(describeWorkload);
  const unlike = objects
    .filter(({ decode, partial }) => decode === undefined && !partial)
    .map(describeObject)
    .filter((object) => !judged.includes(object));
  return [
    ...missed.map(({ decode }) => `passes, but ${decode}`),
    ...unlike.map((object) => `${object} is not one of ${judged.join(" ")}`),
  ];
}

const aboutSecurity = /securityContext|hostNetwork|hostPID|hostIPC/;

function describeObject({ path = "", kind, name, containers = [], host = [] }: YamlObject): string {
  return JSON.stringify([path, kind, name, sortKeys(containers), [...host].sort()]);
}

const hostFields = ["hostNetwork", "hostPID", "hostIPC"] as const;
const listed = [
  "runAsUser",
  "runAsGroup",
  "runAsNonRoot",
  "privileged",
  "readOnlyRootFilesystem",
  "allowPrivilegeEscalation",
  "capabilities",
  "procMount",
];

function describeWorkload({ pod: { object, workload, containers } }: ReviewedWorkload): string {
  const described = containers.map((container) => {
    const { name, type, effective } = recorded(container);
    return {
      name,
      type,
      effective: Object.fromEntries(Object.entries(effective).filter(([key]) => listed.includes(key))),
    };
  });
  const host = hostFields.filter((field) => containers[0]?.effective[field].value === true);
  return JSON.stringify([
    object.map((step) => `/${step}`).join(""),
    workload.kind,
    workload.name,
    sortKeys(described),
    [...host].sort(),
  ]);
}

/** Integers that JavaScript does not hold exactly are left out: the API server refuses such an id, and says so. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted()
      .filter(([, member]) => typeof member !== "number" || Number.isSafeInteger(member))
      .map(([key, member]) => [key, sortKeys(member)]),
  );
}
