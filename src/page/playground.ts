import { buildReport } from "../report/json.ts";
import { formatCount, nameWorkload } from "../report/words.ts";
import type { Finding } from "../review/finding.ts";
import { fix } from "../review/fix.ts";
import type { Result } from "../review/result.ts";
import { review } from "../review/review.ts";
import type { Source } from "../yaml/index.ts";
import { collectContainers } from "./container-changes.ts";
import { readChoices, readPolicy, setUpControls, showChoices } from "./controls.ts";
import { announce, getElement, getTypedElement, h, setUpPage, show, withdrawUndo } from "./dom.ts";
import { createDropper } from "./dropper.ts";
import { createEditor, type EditorMark } from "./editor.ts";
import { renderEffectiveTable } from "./effective-table.ts";
import { examples } from "./examples.ts";
import { renderProblemCard } from "./finding-card.ts";
import { isSameAs, renderFindingList } from "./finding-list.ts";
import { acceptDroppedFiles, offerLink, openFile, withdrawLink } from "./sharing.ts";
import { setUpSteps } from "./steps.ts";
import { setUpTabs } from "./tabs.ts";
import { renderVerdict } from "./verdicts.ts";
import { findWorksheet, isFromLink, keepWorksheet, type Worksheet } from "./worksheet.ts";

/** docs/index.html: an editor, and beside it what the command line says about its text. */
const file = "manifest.yaml";
/** A longer text is reviewed only when typing pauses. */
const longText = 200_000;
/** How many cards are shown at first. */
const cardsAtOnce = 100;

const manifestEditor = createEditor(getElement("editor"), "Manifest", () => takeText());
const dropper = createDropper(getElement("panel-capabilities"), {
  version: () => readPolicy().kubernetesVersion,
  onChange: (text, announcement) => {
    manifestEditor.setText(text);
    announce(announcement, steps.undo);
  },
  onLine: manifestEditor.goTo,
});
const steps = setUpSteps(manifestEditor);
const open = setUpTabs(getElement("tabs"), () => render());
let latest: { readonly result: Result; readonly text: string } | undefined;
let shown = cardsAtOnce;
let latestReview = 0;
let pause: ReturnType<typeof setTimeout> | undefined;

setUpPage();
setUpControls(() => {
  withdrawLink();
  reviewSoon();
});
setUpText();
addEventListener("hashchange", () => void findWorksheet().then((worksheet) => worksheet && load(worksheet)));
const { text, choices } = (await findWorksheet()) ?? { text: examples[0]?.text ?? "", choices: {} };
showChoices(choices);
manifestEditor.startWith(text);
// An empty text is none that the editor tells of.
if (text === "") takeText();

function load(worksheet: Worksheet): void {
  showChoices(worksheet.choices);
  loadText(worksheet.text);
  reviewSoon();
}

function loadText(text: string): void {
  shown = cardsAtOnce;
  manifestEditor.setText(text);
}

/** Does what a changed text asks for. */
function takeText(): void {
  const text = manifestEditor.text();
  const index = examples.findIndex((example) => example.text === text);
  getTypedElement("example", HTMLSelectElement).selectedIndex = index + 1;
  const lesson = isFromLink(text) ? "This manifest came with the link." : "";
  getElement("lesson").textContent = examples[index]?.lesson ?? lesson;
  withdrawLink();
  withdrawUndo();
  steps.update();
  reviewSoon();
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
  keepWorksheet({ text, choices: readChoices() });
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

async function applyFixes(announcement: string, isWanted: (finding: Finding) => boolean): Promise<void> {
  const text = manifestEditor.text();
  const fixed = await fix(toSource(text), readPolicy(), isWanted);
  if (fixed.text === text) {
    const reason = fixed.declined.find(({ finding }) => isWanted(finding))?.reason;
    announce(reason ? `The YAML stays as it is: ${reason}.` : "There is nothing to fix.");
    return;
  }
  manifestEditor.setText(fixed.text);
  announce(announcement, steps.undo);
}

function render(): void {
  if (!latest) return;
  const { result, text } = latest;
  const json = buildReport(result);
  show(getElement("verdict"), renderVerdict(json));
  getElement("count-findings").textContent = String(result.findings.length + result.problems.length);
  const tab = open();
  if (tab === "findings")
    show(
      getElement("panel-findings"),
      renderFindingList(result, json.findings, {
        text,
        most: shown,
        onMore: () => {
          shown += cardsAtOnce * 5;
          render();
        },
        onLine: manifestEditor.goTo,
        onFix: (announcement, isWanted) => void applyFixes(announcement, isWanted),
      }),
    );
  if (tab === "context") void showContext(text);
  if (tab === "capabilities") void dropper.update(file, text);
}

async function showContext(text: string): Promise<void> {
  const { containers, problems } = await collectContainers(file, text);
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
    problems.map((problem) => renderProblemCard(problem, manifestEditor.goTo)),
    sections.length > 0 ? sections : h("p", { class: "empty" }, "No container in this text."),
    rest > 0 ? h("p", { class: "note" }, `${formatCount(rest, "more container")}: see secctx effective.`) : null,
  );
}

/** Sets up the ways by which a text comes and goes. */
function setUpText(): void {
  const choose = getTypedElement("example", HTMLSelectElement);
  choose.append(...examples.map(({ title }) => h("option", {}, title)));
  choose.addEventListener("change", () => {
    const example = examples[choose.selectedIndex - 1];
    if (example) loadText(example.text);
  });
  getElement("share").addEventListener(
    "click",
    () => void offerLink({ text: manifestEditor.text(), choices: readChoices() }),
  );
  const fileInput = getTypedElement("open", HTMLInputElement);
  fileInput.addEventListener("change", () => {
    const [chosen] = fileInput.files ?? [];
    if (chosen) void openFile(chosen, loadText);
    fileInput.value = "";
  });
  acceptDroppedFiles(document.body, loadText);
}
