import { largestId, levels, newestMinor, parseVersion } from "../pod/index.ts";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { buildReport } from "../report/json.ts";
import type { FindingJson } from "../report/report-json.ts";
import { formatCount, nameWorkload } from "../report/words.ts";
import type { Finding } from "../review/finding.ts";
import { fix } from "../review/fix.ts";
import type { Result } from "../review/result.ts";
import { review } from "../review/review.ts";
import type { FixOptions } from "../rules/index.ts";
import type { Source } from "../yaml/index.ts";
import { findContainers } from "./container-changes.ts";
import { announce, type Child, getElement, getTypedElement, h, setUpPage, show } from "./dom.ts";
import { createDropper } from "./dropper.ts";
import { createEditor, type EditorMark } from "./editor.ts";
import { renderEffectiveTable } from "./effective-table.ts";
import { examples } from "./examples.ts";
import { renderFindingCard, renderSource } from "./finding-card.ts";
import { acceptDroppedFiles, offerLink, readLink } from "./sharing.ts";
import { setUpTabs } from "./tabs.ts";
import { renderVerdict } from "./verdicts.ts";

/** docs/index.html: an editor, and beside it what the command line says about its text. */
const file = "manifest.yaml";
/** A longer text is reviewed only when typing pauses. */
const longText = 200_000;
/** How many cards are shown at first. */
const cardsAtOnce = 100;

const manifestEditor = createEditor(getElement("editor"), "Manifest", () => reviewSoon());
const dropper = createDropper(getElement("panel-capabilities"), {
  version: () => readPolicy().kubernetesVersion,
  onChange: (text) => manifestEditor.setText(text),
});
const open = setUpTabs(getElement("tabs"), () => render());
let latest: { readonly result: Result; readonly text: string } | undefined;
let shown = cardsAtOnce;
let latestReview = 0;
let pause: ReturnType<typeof setTimeout> | undefined;

setUpPage();
setUpControls();
acceptDroppedFiles(document.body, load);
addEventListener("hashchange", () => void openLink());
if (!(await openLink())) load(examples[0]?.text ?? "");

function load(text: string): void {
  shown = cardsAtOnce;
  manifestEditor.setText(text);
  reviewSoon();
}

async function openLink(): Promise<boolean> {
  const text = await readLink();
  if (text === undefined) return false;
  getElement("lesson").textContent = "This manifest came with the link.";
  load(text);
  return true;
}

function readPolicy(): Policy {
  const value = (id: string) => getTypedElement(id, HTMLSelectElement).value;
  const enforce = levels.find((level) => level === value("enforce")) ?? defaultPolicy.enforce;
  return {
    ...defaultPolicy,
    enforce,
    fix: { ...readIdField("user", "runAsUser"), ...readIdField("group", "runAsGroup") },
    kubernetesVersion: parseVersion(value("version")) ?? defaultPolicy.kubernetesVersion,
  };
}

/** Reads the id that fixes may write, if the user gave one that Kubernetes accepts. */
function readIdField(input: string, field: keyof FixOptions): FixOptions {
  const id = getTypedElement(input, HTMLInputElement).valueAsNumber;
  return Number.isInteger(id) && id >= 1 && id <= largestId ? { [field]: id } : {};
}

function toSource(text: string): Source {
  return { file, text, named: true };
}

function reviewSoon(): void {
  clearTimeout(pause);
  const text = manifestEditor.text();
  if (text.length < longText) void reviewText(text);
  else pause = setTimeout(() => void reviewText(text), 300);
}

async function reviewText(text: string): Promise<void> {
  const mine = ++latestReview;
  const result = await review([toSource(text)], null, readPolicy());
  if (mine !== latestReview) return;
  latest = { result, text };
  manifestEditor.mark(buildMarks(result));
  render();
  document.body.dataset.judged = String(mine);
}

function buildMarks({ findings, problems }: Result): EditorMark[] {
  const severity = { enforce: "error", warn: "warning", audit: "info" } as const;
  const found = findings
    .filter(({ ignored }) => !ignored)
    .map((finding): EditorMark => {
      const { rule, mode, message, location, fix: offered } = finding;
      return {
        start: location.start,
        end: location.end,
        severity: severity[mode],
        source: rule.id,
        message,
        ...(offered
          ? {
              fix: {
                title: offered.title,
                apply: () => void applyFixes(`Fixed: ${offered.title}.`, isSameAs(finding)),
              },
            }
          : {}),
      };
    });
  const unread = problems.map(({ severity: how, line, message }): EditorMark => {
    const at = { line, column: 1 };
    return {
      start: at,
      end: { line, column: 10_000 },
      severity: how === "error" ? "error" : "info",
      source: "not evaluated",
      message,
    };
  });
  return [...unread, ...found];
}

function isSameAs({ fingerprint, document }: Finding): (finding: Finding) => boolean {
  return (finding) => finding.fingerprint === fingerprint && finding.document === document;
}

