import type { Block } from "../report/blocks.ts";
import type { FindingJson } from "../report/report-json.ts";
import { describeSafety, modeNouns, nameProblem } from "../report/words.ts";
import type { Problem } from "../yaml/index.ts";
import { type Child, h } from "./dom.ts";
import { getState } from "./grid-rows.ts";

export interface CardOptions {
  /** Goes to the finding's line. Without it, the line is not a button. */
  readonly onLine?: (finding: FindingJson) => void;
  /** Applies the fix, or shows it. Without it, the card has no button. */
  readonly onFix?: ((finding: FindingJson) => void) | undefined;
  /** What the button says; the title of the fix by default. */
  readonly fixLabel?: string;
  /** The workload that the card is about, where nothing above the card names it. */
  readonly owner?: string;
  /** The source around the finding. */
  readonly excerpt: Child;
  /** What stands at the end of a finding's head. */
  readonly renderAnchor?: (finding: FindingJson) => Child;
  /** What stands below a finding. */
  readonly renderBelow?: (finding: FindingJson) => Child;
  /** Tells why a finding has no fix, if that is known. */
  readonly explainDeclined?: (finding: FindingJson) => string | null | undefined;
}

/** Renders what is said of one place as a card: the workload and the line, and for each finding its rule, its message and its fix. */
export function renderFindingCard({ statements }: Block<FindingJson>, options: CardOptions): HTMLElement {
  const { onLine, owner, excerpt, renderAnchor } = options;
  const [first, ...others] = statements;
  const line = `line ${first.start.line}`;
  const rules = statements.map(({ rule }) => rule).join(", ");
  const lineButton = { type: "button", class: "link", id: `${getFindingId(first)}-line` };
  const head = h(
    "header",
    {},
    h("span", { class: "mode" }, nameState(first)),
    others.length === 0 ? renderRule(first) : null,
    h(
      "span",
      { class: "at" },
      onLine ? h("button", { ...lineButton, click: () => onLine(first) }, line) : h("span", { class: "place" }, line),
      others.length === 0 && renderAnchor?.(first),
    ),
    owner && h("span", { class: "owner" }, owner),
  );
  return h(
    "article",
    {
      class: "finding",
      id: others.length === 0 ? getFindingId(first) : undefined,
      "data-mode": getState(first),
      "aria-label": [rules, line, ...(owner ? [owner] : [])].join(", "),
    },
    head,
    excerpt,
    others.length === 0
      ? renderStatement(first, options)
      : statements.map((finding) =>
          h(
            "section",
            { class: "statement", id: getFindingId(finding), "data-mode": getState(finding) },
            h(
              "header",
              {},
              renderRule(finding),
              getState(finding) === getState(first) ? null : h("span", { class: "mode" }, nameState(finding)),
              renderAnchor?.(finding),
            ),
            renderStatement(finding, options),
          ),
        ),
  );
}

/** The id of the element that shows a finding. */
export function getFindingId({ fingerprint, start }: Pick<FindingJson, "fingerprint" | "start">): string {
  return `f-${fingerprint}-${start.line}`;
}

function nameState({ ignored, mode }: FindingJson): string {
  return ignored ? "ignored" : modeNouns[mode];
}

function renderRule({ rule, level, new: isNew }: FindingJson): Child[] {
  return [
    h("b", { class: "rule" }, rule),
    h("span", { class: "level" }, level),
    isNew === null ? null : h("span", { class: "tag" }, isNew ? "new" : "already there"),
  ];
}

function renderStatement(finding: FindingJson, options: CardOptions): Child[] {
  const { message, ignored } = finding;
  return [
    h("p", {}, message),
    ignored && h("p", { class: "reason" }, describeIgnored(ignored)),
    renderFooter(finding, options),
    options.renderBelow?.(finding),
  ];
}

function describeIgnored({ by, reason, expires }: NonNullable<FindingJson["ignored"]>): string {
  return `Ignored by ${by}: ${reason}${expires ? ` (until ${expires})` : ""}`;
}

function renderFooter(finding: FindingJson, { onFix, fixLabel, explainDeclined }: CardOptions): Child {
  const { fix } = finding;
  const declined = explainDeclined?.(finding);
  if (!fix) return declined && h("footer", {}, h("span", { class: "risk" }, `No fix: ${declined}.`));
  const id = `${getFindingId(finding)}-fix`;
  const button =
    onFix && h("button", { type: "button", class: "fix", id, click: () => onFix(finding) }, fixLabel ?? fix.title);
  const isTitleOnButton = onFix && !fixLabel;
  return h(
    "footer",
    {},
    button,
    isTitleOnButton ? null : h("span", {}, `Fix: ${fix.title}`),
    h(
      "span",
      { class: "risk" },
      fix.safety === "safe" ? "safe: can't stop a container that works today" : describeSafety(fix),
    ),
  );
}

/** Renders a part of the text that was not evaluated, or that is worth noting, as a card. */
export function renderProblemCard(problem: Problem, onLine?: (line: number) => void): HTMLElement {
  const { severity, line, message } = problem;
  return h(
    "article",
    { class: "finding", "data-mode": severity === "error" ? "enforce" : "audit" },
    h(
      "header",
      {},
      h("b", {}, nameProblem(problem)),
      h(
        "span",
        { class: "at" },
        onLine
          ? h("button", { type: "button", class: "link", click: () => onLine(line) }, `line ${line}`)
          : h("span", { class: "place" }, `line ${line}`),
      ),
    ),
    h("p", {}, message),
  );
}

/** Splits a text into its lines, without their ends. */
export function cutIntoLines(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/);
}

/** Renders the lines around a range, with the range marked. */
export function renderSource(
  lines: readonly string[],
  { start, end }: Pick<FindingJson, "start" | "end">,
  around = 1,
): HTMLElement {
  const first = Math.max(1, start.line - around);
  const last = Math.min(lines.length, start.line + around);
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const rows = numbers.flatMap((number): Child[] => {
    const line = lines[number - 1] ?? "";
    const stop = end.line === start.line ? end.column - 1 : line.length;
    const marked = [
      shorten(line.slice(0, start.column - 1)),
      h("mark", {}, shorten(line.slice(start.column - 1, stop))),
      shorten(line.slice(stop)),
    ];
    return [
      h("span", { class: "number", "aria-hidden": "true" }, `${number}`),
      h("span", { class: "code" }, number === start.line ? marked : shorten(line)),
      "\n",
    ];
  });
  return h("pre", { class: "excerpt" }, rows);
}

/** Shortens a line that is a whole file, such as minified JSON. */
function shorten(text: string): string {
  return text.length > 240 ? `${text.slice(0, 120)} … ${text.slice(-100)}` : text;
}
