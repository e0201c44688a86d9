import type { PolicyEntry } from "../policy/index.ts";
import { codeSpan } from "./escape.ts";
import { formatCount } from "./words.ts";

/** The most values that are listed: exemptions may be many. */
const mostRows = 200;

/** Renders, folded, each value of the policy and who set it, for the job summary. Limits are listed where somebody sets them. */
export function renderPolicySources(entries: readonly PolicyEntry[]): string {
  const told = entries.filter(({ key, from }) => from !== "default" || !key.startsWith("limits."));
  const rows = told.slice(0, mostRows).map(({ key, value, from }) => {
    const shown = typeof value === "string" ? value : JSON.stringify(value);
    return `| ${[key, shown, from].map(codeSpan).join(" | ")} |\n`;
  });
  const left = told.length > mostRows ? `\n${formatCount(told.length - mostRows, "more value")}.\n` : "";
  return `<details><summary>The policy, and where each value comes from</summary>\n\n| key | value | from |\n|---|---|---|\n${rows.join("")}${left}\n</details>\n`;
}
