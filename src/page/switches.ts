import { largestId } from "../pod/index.ts";
import type { PlacedContainer, SettingChange } from "./container-changes.ts";
import { announce, type Child, h } from "./dom.ts";

type OnChange = (change: SettingChange) => void;
type Field = Exclude<SettingChange["field"], "capability">;

/** Renders the settings other than capabilities. Each has a switch, what it means and who sets it today. */
export function renderSwitches(placed: PlacedContainer, onChange: OnChange): Child {
  const { effective, derived } = placed.container;
  const box = (field: Exclude<Field, "runAsUser" | "seccompProfile">, checked: boolean): HTMLElement => {
    const input = h("input", {
      type: "checkbox",
      id: getSwitchId(field),
      checked,
      change: () => onChange({ field, value: input.checked }),
    });
    return input;
  };
  const rows: readonly (readonly [Field, HTMLElement, string])[] = [
    [
      "privileged",
      box("privileged", derived.privileged === true),
      "every capability, every device of the node, no seccomp, no AppArmor",
    ],
    [
      "allowPrivilegeEscalation",
      box("allowPrivilegeEscalation", !derived.noNewPrivileges),
      "off sets no_new_privs: set-user-ID programs give no more rights",
    ],
    [
      "readOnlyRootFilesystem",
      box("readOnlyRootFilesystem", derived.readOnlyRoot === true),
      "an intruder can't change the image's programs or plant new ones",
    ],
    [
      "runAsNonRoot",
      box("runAsNonRoot", effective.runAsNonRoot.value === true),
      "the kubelet refuses to start the container as root",
    ],
    ["runAsUser", renderUserInput(placed, onChange), describeUser(effective.runAsUser.value)],
    [
      "seccompProfile",
      renderSeccompChoice(placed, onChange),
      effective.seccompProfile.value?.type === "RuntimeDefault"
        ? "the runtime blocks the system calls that hardly anyone needs"
        : "without a profile nothing filters system calls",
    ],
  ];
  return h(
    "fieldset",
    { class: "switches" },
    h("legend", {}, "Settings"),
    rows.map(([field, control, meaning]) =>
      h(
        "div",
        { class: "switch" },
        h("label", { for: getSwitchId(field) }, h("b", {}, field), h("span", {}, meaning)),
        renderOrigin(placed, field),
        control,
      ),
    ),
  );
}

function getSwitchId(field: Field): string {
  return `switch-${field}`;
}

function renderOrigin({ pod, container }: PlacedContainer, field: Field): Child {
  const { origin: by } = container.effective[field];
  const isShared = by === "pod" && pod.containers.length > 1;
  return h(
    "span",
    {
      class: "origin",
      "data-origin": by,
      title: isShared ? "Set on the pod: a change here affects all of its containers." : undefined,
    },
    by === "default" ? "not set" : by,
  );
}

function renderUserInput(placed: PlacedContainer, onChange: OnChange): HTMLElement {
  const input = h("input", {
    type: "number",
    id: getSwitchId("runAsUser"),
    min: 0,
    max: largestId,
    step: 1,
    value: placed.container.effective.runAsUser.value ?? "",
    placeholder: "the image's",
    change: () => {
      const id = input.value.trim();
      if (id === "" && !input.validity.badInput) onChange({ field: "runAsUser", value: undefined });
      else if (/^\d+$/.test(id) && Number(id) <= largestId) onChange({ field: "runAsUser", value: Number(id) });
      else announce(`A user id is a whole number from 0 to ${largestId}.`);
    },
  });
  return input;
}

function describeUser(id: number | undefined): string {
  if (id === undefined) return "empty: the image decides, and most images run as root";
  return id === 0 ? "0 is root" : "not root: capabilities are not in effect";
}

function renderSeccompChoice(placed: PlacedContainer, onChange: OnChange): HTMLElement {
  const type = placed.container.effective.seccompProfile.value?.type ?? "";
  const choices = [...new Set(["", "RuntimeDefault", "Unconfined", type])];
  const select = h(
    "select",
    {
      id: getSwitchId("seccompProfile"),
      change: () => {
        const value = choices[select.selectedIndex];
        if (value === "RuntimeDefault" || value === "Unconfined") onChange({ field: "seccompProfile", value });
        else if (value === "") onChange({ field: "seccompProfile", value: undefined });
      },
    },
    choices.map((choice) => h("option", { value: choice, selected: choice === type }, choice || "not set")),
  );
  return select;
}
