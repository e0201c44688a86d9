import { largestId, levels, newestMinor, parseVersion } from "../pod/index.ts";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { report } from "../report/json.ts";
import { counted } from "../report/text.ts";
import type { Finding } from "../review/finding.ts";
import { fix } from "../review/fix.ts";
import type { Result } from "../review/result.ts";
import { review } from "../review/review.ts";
import type { FixOptions } from "../rules/index.ts";
import type { Source } from "../yaml/index.ts";
import { announce, byId, type Child, h, show } from "./dom.ts";
import { dropper } from "./dropper.ts";
import { editor, type Mark } from "./editor.ts";
import { effectiveTable } from "./effective-table.ts";
import { examples } from "./examples.ts";
import { offerLink, onDroppedFile, openedLink } from "./exchange.ts";
import { card, excerptOf, type FindingJson } from "./findings.ts";
import { furnish } from "./furnish.ts";
import { subjectsIn } from "./settings.ts";
import { tabs } from "./tabs.ts";
import { verdictBar } from "./verdict.ts";

/** docs/index.html: an editor, and beside it what the command line would say of its text. */
const file = "manifest.yaml";
/** From this length on, typing comes before judging. */
const longText = 200_000;
/** Cards that are shown at once. */
const page = 100;

const manifest = editor(byId("editor"), "Manifest", () => judgeSoon());
const powers = dropper(byId("panel-capabilities"), {
  version: () => policy().kubernetesVersion,
  onChange: (text) => manifest.setText(text),
});
const open = tabs(byId("tabs"), () => render());
let latest: { readonly result: Result; readonly text: string } | undefined;
let shown = page;
let turn = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

furnish();
controls();
onDroppedFile(document.body, load);
addEventListener("hashchange", () => void openLink());
if (!(await openLink())) load(examples[0]?.text ?? "");

function load(text: string): void {
  shown = page;
  manifest.setText(text);
  judgeSoon();
}

async function openLink(): Promise<boolean> {
  const text = await openedLink();
  if (text === undefined) return false;
  byId("lesson").textContent = "This manifest came with the link.";
  load(text);
  return true;
}

function policy(): Policy {
  const value = (id: string) => (byId(id) as HTMLSelectElement).value;
  const enforce = levels.find((level) => level === value("enforce")) ?? defaultPolicy.enforce;
  return {
    ...defaultPolicy,
    enforce,
    fix: { ...idIn("user", "runAsUser"), ...idIn("group", "runAsGroup") },
    kubernetesVersion: parseVersion(value("version")) ?? defaultPolicy.kubernetesVersion,
  };
}

/** The id that fixes may write, where the user gave one that Kubernetes takes. */
function idIn(input: string, field: keyof FixOptions): FixOptions {
  const id = (byId(input) as HTMLInputElement).valueAsNumber;
  return Number.isInteger(id) && id >= 1 && id <= largestId ? { [field]: id } : {};
}

function source(text: string): Source {
  return { file, text, named: true };
}

function judgeSoon(): void {
  clearTimeout(waiting);
  const text = manifest.text();
  if (text.length < longText) void judge(text);
  else waiting = setTimeout(() => void judge(text), 300);
}

async function judge(text: string): Promise<void> {
  const mine = ++turn;
  const result = await review([source(text)], null, policy());
  if (mine !== turn) return;
  latest = { result, text };
  manifest.mark(marks(result));
  render();
  document.body.dataset.judged = String(mine);
}

