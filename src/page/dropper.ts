import { allCapabilities, type KubernetesVersion } from "../pod/index.ts";
import { capabilityFacts, dangers } from "../report/capability-facts.ts";
import type { Document, PatchRefusal } from "../yaml/index.ts";
import { admissionOf } from "./admission.ts";
import { announce, type Child, h, show } from "./dom.ts";
import {
  type Change,
  changed,
  isDefault,
  type Preset,
  presets,
  type Reach,
  reachOf,
  type Subject,
  subjectsIn,
  withPreset,
} from "./settings.ts";
import { switches } from "./switches.ts";

export interface Dropper {
  /** Shows a text's container; the one that was picked stays picked, where it is still there. */
  readonly update: (file: string, text: string) => Promise<void>;
  /** Picks the container at this place of the list. */
  readonly pick: (index: number) => void;
}

export interface DropperOptions {
  readonly version: () => KubernetesVersion;
  /** The user's text with a change in it. */
  readonly onChange: (text: string) => void;
}

/** The capability dropper: what a container may do, in plain words; every switch edits the user's own YAML. */
export function dropper(place: HTMLElement, { version, onChange }: DropperOptions): Dropper {
  let subjects: readonly Subject[] = [];
  let picked = 0;

  const apply = (result: Document | PatchRefusal, said: string): void => {
    if ("declined" in result) {
      announce(`The YAML stays as it is: ${result.declined}.`);
      // The switch goes back to what holds.
      render();
    } else {
      onChange(result.text);
      announce(said);
    }
  };
  const render = (): void => {
    const subject = subjects[picked];
    if (!subject) {
      show(
        place,
        h("p", { class: "empty" }, "No container yet: paste a Pod, a Deployment, or anything that makes pods."),
      );
      return;
    }
    const change = (next: Change) => {
      const label =
        next.field === "capability" ? `${next.name} ${next.value ? "added" : "dropped"}` : `${next.field} set`;
      apply(changed(subject, next), label);
    };
    show(
      place,
      picker(subjects, picked, (index) => {
        picked = index;
        render();
      }),
      presetButtons((preset) => apply(withPreset(subject, preset), `Preset: ${preset}`)),
      verdicts(subject, version()),
      switches(subject, change),
      powers(subject, change),
    );
  };
  return {
    async update(file, text) {
      const before = subjects[picked];
      subjects = await subjectsIn(file, text);
      const same = subjects.findIndex((each) => before && nameOf(each) === nameOf(before));
      picked = same === -1 ? Math.min(picked, Math.max(0, subjects.length - 1)) : same;
      render();
    },
    pick(index) {
      picked = index;
      render();
    },
  };
}

function nameOf({ pod: { workload }, container }: Subject): string {
  return `${workload.kind} ${workload.name || "without a name"} / ${container.name}`;
}

function picker(subjects: readonly Subject[], picked: number, onPick: (index: number) => void): Child {
  const options = subjects.map((subject, index) =>
    h(
      "option",
      { value: index, selected: index === picked },
      `${nameOf(subject)}${subject.container.type === "app" ? "" : ` (${subject.container.type})`}`,
    ),
  );
  const select = h("select", { id: "pick", change: () => onPick(select.selectedIndex) }, options);
  return h("div", { class: "row" }, h("label", { for: "pick" }, "Container"), select);
}

function presetButtons(onPick: (preset: Preset) => void): Child {
  const buttons = presets.map((preset) =>
    h("button", { type: "button", id: `preset-${preset.replaceAll(" ", "-")}`, click: () => onPick(preset) }, preset),
  );
  return h("div", { class: "row presets", role: "group", "aria-label": "Presets" }, buttons);
}

function verdicts({ pod }: Subject, version: KubernetesVersion): Child {
  const admission = admissionOf(pod, version);
  const items = (["baseline", "restricted"] as const).map((level) => {
    const { allowed, message } = admission[level];
    return h(
      "div",
      { class: "verdict", "data-allowed": String(allowed) },
      h("strong", {}, level),
      h("span", { class: "answer" }, allowed ? "allowed" : "rejected"),
      message
        ? h(
            "details",
            { id: `why-${level}` },
            h("summary", {}, "the API server's words"),
            h("p", { class: "words" }, message),
          )
        : null,
    );
  });
  return h("div", { class: "verdicts", id: "admission" }, items);
}

const reaches: Readonly<Record<Reach, string>> = {
  "in effect": "in effect",
  "within reach": "through a set-user-ID program",
  "out of reach": "out of reach",
  dropped: "not held",
};

function powers(subject: Subject, change: (change: Change) => void): Child {
  const { container } = subject;
  const reach = new Map(allCapabilities.map((name) => [name, reachOf(container, name)]));
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
        names.map((name) => power(name, reach.get(name) ?? "dropped", container.derived.privileged, change)),
      ),
    );
  });
  return h(
    "section",
    { class: "capabilities", "aria-labelledby": "powers" },
    h("h3", { id: "powers" }, "Capabilities"),
    h("p", { class: "sum", id: "sum" }, sentence(subject, reach)),
    groups,
  );
}

function power(name: string, reach: Reach, isFixed: boolean, change: (change: Change) => void): Child {
  const facts = capabilityFacts[name];
  const id = `cap-${name}`;
  const box = h("input", {
    type: "checkbox",
    id,
    checked: reach !== "dropped",
    disabled: isFixed,
    change: () => change({ field: "capability", name, value: box.checked }),
  });
  return h(
    "li",
    { "data-reach": reach },
    box,
    h(
      "label",
      { for: id },
      h("code", {}, name),
      isDefault(name) ? h("span", { class: "tag" }, "default") : null,
      h("span", { class: "tag reach" }, reaches[reach]),
    ),
    h("p", {}, `An intruder can ${facts?.lets}.`),
    h("p", { class: "need" }, `Needed by ${facts?.need}.`),
  );
}

/** The set in one sentence. */
function sentence({ container }: Subject, reach: ReadonlyMap<string, Reach>): string {
  const { derived } = container;
  const count = (wanted: Reach) => [...reach.values()].filter((each) => each === wanted).length;
  if (derived.privileged)
    return "Privileged: all 41 capabilities, whatever the lists say. Who breaks in here owns the node.";
  if (derived.capabilities.length === 0) return "No capability, not even within reach.";
  const inEffect = count("in effect");
  if (inEffect > 0) {
    const why = derived.uid === 0 ? "the process is root" : "the image may say root";
    return `${inEffect} in effect, because ${why}.`;
  }
  return count("within reach") > 0
    ? `None in effect for a user that is not root, but ${count("within reach")} within reach: a set-user-ID program gives them back. Forbid escalation, or drop them.`
    : `None in effect, and no_new_privs keeps ${count("out of reach")} out of reach. Drop ALL, and they are gone for good.`;
}
