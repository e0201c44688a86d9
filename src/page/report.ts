import { levels, parseVersion } from "../pod/index.ts";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import type { HtmlData } from "../report/html.ts";
import { counted } from "../report/text.ts";
import { detail } from "./detail.ts";
import { byId, type Child, h, show } from "./dom.ts";
import { excerptOf, modeWords } from "./findings.ts";
import { furnish } from "./furnish.ts";
import { grid } from "./grid.ts";
import { columnsOf, markOf, type ReportJson, type Row, rowsOf } from "./report-data.ts";
import { unpacked } from "./share.ts";

/** dist/report.html, which `--format html` fills: the JSON report, seen. */
furnish();
const { report: json, texts } = JSON.parse(await unpacked(byId("data").textContent ?? "")) as HtmlData;
const report = json as ReportJson;
const rows = rowsOf(report);
const table = grid(byId("grid"), columnsOf(report.findings), (row) => openRow(row));
let shown: readonly Row[] = rows;

head();
filters();
narrow();
addEventListener("hashchange", () => openAddress());
addEventListener("beforeprint", () => paper());
addEventListener("afterprint", () => byId("print").replaceChildren());
if (!openAddress() && rows[0]) void open(worst() ?? rows[0]);
document.body.dataset.ready = "true";

function policy(): Policy {
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

function head(): void {
  const { summary, verdict, policy: used, tool, problems, workloads } = report;
  const words = { pass: "The gate passes", fail: "The gate fails", error: "Could not evaluate everything" };
  byId("about").textContent =
    `${counted(summary.workloads, "workload")} in ${counted(summary.files, "file")}. Enforce ${used.enforce}, warn ${used.warn}, audit ${used.audit}, Kubernetes ${used.kubernetesVersion}, gate ${used.gate}. secctx ${tool.version}.`;
  const said = [
    counted(summary.enforce, "failure"),
    counted(summary.warn, "warning"),
    counted(summary.audit, "notice"),
    ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : []),
  ];
  const chips = (["baseline", "restricted"] as const).map((level) => {
    const rejected = workloads.filter(({ admission }) => !admission[level].allowed).length;
    return h(
      "span",
      { class: "chip", "data-allowed": String(rejected === 0) },
      `${level}: ${rejected === 0 ? "all allowed" : `rejects ${rejected} of ${workloads.length}`}`,
    );
  });
  show(
    byId("verdict"),
    h(
      "div",
      { class: "gate", "data-verdict": verdict },
      h("strong", {}, words[verdict]),
      h("span", {}, said.join(", ")),
    ),
    h("div", { class: "chips" }, chips),
  );
  document.title = `secctx: ${words[verdict].toLowerCase()}`;
  const items = problems.map(({ severity, file, line, message }) =>
    h("li", {}, h("b", {}, severity === "error" ? "not evaluated" : "note"), ` ${file}:${line}: ${message}`),
  );
  if (items.length > 0)
    show(
      byId("problems"),
      h(
        "details",
        { class: "problems", open: problems.some(({ severity }) => severity === "error") },
        h(
          "summary",
          {},
          counted(items.length, "thing not evaluated, or worth a note", "things not evaluated, or worth a note"),
        ),
        h("ul", {}, items),
      ),
    );
}

function filters(): void {
  byId("rule").append(...columnsOf(report.findings).map((rule) => h("option", {}, rule)));
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["query", "mode", "rule"]) byId(id).addEventListener("input", () => narrow());
}

function narrow(): void {
  const value = (id: string) => (byId(id) as HTMLInputElement).value;
  const words = value("query").toLowerCase().split(/\s+/).filter(Boolean);
  const [mode, rule] = [value("mode"), value("rule")];
  shown = rows.filter((row) => {
    if (!words.every((word) => row.words.includes(word))) return false;
    if (mode === "rejected")
      return row.workload?.admission.restricted.allowed === false && (rule === "" || row.cells.has(rule));
    return (
      (mode === "" && rule === "") ||
      row.findings.some(
        (finding) => (mode === "" || markOf(finding) === mode) && (rule === "" || finding.rule === rule),
      )
    );
  });
  table.update(shown);
  byId("matches").textContent =
    shown.length === rows.length ? counted(rows.length, "row") : `${shown.length} of ${rows.length} rows`;
}

function worst(): Row | undefined {
  return rows.find(({ findings }) => findings.some((finding) => markOf(finding) === "enforce"));
}

/** Opens a row, and puts it into the address: links to it work. */
function openRow(row: Row): void {
  const { file, kind, name, namespace } = row;
  history.replaceState(null, "", `#${new URLSearchParams({ file, kind, name, ...(namespace ? { namespace } : {}) })}`);
  void open(row);
}

async function open(row: Row): Promise<void> {
  table.select(row);
  await detail(byId("detail"), row, texts[row.file], policy());
  byId("detail").scrollTop = 0;
}

function openAddress(): boolean {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const print = wanted.get("finding");
  const row = rows.find(({ file, kind, name, namespace, findings }) =>
    print
      ? findings.some(({ fingerprint }) => fingerprint === print)
      : file === wanted.get("file") &&
        kind === wanted.get("kind") &&
        name === wanted.get("name") &&
        (namespace ?? "") === (wanted.get("namespace") ?? ""),
  );
  if (!row) return false;
  void open(row).then(() => {
    const card = print ? document.querySelector<HTMLElement>(`[id^="f-${CSS.escape(print)}"]`) : null;
    card?.scrollIntoView({ block: "center" });
    card?.setAttribute("data-linked", "true");
  });
  return true;
}

/** On paper there is no scrolling: every row that is shown, and every finding of these. */
function paper(): void {
  table.showAll();
  const parts = shown
    .filter(({ findings }) => findings.length > 0)
    .map((row) =>
      h(
        "section",
        {},
        h("h2", {}, `${row.kind} ${row.name}`),
        h("p", { class: "note" }, `${row.file}:${row.line}`),
        row.findings.map((finding) => printed(finding, texts[row.file])),
      ),
    );
  byId("print").replaceChildren(h("h1", {}, "Findings"), ...parts);
}

function printed(finding: Row["findings"][number], text: string | undefined): Child {
  const { rule, level, start, message, fix: offered, ignored, mode } = finding;
  return h(
    "article",
    {},
    h(
      "p",
      {},
      h("b", {}, `${rule} `),
      `${ignored ? `ignored (${ignored.reason})` : modeWords[mode]}, ${level}, line ${start.line}`,
    ),
    text === undefined ? null : excerptOf(text, finding, 0),
    h("p", {}, message),
    offered ? h("p", {}, `Fix: ${offered.title}${offered.risk ? ` (${offered.risk})` : ""}`) : null,
  );
}
