import { levels, parseVersion } from "../pod/index.ts";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { decompress } from "../report/compression.ts";
import type { HtmlData } from "../report/html.ts";
import type { FindingJson } from "../report/report-json.ts";
import { describeFix, formatCount, modeNouns, nameProblem, nameWorkload } from "../report/words.ts";
import { type Child, getElement, getTypedElement, h, setUpPage, show } from "./dom.ts";
import { cutIntoLines, getFindingId, renderSource } from "./finding-card.ts";
import { orderIntoBlocks } from "./finding-list.ts";
import { createGrid } from "./grid.ts";
import { buildRows, getState, listColumns, type Row } from "./grid-rows.ts";
import { renderNamespaces } from "./namespaces-table.ts";
import { nameGate, renderVerdict } from "./verdicts.ts";
import { showDetail } from "./workload-detail.ts";

/** dist/report.html, which `--format html` fills with its data. */
setUpPage();
const { report, namespaces, texts }: HtmlData = JSON.parse(await decompress(getElement("data").textContent ?? ""));
const rows = buildRows(report);
const table = createGrid(getElement("grid"), listColumns(report.findings), (row) => openRow(row));
const policy = buildPolicy();
let shown: readonly Row[] = rows;

showHead();
show(getElement("namespaces"), renderNamespaces(namespaces));
setUpFilters();
applyFilters();
addEventListener("hashchange", () => openAddress());
addEventListener("beforeprint", () => fillPrintout());
addEventListener("afterprint", () => getElement("print").replaceChildren());
if (rows.length === 0) show(getElement("detail"), h("p", { class: "empty" }, "There is no workload in these files."));
if (!openAddress() && rows[0]) void open(findWorst() ?? rows[0]);
document.body.dataset.ready = "true";

function buildPolicy(): Policy {
  const { enforce, warn, audit, kubernetesVersion } = report.policy;
  const level = (name: string, fallback: Policy["enforce"]) => levels.find((each) => each === name) ?? fallback;
  return {
    ...defaultPolicy,
    enforce: level(enforce, defaultPolicy.enforce),
    warn: level(warn, defaultPolicy.warn),
    audit: level(audit, defaultPolicy.audit),
    kubernetesVersion: parseVersion(kubernetesVersion) ?? defaultPolicy.kubernetesVersion,
  };
}

function showHead(): void {
  const { summary, policy: used, tool, problems } = report;
  getElement("about").textContent =
    `${formatCount(summary.workloads, "workload")} in ${formatCount(summary.files, "file")}. Enforce ${used.enforce}, warn ${used.warn}, audit ${used.audit}, Kubernetes ${used.kubernetesVersion}, gate ${used.gate}. secctx ${tool.version}.`;
  show(getElement("verdict"), renderVerdict(report));
  document.title = `secctx: ${nameGate(report).toLowerCase()}`;
  const items = problems.map((problem) =>
    h("li", {}, h("b", {}, nameProblem(problem)), ` ${problem.file}:${problem.line}: ${problem.message}`),
  );
  if (items.length > 0)
    show(
      getElement("problems"),
      h(
        "details",
        { class: "problems", open: problems.some(({ severity }) => severity === "error") },
        h(
          "summary",
          {},
          formatCount(items.length, "thing not evaluated, or worth noting", "things not evaluated, or worth noting"),
        ),
        h("ul", {}, items),
      ),
    );
}

function setUpFilters(): void {
  getElement("rule").append(...listColumns(report.findings).map((rule) => h("option", {}, rule)));
  getElement("filter").addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["query", "mode", "rule"]) getElement(id).addEventListener("input", () => applyFilters());
}

