import type { EffectiveContext } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { unifiedDiff } from "../report/diff.ts";
import { fix } from "../review/fix.ts";
import { announce, type Child, h, show } from "./dom.ts";
import { dropper } from "./dropper.ts";
import { effectiveTable } from "./effective-table.ts";
import { card, excerptOf, type FindingJson } from "./findings.ts";
import { patchView, showPatch } from "./patch.ts";
import { type ContainerJson, documentAt, type Row, type WorkloadJson } from "./report-data.ts";
import { type Subject, subjectsIn } from "./settings.ts";

/** One workload: what admission answers, its findings, what each container gets, and what else it could be given. */
export async function detail(place: HTMLElement, row: Row, text: string | undefined, policy: Policy): Promise<void> {
  const own = text === undefined ? undefined : documentAt(text, row.line);
  const subjects = own === undefined ? [] : await subjectsIn(row.file, own);
  const mine = subjects.filter(({ pod }) => pod.workload.kind === row.kind && pod.workload.name === row.name);
  show(
    place,
    h(
      "header",
      { class: "subject-head" },
      h("h2", {}, `${row.kind} ${row.name || "without a name"}`),
      h(
        "p",
        { class: "note" },
        `${row.file}:${row.line}${row.namespace ? `, namespace ${row.namespace}` : ""}${row.workload && row.workload.source !== "manifest" ? `, rendered by ${row.workload.source}` : ""}`,
      ),
    ),
    row.workload ? admission(row.workload) : null,
    h("h3", {}, `Findings (${row.findings.length})`),
    row.findings.length === 0
      ? h("p", { class: "empty" }, "Nothing to report.")
      : row.findings.map((finding) => findingCard(finding, text, own, policy)),
    row.workload?.containers.map((container) => containerPart(container, mine)),
    mine.length > 0 && own !== undefined ? whatIf(row, own, subjects.indexOf(mine[0] as Subject), policy) : null,
  );
}

function admission({ admission: { baseline, restricted, version } }: WorkloadJson): Child {
  const item = (level: string, { allowed, message }: typeof baseline) =>
    h(
      "div",
      { class: "verdict", "data-allowed": String(allowed) },
      h("strong", {}, `${level} ${version}`),
      h("span", { class: "answer" }, allowed ? "allowed" : "rejected"),
      message
        ? h(
            "details",
            { id: `words-${level}` },
            h("summary", {}, "the API server's words"),
            h("p", { class: "words" }, message),
          )
        : null,
    );
  return h("div", { class: "verdicts" }, item("baseline", baseline), item("restricted", restricted));
}

function findingCard(finding: FindingJson, text: string | undefined, own: string | undefined, policy: Policy): Child {
  const change = h("div");
  const onFix = async () => {
    if (own === undefined) return;
    const fixed = await fix(
      { file: finding.file, text: own, named: true },
      policy,
      ({ fingerprint }) => fingerprint === finding.fingerprint,
    );
    const patch = unifiedDiff(finding.file, own, fixed.text);
    const reason = fixed.declined.find((each) => each.finding.fingerprint === finding.fingerprint)?.reason;
    if (patch === "") announce(`There is no change to show: ${reason ?? "the source is not in this report"}.`);
    else change.replaceChildren(patchView(patch) as Node);
  };
  const shown = card(finding, {
    onLine: undefined,
    fixWord: "Show the change",
    onFix: own === undefined ? undefined : () => void onFix(),
    excerpt: text === undefined ? null : excerptOf(text, finding, 2),
  });
  const link = h(
    "a",
    { class: "anchor", href: `#finding=${finding.fingerprint}`, "aria-label": `Link to this finding: ${finding.rule}` },
    "#",
  );
  shown.querySelector("header")?.append(link);
  shown.append(change);
  return shown;
}

function containerPart(container: ContainerJson, subjects: readonly Subject[]): Child {
  const subject = subjects.find((each) => each.container.name === container.name);
  return h(
    "section",
    { class: "subject" },
    h(
      "h3",
      {},
      `${container.type === "app" ? "Container" : `${container.type} container`} ${container.name}`,
      container.image ? h("span", { class: "note" }, ` ${container.image}`) : null,
    ),
    subject ? effectiveTable(reported(subject, container), undefined) : reportedTable(container),
  );
}

/** What the report knows beyond the manifest, such as the image's user. */
function reported(subject: Subject, { effective, derived }: ContainerJson): Subject {
  const beyond = Object.entries(effective).filter(([, { origin }]) => origin === "image" || origin === "namespace");
  const known = subject.container.effective as unknown as Record<string, object>;
  const merged = {
    ...known,
    ...Object.fromEntries(beyond.map(([field, { value, origin }]) => [field, { ...known[field], value, origin }])),
  };
  return { ...subject, container: { ...subject.container, effective: merged as unknown as EffectiveContext, derived } };
}

/** For what was rendered: its lines are another file's. */
function reportedTable({ effective }: ContainerJson): Child {
  const rows = Object.entries(effective).filter(([, { value }]) => value !== null);
  return h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["field", "effective", "set by", "line"].map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(([field, { value, origin, line }]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, h("code", {}, field)),
          h("td", {}, h("code", {}, typeof value === "object" ? JSON.stringify(value) : String(value))),
          h("td", {}, origin),
          h("td", {}, line === undefined ? "" : `${line}`),
        ),
      ),
    ),
  );
}

/** The dropper, on a copy of the source: what it changes is shown as a patch. */
function whatIf(row: Row, own: string, index: number, policy: Policy): Child {
  const place = h("div");
  const change = h("div");
  let text = own;
  const render = () => {
    showPatch(change, row.file, own, text);
    return powers.update(row.file, text);
  };
  const powers = dropper(place, {
    version: () => policy.kubernetesVersion,
    onChange: (next) => {
      text = next;
      void render();
    },
  });
  return h(
    "details",
    {
      class: "what-if",
      id: "what-if",
      toggle: () => {
        if (place.childElementCount === 0) void render().then(() => powers.pick(index));
      },
    },
    h("summary", {}, "What can it do, and what if …"),
    place,
    h("h3", {}, "The change"),
    change,
  );
}
