import {
  describeState,
  listCells,
  listLabels,
  listObstacles,
  namespaceColumns,
  withoutHead,
} from "../report/namespaces.ts";
import type { NamespaceJson, ObstacleJson } from "../report/namespaces-json.ts";
import { nameWorkload } from "../report/words.ts";
import { type Child, h } from "./dom.ts";

/** Renders which level each namespace passes, and behind each what keeps it from the next and the labels to put on it. Nothing where there is no namespace. */
export function renderNamespaces(namespaces: readonly NamespaceJson[]): Child[] {
  if (namespaces.length === 0) return [];
  const head = h(
    "tr",
    {},
    namespaceColumns.map((column) => h("th", { scope: "col" }, column)),
  );
  return [
    h(
      "details",
      { class: "namespaces" },
      h("summary", {}, "Pod Security, by namespace"),
      h(
        "div",
        { class: "namespaces-body" },
        h("p", { class: "note" }, "What this report has not reviewed is not counted."),
        h(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": "Namespaces" },
          h("table", {}, h("thead", {}, head), h("tbody", {}, namespaces.map(renderRow))),
        ),
        namespaces.map(renderNamespace),
      ),
    ),
  ];
}

function renderRow(namespace: NamespaceJson): Child {
  const [name, ...cells] = listCells(namespace);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    cells.map((cell) => h("td", {}, cell)),
  );
}

function renderNamespace(namespace: NamespaceJson): Child {
  const { name, labels, remarks } = namespace;
  return h(
    "details",
    {},
    h("summary", {}, name ?? "No namespace is named"),
    [describeState(namespace), ...remarks].map((sentence) => h("p", {}, sentence)),
    listObstacles(namespace).flatMap(({ title, obstacles }) => [h("p", {}, `${title}:`), renderObstacles(obstacles)]),
    Object.keys(labels).length > 0 && h("pre", { tabindex: 0, "aria-label": "Labels" }, listLabels(labels).join("\n")),
  );
}

function renderObstacles(obstacles: readonly ObstacleJson[]): Child {
  return h(
    "ul",
    {},
    obstacles.map(({ file, line, message, ...workload }) =>
      h("li", {}, h("b", {}, nameWorkload(workload)), ` ${file}:${line}: ${withoutHead(message)}`),
    ),
  );
}
