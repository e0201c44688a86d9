import { largestId, levels, newestMinor, parseVersion } from "../pod/index.ts";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import type { FixOptions } from "../rules/index.ts";
import { announce, getElement, getTypedElement, h } from "./dom.ts";
import type { Choices } from "./worksheet.ts";

/** The oldest release that is offered: the first one with Pod Security Admission. */
const oldestMinor = 22;
/** The controls that choose from a list, each with what it starts with. */
const starts = { enforce: defaultPolicy.enforce, version: defaultPolicy.kubernetesVersion.name } as const;
/** The fields for ids that fixes may write. */
const idFields = { user: "runAsUser", group: "runAsGroup" } as const;

const listNames = ["enforce", "version"] as const;
const idNames = ["user", "group"] as const;

/** Sets up the controls that say how the playground judges. */
export function setUpControls(onChange: () => void): void {
  getElement("enforce").append(
    ...levels.map((level) => h("option", { selected: level === defaultPolicy.enforce }, level)),
  );
  const minors = Array.from({ length: newestMinor - oldestMinor + 1 }, (_, index) => newestMinor - index);
  getElement("version").append(
    h("option", {}, defaultPolicy.kubernetesVersion.name),
    ...minors.map((minor) => h("option", {}, `1.${minor}`)),
  );
  for (const name of [...listNames, ...idNames]) getElement(name).addEventListener("input", onChange);
  for (const name of idNames)
    getElement(name).addEventListener("change", () => {
      const field = getTypedElement(name, HTMLInputElement);
      if (!field.validity.valid) announce(`A ${name} id for fixes is a whole number from 1 to ${largestId}.`);
    });
}

/** Reads what the user chose other than what the page starts with. */
export function readChoices(): Choices {
  const chosen = listNames.flatMap((name) => {
    const { value } = getTypedElement(name, HTMLSelectElement);
    return value === starts[name] ? [] : [[name, value]];
  });
  const ids = idNames.flatMap((name) => {
    const id = readIdField(name);
    return id === undefined ? [] : [[name, String(id)]];
  });
  return Object.fromEntries([...chosen, ...ids]);
}

/** Shows choices that came with a worksheet. What the page does not know is left as it starts, and announced. */
export function showChoices(choices: Choices): void {
  for (const name of listNames) {
    const select = getTypedElement(name, HTMLSelectElement);
    const wanted = choices[name] ?? starts[name];
    const isKnown = [...select.options].some(({ value }) => value === wanted);
    select.value = isKnown ? wanted : starts[name];
    if (!isKnown)
      announce(`The link asks for ${name} "${wanted}", which is not on the list: it is ${starts[name]} here.`);
  }
  for (const name of idNames) {
    const field = getTypedElement(name, HTMLInputElement);
    field.value = choices[name] ?? "";
    if (readIdField(name) === undefined) field.value = "";
  }
}

/** Reads the policy that the controls make. */
export function readPolicy(): Policy {
  const value = (name: (typeof listNames)[number]) => getTypedElement(name, HTMLSelectElement).value;
  const ids = idNames.flatMap((name) => {
    const id = readIdField(name);
    return id === undefined ? [] : [[idFields[name], id]];
  });
  return {
    ...defaultPolicy,
    enforce: levels.find((level) => level === value("enforce")) ?? defaultPolicy.enforce,
    kubernetesVersion: parseVersion(value("version")) ?? defaultPolicy.kubernetesVersion,
    fix: { ...(Object.fromEntries(ids) as FixOptions), places },
  };
}

const places = { runAsUser: "the field “user” above", runAsGroup: "the field “group” above" };

/** Reads an id that fixes may write, if the user gave one that Kubernetes accepts. */
function readIdField(name: (typeof idNames)[number]): number | undefined {
  const id = getTypedElement(name, HTMLInputElement).valueAsNumber;
  return Number.isInteger(id) && id >= 1 && id <= largestId ? id : undefined;
}
