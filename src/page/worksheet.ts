import { compress, decompress } from "../report/compression.ts";
import { announce } from "./dom.ts";

/** What the user works on: a text, and how it is judged. It goes from page to page, and into a link. */
export interface Worksheet {
  readonly text: string;
  readonly choices: Choices;
}

const choiceNames = ["enforce", "version", "user", "group"] as const;
/** What the user chose in the controls of these names. What is left out is as the page starts. */
export type Choices = Readonly<Partial<Record<(typeof choiceNames)[number], string>>>;

/** The longest text that a link carries: anyone can make a link. */
const mostCharacters = 2_000_000;
/** How long typing pauses before the browser keeps the worksheet, in milliseconds. It takes a few in a second at most. */
const pause = 300;

let latest: Worksheet | undefined;
/** The worksheet that the page's address carries. */
let addressed: Worksheet | undefined;
let saving: ReturnType<typeof setTimeout> | undefined;

/** Finds the worksheet that the browser kept, or else the one that the page's address carries. `undefined` if there is none that can be read. */
export async function findWorksheet(): Promise<Worksheet | undefined> {
  addressed = await readAddress();
  return readKept(history.state) ?? addressed;
}

/** Whether a text came with the page's address. */
export function isFromLink(text: string): boolean {
  return text === addressed?.text;
}

/** Keeps the worksheet where the browser finds it after a reload and on the way back, and takes it along to the other pages. */
export function keepWorksheet(worksheet: Worksheet): void {
  // On leaving it is too late for what `pagehide` would save.
  if (latest === undefined) for (const link of findPageLinks()) link.addEventListener("click", save);
  latest = worksheet;
  void addToPageLinks(worksheet);
  clearTimeout(saving);
  saving = setTimeout(save, pause);
}

/** Makes a link to this page that carries the worksheet, and shows it as the page's address. `undefined` if the text is too long. */
export async function makeLink(worksheet: Worksheet): Promise<string | undefined> {
  const fragment = await toFragment(worksheet);
  if (fragment === undefined) return undefined;
  addressed = worksheet;
  history.replaceState(worksheet, "", fragment);
  return location.href;
}

/** An address that carries another worksheet than the one on the page would mislead who copies it. */
function save(): void {
  if (!latest) return;
  clearTimeout(saving);
  const isAddressTrue = addressed === undefined || areSame(addressed, latest);
  history.replaceState(latest, "", isAddressTrue ? undefined : location.href.replace(/#.*/s, ""));
  if (!isAddressTrue) addressed = undefined;
}

async function addToPageLinks(worksheet: Worksheet): Promise<void> {
  const fragment = (await toFragment(worksheet)) ?? "";
  if (worksheet === latest) for (const link of findPageLinks()) link.hash = fragment;
}

function findPageLinks(): NodeListOf<HTMLAnchorElement> {
  return document.querySelectorAll<HTMLAnchorElement>("nav a");
}

function readKept(state: unknown): Worksheet | undefined {
  const { text, choices } = (state ?? {}) as Partial<Worksheet>;
  return typeof text === "string" ? { text, choices: pickChoices({ ...choices }) } : undefined;
}

async function readAddress(): Promise<Worksheet | undefined> {
  try {
    return await fromFragment(location.hash);
  } catch {
    announce("The link has no readable manifest: it was cut, or it is too long.");
    return undefined;
  }
}

/**
 * Packs a worksheet into the fragment of a link: the text in URL-safe base64, then the choices. Browsers send no fragments, so it never leaves the machine.
 * `undefined` if the text is too long.
 */
async function toFragment({ text, choices }: Worksheet): Promise<string | undefined> {
  if (text.length > mostCharacters) return undefined;
  const packed = (await compress(text)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `#${new URLSearchParams({ m: packed, ...choices })}`;
}

/** Unpacks the worksheet from the fragment of a link. `undefined` if it carries none. Rejects if the data is damaged or too long. */
async function fromFragment(fragment: string): Promise<Worksheet | undefined> {
  const parts = new URLSearchParams(fragment.slice(1));
  const packed = parts.get("m");
  if (packed === null) return undefined;
  const text = await decompress(packed.replaceAll("-", "+").replaceAll("_", "/"), mostCharacters);
  return { text, choices: pickChoices(Object.fromEntries(parts)) };
}

function pickChoices(values: Readonly<Record<string, unknown>>): Choices {
  return Object.fromEntries(
    choiceNames.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}

function areSame(a: Worksheet, b: Worksheet): boolean {
  return a.text === b.text && choiceNames.every((name) => a.choices[name] === b.choices[name]);
}
