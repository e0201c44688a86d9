import { parseVersion } from "../pod/index.ts";
import { defaultPolicy } from "../policy/index.ts";
import { announce, getElement, getTypedElement, setUpPage, withdrawUndo } from "./dom.ts";
import { createDropper } from "./dropper.ts";
import { createPast } from "./past.ts";
import { showPatch } from "./patch-view.ts";
import { acceptDroppedFiles, copyText, offerLink, withdrawLink } from "./sharing.ts";
import { setUpSteps } from "./steps.ts";
import { type Choices, findWorksheet, keepWorksheet, type Worksheet } from "./worksheet.ts";

/** docs/capabilities.html: the dropper alone, on a text area. */
const file = "manifest.yaml";
const start = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: registry.example.com/web:1.0
`;
/** How long typing pauses before it goes on as another step, in milliseconds. */
const pause = 1000;

/** The text, and the text that the switches started from: the difference is the change that the page shows. */
interface Work {
  readonly text: string;
  readonly before: string;
}

const yaml = getTypedElement("yaml", HTMLTextAreaElement);
let choices: Choices = {};
/** A text area turns all line ends into `\n`. These are the ones that the text came with. */
let lineBreak = "\n";
let lastTyped = Number.NEGATIVE_INFINITY;

const worksheet: Worksheet = (await findWorksheet()) ?? { text: start, choices };
({ choices } = worksheet);
const past = createPast<Work>({ text: worksheet.text, before: worksheet.text }, () => showText());
const steps = setUpSteps(past);
const powers = createDropper(getElement("dropper"), {
  version: () => parseVersion(choices.version ?? "") ?? defaultPolicy.kubernetesVersion,
  onChange: (text, announcement) => {
    past.add({ text, before: past.now().before });
    showText();
    announce(announcement, steps.undo);
  },
  onLine: selectLine,
});

setUpPage();
showText();
acceptDroppedFiles(document.body, load);
yaml.addEventListener("input", ({ timeStamp }) => {
  const text = yaml.value.replaceAll("\n", lineBreak);
  // One step for a word, and not one for each letter.
  const isSameStep = timeStamp - lastTyped < pause;
  lastTyped = timeStamp;
  if (isSameStep) past.amend({ text, before: text });
  else past.add({ text, before: text });
  render();
});
yaml.addEventListener("beforeinput", (event) => {
  // The browser's own undo knows only what was typed.
  const walk = { historyUndo: steps.undo, historyRedo: steps.redo }[event.inputType];
  if (!walk) return;
  event.preventDefault();
  walk();
});
getElement("copy").addEventListener("click", () => void copyText(past.now().text, "The YAML is copied."));
getElement("share").addEventListener("click", () => void offerLink({ text: past.now().text, choices }));
addEventListener("hashchange", () => void findWorksheet().then((found) => found && open(found)));

function open(found: Worksheet): void {
  ({ choices } = found);
  load(found.text);
}

function load(text: string): void {
  past.add({ text, before: text });
  showText();
}

function showText(): void {
  const { text } = past.now();
  lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  lastTyped = Number.NEGATIVE_INFINITY;
  const caret = document.activeElement === yaml ? yaml.selectionStart : undefined;
  yaml.value = text;
  if (caret !== undefined) yaml.setSelectionRange(caret, caret);
  render();
}

function render(): void {
  const { text, before } = past.now();
  keepWorksheet({ text, choices });
  withdrawLink();
  withdrawUndo();
  steps.update();
  showPatch(getElement("change"), file, before, text);
  void powers.update(file, text);
}

function selectLine(line: number): void {
  const lines = yaml.value.split("\n");
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  yaml.focus();
  yaml.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
}
