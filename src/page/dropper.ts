import { allCapabilities, type Container, type KubernetesVersion } from "../pod/index.ts";
import { nameWorkload } from "../report/words.ts";
import { admit, controls } from "../rules/index.ts";
import type { Document, PatchRefusal, Problem } from "../yaml/index.ts";
import {
  assessReach,
  type CapabilityReach,
  capabilityFacts,
  dangers,
  isDefaultCapability,
} from "./capability-facts.ts";
import {
  applyChange,
  applyPreset,
  collectContainers,
  type PlacedContainer,
  type Preset,
  presets,
  type SettingChange,
} from "./container-changes.ts";
import { announce, type Child, h, show } from "./dom.ts";
import { renderProblemCard } from "./finding-card.ts";
import { renderSwitches } from "./switches.ts";
import { renderAdmission } from "./verdicts.ts";

export interface Dropper {
  /** Shows the containers of a text. The one that is picked stays picked as long as the text has it. */
  readonly update: (file: string, text: string) => Promise<void>;
  /** Picks a container by its index in the text. */
  readonly pick: (index: number) => void;
}

export interface DropperOptions {
  readonly version: () => KubernetesVersion;
  /** Takes the user's text with a change in it, and what is to be announced of it. */
  readonly onChange: (text: string, announcement: string) => void;
  /** Goes to a line of the text. Without it, lines are not buttons. */
  readonly onLine?: (line: number) => void;
}

/** Creates the capability dropper: it says in plain words what a container may do, and each of its switches edits the user's own YAML. */
export function createDropper(place: HTMLElement, { version, onChange, onLine }: DropperOptions): Dropper {
  let containers: readonly PlacedContainer[] = [];
  let problems: readonly Problem[] = [];
  let picked = 0;

  const finish = (result: Document | PatchRefusal, announcement: string): void => {
    if ("declined" in result) {
      announce(`The YAML stays as it is: ${result.declined}.`);
      // The switch goes back to what the YAML says.
      render();
    } else onChange(result.text, announcement);
  };
  const pick = (index: number): void => {
    picked = index;
    render();
  };
  const render = (): void => {
    const placed = containers[picked];
    const unread = problems.map((problem) => renderProblemCard(problem, onLine));
    if (!placed) {
      const advice =
        unread.length > 0 ? "mend this first." : "paste a Pod, a Deployment, or anything else that creates pods.";
      show(place, unread, h("p", { class: "empty" }, `No container yet: ${advice}`));
      return;
    }
    const admission = admit(placed.pod, controls, version());
    const change = (next: SettingChange) => finish(applyChange(placed, next), describeChange(next));
    show(
      place,
      unread,
      renderPicker(containers, picked, pick),
      renderPresets((preset) => finish(applyPreset(placed, preset), `Preset: ${preset}`)),
      h("div", { id: "admission" }, renderAdmission(admission, "why")),
      renderSwitches(placed, change),
      renderPowers(placed, change),
    );
  };
  return {
    async update(file, text) {
      const before = containers[picked];
      ({ containers, problems } = await collectContainers(file, text));
      const same = containers.findIndex((each) => before && nameContainer(each) === nameContainer(before));
      pick(same === -1 ? Math.min(picked, Math.max(0, containers.length - 1)) : same);
    },
    pick,
  };
}

function describeChange(change: SettingChange): string {
  return change.field === "capability" ? `${change.name} ${change.value ? "added" : "dropped"}` : `${change.field} set`;
}

function nameContainer({ pod: { workload }, container }: PlacedContainer): string {
  return `${nameWorkload(workload)} / ${container.name}`;
}

function renderPicker(containers: readonly PlacedContainer[], picked: number, onPick: (index: number) => void): Child {
  const options = containers.map((placed, index) => {
    const { type } = placed.container;
    const label = nameContainer(placed) + (type === "app" ? "" : ` (${type})`);
    return h("option", { value: index, selected: index === picked }, label);
  });
  const select = h("select", { id: "pick", change: () => onPick(select.selectedIndex) }, options);
  return h("div", { class: "row" }, h("label", { for: "pick" }, "Container"), select);
}

