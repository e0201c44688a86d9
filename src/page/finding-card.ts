import type { FindingJson } from "../report/report-json.ts";
import { modeNouns } from "../report/words.ts";
import { type Child, h } from "./dom.ts";

export interface CardOptions {
  /** Goes to the finding's line. Without it, the line is not a button. */
  readonly onLine: ((finding: FindingJson) => void) | undefined;
  /** Applies the fix, or shows it. Without it, the card has no button. */
  readonly onFix: ((finding: FindingJson) => void) | undefined;
  /** What the button says; the title of the fix by default. */
  readonly fixLabel?: string | undefined;
  /** The source around the finding. */
  readonly excerpt: Child;
  /** Why there is no fix, if that is known. */
  readonly declined?: string | null | undefined;
}

/** Renders a finding as a card: its rule, its line, its message and its fix. */
export function renderFindingCard(
  finding: FindingJson,
  { onLine, onFix, fixLabel, excerpt, declined }: CardOptions,
): HTMLElement {
  const { rule, level, mode, message, start, ignored, fingerprint } = finding;
  const line = `line ${start.line}`;
  const id = `f-${fingerprint}-${start.line}`;
  return h(
    "article",
    { class: "finding", id, "data-mode": ignored ? "ignored" : mode, "aria-label": `${rule}, ${line}` },
    h(
      "header",
      {},
      h("span", { class: "mode" }, ignored ? "ignored" : modeNouns[mode]),
      h("b", { class: "rule" }, rule),
      h("span", { class: "level" }, level),
      finding.new === null ? null : h("span", { class: "tag" }, finding.new ? "new" : "already there"),
      onLine
        ? h("button", { type: "button", class: "link", id: `${id}-line`, click: () => onLine(finding) }, line)
        : h("span", { class: "place" }, line),
    ),
    excerpt,
    h("p", {}, message),
    ignored && h("p", { class: "reason" }, describeIgnored(ignored)),
    renderFooter(finding, `${id}-fix`, { onFix, fixLabel, declined }),
  );
}

function describeIgnored({ by, reason, expires }: NonNullable<FindingJson["ignored"]>): string {
  return `Ignored by ${by}: ${reason}${expires ? ` (until ${expires})` : ""}`;
}

function renderFooter(
  finding: FindingJson,
  id: string,
  { onFix, fixLabel, declined }: Pick<CardOptions, "onFix" | "fixLabel" | "declined">,
): Child {
  const { fix } = finding;
  if (!fix) return declined && h("footer", {}, h("span", { class: "risk" }, `No fix: ${declined}`));
  const button =
    onFix && h("button", { type: "button", class: "fix", id, click: () => onFix(finding) }, fixLabel ?? fix.title);
  const isTitleOnButton = onFix && !fixLabel;
  return h(
    "footer",
    {},
    button,
    isTitleOnButton ? null : h("span", {}, `Fix: ${fix.title}`),
    h("span", { class: "risk" }, fix.risk ?? "safe: can't stop a container that works today"),
  );
}

/** Renders the lines around a range, with the range marked. */
export function renderSource(
  text: string,
  { start, end }: Pick<FindingJson, "start" | "end">,
  around = 1,
): HTMLElement {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
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
