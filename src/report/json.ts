import type {
  Container,
  Finding,
  Pod,
  Position,
  Problem,
  Result,
  ReviewedWorkload,
  Setting,
  Shard,
  Workload,
} from "../types.ts";
import { version } from "../version.ts";
import { lineAt, pointAt } from "../yaml/index.ts";

/**
 * The report of schema `secctx/v1` (schema/report.schema.json) on one line, piece by piece: that of some ten thousand manifests is longer than a string
 * can be.
 */
export function jsonParts(result: Result): Iterable<string> {
  return reportParts(reportOf(result));
}

/** The JSON report as data. */
export function report(result: Result): object {
  const written = reportOf(result);
  return { schema, ...written, findings: [...written.findings], workloads: [...written.workloads] };
}

const schema = "secctx/v1";

/** Written field by field: what is inside may change, this may not. */
function reportOf({ policy, verdict, findings, workloads, problems, files, shard }: Result): Report {
  return {
    tool: { name: "secctx", version },
    policy: {
      enforce: policy.enforce,
      warn: policy.warn,
      audit: policy.audit,
      kubernetesVersion: policy.kubernetesVersion.name,
      gate: policy.gate,
    },
    verdict,
    summary: {
      files,
      workloads: workloads.length,
      containers: workloads.reduce((sum, { pod }) => sum + pod.containers.length, 0),
      enforce: count(findings, "enforce"),
      warn: count(findings, "warn"),
      audit: count(findings, "audit"),
      ignored: findings.filter(({ ignored }) => ignored).length,
      problems: problems.length,
    },
    findings: mapped(findings, findingJson),
    workloads: mapped(workloads, workloadJson),
    problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
    shard: shard && shardJson(shard),
  };
}

/** A report as data; what there may be much of comes one by one. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly policy: Readonly<Record<"enforce" | "warn" | "audit" | "kubernetesVersion" | "gate", string>>;
  readonly verdict: Result["verdict"];
  readonly summary: Readonly<Record<(typeof counts)[number], number>>;
  readonly findings: Iterable<object>;
  readonly workloads: Iterable<object>;
  readonly problems: readonly Problem[];
  readonly shard: Pick<Shard, "index" | "count"> | null;
}

/** What a summary counts, in its order. */
export const counts = ["files", "workloads", "containers", "enforce", "warn", "audit", "ignored", "problems"] as const;

/** A report as text, in pieces of some thousand characters. */
export function* reportParts(report: Report): Generator<string> {
  const { tool, policy, verdict, summary, findings, workloads, problems, shard } = report;
  yield `${line({ schema, tool, policy, verdict, summary }).slice(0, -1)},"findings":[`;
  yield* listParts(findings);
  yield '],"workloads":[';
  yield* listParts(workloads);
  yield `],${line({ problems, shard }).slice(1)}\n`;
}

function* listParts(items: Iterable<object>): Generator<string> {
  let part = "";
  let separator = "";
  for (const item of items) {
    part += separator + line(item);
    separator = ",";
    if (part.length < 65536) continue;
    yield part;
    part = "";
  }
  yield part;
}

function* mapped<T>(items: readonly T[], toJson: (item: T) => object): Generator<object> {
  for (const item of items) yield toJson(item);
}

function line(value: object): string {
  return JSON.stringify(value).replace(unsafe, escaped);
}

/** What a terminal would obey and JSON lets through. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Findings of a mode that nobody ignores. */
export function count(findings: readonly Finding[], mode: Finding["mode"]): number {
  return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: Finding["path"]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function findingJson(finding: Finding): object {
  const {
    rule,
    level,
    mode,
    message,
    location,
    document,
    path,
    workload,
    containers,
    origin,
    fingerprint,
    fix,
    ignored,
  } = finding;
  return {
    rule: rule.id,
    level,
    mode,
    message,
    file: location.file,
    document,
    path: pointer(path),
    start: position(location.start),
    end: position(location.end),
    workload: workloadId(workload),
    containers,
    origin,
    new: finding.new,
    fingerprint,
    related: finding.related.map(({ location: at, message: text }) => ({
      file: at.file,
      start: position(at.start),
      end: position(at.end),
      message: text,
    })),
    fix: fix && { title: fix.title, safety: fix.safety, risk: fix.risk },
    ignored: ignored && { by: ignored.by, reason: ignored.reason, expires: ignored.expires },
  };
}

function shardJson({
  index,
  count: of,
  scan,
  pending,
}: NonNullable<Result["shard"]>): Shard & { readonly pending: object } {
  const { findings, used, gone } = pending;
  return {
    index,
    count: of,
    scan,
    pending: {
      findings: findings.map(findingJson),
      used,
      gone: gone.map(({ entry, file, line: at, fact }) => ({ entry, file, line: at, fact })),
    },
  };
}

function workloadJson({ pod, line, source, admission }: ReviewedWorkload): object {
  const { baseline, restricted } = admission;
  return {
    file: pod.document.file,
    line,
    ...workloadId(pod.workload),
    source,
    admission: {
      version: admission.version,
      baseline: { allowed: baseline.allowed, message: baseline.message },
      restricted: { allowed: restricted.allowed, message: restricted.message },
    },
    containers: pod.containers.map((container) => containerJson(pod, container)),
  };
}

function containerJson(pod: Pod, { name, type, image, effective, derived }: Container): object {
  const settings = Object.entries<Setting<unknown>>(effective).map(([field, setting]) => [
    field,
    settingJson(pod, setting),
  ]);
  return {
    name,
    type,
    image,
    effective: Object.fromEntries(settings),
    derived: {
      uid: derived.uid,
      gid: derived.gid,
      capabilities: derived.capabilities,
      noNewPrivileges: derived.noNewPrivileges,
      seccomp: derived.seccomp,
      privileged: derived.privileged,
      readOnlyRoot: derived.readOnlyRoot,
    },
  };
}

function settingJson({ document }: Pod, { value, origin, path }: Setting<unknown>): object {
  if (value === undefined) return { value: null, origin };
  return { value, origin, file: document.file, line: lineAt(document.text, pointAt(document, path).start) };
}

function workloadId({ apiVersion, kind, namespace, name }: Workload): object {
  return { apiVersion, kind, namespace, name };
}

function position({ line, column }: Position): object {
  return { line, column };
}
