import type { Container, Pod, Setting, Workload } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import type { Finding, RenderedAs } from "../review/finding.ts";
import type { Conclusion, Result, ReviewedWorkload } from "../review/result.ts";
import type { ReviewStream } from "../review/stream.ts";
import type { Verdict } from "../rules/index.ts";
import { type Position, sourcePlaceOf } from "../yaml/index.ts";
import { type Piece, writeByManifest } from "./by-manifest.ts";
import { stringifySafely } from "./escape.ts";
import type {
  ContainerJson,
  FindingJson,
  RenderedJson,
  ReportHead,
  ReportJson,
  ReportTail,
  SettingJson,
  WorkloadJson,
} from "./report-json.ts";
import { type Summary, startSummary } from "./summary.ts";
import { version } from "./version.ts";

/**
 * Renders the report of schema `secctx/v1` (schema/report.schema.json) on one line. It comes in pieces, because the report of ten thousand manifests is
 * longer than a string can be. Findings are written while the review goes on. Workloads stand behind them, and are kept until then as bytes: strings would
 * make the memory of 5,000 manifests larger by a third.
 */
export async function* renderJson(review: ReviewStream): AsyncGenerator<Piece, Conclusion> {
  const summary = startSummary();
  const workloads = keepAsBytes();
  const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
  yield renderOpening(buildHead(review.policy));
  const conclusion = yield* writeByManifest(review, (part) => {
    summary.add(part);
    workloads.add(nextWorkloads(part.workloads.map(buildWorkload)));
    return nextFindings(part.findings.map(buildFinding));
  });
  summary.add({ findings: conclusion.findings });
  yield nextFindings(conclusion.findings.map(buildFinding));
  yield between;
  yield* workloads.finish();
  yield renderEnding(buildTail(conclusion, summary.finish(conclusion)));
  return conclusion;
}

/** Keeps text as bytes (UTF-8), 64 kB in a piece. */
function keepAsBytes(): { readonly add: (text: string) => void; readonly finish: () => readonly Uint8Array[] } {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let text = "";
  const encode = () => {
    pieces.push(encoder.encode(text));
    text = "";
  };
  return {
    add(more) {
      text += more;
      if (text.length >= 65_536) encode();
    },
    finish() {
      encode();
      return pieces;
    },
  };
}

/** Renders a report that is data already, in the same form and in pieces: `secctx merge` writes it. */
export function* renderJsonReport({ findings, workloads, ...report }: ListedReport): Generator<string> {
  const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
  yield renderOpening(report);
  for (const finding of findings) yield nextFindings([finding]);
  yield between;
  for (const workload of workloads) yield nextWorkloads([workload]);
  yield renderEnding(report);
}

/** Builds the JSON report as data. */
export function buildReport(result: Result): ReportJson {
  const { findings, workloads } = result;
  const summary = startSummary();
  summary.add(result);
  return {
    ...buildHead(result.policy),
    findings: findings.map(buildFinding),
    workloads: workloads.map(buildWorkload),
    ...buildTail(result, summary.finish(result)),
  };
}

/** A report as data, whose lists may be more than fits into memory. */
export interface ListedReport extends ReportHead, ReportTail {
  readonly findings: Iterable<object>;
  readonly workloads: Iterable<object>;
}

/** Each field is named, here and below: nothing gets into the report only because it is inside. */
function buildHead({
  enforce,
  warn,
  audit,
  kubernetesVersion,
  gate,
  rules,
}: Policy): ReportHead & { readonly schema: string } {
  const policy = { enforce, warn, audit, kubernetesVersion: kubernetesVersion.name, gate, rules };
  return { schema, tool: { name: "secctx", version }, policy };
}

function buildTail({ verdict, problems, shard }: Conclusion, summary: Summary): ReportTail {
  return {
    verdict,
    summary,
    problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
    shard: shard && buildShard(shard),
  };
}

const schema = "secctx/v1";
const between = '],"workloads":[';

function renderOpening({ tool, policy }: ReportHead): string {
  return `${stringifySafely({ schema, tool, policy }).slice(0, -1)},"findings":[`;
}

