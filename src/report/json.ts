import type {
  Conclusion,
  Container,
  Finding,
  Pod,
  Policy,
  Position,
  Problem,
  Result,
  ReviewedWorkload,
  Reviewing,
  Setting,
  Shard,
  Workload,
} from "../types.ts";
import { version } from "../version.ts";
import { lineAt, pointAt } from "../yaml/index.ts";
import { safeJson } from "./escape.ts";
import { type Piece, piecewise } from "./pieces.ts";
import { type Summary, summing } from "./summary.ts";

/**
 * The report of schema `secctx/v1` (schema/report.schema.json) on one line, written as the review goes: findings at once, workloads, which stand behind
 * them, once all findings are out. That of some ten thousand manifests is longer than a string can be.
 */
export async function* json(reviewing: Reviewing): AsyncGenerator<Piece, Conclusion> {
  const summary = summing();
  const encoder = new TextEncoder();
  const workloads: Uint8Array[] = [];
  const written = { findings: 0, workloads: 0 };
  yield opening(headOf(reviewing.policy));
  const findingsOf = (findings: readonly Finding[]) => items(findings.map(findingJson), written, "findings");
  const conclusion = yield* piecewise(reviewing, (part) => {
    summary.add(part);
    // As bytes they are no matter of the garbage collector's.
    workloads.push(encoder.encode(items(part.workloads.map(workloadJson), written, "workloads")));
    return findingsOf(part.findings);
  });
  summary.add({ findings: conclusion.findings });
  yield findingsOf(conclusion.findings);
  yield between;
  yield* workloads;
  yield ending(tailOf(conclusion, summary.of(conclusion)));
  return conclusion;
}

/** A report that is there already, in the same words: what `merge` writes. */
export function* jsonText({ findings, workloads, ...report }: Report): Generator<Piece> {
  const written = { findings: 0, workloads: 0 };
  yield opening(report);
  for (const finding of findings) yield items([finding], written, "findings");
  yield between;
  for (const workload of workloads) yield items([workload], written, "workloads");
  yield ending(report);
}

/** The JSON report as data. */
export function report(result: Result): object {
  const { findings, workloads } = result;
  const summary = summing();
  summary.add(result);
  return {
    ...headOf(result.policy),
    findings: findings.map(findingJson),
    workloads: workloads.map(workloadJson),
    ...tailOf(result, summary.of(result)),
  };
}

/** A report as data; what there may be much of comes one by one. */
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
  readonly shard: Pick<Shard, "index" | "count"> | null;
}

/** Written field by field: what is inside may change, this may not. */
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
  return `${safeJson({ schema, tool, policy }).slice(0, -1)},"findings":[`;
}

function ending({ verdict, summary, problems, shard }: Tail): string {
  return `],${safeJson({ verdict, summary, problems, shard }).slice(1)}\n`;
}

/** Items of a list that is written piece by piece. */
function items(
  values: readonly object[],
  written: Record<"findings" | "workloads", number>,
  list: keyof typeof written,
): string {
  let text = "";
  for (const value of values) text += (written[list]++ > 0 ? "," : "") + safeJson(value);
  return text;
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: Finding["path"]): string {
  let text = "";
  for (const step of path)
    text += `/${typeof step === "string" && special.test(step) ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step}`;
  return text;
}

const special = /[~/]/;

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
  const settings: Record<string, object> = {};
  for (const [field, setting] of Object.entries<Setting<unknown>>(effective))
    settings[field] = settingJson(pod, setting);
  return {
    name,
    type,
    image,
    effective: settings,
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
  if (value === undefined) return origin === "default" ? nobodys : { value: null, origin };
  return { value, origin, file: document.file, line: lineAt(document.text, pointAt(document, path).start) };
}

const nobodys = { value: null, origin: "default" };

function workloadId({ apiVersion, kind, namespace, name }: Workload): object {
  return { apiVersion, kind, namespace, name };
}

function position({ line, column }: Position): object {
  return { line, column };
}
