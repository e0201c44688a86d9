import { contextFields, isOnlyIn, type Setting } from "../pod/index.ts";
import type { ContainerJson } from "../report/report-json.ts";
import { lineAt, pointAt } from "../yaml/index.ts";
import type { PlacedContainer } from "./container-changes.ts";
import { type Child, h } from "./dom.ts";

export interface EffectiveTableOptions {
  /** Goes to a line of the manifest. Without it, lines are not buttons. */
  readonly onLine?: (line: number) => void;
  /** What a report knows of the container beyond its manifest, such as the user of its image. */
  readonly reported?: ContainerJson;
}

/** Renders every field that somebody has set: the pod's value, the container's value and which of them is effective. */
export function renderEffectiveTable(
  { pod, container }: PlacedContainer,
  { onLine, reported }: EffectiveTableOptions = {},
): HTMLElement {
  const settings = Object.entries<Setting<unknown>>(container.effective).map(([field, setting]) => {
    const known = reported?.effective[field];
    const { value, origin } = known?.origin === "image" || known?.origin === "namespace" ? known : setting;
    return { field, value: value ?? undefined, origin, path: setting.path };
  });
  const podValues = new Map<string, unknown>(Object.entries(pod.securityContext));
  const containerValues = new Map<string, unknown>(Object.entries(container.securityContext));
  const renderRow = ({ field, value, origin, path }: (typeof settings)[number]): Child => {
    const onPod = podValues.has(field) ? podValues.get(field) : origin === "pod" ? value : undefined;
    const line = origin === "default" ? undefined : lineAt(pod.document, pointAt(pod.document, path).start);
    return h(
      "tr",
      { "data-origin": origin },
      h("th", { scope: "row" }, h("code", {}, field)),
      renderCell(onPod, { hasWon: origin === "pod", isPossible: !isOnlyIn("containers", field) }),
      renderCell(containerValues.get(field), {
        hasWon: origin === "container",
        isPossible: contextFields("containers").has(field),
      }),
      h(
        "td",
        { class: "effective" },
        value === undefined ? h("span", { class: "unset" }, "not set") : h("code", {}, formatValue(value)),
      ),
      h("td", {}, origin),
      h("td", { class: "line" }, line !== undefined && renderLine(line, onLine)),
    );
  };
  const written = settings.filter(({ origin }) => origin !== "default");
  const unset = settings.filter(({ origin }) => origin === "default").map(({ field }) => field);
  const heads = ["field", "pod", "container", "effective", "set by", "line"];
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
      written.length > 0
        ? written.map(renderRow)
        : h("tr", {}, h("td", { colspan: heads.length, class: "unset" }, "Nothing is set: the defaults apply.")),
    ),
  );
  const processRows = describeProcess(reported?.derived ?? container.derived);
  return h(
    "div",
    { class: "effective-context" },
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": `Effective context of ${container.name}` },
      table,
    ),
    h("p", { class: "note" }, unset.length > 0 ? `Not set: ${unset.join(", ")}.` : ""),
    h(
      "dl",
      { class: "derived" },
      processRows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
    ),
  );
}

function renderLine(line: number, onLine: EffectiveTableOptions["onLine"]): Child {
  return onLine ? h("button", { type: "button", class: "link", click: () => onLine(line) }, `${line}`) : `${line}`;
}

function renderCell(
  value: unknown,
  { hasWon, isPossible }: { readonly hasWon: boolean; readonly isPossible: boolean },
): Child {
  if (value === undefined) return h("td", { class: "unset" }, isPossible ? "–" : "·");
  return h(
    "td",
    { class: hasWon ? "won" : "lost" },
    h("code", {}, formatValue(value)),
    hasWon ? null : h("span", { class: "visually-hidden" }, " (overridden)"),
  );
}

/** Lists what the process gets, as pairs of name and value. */
function describeProcess(derived: ContainerJson["derived"]): [name: string, value: string][] {
  if (derived.capabilities === null) return [["user", derived.userName ?? "the image's"]];
  const formatId = (id: number | null, unknown: string) => (id === null ? unknown : id === 0 ? "0 (root)" : String(id));
  return [
    ["user", formatId(derived.uid, "the image's")],
    ["group", formatId(derived.gid, "the image's for this user; 0 if it does not list the user")],
    ["capabilities", derived.privileged ? "all" : derived.capabilities.join(" ") || "none"],
    ["no_new_privs", derived.noNewPrivileges ? "set" : "not set"],
    ["seccomp", derived.seccomp ?? "the node's default"],
    ["root file system", derived.readOnlyRoot ? "read-only" : "writable"],
  ];
}

/** Formats a value on one line. */
export function formatValue(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
