import { type Child, h } from "./dom.ts";

/** A finding as the JSON report has it (schema `secctx/v1`). */
export interface FindingJson {
  readonly rule: string;
  readonly level: string;
  readonly mode: "enforce" | "warn" | "audit";
  readonly message: string;
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly workload: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace: string | null;
    readonly name: string;
  };
  readonly containers: readonly string[];
  readonly origin: string;
  readonly new: boolean | null;
  readonly fingerprint: string;
  readonly fix: { readonly title: string; readonly safety: "safe" | "review"; readonly risk: string | null } | null;
  readonly ignored: { readonly by: string; readonly reason: string; readonly expires: string | null } | null;
}

export interface CardOptions {
  /** Goes to the finding's line. */
  readonly onLine: ((finding: FindingJson) => void) | undefined;
  /** Takes the fix, or shows it: then the button says so. */
  readonly onFix: ((finding: FindingJson) => void) | undefined;
  readonly fixWord?: string;
  /** The source around the finding. */
  readonly excerpt: Child;
  /** Why there is no fix, where that is known. */
  readonly declined?: string | null;
}

/** What people call a mode. */
export const modeWords = { enforce: "failure", warn: "warning", audit: "notice" } as const;

/** A finding: its rule, its place, its message, and what to do about it. */
export function card(finding: FindingJson, { onLine, onFix, fixWord, excerpt, declined }: CardOptions): HTMLElement {
  const { rule, level, mode, message, start, fix, ignored, fingerprint } = finding;
  const line = `line ${start.line}`;
  const id = `f-${fingerprint}-${start.line}`;
  return h(
    "article",
    { class: "finding", id, "data-mode": ignored ? "ignored" : mode, "aria-label": `${rule}, ${line}` },
    h(
      "header",
      {},
      h("span", { class: "mode" }, ignored ? "ignored" : modeWords[mode]),
      h("b", { class: "rule" }, rule),
      h("span", { class: "level" }, level),
      finding.new === null ? null : h("span", { class: "tag" }, finding.new ? "new" : "was there before"),
      onLine
        ? h("button", { type: "button", class: "link", id: `${id}-line`, click: () => onLine(finding) }, line)
        : h("span", { class: "place" }, line),
    ),
    excerpt,
    h("p", {}, message),
    ignored
      ? h(
          "p",
          { class: "reason" },
          `Ignored by ${ignored.by}: ${ignored.reason}${ignored.expires ? ` (until ${ignored.expires})` : ""}`,
        )
      : null,
    fix
      ? h(
          "footer",
          {},
          onFix
            ? h(
                "button",
                { type: "button", class: "fix", id: `${id}-fix`, click: () => onFix(finding) },
                fixWord ?? fix.title,
              )
            : null,
          onFix && !fixWord ? null : h("span", {}, `Fix: ${fix.title}`),
          h("span", { class: "risk" }, fix.risk ? fix.risk : "safe: can't stop a container that works today"),
        )
      : declined
        ? h("footer", {}, h("span", { class: "risk" }, `No fix: ${declined}`))
        : null,
  );
}

/** Lines of a text around a range, the range marked. */
export function excerptOf(text: string, { start, end }: Pick<FindingJson, "start" | "end">, around = 1): HTMLElement {
  const from = Math.max(1, start.line - around);
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const to = Math.min(lines.length, start.line + around);
  const rows: Child[] = [];
  for (let number = from; number <= to; number++) {
    const line = lines[number - 1] ?? "";
    const isMarked = number === start.line;
    const stop = end.line === start.line ? end.column - 1 : line.length;
    const shown = isMarked
      ? [
          cut(line.slice(0, start.column - 1)),
          h("mark", {}, cut(line.slice(start.column - 1, stop))),
          cut(line.slice(stop)),
        ]
      : [cut(line)];
    rows.push(
      h("span", { class: "number", "aria-hidden": "true" }, `${number}`),
      h("span", { class: "code" }, shown),
      "\n",
    );
  }
  return h("pre", { class: "excerpt" }, rows);
}

/** Lines may be whole files, such as JSON for machines. */
function cut(text: string): string {
  return text.length > 240 ? `${text.slice(0, 120)} … ${text.slice(-100)}` : text;
}
