import type { Container, Pod, Setting, Workload } from "../pod/index.ts";
import type { Policy, Shard } from "../policy/index.ts";
import type { Finding } from "../review/finding.ts";
import type { Conclusion, Result, ReviewedWorkload } from "../review/result.ts";
import type { ReviewStream } from "../review/stream.ts";
import type { Verdict } from "../rules/index.ts";
import { lineAt, type Position, type Problem, pointAt } from "../yaml/index.ts";
import { writeByManifest } from "./by-manifest.ts";
import { stringifySafely } from "./escape.ts";
import { type Summary, startSummary } from "./summary.ts";
import { version } from "./version.ts";

/**
 * The report of schema `secctx/v1` (schema/report.schema.json) on one line, in pieces, because that of ten thousand manifests is longer than a string can be.
 * Findings are written while the review goes on; workloads, which come after them, are kept as text until then.
 */
export async function* json(review: ReviewStream): AsyncGenerator<string, Conclusion> {
  const summary = startSummary();
  const workloads: string[] = [];
  const [nextFindings, nextWorkloads] = [listWriter(), listWriter()];
  yield opening(headOf(review.policy));
  const conclusion = yield* writeByManifest(review, (part) => {
    summary.add(part);
    workloads.push(nextWorkloads(part.workloads.map(workloadJson)));
    return nextFindings(part.findings.map(findingJson));
  });
  summary.add({ findings: conclusion.findings });
  yield nextFindings(conclusion.findings.map(findingJson));
  yield between;
  yield* workloads;
  yield ending(tailOf(conclusion, summary.finish(conclusion)));
  return conclusion;
}

/** A report that is data already, in the same form and in pieces: what `merge` writes. */
export function* jsonText({ findings, workloads, ...report }: Report): Generator<string> {
  const [nextFindings, nextWorkloads] = [listWriter(), listWriter()];
  yield opening(report);
  for (const finding of findings) yield nextFindings([finding]);
  yield between;
  for (const workload of workloads) yield nextWorkloads([workload]);
  yield ending(report);
}

/** The JSON report as data. */
export function report(result: Result): object {
  const { findings, workloads } = result;
  const summary = startSummary();
  summary.add(result);
  return {
    ...headOf(result.policy),
    findings: findings.map(findingJson),
    workloads: workloads.map(workloadJson),
    ...tailOf(result, summary.finish(result)),
  };
}

/** A report as data. Findings and workloads may be more than memory can hold. */
export interface Report extends Head, Tail {
  readonly findings: Iterable<object>;
  readonly workloads: Iterable<object>;
}

interface Head {
  readonly tool: { readonly name: string; readonly version: string };
  readonly policy: Readonly<Record<"enforce" | "warn" | "audit" | "kubernetesVersion" | "gate", string>>;
}

interface Tail {
  readonly verdict: Result["verdict"];
  readonly summary: Summary;
  readonly problems: readonly Problem[];
  readonly shard: (Shard & { readonly pending: object }) | null;
}

/** Fields are named one by one, here and below: what is inside may change, the report may not. */
function headOf({ enforce, warn, audit, kubernetesVersion, gate }: Policy): Head & { readonly schema: string } {
  const policy = { enforce, warn, audit, kubernetesVersion: kubernetesVersion.name, gate };
  return { schema, tool: { name: "secctx", version }, policy };
}

function tailOf({ verdict, problems, shard }: Conclusion, summary: Summary): Tail {
  return {
    verdict,
    summary,
    problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
    shard: shard && shardJson(shard),
  };
}

const schema = "secctx/v1";
const between = '],"workloads":[';

function opening({ tool, policy }: Head): string {
  return `${stringifySafely({ schema, tool, policy }).slice(0, -1)},"findings":[`;
}

function ending({ verdict, summary, problems, shard }: Tail): string {
  return `],${stringifySafely({ verdict, summary, problems, shard }).slice(1)}\n`;
}

/** Returns a function that writes the next items of one list, with the commas between them. */
function listWriter(): (items: readonly object[]) => string {
  let separator = "";
  return (items) => {
    if (items.length === 0) return "";
    const text = separator + stringifySafely(items).slice(1, -1);
    separator = ",";
    return text;
  };
}

function findingJson(finding: Finding): object {
  const { rule, level, mode, message, location, document, path, workload, containers } = finding;
  const { origin, fingerprint, related, fix, ignored } = finding;
  return {
    rule: rule.id,
    level,
    mode,
    message,
    file: location.file,
    document,
    path: pointer(path),
    start: positionJson(location.start),
    end: positionJson(location.end),
    workload: workloadId(workload),
    containers,
    origin,
    new: finding.new,
    fingerprint,
    related: related.map(relatedJson),
    fix: fix && { title: fix.title, safety: fix.safety, risk: fix.risk },
    ignored: ignored && { by: ignored.by, reason: ignored.reason, expires: ignored.expires },
  };
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: Finding["path"]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function positionJson({ line, column }: Position): Position {
  return { line, column };
}

function relatedJson({ location: { file, start, end }, message }: Finding["related"][number]): object {
  return { file, start: positionJson(start), end: positionJson(end), message };
}

function workloadJson({ pod, line, source, admission }: ReviewedWorkload): object {
  const { version: release, baseline, restricted } = admission;
  return {
    file: pod.document.file,
    line,
    ...workloadId(pod.workload),
    source,
    admission: { version: release, baseline: verdictJson(baseline), restricted: verdictJson(restricted) },
    containers: pod.containers.map((container) => containerJson(pod, container)),
  };
}

function workloadId({ apiVersion, kind, namespace, name }: Workload): object {
  return { apiVersion, kind, namespace, name };
}

function verdictJson({ allowed, message }: Verdict): object {
  return { allowed, message };
}

function containerJson(pod: Pod, { name, type, image, effective, derived }: Container): object {
  const { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
  const settings = Object.entries(effective).map(([field, setting]) => [field, settingJson(pod, setting)]);
  return {
    name,
    type,
    image,
    effective: Object.fromEntries(settings),
    derived: { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot },
  };
}

/** Has a place only where somebody declared a value. */
function settingJson({ document }: Pod, { value, origin, path }: Setting<unknown>): object {
  if (value === undefined) return { value: null, origin };
  return { value, origin, file: document.file, line: lineAt(document, pointAt(document, path).start) };
}

function shardJson({ index, count, scan, pending }: NonNullable<Conclusion["shard"]>): Tail["shard"] {
  const { findings, used, gone } = pending;
  return {
    index,
    count,
    scan,
    pending: {
      findings: findings.map(findingJson),
      used,
      gone: gone.map(({ entry, file, line, fact }) => ({ entry, file, line, fact })),
    },
  };
}
