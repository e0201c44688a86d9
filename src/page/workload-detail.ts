import type { Policy } from "../policy/index.ts";
import type { Block } from "../report/blocks.ts";
import { formatUnifiedDiff } from "../report/diff.ts";
import type { ContainerJson, FindingJson } from "../report/report-json.ts";
import { nameWorkload } from "../report/words.ts";
import { fix } from "../review/fix.ts";
import { findContainers, type PlacedContainer } from "./container-changes.ts";
import { announce, type Child, getElement, h, show } from "./dom.ts";
import { createDropper } from "./dropper.ts";
import { renderEffectiveTable } from "./effective-table.ts";
import { cutIntoLines, getFindingId, renderFindingCard, renderSource } from "./finding-card.ts";
import { orderIntoBlocks } from "./finding-list.ts";
import type { Row } from "./grid-rows.ts";
import { renderPatch, showPatch } from "./patch-view.ts";
import { formatValue } from "./values.ts";
import { renderAdmission } from "./verdicts.ts";

export interface DetailOptions {
  /** The text of each file, as far as the report has it. */
  readonly texts: Readonly<Record<string, string>>;
  readonly policy: Policy;
  /** Goes back to the row in the grid. */
  readonly onBack: () => void;
}

/** Shows a row of the grid in full: what admission answers, the findings, what each container gets, and a dropper to try changes with. */
export async function showDetail(
  place: HTMLElement,
  row: Row,
  { texts, policy, onBack }: DetailOptions,
): Promise<void> {
  const text = texts[row.file];
  const { file, line, kind, name, namespace, workload, findings } = row;
  const document = text === undefined ? undefined : isolateDocument(text, line);
  const containers = document === undefined ? [] : await findContainers(file, document);
  const isOwn = ({ pod: { workload: own } }: PlacedContainer) =>
    own.kind === kind && own.name === name && own.namespace === namespace;
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
      h("button", { type: "button", id: "back", click: onBack }, "Back to the list"),
      h("p", { class: "note" }, whereabouts.join(", ")),
    ),
    workload && renderAdmission(workload.admission, "words"),
    h("h3", {}, `Findings (${findings.length})`),
    findings.length === 0
      ? h("p", { class: "empty" }, "Nothing to report.")
      : orderIntoBlocks(findings).map((block) => renderPlaceCard(block, { texts, document, policy })),
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

/** What a finding is shown with: the texts of the report, and the document that it stands in, if the report has it. */
interface FindingSource extends Pick<DetailOptions, "texts" | "policy"> {
  readonly document: string | undefined;
}

function renderPlaceCard(block: Block<FindingJson>, { texts, document, policy }: FindingSource): Child {
  const [first] = block.statements;
  const text = texts[first.file];
  // A chart or an overlay is fixed as a whole.
  const source = block.statements.some(({ rendered }) => rendered) ? undefined : document;
  return renderFindingCard(block, {
    fixLabel: "Show the change",
    onFix:
      source === undefined
        ? undefined
        : (finding) => void showFix(getElement(nameChange(finding)), finding, source, policy),
    excerpt: text !== undefined && renderSource(cutIntoLines(text), first, 2),
    renderAnchor: ({ fingerprint, rule }) =>
      h("a", { class: "anchor", href: `#finding=${fingerprint}`, "aria-label": `Link to this finding: ${rule}` }, "#"),
    renderBelow: (finding) => finding.fix && h("div", { id: nameChange(finding) }),
  });
}

/** The id of the element that shows what a fix changes. */
function nameChange(finding: FindingJson): string {
  return `${getFindingId(finding)}-change`;
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
function renderReportedTable({ name, effective }: ContainerJson): Child {
  const rows = Object.entries(effective).filter(([, { value }]) => value !== null);
  const heads = ["field", "effective", "set by", "line"];
  const table = h(
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
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": `Effective context of ${name}` },
    table,
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
    onChange: (next, announcement) => {
      text = next;
      void render();
      announce(announcement);
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