async function applyFixes(announcement: string, isWanted: (finding: Finding) => boolean): Promise<void> {
  const text = manifestEditor.text();
  const fixed = await fix(toSource(text), readPolicy(), isWanted);
  if (fixed.text === text) {
    const reason = fixed.declined.find(({ finding }) => isWanted(finding))?.reason;
    announce(reason ? `The YAML stays as it is: ${reason}.` : "There is nothing to fix.");
    return;
  }
  manifestEditor.setText(fixed.text);
  announce(`${announcement} Undo with Ctrl+Z.`);
}

function render(): void {
  if (!latest) return;
  const { result, text } = latest;
  const json = buildReport(result);
  show(getElement("verdict"), renderVerdict(json));
  getElement("count-findings").textContent = String(result.findings.length + result.problems.length);
  const tab = open();
  if (tab === "findings") show(getElement("panel-findings"), renderFindings(result, json.findings, text));
  if (tab === "context") void showContext(text);
  if (tab === "capabilities") void dropper.update(file, text);
}

function renderFindings(result: Result, findings: readonly FindingJson[], text: string): Child[] {
  const problems = result.problems.map(({ severity, line, message }) =>
    h(
      "article",
      { class: "finding", "data-mode": severity === "error" ? "enforce" : "audit" },
      h(
        "header",
        {},
        h("b", {}, severity === "error" ? "not evaluated" : "note"),
        h("button", { type: "button", class: "link", click: () => manifestEditor.goTo(line) }, `line ${line}`),
      ),
      h("p", {}, message),
    ),
  );
  if (findings.length + problems.length === 0)
    return [
      h("p", { class: "empty" }, result.workloads.length > 0 ? "Nothing to report." : "No workload in this text."),
    ];
  const cards = findings.slice(0, shown).map((finding, index) =>
    renderFindingCard(finding, {
      onLine: ({ start }) => manifestEditor.goTo(start.line),
      onFix: () => {
        const found = result.findings[index];
        if (found) void applyFixes(`Fixed: ${finding.fix?.title}.`, isSameAs(found));
      },
      excerpt: renderSource(text, finding, 0),
      declined: result.findings[index]?.declined ?? null,
    }),
  );
  const more = findings.length - cards.length;
  return [
    renderFixButtons(findings),
    ...problems,
    ...cards,
    more > 0
      ? h(
          "button",
          {
            type: "button",
            id: "more",
            click: () => {
              shown += cardsAtOnce * 5;
              render();
            },
          },
          `Show more: ${formatCount(more, "finding")} left`,
        )
      : null,
  ];
}

function renderFixButtons(findings: readonly FindingJson[]): Child {
  const fixable = findings.filter((finding) => finding.fix && !finding.ignored);
  const safe = fixable.filter((finding) => finding.fix?.safety === "safe");
  if (fixable.length === 0) return null;
  return h(
    "div",
    { class: "row" },
    h(
      "button",
      {
        type: "button",
        id: "fix-all",
        class: "primary",
        click: () => void applyFixes("Fixed everything that can be fixed.", ({ fix: offered }) => offered !== null),
      },
      `Fix all (${fixable.length})`,
    ),
    safe.length > 0
      ? h(
          "button",
          {
            type: "button",
            id: "fix-safe",
            click: () => void applyFixes("Applied the safe fixes.", ({ fix: offered }) => offered?.safety === "safe"),
          },
          `Only the safe ones (${safe.length})`,
        )
      : null,
  );
}

async function showContext(text: string): Promise<void> {
  const containers = await findContainers(file, text);
  const sections = containers
    .slice(0, cardsAtOnce)
    .map((placed) =>
      h(
        "section",
        { class: "subject" },
        h("h3", {}, `${nameWorkload(placed.pod.workload)} / ${placed.container.name}`),
        renderEffectiveTable(placed, { onLine: manifestEditor.goTo }),
      ),
    );
  const rest = containers.length - sections.length;
  show(
    getElement("panel-context"),
    sections.length > 0 ? sections : h("p", { class: "empty" }, "No container in this text."),
    rest > 0 ? h("p", { class: "note" }, `${formatCount(rest, "more container")}: see secctx effective.`) : null,
  );
}

function setUpControls(): void {
  const choose = getTypedElement("example", HTMLSelectElement);
  choose.append(...examples.map(({ title }) => h("option", {}, title)));
  const showLesson = () => {
    getElement("lesson").textContent = examples[choose.selectedIndex]?.lesson ?? "";
  };
  choose.addEventListener("change", () => {
    showLesson();
    load(examples[choose.selectedIndex]?.text ?? "");
  });
  showLesson();
  const version = getElement("version");
  version.append(
    h("option", {}, "latest"),
    ...Array.from({ length: newestMinor - 21 }, (_, index) => h("option", {}, `1.${newestMinor - index}`)),
  );
  for (const id of ["enforce", "version", "user", "group"])
    getElement(id).addEventListener("input", () => reviewSoon());
  getElement("share").addEventListener("click", () => void offerLink(manifestEditor.text()));
  const fileInput = getTypedElement("open", HTMLInputElement);
  fileInput.addEventListener("change", () => {
    void fileInput.files?.[0]?.text().then(load);
    fileInput.value = "";
  });
}
