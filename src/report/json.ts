import type { Container, Finding, Pod, Position, Result, ReviewedWorkload, Setting, Workload } from "../types.ts";
import { version } from "../version.ts";
import { lineAt, pointAt } from "../yaml/index.ts";

/** The report of schema `secctx/v1` (schema/report.schema.json) on one line. Written field by field: what is inside may change, this may not. */
export function json(result: Result): string {
  return `${JSON.stringify(report(result)).replace(unsafe, escaped)}\n`;
}

/** What a terminal would obey and JSON lets through. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The JSON report as data. */
export function report({ policy, verdict, findings, workloads, problems, files }: Result): object {
  return {
    schema: "secctx/v1",
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
    findings: findings.map(findingJson),
    workloads: workloads.map(workloadJson),
    problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
  };
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
