import { type Block, groupIntoBlocks } from "../report/blocks.ts";
import type { FindingJson } from "../report/report-json.ts";
import { formatCount, nameWorkload } from "../report/words.ts";
import type { Finding } from "../review/finding.ts";
import type { Result } from "../review/result.ts";
import { type Child, h } from "./dom.ts";
import { cutIntoLines, renderFindingCard, renderProblemCard, renderSource } from "./finding-card.ts";

export interface FindingListOptions {
  /** The text that was reviewed. */
  readonly text: string;
  /** How many cards are shown. */
  readonly most: number;
  readonly onMore: () => void;
  readonly onLine: (line: number) => void;
  /** Applies the fixes of some findings, and announces it. */
  readonly onFix: (announcement: string, isWanted: (finding: Finding) => boolean) => void;
}

/** Groups what is said of one place into blocks: those that fail the gate first, those that are ignored last. */
export function orderIntoBlocks(findings: readonly FindingJson[]): Block<FindingJson>[] {
  const group = (some: readonly FindingJson[]) => groupIntoBlocks(some, (finding) => finding);
  return [...group(findings.filter(({ ignored }) => !ignored)), ...group(findings.filter(({ ignored }) => ignored))];
}

/** Renders what the review found in the playground's text: what was not evaluated, then a card for each place, the most serious first. */
export function renderFindingList(
  { findings, problems, workloads }: Result,
  shown: readonly FindingJson[],
  { text, most, onMore, onLine, onFix }: FindingListOptions,
): Child[] {
  if (findings.length + problems.length === 0)
    return [h("p", { class: "empty" }, workloads.length > 0 ? "Nothing to report." : "No workload in this text.")];
  const found = new Map(shown.map((finding, index) => [finding, findings[index]]));
  const lines = cutIntoLines(text);
  const blocks = orderIntoBlocks(shown);
  const cards = blocks.slice(0, most).map((block) =>
    renderFindingCard(block, {
      owner: nameOwners(block),
      onLine: ({ start }) => onLine(start.line),
      onFix: (finding) => {
        const wanted = found.get(finding);
        if (wanted) onFix(`Fixed: ${finding.fix?.title}.`, isSameAs(wanted));
      },
      excerpt: renderSource(lines, block.statements[0], 0),
      explainDeclined: (finding) => found.get(finding)?.declined,
    }),
  );
  const errors = problems.filter(({ severity }) => severity === "error");
  const notes = problems.filter(({ severity }) => severity !== "error");
  const left = blocks.slice(most).flatMap(({ statements }) => statements);
  return [
    renderFixButtons(findings, onFix),
    ...errors.map((problem) => renderProblemCard(problem, onLine)),
    ...cards,
    left.length > 0
      ? h(
          "button",
          { type: "button", id: "more", click: onMore },
          `Show more: ${formatCount(left.length, "finding")} left`,
        )
      : null,
    ...notes.map((problem) => renderProblemCard(problem, onLine)),
  ];
}

/** Tells whether a finding of another review of the text is the same one. */
export function isSameAs({ fingerprint, document }: Finding): (finding: Finding) => boolean {
  return (finding) => finding.fingerprint === fingerprint && finding.document === document;
}

/** Names the workloads that a block is about: those that share a text through an anchor are several. */
function nameOwners({ statements }: Block<FindingJson>): string {
  const names = statements.map(
    ({ workload }) => nameWorkload(workload) + (workload.namespace ? ` in ${workload.namespace}` : ""),
  );
  return [...new Set(names)].join(", ");
}

function renderFixButtons(findings: readonly Finding[], onFix: FindingListOptions["onFix"]): Child {
  const fixable = findings.filter((finding) => finding.fix && !finding.ignored);
  const safe = fixable.filter((finding) => finding.fix?.safety === "safe");
  if (fixable.length === 0) return null;
  const fixAll = () => onFix("Fixed everything that can be fixed.", ({ fix: offered }) => offered !== null);
  const fixSafe = () => onFix("Applied the safe fixes.", ({ fix: offered }) => offered?.safety === "safe");
  return h(
    "div",
    { class: "row" },
    h("button", { type: "button", id: "fix-all", class: "primary", click: fixAll }, `Fix all (${fixable.length})`),
    safe.length > 0
      ? h("button", { type: "button", id: "fix-safe", click: fixSafe }, `Only the safe ones (${safe.length})`)
      : null,
  );
}