function applyFilters(): void {
  const words = getTypedElement("query", HTMLInputElement).value.toLowerCase().split(/\s+/).filter(Boolean);
  const state = getTypedElement("mode", HTMLSelectElement).value;
  const rule = getTypedElement("rule", HTMLSelectElement).value;
  const isWantedFinding = (finding: FindingJson) =>
    (state === "" || getState(finding) === state) && (rule === "" || finding.rule === rule);
  const isWantedRow = (row: Row) => {
    if (state === "" && rule === "") return true;
    if (state !== "rejected") return row.findings.some(isWantedFinding);
    return row.workload?.admission.restricted.allowed === false && (rule === "" || row.cells.has(rule));
  };
  shown = rows.filter((row) => words.every((word) => row.searchText.includes(word)) && isWantedRow(row));
  table.update(shown);
  getElement("matches").textContent =
    shown.length === rows.length ? formatCount(rows.length, "row") : `${shown.length} of ${rows.length} rows`;
}

function findWorst(): Row | undefined {
  return rows.find(({ findings }) => findings.some((finding) => getState(finding) === "enforce"));
}

/** Opens a row and puts it into the page's address, so that the address can be passed on. */
function openRow(row: Row): void {
  const { file, kind, name, namespace } = row;
  history.replaceState(null, "", `#${new URLSearchParams({ file, kind, name, ...(namespace ? { namespace } : {}) })}`);
  void open(row).then(revealDetail);
}

async function open(row: Row): Promise<void> {
  table.select(row);
  await showDetail(getElement("detail"), row, { texts, policy, onBack: showList });
  getElement("detail").scrollTop = 0;
}

/** Goes back from the details to their row in the list. */
function showList(): void {
  getElement("filter").scrollIntoView({ block: "start" });
  table.focus();
}

/** Scrolls to the details where they stand below the list, as on a phone, or are out of sight. */
function revealDetail(): void {
  const detail = getElement("detail");
  const { top } = detail.getBoundingClientRect();
  const isBelow = top >= getElement("grid").getBoundingClientRect().bottom;
  if (!isBelow && top >= 0) return;
  detail.scrollIntoView({ block: "start" });
  detail.focus({ preventScroll: true });
}

/** Opens the row that the page's address names. Returns whether there is one. */
function openAddress(): boolean {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const fingerprint = wanted.get("finding");
  const row = rows.find(({ file, kind, name, namespace, findings }) =>
    fingerprint
      ? findings.some((finding) => finding.fingerprint === fingerprint)
      : file === wanted.get("file") &&
        kind === wanted.get("kind") &&
        name === wanted.get("name") &&
        (namespace ?? "") === (wanted.get("namespace") ?? ""),
  );
  if (!row) return false;
  void open(row).then(() => {
    const finding = fingerprint && row.findings.find((each) => each.fingerprint === fingerprint);
    if (!finding) {
      revealDetail();
      return;
    }
    const shown = getElement(getFindingId(finding));
    shown.scrollIntoView({ block: "center" });
    const card = shown.closest<HTMLElement>(".finding");
    if (card) card.dataset.linked = "true";
  });
  return true;
}

/** Paper does not scroll: it gets every row that the filter leaves, and all of their findings. */
function fillPrintout(): void {
  table.showAll();
  const parts = shown
    .filter(({ findings }) => findings.length > 0)
    .map((row) =>
      h(
        "section",
        {},
        h("h2", {}, nameWorkload(row)),
        h("p", { class: "note" }, `${row.file}:${row.line}`),
        orderIntoBlocks(row.findings).flatMap(({ statements }) =>
          statements.map((finding) => renderPrinted(finding, texts[finding.file])),
        ),
      ),
    );
  getElement("print").replaceChildren(h("h1", {}, "Findings"), ...parts);
}

function renderPrinted(finding: FindingJson, text: string | undefined): Child {
  const { rule, level, file, start, message, fix: offered, ignored, mode, rendered } = finding;
  return h(
    "article",
    {},
    h(
      "p",
      {},
      h("b", {}, `${rule} `),
      `${ignored ? `ignored (${ignored.reason})` : modeNouns[mode]}, ${level}, ${rendered ? `${file}, ` : ""}line ${start.line}`,
    ),
    text !== undefined && renderSource(cutIntoLines(text), finding, 0),
    h("p", {}, message),
    offered && h("p", {}, `Fix: ${describeFix(offered)}`),
  );
}
