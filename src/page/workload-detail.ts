import type { Policy } from "../policy/index.ts";
import { formatUnifiedDiff } from "../report/diff.ts";
import type { ContainerJson, FindingJson } from "../report/report-json.ts";
import { nameWorkload } from "../report/words.ts";
import { fix } from "../review/fix.ts";
import { findContainers, type PlacedContainer } from "./container-changes.ts";
import { announce, type Child, h, show } from "./dom.ts";
import { createDropper } from "./dropper.ts";
import { formatValue, renderEffectiveTable } from "./effective-table.ts";
import { renderFindingCard, renderSource } from "./finding-card.ts";
import type { Row } from "./grid-rows.ts";
import { renderPatch, showPatch } from "./patch-view.ts";
import { renderAdmission } from "./verdicts.ts";

/** Shows a row of the grid in full: what admission answers, the findings, what each container gets, and a dropper to try changes with. */
export async function showDetail(
  place: HTMLElement,
  row: Row,
  texts: Readonly<Record<string, string>>,
  policy: Policy,
): Promise<void> {
  const text = texts[row.file];
  const { file, line, kind, name, namespace, workload, findings } = row;
  const document = text === undefined ? undefined : isolateDocument(text, line);
  const containers = document === undefined ? [] : await findContainers(file, document);
  const isOwn = ({ pod }: PlacedContainer) => pod.workload.kind === kind && pod.workload.name === name;
  const own = containers.filter(isOwn);
  const whereabouts = [
    `${file}:${line}`,
    ...(namespace ? [`namespace ${namespace}`] : []),
    ...(workload && workload.source !== "manifest" ? [`rendered by ${workload.source}`] : []),
  ];
  show(
    place,
    h(
      "header",
      { class: "subject-head" },
      h("h2", {}, nameWorkload(row)),
      h("p", { class: "note" }, whereabouts.join(", ")),
    ),
    workload && renderAdmission(workload.admission, "words"),
    h("h3", {}, `Findings (${findings.length})`),
    findings.length === 0
      ? h("p", { class: "empty" }, "Nothing to report.")
      : findings.map((finding) => renderFinding(finding, { text: texts[finding.file], document, policy })),
    workload?.containers.map((container) => renderContainer(container, own)),
    document !== undefined && own.length > 0 && renderWhatIf(row, document, containers.findIndex(isOwn), policy),
  );
}

/** Empties all lines of a text outside of the document that a line stands in. Lines keep their numbers, and only one document has to be read. */
function isolateDocument(text: string, line: number): string {
  const lines = text.split("\n");
  const isBreak = (each: string) => /^---(\s|$)/.test(each);
  const start = lines.slice(0, line - 1).findLastIndex(isBreak) + 1;
  const next = lines.findIndex((each, index) => index >= line && isBreak(each));
  const end = next === -1 ? lines.length : next;
  const isolated = lines.slice(0, end).map((each, index) => (index < start ? "" : each));
  return isolated.join("\n") + (end < lines.length ? "\n" : "");
}

/** What a finding is shown with: the text of its file, and the document that it stands in, if the report has them. */
interface FindingSource {
  readonly text: string | undefined;
  readonly document: string | undefined;
  readonly policy: Policy;
}

function renderFinding(finding: FindingJson, { text, document, policy }: FindingSource): Child {
  const change = h("div");
  const card = renderFindingCard(finding, {
    onLine: undefined,
    fixLabel: "Show the change",
    onFix:
      document === undefined || finding.rendered ? undefined : () => void showFix(change, finding, document, policy),
    excerpt: text !== undefined && renderSource(text, finding, 2),
  });
  const link = h(
    "a",
    { class: "anchor", href: `#finding=${finding.fingerprint}`, "aria-label": `Link to this finding: ${finding.rule}` },
    "#",
  );
  card.querySelector("header")?.append(link);
  card.append(change);
  return card;
}

/** Shows what the fix of a finding changes, or announces why it changes nothing. */
async function showFix(place: HTMLElement, finding: FindingJson, text: string, policy: Policy): Promise<void> {
  const isWanted = ({ fingerprint }: { readonly fingerprint: string }) => fingerprint === finding.fingerprint;
  const fixed = await fix({ file: finding.file, text, named: true }, policy, isWanted);
  const patch = formatUnifiedDiff(finding.file, text, fixed.text);
  const reason = fixed.declined.find((each) => isWanted(each.finding))?.reason;
  if (patch === "") announce(`There is no change to show: ${reason ?? "the source is not in this report"}.`);
  else place.replaceChildren(renderPatch(patch));
}

function renderContainer(container: ContainerJson, placed: readonly PlacedContainer[]): Child {
  const { name, type, image } = container;
  const own = placed.find((each) => each.container.name === name);
  return h(
    "section",
    { class: "subject" },
    h(
      "h3",
      {},
      `${type === "app" ? "Container" : `${type} container`} ${name}`,
      image && h("span", { class: "note" }, ` ${image}`),
    ),
    own ? renderEffectiveTable(own, { reported: container }) : renderReportedTable(container),
  );
}

/** Renders what the report knows of a container that was rendered from a chart or an overlay: each line has a file of its own. */
function renderReportedTable({ effective }: ContainerJson): Child {
  const rows = Object.entries(effective).filter(([, { value }]) => value !== null);
  const heads = ["field", "effective", "set by", "line"];
  return h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        heads.map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(([field, { value, origin, file, line }]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, h("code", {}, field)),
          h("td", {}, h("code", {}, formatValue(value))),
          h("td", {}, origin),
          h("td", {}, line === undefined ? "" : `${file}:${line}`),
        ),
      ),
    ),
  );
}

/** Renders the dropper on a copy of the document. Its changes are shown as a patch. */
function renderWhatIf({ file }: Row, document: string, index: number, policy: Policy): Child {
  const place = h("div");
  const change = h("div");
  let text = document;
  const render = async () => {
    showPatch(change, file, document, text);
    await dropper.update(file, text);
  };
  const dropper = createDropper(place, {
    version: () => policy.kubernetesVersion,
    onChange: (next) => {
      text = next;
      void render();
    },
  });
  const onToggle = () => {
    if (place.childElementCount === 0) void render().then(() => dropper.pick(index));
  };
  return h(
    "details",
    { class: "what-if", id: "what-if", toggle: onToggle },
    h("summary", {}, "What can it do, and what if …"),
    place,
    h("h3", {}, "The change"),
    change,
  );
}