function marks({ findings, problems }: Result): Mark[] {
  const severity = { enforce: "error", warn: "warning", audit: "info" } as const;
  const found = findings
    .filter(({ ignored }) => !ignored)
    .map((finding): Mark => {
      const { rule, mode, message, location, fix: offered } = finding;
      return {
        start: location.start,
        end: location.end,
        severity: severity[mode],
        source: rule.id,
        message,
        ...(offered
          ? { fix: { title: offered.title, apply: () => void takeFixes(`Fixed: ${offered.title}.`, sameAs(finding)) } }
          : {}),
      };
    });
  const unread = problems.map(({ severity: how, line, message }): Mark => {
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

function sameAs({ fingerprint, document }: Finding): (finding: Finding) => boolean {
  return (finding) => finding.fingerprint === fingerprint && finding.document === document;
}

async function takeFixes(said: string, isWanted: (finding: Finding) => boolean): Promise<void> {
  const text = manifest.text();
  const fixed = await fix(source(text), policy(), isWanted);
  if (fixed.text === text) {
    const reason = fixed.declined.find(({ finding }) => isWanted(finding))?.reason;
    announce(reason ? `The YAML stays as it is: ${reason}.` : "There is nothing to fix.");
    return;
  }
  manifest.setText(fixed.text);
  announce(`${said} Undo with Ctrl+Z.`);
}

function render(): void {
  if (!latest) return;
  const { result, text } = latest;
  show(byId("verdict"), verdictBar(result));
  byId("count-findings").textContent = String(result.findings.length + result.problems.length);
  const tab = open();
  if (tab === "findings") show(byId("panel-findings"), findingList(result, text));
  if (tab === "context") void context(text);
  if (tab === "capabilities") void powers.update(file, text);
}

function findingList(result: Result, text: string): Child[] {
  const { findings } = report(result) as { findings: readonly FindingJson[] };
  const problems = result.problems.map(({ severity, line, message }) =>
    h(
      "article",
      { class: "finding", "data-mode": severity === "error" ? "enforce" : "audit" },
      h(
        "header",
        {},
        h("b", {}, severity === "error" ? "not evaluated" : "note"),
        h("button", { type: "button", class: "link", click: () => manifest.goTo(line) }, `line ${line}`),
      ),
      h("p", {}, message),
    ),
  );
  if (findings.length + problems.length === 0)
    return [
      h("p", { class: "empty" }, result.workloads.length > 0 ? "Nothing to report." : "No workload in this text."),
    ];
  const cards = findings.slice(0, shown).map((finding, index) =>
    card(finding, {
      onLine: ({ start }) => manifest.goTo(start.line),
      onFix: () => {
        const found = result.findings[index];
        if (found) void takeFixes(`Fixed: ${finding.fix?.title}.`, sameAs(found));
      },
      excerpt: excerptOf(text, finding, 0),
      declined: result.findings[index]?.declined ?? null,
    }),
  );
  const more = findings.length - cards.length;
  return [
    fixButtons(findings),
    ...problems,
    ...cards,
    more > 0
      ? h(
          "button",
          {
            type: "button",
            id: "more",
            click: () => {
              shown += page * 5;
              render();
            },
          },
          `Show more: ${counted(more, "finding")} left`,
        )
      : null,
  ];
}

function fixButtons(findings: readonly FindingJson[]): Child {
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
        click: () => void takeFixes("Fixed all that can be fixed.", ({ fix: offered }) => offered !== null),
      },
      `Fix all (${fixable.length})`,
    ),
    safe.length > 0
      ? h(
          "button",
          {
            type: "button",
            id: "fix-safe",
            click: () => void takeFixes("Safe fixes are in.", ({ fix: offered }) => offered?.safety === "safe"),
          },
          `Only the safe ones (${safe.length})`,
        )
      : null,
  );
}

async function context(text: string): Promise<void> {
  const subjects = await subjectsIn(file, text);
  const sections = subjects.slice(0, page).map((subject) =>
    h(
      "section",
      { class: "subject" },
      h("h3", {}, `${subject.pod.workload.kind} ${subject.pod.workload.name} / ${subject.container.name}`),
      effectiveTable(subject, (line) => manifest.goTo(line)),
    ),
  );
  const rest = subjects.length - sections.length;
  show(
    byId("panel-context"),
    sections.length > 0 ? sections : h("p", { class: "empty" }, "No container in this text."),
    rest > 0 ? h("p", { class: "note" }, `${counted(rest, "more container")}: see secctx effective.`) : null,
  );
}

function controls(): void {
  const choose = byId("example") as HTMLSelectElement;
  choose.append(...examples.map(({ title }) => h("option", {}, title)));
  const lesson = () => {
    const example = examples[choose.selectedIndex];
    byId("lesson").textContent = example?.lesson ?? "";
    return example?.text ?? "";
  };
  choose.addEventListener("change", () => load(lesson()));
  lesson();
  const version = byId("version");
  version.append(
    h("option", {}, "latest"),
    ...Array.from({ length: newestMinor - 21 }, (_, index) => h("option", {}, `1.${newestMinor - index}`)),
  );
  for (const id of ["enforce", "version", "user", "group"]) byId(id).addEventListener("input", () => judgeSoon());
  byId("share").addEventListener("click", () => void offerLink(manifest.text()));
  byId("open").addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    void input.files?.[0]?.text().then(load);
    input.value = "";
  });
}
