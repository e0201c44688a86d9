import { count } from "../report/summary.ts";
import { counted } from "../report/text.ts";
import type { Result } from "../review/result.ts";
import { type Child, h } from "./dom.ts";

/** What the gate says, and what Pod Security Admission would. */
export function verdictBar(result: Result): Child[] {
  const { verdict, findings, workloads } = result;
  const words = { pass: "The gate passes", fail: "The gate fails", error: "Could not evaluate everything" };
  const counts = [
    counted(count(findings, "enforce"), "failure"),
    counted(count(findings, "warn"), "warning"),
    ...(count(findings, "audit") > 0 ? [counted(count(findings, "audit"), "notice")] : []),
  ];
  return [
    h(
      "div",
      { class: "gate", "data-verdict": verdict },
      h("strong", {}, words[verdict]),
      h("span", {}, counts.join(", ")),
    ),
    h(
      "div",
      { class: "chips" },
      (["baseline", "restricted"] as const).map((level) =>
        chip(level, workloads.filter(({ admission }) => !admission[level].allowed).length, workloads.length),
      ),
    ),
  ];
}

function chip(level: string, rejected: number, all: number): Child {
  const said =
    all === 0 ? "no workload" : rejected === 0 ? "allowed" : all === 1 ? "rejected" : `rejects ${rejected} of ${all}`;
  return h("span", { class: "chip", "data-allowed": all === 0 ? "" : String(rejected === 0) }, `${level}: ${said}`);
}
