import { modeNouns, nameAnswer } from "../report/words.ts";
import { type Child, h } from "./dom.ts";
import type { FindingState, Row } from "./grid-rows.ts";

export interface Grid {
  /** Shows these rows, and scrolls to the top. */
  readonly update: (rows: readonly Row[]) => void;
  /** Marks a row as selected, and scrolls to it. */
  readonly select: (row: Row) => void;
  /** Moves the focus to the row that is selected. */
  readonly focus: () => void;
  /** Puts all rows into the page, to be printed. */
  readonly showAll: () => void;
}

const stateSigns: Readonly<Record<FindingState, string>> = { enforce: "●", warn: "▲", audit: "◆", ignored: "○" };
const stateWords: Readonly<Record<FindingState, string>> = { ...modeNouns, ignored: "ignored" };
/** In pixels. The style sheet says the same (`--row`). */
const rowHeight = 30;
const spareRows = 12;

/** Creates the table of workloads and rules. Only the rows in sight are in the page, so that thousands of them stay fast. */
export function createGrid(place: HTMLElement, columns: readonly string[], onOpen: (row: Row) => void): Grid {
  let rows: readonly Row[] = [];
  let selected: string | undefined;
  let active = 0;
  const body = h("tbody");
  const heads = ["workload", "baseline", "restricted", ...columns].map((name, index) =>
    h("th", { scope: "col", class: index === 0 ? "name" : "turned" }, h("span", {}, name)),
  );
  const table = h(
    "table",
    { "aria-label": "Workloads and controls" },
    h("thead", {}, h("tr", { "aria-rowindex": 1 }, heads)),
    body,
  );
  place.append(table);
  place.tabIndex = 0;
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", "Workloads and controls");
  place.addEventListener("scroll", () => requestAnimationFrame(() => render()));
  new ResizeObserver(() => render()).observe(place);

  const draw = (from: number, to: number): void => {
    const hadFocus = body.contains(document.activeElement);
    const shown = rows.slice(from, to).map((row, index) => line(row, from + index));
    body.replaceChildren(renderSpacer(from), ...shown, renderSpacer(rows.length - to));
    if (hadFocus) body.querySelector<HTMLElement>("button[tabindex='0']")?.focus({ preventScroll: true });
  };
  const render = (): void => {
    const from = Math.max(0, Math.min(rows.length, Math.floor(place.scrollTop / rowHeight)) - spareRows);
    draw(from, Math.min(rows.length, from + Math.ceil(place.clientHeight / rowHeight) + 2 * spareRows));
  };
  const line = (row: Row, index: number): HTMLElement => {
    const open = h(
      "button",
      {
        type: "button",
        class: "link",
        tabindex: index === active ? 0 : -1,
        "data-index": index,
        "aria-current": row.key === selected ? "true" : undefined,
        click: () => choose(index),
      },
      `${row.kind} ${row.name || "without a name"}`,
    );
    return h(
      "tr",
      { "aria-rowindex": index + 2, "data-selected": row.key === selected, click: () => choose(index) },
      h(
        "th",
        { scope: "row", class: "name" },
        open,
        h(
          "span",
          { class: "file", title: row.file },
          `${row.namespace ? `${row.namespace} · ` : ""}${shortenPath(row.file)}:${row.line}`,
        ),
      ),
      renderAdmissionCell(row.workload?.admission.baseline.allowed),
      renderAdmissionCell(row.workload?.admission.restricted.allowed),
      columns.map((column) => renderStateCell(row.cells.get(column), column)),
    );
  };
  const choose = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    active = index;
    onOpen(row);
  };
  const move = (to: number): void => {
    active = Math.max(0, Math.min(rows.length - 1, to));
    const top = active * rowHeight;
    const head = table.tHead?.offsetHeight ?? 0;
    if (top < place.scrollTop) place.scrollTop = top;
    if (top + rowHeight + head > place.scrollTop + place.clientHeight)
      place.scrollTop = top + rowHeight + head - place.clientHeight;
    render();
    body.querySelector<HTMLElement>(`button[data-index="${active}"]`)?.focus({ preventScroll: true });
  };
  place.addEventListener("keydown", (event) => {
    const page = Math.floor(place.clientHeight / rowHeight) - 3;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  });
  return {
    update(next) {
      rows = next;
      active = Math.max(
        0,
        rows.findIndex(({ key }) => key === selected),
      );
      table.setAttribute("aria-rowcount", String(rows.length + 1));
      place.scrollTop = 0;
      render();
    },
    select(row) {
      selected = row.key;
      const index = rows.findIndex(({ key }) => key === selected);
      if (index !== -1) active = index;
      const top = active * rowHeight;
      if (top < place.scrollTop || top + 4 * rowHeight > place.scrollTop + place.clientHeight)
        place.scrollTop = Math.max(0, top - 2 * rowHeight);
      render();
    },
    focus: () => move(active),
    showAll: () => draw(0, rows.length),
  };
}

/** Shortens a long path to its end, which says most. */
function shortenPath(file: string): string {
  return file.length > 42 ? `…${file.slice(-40)}` : file;
}

function renderSpacer(count: number): HTMLElement {
  const row = h("tr", { class: "spacer", "aria-hidden": "true" });
  row.style.height = `${count * rowHeight}px`;
  return row;
}

function renderAdmissionCell(allowed: boolean | null | undefined): Child {
  if (allowed === undefined) return h("td");
  return h(
    "td",
    { class: "answer", "data-allowed": String(allowed) },
    h("span", { "aria-hidden": "true" }, allowed === null ? "?" : allowed ? "✓" : "✕"),
    h("span", { class: "visually-hidden" }, nameAnswer(allowed)),
  );
}

function renderStateCell(mark: FindingState | undefined, column: string): Child {
  if (!mark) return h("td");
  return h(
    "td",
    { class: "cell", "data-mode": mark, title: `${column}: ${stateWords[mark]}` },
    h("span", { "aria-hidden": "true" }, stateSigns[mark]),
    h("span", { class: "visually-hidden" }, stateWords[mark]),
  );
}
