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
  none: "Nothing to judge",
  open: "Report only",
} as const;

/** Says in words what the gate says. */
export function nameGate(gate: GateSummary): string {
  return gateWords[readGate(gate)];
}

/** What the gate says: `none` where there was nothing that it could let pass, and `open` where nobody asked it. */
function readGate({ verdict, policy, summary, workloads }: GateSummary): keyof typeof gateWords {
  const { enforce, warn, audit, ignored } = summary;
  if (verdict !== "pass") return verdict;
  if (workloads.length + enforce + warn + audit + ignored === 0) return "none";
  return policy?.gate === "none" ? "open" : "pass";
}

/** Renders what the gate says about all workloads, and how many of them Pod Security Admission would reject. */
export function renderVerdict(gate: GateSummary): Child[] {
  const { summary, workloads } = gate;
  const said = readGate(gate);
  const counts = [
    formatCount(summary.enforce, "failure"),
    formatCount(summary.warn, "warning"),
    ...(summary.audit > 0 ? [formatCount(summary.audit, "notice")] : []),
    ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : []),
  ];
  const chips = admissionLevels.map((level) => {
    const answers = workloads.map(({ admission }) => admission[level].allowed);
    return h("span", { class: "chip", "data-allowed": readChip(answers) }, `${level}: ${describeChip(answers)}`);
  });
  return [
    h(
      "div",
      { class: "gate", "data-verdict": said },
      h("strong", {}, gateWords[said]),
      h("span", {}, said === "none" ? "There is no workload." : counts.join(", ")),
    ),
    workloads.length > 0 && h("div", { class: "chips" }, chips),
  ];
}

type Answers = readonly Admission["baseline"]["allowed"][];

function readChip(answers: Answers): string {
  return String(answers.includes(false) ? false : answers.includes(null) ? null : true);
}

function describeChip(answers: Answers): string {
  const [rejected, unknown] = [false, null].map((answer) => answers.filter((each) => each === answer).length);
  if (answers.length === 1) return nameAnswer(answers[0] ?? null);
  if (rejected) return `rejects ${rejected} of ${answers.length}`;
  return unknown ? `no answer for ${unknown} of ${answers.length}` : "allowed";
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
