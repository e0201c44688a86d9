import { alignColumns } from "./columns.ts";
import { codeSpan, escapeControls, escapeLine, escapeMarkdown, fenceCode } from "./escape.ts";
import { renderProblemItem } from "./markdown.ts";
import type { NamespaceJson, NamespacesJson, ObstacleJson } from "./namespaces-json.ts";
import { renderProblem } from "./text.ts";
import type { TextLook } from "./text-block.ts";
import { formatCount, nameWorkload } from "./words.ts";

export interface NamespacesTextOptions extends Pick<TextLook, "paint"> {
  /** Whether only the table is printed. */
  readonly quiet: boolean;
}

/** Renders what is said of namespaces for a terminal: a table, then for each namespace what keeps it from the next level, and its labels. */
export function renderNamespacesText(report: NamespacesJson, { paint, quiet }: NamespacesTextOptions): string {
  const { namespaces, problems } = report;
  const errors = problems.filter(({ severity }) => severity === "error");
  const told = quiet ? errors : problems;
  const sections = [
    ...told.map((problem) => renderProblem(problem, paint)),
    ...(namespaces.length > 0 ? [renderTable(namespaces, paint)] : []),
    ...(quiet ? [] : namespaces.map((namespace) => renderSection(namespace, paint))),
    closing(report),
  ];
  return `${sections.join("\n\n")}\n`;
}

function renderTable(namespaces: readonly NamespaceJson[], paint: NamespacesTextOptions["paint"]): string {
  const rows = [namespaceColumns, ...namespaces.map((namespace) => listCells(namespace).map(escapeControls))];
  return alignColumns(rows)
    .map((line, index) => (index === 0 ? paint("bold", line) : line))
    .join("\n");
}

/** The heads of the table's columns. */
export const namespaceColumns = ["namespace", "passes", "enforces today", "workloads", "kept from the next level by"];

/** Lists the cells of a namespace's row in the table of every format. */
export function listCells(namespace: NamespaceJson): [string, string, string, string, string] {
  const { name, level, workloads, obstacles, next } = namespace;
  return [
    name ?? unnamed,
    level ?? "nothing to judge",
    describeToday(namespace),
    String(workloads),
    next === null ? "" : `${next}: ${formatCount(obstacles.length, "workload")}`,
  ];
}

const unnamed = "(none named)";

function describeToday(namespace: NamespaceJson): string {
  const { rejected } = namespace;
  const enforced = nameEnforced(namespace) ?? "nothing";
  return rejected.length > 0 ? `${enforced}, rejects ${rejected.length}` : enforced;
}

/** The level that is enforced today, with its version where that is not the cluster's own; `undefined` where none is. */
function nameEnforced({ today }: NamespaceJson): string | undefined {
  if (!today || today.enforce === null) return undefined;
  return today.version === "latest" ? String(today.enforce) : `${today.enforce} ${today.version}`;
}

/** Lists what is in the way, under its titles. What is rejected today for the same reasons is not said twice. */
export function listObstacles({
  rejected,
  obstacles,
  next,
}: NamespaceJson): { readonly title: string; readonly obstacles: readonly ObstacleJson[] }[] {
  const isSame = rejected.length > 0 && JSON.stringify(rejected) === JSON.stringify(obstacles);
  const lists = isSame
    ? [{ title: `Rejected today, and what keeps it from ${next}`, obstacles }]
    : [
        { title: "Rejected today", obstacles: rejected },
        { title: `What keeps it from ${next}`, obstacles },
      ];
  return lists.filter((list) => list.obstacles.length > 0);
}

function renderSection(namespace: NamespaceJson, paint: NamespacesTextOptions["paint"]): string {
  const { name, objects, level, rejected, labels, remarks } = namespace;
  const [object] = objects;
  const place = object ? `  ${object.file}:${object.line}` : "";
  const colour = rejected.length > 0 ? "red" : level === "restricted" ? "green" : "yellow";
  return [
    paint("bold", escapeLine(`${name === null ? "No namespace is named" : `Namespace ${name}`}${place}`)),
    `  ${paint(colour, escapeControls(describeState(namespace)))}`,
    ...remarks.map((remark) => `  ${escapeControls(remark)}`),
    ...listObstacles(namespace).flatMap(({ title, obstacles }) => [
      `  ${title}:`,
      ...obstacles.flatMap(renderObstacle),
    ]),
    ...(level === null ? [] : ["  Labels:", ...listLabels(labels).map((label) => `    ${label}`)]),
  ].join("\n");
}