function renderEnding({ verdict, summary, problems, shard }: ReportTail): string {
  return `],${stringifySafely({ verdict, summary, problems, shard }).slice(1)}\n`;
}

/** Returns a function that writes the next items of one list, with the commas between them. */
function createListWriter(): (items: readonly object[]) => string {
  let separator = "";
  return (items) => {
    if (items.length === 0) return "";
    const text = separator + stringifySafely(items).slice(1, -1);
    separator = ",";
    return text;
  };
}

function buildFinding(finding: Finding): FindingJson {
  const { rule, level, mode, message, location, document, path, workload, containers } = finding;
  const { origin, fingerprint, related, rendered, fix, ignored } = finding;
  return {
    rule: rule.id,
    level,
    mode,
    message,
    file: location.file,
    document,
    path: formatPointer(path),
    start: copyPosition(location.start),
    end: copyPosition(location.end),
    workload: copyWorkload(workload),
    containers,
    origin,
    new: finding.new,
    fingerprint,
    related: related.map(buildRelated),
    rendered: rendered?.map(buildRendered) ?? null,
    fix: fix && { title: fix.title, safety: fix.safety, risk: fix.risk },
    ignored: ignored && { by: ignored.by, reason: ignored.reason, expires: ignored.expires },
  };
}

/** Formats a path as a JSON Pointer (RFC 6901). */
export function formatPointer(path: Finding["path"]): string {
  return path.map((step) => `/${typeof step === "number" ? step : escapeStep(step)}`).join("");
}

function escapeStep(step: string): string {
  return step.replace(/[~/]/g, (character) => (character === "~" ? "~0" : "~1"));
}

function copyPosition({ line, column }: Position): Position {
  return { line, column };
}

function buildRelated({
  location: { file, start, end },
  message,
}: Finding["related"][number]): FindingJson["related"][number] {
  return { file, start: copyPosition(start), end: copyPosition(end), message };
}

/** Builds what the report says of one rendering. */
export function buildRendered({ root, values, document, path, workload }: RenderedAs): RenderedJson {
  return { root, values, document, path: formatPointer(path), workload: copyWorkload(workload) };
}

function buildWorkload({ pod, file, line, source, admission }: ReviewedWorkload): WorkloadJson {
  const { version: release, baseline, restricted } = admission;
  return {
    file,
    line,
    ...copyWorkload(pod.workload),
    source,
    admission: { version: release, baseline: copyVerdict(baseline), restricted: copyVerdict(restricted) },
    containers: pod.containers.map((container) => buildContainer(pod, container)),
  };
}

function copyWorkload({ apiVersion, kind, namespace, name }: Workload): Workload {
  return { apiVersion, kind, namespace, name };
}

function copyVerdict({ allowed, message }: Verdict): Verdict {
  return { allowed, message };
}

function buildContainer(pod: Pod, { name, type, image, effective, derived }: Container): ContainerJson {
  const { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
  const settings: Record<string, SettingJson> = {};
  for (const [field, setting] of Object.entries(effective)) settings[field] = buildSetting(pod, setting);
  return {
    name,
    type,
    image,
    effective: settings,
    derived: { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot },
  };
}

function buildSetting({ document }: Pod, { value, placeholder, origin, path }: Setting<unknown>): SettingJson {
  const written = value ?? placeholder;
  if (written === undefined) return { value: null, origin };
  const { file, start } = sourcePlaceOf(document, path).location;
  return { value: written, origin, file, line: start.line };
}

function buildShard({ index, count, scan, pending }: NonNullable<Conclusion["shard"]>): ReportTail["shard"] {
  const { findings, omissions, used, gone } = pending;
  return {
    index,
    count,
    scan,
    pending: {
      findings: findings.map(buildFinding),
      omissions: omissions.map(({ file, line, message, what, looksLikeWorkload }) => {
        return { file, line, message, what, looksLikeWorkload };
      }),
      used: used.map(({ entry, count, places }) => ({ entry, count, places })),
      gone: gone.map(({ entry, count, file, line, fact }) => ({ entry, count, file, line, fact })),
    },
  };
}