function renderPresets(onPick: (preset: Preset) => void): Child {
  const buttons = presets.map((preset) =>
    h("button", { type: "button", id: `preset-${preset.replaceAll(" ", "-")}`, click: () => onPick(preset) }, preset),
  );
  return h("div", { class: "row presets", role: "group", "aria-label": "Presets" }, buttons);
}

const reachWords: Readonly<Record<CapabilityReach, string>> = {
  "in effect": "in effect",
  "within reach": "through a set-user-ID program",
  "out of reach": "out of reach",
  dropped: "not held",
};

function renderPowers({ container }: PlacedContainer, onChange: (change: SettingChange) => void): Child {
  const reach = new Map(allCapabilities.map((name) => [name, assessReach(container, name)]));
  const groups = dangers.map(({ danger, title, meaning }) => {
    const names = allCapabilities.filter((name) => capabilityFacts[name]?.danger === danger);
    const held = names.filter((name) => reach.get(name) !== "dropped").length;
    return h(
      "details",
      { class: "powers", id: `danger-${danger}`, "data-danger": danger, open: held > 0 },
      h(
        "summary",
        {},
        h("b", {}, title),
        h("span", { class: "count" }, `${held} of ${names.length}`),
        h("span", { class: "meaning" }, meaning),
      ),
      h(
        "ul",
        {},
        names.map((name) =>
          renderPower(name, {
            reach: reach.get(name) ?? "dropped",
            isFixed: container.derived.privileged !== false,
            onChange,
          }),
        ),
      ),
    );
  });
  return h(
    "section",
    { class: "capabilities", "aria-labelledby": "powers" },
    h("h3", { id: "powers" }, "Capabilities"),
    h("p", { class: "sum", id: "sum" }, describePowers(container, reach)),
    groups,
  );
}

interface PowerOptions {
  readonly reach: CapabilityReach;
  /** Whether no switch can take the capability away. */
  readonly isFixed: boolean;
  readonly onChange: (change: SettingChange) => void;
}

function renderPower(name: string, { reach, isFixed, onChange }: PowerOptions): Child {
  const facts = capabilityFacts[name];
  const id = `cap-${name}`;
  const box = h("input", {
    type: "checkbox",
    id,
    checked: reach !== "dropped",
    disabled: isFixed,
    change: () => onChange({ field: "capability", name, value: box.checked }),
  });
  return h(
    "li",
    { "data-reach": reach },
    box,
    h(
      "label",
      { for: id },
      h("code", {}, name),
      isDefaultCapability(name) ? h("span", { class: "tag" }, "default") : null,
      h("span", { class: "tag reach" }, reachWords[reach]),
    ),
    h("p", {}, `An intruder can ${facts?.lets}.`),
    h("p", { class: "need" }, `Needed by ${facts?.need}.`),
  );
}

/** Sums up the container's capabilities in a sentence or two. */
function describePowers({ derived }: Container, reach: ReadonlyMap<string, CapabilityReach>): string {
  const count = (wanted: CapabilityReach) => [...reach.values()].filter((each) => each === wanted).length;
  if (!derived.capabilities) return "A Windows container has no Linux capabilities.";
  if (derived.privileged)
    return "Privileged: all 41 capabilities, whatever the lists say. Whoever breaks in owns the node.";
  if (derived.capabilities.length === 0) return "No capability, not even within reach.";
  const inEffect = count("in effect");
  if (inEffect > 0) {
    const why = derived.uid === 0 ? "the process is root" : "the image may run as root";
    return `${inEffect} in effect, because ${why}.`;
  }
  return count("within reach") > 0
    ? `None in effect for a user other than root, but ${count("within reach")} within reach: a set-user-ID program gives them back. Forbid escalation, or drop them.`
    : `None in effect, and no_new_privs keeps ${count("out of reach")} out of reach. Drop ALL to remove them for good.`;
}
