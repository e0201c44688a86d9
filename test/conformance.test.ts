import { describe, expect, test } from "vitest";
import type { Result } from "../src/review/result.ts";
import { reasonsOf, recorded, reviewAt, workloadIn } from "./conformance/answers.ts";
import {
  conformanceFolder,
  type Fixture,
  fixturesIn,
  noConformance,
  type Recorded,
  recordsIn,
} from "./conformance/data.ts";

const folder = conformanceFolder();

describe("Kubernetes' own answers", () => {
  test("Pod Security Admission's test data", async ({ skip }) => {
    if (folder === undefined) return skip(noConformance);
    const fixtures = fixturesIn(folder);
    const differences = (await Promise.all(fixtures.map(differenceIn))).flat();
    console.log(`pss: ${fixtures.length} pods compared, ${differences.length} differences`);
    expect(differences).toEqual([]);
  });

  test("random manifests", async ({ skip }) => {
    if (folder === undefined) return skip(noConformance);
    const records = recordsIn(folder);
    const compared = await compare(records, comparisons);
    console.log(`random: ${records.length} manifests; ${summary(compared)}`);
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    expect(compared.filter(({ answers }) => answers === 0)).toEqual([]);
  });
});

/** What a refusal holds, by the file's name, where that is not the control's id. */
const substrings: Readonly<Record<string, string>> = {
  allowprivilegeescalation: "allowPrivilegeEscalation",
  apparmorprofile: "forbidden AppArmor profile",
  capabilities_baseline: "capabilities",
  capabilities_restricted: "unrestricted capabilities",
  hostnamespaces: "host namespaces",
  hostpathvolumes: "hostPath",
  hostports: "hostPort",
  hostprobesandhostlifecycle: "probe or lifecycle host",
  procmount: "procMount",
  procmount_restricted: "procMount",
  restrictedvolumes: "restricted volume types",
  runasnonroot: "runAsNonRoot",
  runasuser: "runAsUser",
  selinuxoptions: "seLinuxOptions",
  seccompprofile_baseline: "seccompProfile",
  seccompprofile_restricted: "seccompProfile",
  sysctls: "forbidden sysctl",
  windowshostprocess: "hostProcess",
};

async function differenceIn({ level, version, passes, control, file, text }: Fixture): Promise<string[]> {
  const verdict = workloadIn(await reviewAt(text, version), 0)?.admission[level];
  if (!verdict) return [`${file}: no pod found`];
  if (verdict.allowed !== passes) return [`${file}: must ${passes ? "pass" : "fail"}, but: ${verdict.message}`];
  const wanted = passes ? "" : (substrings[control] ?? control);
  return (verdict.message ?? "").includes(wanted) ? [] : [`${file}: no "${wanted}" in: ${verdict.message}`];
}

/** One kind of answer: how often Kubernetes gave it, and where ours differs, in words. */
type Comparison = (
  record: Recorded,
  review: Review,
) => { readonly answers: number; readonly differences: readonly string[] };
type Review = (version: string) => Result;

/** What must be equal of a random manifest. */
const comparisons: Readonly<Record<string, Comparison>> = {
  admission: ({ document, expect: { admission = {} } }, review) => {
    const verdicts = Object.entries(admission).flatMap(([version, expected]) => {
      const ours = workloadIn(review(version), document)?.admission;
      return (["baseline", "restricted"] as const).map((level) => {
        const verdict = ours && reasonsOf(ours[level]);
        return differenceOf(`${version} ${level}`, verdict, expected[level]);
      });
    });
    return { answers: verdicts.length, differences: verdicts.flat() };
  },

  containers: ({ document, expect: { containers = [] } }, review) => {
    if (containers.length === 0) return { answers: 0, differences: [] };
    const pod = workloadIn(review("latest"), document)?.pod;
    const ours = pod?.containers.map(recorded) ?? [];
    const all = Array.from({ length: Math.max(ours.length, containers.length) }, (_, index) =>
      differenceOf(`number ${index}`, ours[index], containers[index]),
    );
    return { answers: containers.length, differences: all.flat() };
  },

  decode: ({ document, expect: { decode } }, review) => {
    if (decode === undefined) return { answers: 0, differences: [] };
    const isRefused = said(review, document, "api-rejected").length > 0;
    return { answers: 1, differences: isRefused ? [] : [`not refused: ${decode}`] };
  },

  strict: ({ document, expect: { strict = [], decode } }, review) => {
    if (decode !== undefined) return { answers: 0, differences: [] };
    const unknown = strict.flatMap((error) => /^unknown field "(.*)"$/s.exec(error)?.[1] ?? []);
    const twice = strict.flatMap((error) =>
      [...error.matchAll(/key "(.*)" already set in map/g)].map(([, key]) => `${key} is set twice`),
    );
    const ignored = said(review, document, "ignored-field").map((message) =>
      message.slice(0, message.indexOf(" has no effect")),
    );
    const repeated = said(review, document, "api-rejected").flatMap(
      (message) => /^\S+ is set twice/.exec(message)?.[0] ?? [],
    );
    const differences = [
      ...differenceOf("unknown fields", ignored.toSorted(), unknown.toSorted()),
      ...differenceOf("keys set twice", repeated.toSorted(), twice.toSorted()),
    ];
    return { answers: strict.length, differences };
  },

  invalid: ({ document, expect: { invalid = [], decode } }, review) => {
    if (decode !== undefined) return { answers: 0, differences: [] };
    const refusals = said(review, document, "api-rejected").filter((message) => !message.includes(" is set twice "));
    const isSaid =
      ({ field, detail }: Refused) =>
      (message: string) =>
        message.includes(` ${field}: `) && message.includes(detail);
    const differences = [
      ...invalid.filter((error) => !refusals.some(isSaid(error))).map(({ text }) => `missing: ${text}`),
      ...refusals
        .filter((message) => !invalid.some((error) => isSaid(error)(message)))
        .map((message) => `too many: ${message}`),
    ];
    return { answers: invalid.length, differences };
  },
};

type Refused = NonNullable<Recorded["expect"]["invalid"]>[number];

/** The messages of one rule about one document of a manifest. */
function said(review: Review, document: number, rule: string): string[] {
  const { findings } = review("latest");
  return findings
    .filter((finding) => finding.document === document && finding.rule.id === rule)
    .map(({ message }) => message);
}

interface Compared {
  readonly what: string;
  readonly answers: number;
  readonly differences: readonly string[];
}

async function compare(records: readonly Recorded[], table: typeof comparisons): Promise<Compared[]> {
  const found = Object.keys(table).map((what) => ({ what, answers: 0, differences: [] as string[] }));
  for (const record of records) {
    const results = new Map<string, Result>();
    for (const version of new Set(["latest", ...record.versions])) {
      results.set(version, await reviewAt(record.manifest, version));
    }
    for (const each of found) {
      const { answers, differences } = (table[each.what] as Comparison)(record, (name) => results.get(name) as Result);
      each.answers += answers;
      each.differences.push(...differences.map((difference) => `${record.id} ${each.what}: ${difference}`));
    }
  }
  return found;
}

function summary(compared: readonly Compared[]): string {
  return compared
    .map(({ what, answers, differences }) => `${what}: ${differences.length} differences in ${answers}`)
    .join(", ");
}

function differenceOf(what: string, ours: unknown, theirs: unknown): string[] {
  const [mine, wanted] = [ours, theirs].map(canonical);
  return mine === wanted ? [] : [`${what}\n    ours:   ${mine}\n    theirs: ${wanted}`];
}

/** JSON with sorted keys. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
