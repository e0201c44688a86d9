import { type Container, contextFields, findUnknown, isOnlyIn, type Pod, type Setting } from "../pod/index.ts";
import type { ContainerJson } from "../report/report-json.ts";
import { lineAt, pointAt, valueAt } from "../yaml/index.ts";
import type { PlacedContainer } from "./container-changes.ts";
import { type Child, h } from "./dom.ts";
import { formatValue } from "./values.ts";

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
    return { field, value: value ?? setting.placeholder, origin, path: setting.path };
  });
  const podValues = listValues(pod, pod);
  const containerValues = listValues(pod, container);
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
  const processRows = describeProcess(pod, reported?.derived ?? container.derived);
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

/** Lists what one of the two contexts declares, as it is written where a tool fills it in later. */
function listValues({ document, unknown }: Pod, { securityContext, context }: Pod | Container): Map<string, unknown> {
  const values = Object.entries({ ...securityContext });
  return new Map(
    values.map(([field, value]) => {
      const found = findUnknown(unknown, [...context, field]);
      return [field, found ? (valueAt(document.value, [...context, field]) ?? found.text) : value];
    }),
  );
}

/** Lists what the process gets, as pairs of name and value. */
function describeProcess({ runsOn }: Pod, derived: ContainerJson["derived"]): [name: string, value: string][] {
  if (runsOn === "windows") return [["user", derived.userName ?? "the image's"]];
  const { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
  const nameId = (id: number | null, unset: string) => (id === null ? unset : id === 0 ? "0 (root)" : String(id));
  const nameSwitch = (value: boolean | null, on: string, off: string) => (value === null ? unknown : value ? on : off);
  return [
    ["user", nameId(uid, "the image's")],
    ["group", nameId(gid, "the image's for this user; 0 if it does not list the user")],
    ["capabilities", privileged ? "all" : capabilities ? capabilities.join(" ") || "none" : unknown],
    ["no_new_privs", nameSwitch(noNewPrivileges, "set", "not set")],
    ["seccomp", seccomp ?? unknown],
    ["root file system", nameSwitch(readOnlyRoot, "read-only", "writable")],
  ];
}

const unknown = "unknown before it is filled in";
