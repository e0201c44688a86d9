import { containerOnly, type Setting, sharedFields } from "../pod/index.ts";
import { lineAt, pointAt } from "../yaml/index.ts";
import { type Child, h } from "./dom.ts";
import type { Subject } from "./settings.ts";

/** Every field that anyone wrote: what the pod says, what the container says, and which of them won. */
export function effectiveTable(subject: Subject, onLine: ((line: number) => void) | undefined): HTMLElement {
  const { pod, container } = subject;
  const settings = Object.entries<Setting<unknown>>(container.effective);
  const row = ([field, { value, origin, path }]: [string, Setting<unknown>]): Child => {
    const declared = (context: object) => (context as Record<string, unknown>)[field];
    const onPod = field in pod.securityContext ? declared(pod.securityContext) : origin === "pod" ? value : undefined;
    const onContainer = declared(container.securityContext);
    const line = origin === "default" ? undefined : lineAt(pod.document, pointAt(pod.document, path).start);
    return h(
      "tr",
      { "data-origin": origin },
      h("th", { scope: "row" }, h("code", {}, field)),
      cell(onPod, origin === "pod", field in containerOnly),
      cell(onContainer, origin === "container", !(field in containerOnly || field in sharedFields.fields)),
      h(
        "td",
        { class: "effective" },
        value === undefined ? h("span", { class: "unset" }, "not set") : h("code", {}, shown(value)),
      ),
      h("td", {}, origin === "default" ? "default" : origin),
      h(
        "td",
        { class: "line" },
        line === undefined
          ? ""
          : onLine
            ? h("button", { type: "button", class: "link", click: () => onLine(line) }, `${line}`)
            : `${line}`,
      ),
    );
  };
  const written = settings.filter(([, { origin }]) => origin !== "default");
  const unset = settings.filter(([, { origin }]) => origin === "default").map(([field]) => field);
  return h(
    "div",
    { class: "effective-context" },
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": `Effective context of ${container.name}` },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["field", "pod", "container", "effective", "set by", "line"].map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h(
          "tbody",
          {},
          written.length > 0
            ? written.map(row)
            : h("tr", {}, h("td", { colspan: 6, class: "unset" }, "Nobody set anything: the defaults hold.")),
        ),
      ),
    ),
    h("p", { class: "note" }, unset.length > 0 ? `Not set anywhere: ${unset.join(", ")}.` : ""),
    h(
      "dl",
      { class: "derived" },
      derived(subject).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
    ),
  );
}

function cell(value: unknown, won: boolean, impossible: boolean): Child {
  if (value === undefined) return h("td", { class: "unset" }, impossible ? "·" : "–");
  return h(
    "td",
    { class: won ? "won" : "lost" },
    h("code", {}, shown(value)),
    won ? null : h("span", { class: "visually-hidden" }, " (overridden)"),
  );
}

/** What the process gets, as name and value. */
function derived({ container: { derived: got } }: Subject): [string, string][] {
  const id = (value: number | null) => (value === null ? "the image's" : value === 0 ? "0 (root)" : String(value));
  return [
    ["user", id(got.uid)],
    ["group", id(got.gid)],
    ["capabilities", got.privileged ? "all" : got.capabilities.join(" ") || "none"],
    ["no_new_privs", got.noNewPrivileges ? "set" : "not set"],
    ["seccomp", got.seccomp],
    ["root file system", got.readOnlyRoot ? "read-only" : "writable"],
  ];
}

function shown(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
