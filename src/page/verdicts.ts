import type { Mode } from "../pod/index.ts";
import { formatCount, nameAnswer } from "../report/words.ts";
import type { Admission } from "../rules/index.ts";
import { type Child, h } from "./dom.ts";

const admissionLevels = ["baseline", "restricted"] as const;
/** How the gate decided, and why. */
export interface GateSummary {
  readonly verdict: "pass" | "fail" | "error";
  /** Left out where every finding counts. */
  readonly policy?: { readonly gate: string };
  readonly summary: Readonly<Record<Mode | "ignored", number>>;
  readonly workloads: readonly { readonly admission: Admission }[];
}

const gateWords = {
  pass: "The gate passes",
  fail: "The gate fails",
  error: "Could not evaluate everything",
} as const;

/** What the gate says. */
export function nameGate({ verdict, policy }: Pick<GateSummary, "verdict" | "policy">): string {
  return verdict === "pass" && policy?.gate === "none" ? "Report only" : gateWords[verdict];
}

/** Renders what the gate says about all workloads, and how many of them Pod Security Admission would reject. */
export function renderVerdict({ verdict, policy, summary, workloads }: GateSummary): Child[] {
  const counts = [
    formatCount(summary.enforce, "failure"),
    formatCount(summary.warn, "warning"),
    ...(summary.audit > 0 ? [formatCount(summary.audit, "notice")] : []),
    ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : []),
  ];
  const chips = admissionLevels.map((level) => {
    const rejected = workloads.filter(({ admission }) => admission[level].allowed === false).length;
    return renderChip(level, rejected, workloads.length);
  });
  return [
    h(
      "div",
      { class: "gate", "data-verdict": verdict },
      h("strong", {}, nameGate({ verdict, ...(policy && { policy }) })),
      h("span", {}, counts.join(", ")),
    ),
    h("div", { class: "chips" }, chips),
  ];
}

function renderChip(level: string, rejected: number, total: number): Child {
  const allowed = total === 0 ? "" : String(rejected === 0);
  return h("span", { class: "chip", "data-allowed": allowed }, `${level}: ${describeChip(rejected, total)}`);
}

function describeChip(rejected: number, total: number): string {
  if (total === 0) return "no workload";
  if (rejected === 0) return "allowed";
  return total === 1 ? "rejected" : `rejects ${rejected} of ${total}`;
}

/** Renders what Pod Security Admission answers for one workload. The details of a level have the id `PREFIX-LEVEL`. */
export function renderAdmission(admission: Admission, idPrefix: string): Child {
  const items = admissionLevels.map((level) => {
    const { allowed, message } = admission[level];
    return h(
      "div",
      { class: "verdict", "data-allowed": String(allowed) },
      h("strong", {}, `${level} ${admission.version}`),
      h("span", { class: "answer" }, nameAnswer(allowed)),
      message &&
        h(
          "details",
          { id: `${idPrefix}-${level}` },
          h("summary", {}, "the API server's words"),
          h("p", { class: "words" }, message),
        ),
    );
  });
  return h("div", { class: "verdicts" }, items);
}
