import type { Container, EffectiveContext, Pod, Setting, Workload } from "../pod/index.ts";
import type { Policy, Shard } from "../policy/index.ts";
import type { Finding } from "../review/finding.ts";
import type { Conclusion, Result, ReviewedWorkload } from "../review/result.ts";
import type { ReviewStream } from "../review/stream.ts";
import type { Verdict } from "../rules/index.ts";
import { kept, lineAt, type Position, type Problem, pointAt } from "../yaml/index.ts";
import { harmless, safeJson } from "./escape.ts";
import { type Piece, piecewise } from "./pieces.ts";
import { type Summary, summing } from "./summary.ts";
import { version } from "./version.ts";

/**
 * The report of schema `secctx/v1` (schema/report.schema.json) on one line, written as the review goes: findings at once, workloads, which stand behind
 * them, once all findings are out. That of some ten thousand manifests is longer than a string can be.
 */
export async function* json(reviewing: ReviewStream): AsyncGenerator<Piece, Conclusion> {
  const summary = summing();
  const encoder = new TextEncoder();
  const workloads: Uint8Array[] = [];
  let latest = "";
  const [findingItems, workloadItems] = [listing(), listing()];
  yield opening(headOf(reviewing.policy));
  const conclusion = yield* piecewise(reviewing, (part) => {
    summary.add(part);
    latest += workloadItems(part.workloads.map(workloadText));
    // As bytes they are no matter of the garbage collector's.
    if (latest.length >= 65_536) {
      workloads.push(encoder.encode(latest));
      latest = "";
    }
    return findingItems(part.findings.map(findingText));
  });
  summary.add({ findings: conclusion.findings });
  yield findingItems(conclusion.findings.map(findingText));
  yield between;
  yield* workloads;
  yield latest;
  yield ending(tailOf(conclusion, summary.of(conclusion)));
  return conclusion;
}

/** A report that is there already, in the same words: what `merge` writes. */
export function* jsonText({ findings, workloads, ...report }: Report): Generator<Piece> {
  const [findingItems, workloadItems] = [listing(), listing()];
  yield opening(report);
  for (const finding of findings) yield findingItems([quoted(finding)]);
  yield between;
  for (const workload of workloads) yield workloadItems([quoted(workload)]);
  yield ending(report);
}

/** The JSON report as data. */
export function report(result: Result): object {
  const { findings, workloads } = result;
  const summary = summing();
  summary.add(result);
  return {
    ...headOf(result.policy),
    findings: findings.map((finding) => JSON.parse(findingText(finding))),
    workloads: workloads.map((workload) => JSON.parse(workloadText(workload))),
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

/** Writes a list piece by piece: each time its next items, with the commas that they need. */
function listing(): (items: readonly string[]) => string {
  let separator = "";
  return (items) => {
    if (items.length === 0) return "";
    const text = separator + harmless(items.join());
    separator = ",";
    return text;
  };
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: Finding["path"]): string {
  let text = "";
  for (let depth = 0; depth < path.length; depth++) {
    const step = path[depth] as string | number;
    text += `/${typeof step === "string" && special.test(step) ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step}`;
  }
  return text;
}

const special = /[~/]/;

/** Text and no object: that of ten thousand findings is made in two thirds of the time. */
function findingText(finding: Finding): string {
  const { rule, level, mode, message, location, document, path, workload, containers } = finding;
  const { origin, fingerprint, related, fix, ignored } = finding;
  return (
    `{"rule":"${rule.id}","level":"${level}","mode":"${mode}","message":${quoted(message)},"file":${quotedFile(location.file)},` +
    `"document":${document},"path":${quoted(pointer(path))},"start":${position(location.start)},"end":${position(location.end)},` +
    `"workload":{${workloadId(workload)}},"containers":${quoted(containers)},"origin":"${origin}","new":${finding.new},` +
    `"fingerprint":"${fingerprint}","related":[${related.map(relatedText).join()}],` +
    `"fix":${fix && `{"title":${quoted(fix.title)},"safety":"${fix.safety}","risk":${quoted(fix.risk)}}`},` +
    `"ignored":${ignored && `{"by":"${ignored.by}","reason":${quoted(ignored.reason)},"expires":${quoted(ignored.expires)}}`}}`
  );
}

function relatedText({ location: { file, start, end }, message }: Finding["related"][number]): string {
  return `{"file":${quoted(file)},"start":${position(start)},"end":${position(end)},"message":${quoted(message)}}`;
}

function workloadText({ pod, line, source, admission }: ReviewedWorkload): string {
  const { version: release, baseline, restricted } = admission;
  return (
    `{"file":${quotedFile(pod.document.file)},"line":${line},${workloadId(pod.workload)},"source":"${source}",` +
    `"admission":{"version":"${release}","baseline":${verdictText(baseline)},"restricted":${verdictText(restricted)}},` +
    `"containers":[${pod.containers.map((container) => containerText(pod, container)).join()}]}`
  );
}

function verdictText({ allowed, message }: Verdict): string {
  return `{"allowed":${allowed},"message":${quoted(message)}}`;
}

function containerText(pod: Pod, { name, type, image, effective, derived }: Container): string {
  const { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
  let settings = "";
  for (const field in effective) {
    const text = settingText(pod, field, effective[field as keyof EffectiveContext]);
    settings += settings === "" ? text.slice(1) : text;
  }
  return (
    `{"name":${quoted(name)},"type":"${type}","image":${quoted(image)},"effective":{${settings}},` +
    `"derived":{"uid":${uid},"gid":${gid},"capabilities":${quoted(capabilities)},"noNewPrivileges":${noNewPrivileges},` +
    `"seccomp":${quoted(seccomp)},"privileged":${privileged},"readOnlyRoot":${readOnlyRoot}}}`
  );
}

/** What nobody sets is the same for each: most fields of most containers. */
const unset: Record<string, string> = {};

/** A member, with the comma before it. */
function settingText({ document }: Pod, field: string, { value, origin, path }: Setting<unknown>): string {
  if (value === undefined && origin === "default") {
    unset[field] ??= `,"${field}":{"value":null,"origin":"default"}`;
    return unset[field];
  }
  if (value === undefined) return `,"${field}":{"value":null,"origin":"${origin}"}`;
  const line = lineAt(document.text, pointAt(document, path).start);
  return `,"${field}":{"value":${quoted(value)},"origin":"${origin}","file":${quotedFile(document.file)},"line":${line}}`;
}

const workloadId = kept(({ apiVersion, kind, namespace, name }: Workload): string => {
  return `"apiVersion":${quoted(apiVersion)},"kind":${quoted(kind)},"namespace":${quoted(namespace)},"name":${quoted(name)}`;
});

function position({ line, column }: Position): string {
  return `{"line":${line},"column":${column}}`;
}

function quoted(value: unknown): string {
  return value === null ? "null" : JSON.stringify(value);
}

const quotedFile = kept(quoted);

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
      findings: findings.map((finding) => JSON.parse(findingText(finding))),
      used,
      gone: gone.map(({ entry, file, line: at, fact }) => ({ entry, file, line: at, fact })),
    },
  };
}