function renderObstacle({ file, line, message, ...workload }: ObstacleJson): string[] {
  return [
    `    ${escapeLine(`${file}:${line}`)}  ${escapeControls(nameWorkload(workload))}`,
    `      ${escapeControls(withoutHead(message))}`,
  ];
}

/** Returns the reasons of a refusal alone: which standard refuses is said above them. */
export function withoutHead(message: string): string {
  return message.replace(/^(?:would violate|violates) PodSecurity "[^"]*": /, "");
}

/** Lists the labels, a line of YAML each. Keys and values are words of the standard's own. */
export function listLabels(labels: NamespaceJson["labels"]): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}: ${value}`);
}

/** Says in a sentence or two where a namespace stands, and what can be done. */
export function describeState(namespace: NamespaceJson): string {
  const { name, level, workloads, today, rejected, objects } = namespace;
  if (level === null) return "No workload among the manifests is in it: there is nothing to judge.";
  const all = ["", "Its one workload passes", "Both workloads pass"][workloads] ?? `All ${workloads} workloads pass`;
  const passes = level === "privileged" ? "Not all of its workloads pass baseline." : `${all} ${level}.`;
  const enforced = nameEnforced(namespace);
  const source = today && !objects.some(({ file }) => file === today.file) ? ` (${today.file}:${today.line})` : "";
  if (enforced !== undefined && rejected.length > 0)
    return `${passes} It enforces ${enforced} today${source}, and the cluster rejects the pods of ${formatCount(rejected.length, "workload")}: mend what is listed, or enforce no more than ${level}.`;
  const can = namespace.labels[`pod-security.kubernetes.io/enforce`];
  const now = enforced === undefined ? "It enforces nothing today" : `It enforces ${enforced} today${source}`;
  const step = can === (today?.enforce ?? "privileged") ? "" : `, and can enforce ${can}`;
  const where =
    name === null ? " Whoever applies them decides where they go: to default, unless they say otherwise." : "";
  return `${passes} ${now}${step}.${where}`;
}

function closing({ version, complete, namespaces }: NamespacesJson): string {
  const judged = `Judged by the Pod Security Standards ${version}, as Pod Security Admission judges.`;
  if (!complete)
    return `Could not evaluate everything (above): what is said of namespaces holds for the rest. ${judged}`;
  if (namespaces.length === 0) return `No workload and no Namespace was found. ${judged}`;
  return `${judged} ${dryRun}`;
}

const dryRun =
  "What runs in the cluster may differ: kubectl label --dry-run=server --overwrite namespace NAME pod-security.kubernetes.io/enforce=LEVEL lists the pods there that a level would refuse.";

/** Renders the same as Markdown. */
export function renderNamespacesMarkdown(report: NamespacesJson): string {
  const { namespaces, problems } = report;
  const table = namespaces.map((namespace) => {
    const [name, ...cells] = listCells(namespace);
    const shown = namespace.name === null ? escapeMarkdown(name) : codeSpan(name);
    return `| ${[shown, ...cells.map(escapeMarkdown)].join(" | ")} |\n`;
  });
  return [
    "### Pod Security, by namespace\n\n",
    ...(problems.length > 0
      ? ["#### Not evaluated, or worth noting\n\n", ...problems.map((each) => renderProblemItem(each)), "\n"]
      : []),
    ...(table.length > 0 ? [`| ${namespaceColumns.join(" | ")} |\n|---|---|---|---|---|\n`, ...table, "\n"] : []),
    ...namespaces.map(renderMarkdownSection),
    `${escapeMarkdown(closing(report))}\n`,
  ].join("");
}

function renderMarkdownSection(namespace: NamespaceJson): string {
  const { name, level, labels, remarks } = namespace;
  const lists = listObstacles(namespace).map(({ title, obstacles }) => {
    const items = obstacles.map(
      ({ file, line, message, ...workload }) =>
        `- ${codeSpan(`${file}:${line}`)} ${codeSpan(nameWorkload(workload))}: ${escapeMarkdown(withoutHead(message))}\n`,
    );
    return `${title}:\n\n${items.join("")}\n`;
  });
  return [
    `#### ${name === null ? "No namespace is named" : codeSpan(name)}\n\n`,
    `${escapeMarkdown(describeState(namespace))}\n\n`,
    ...remarks.map((remark) => `${escapeMarkdown(remark)}\n\n`),
    ...lists,
    ...(level === null ? [] : [`${fenceCode("yaml", listLabels(labels).join("\n"))}\n\n`]),
  ].join("");
}
