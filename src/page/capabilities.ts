import { defaultPolicy } from "../policy/index.ts";
import { getElement, getTypedElement, setUpPage } from "./dom.ts";
import { createDropper } from "./dropper.ts";
import { showPatch } from "./patch-view.ts";
import { acceptDroppedFiles, copyText, offerLink, readLink } from "./sharing.ts";

/** docs/capabilities.html: the dropper alone, on a text area. */
const start = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: registry.example.com/web:1.0
`;
const yaml = getTypedElement("yaml", HTMLTextAreaElement);
const undo = getTypedElement("undo", HTMLButtonElement);
const past: string[] = [];
let before = start;
/** A text area turns all line ends into `\n`. These are the ones that the text came with. */
let lineBreak = "\n";

const powers = createDropper(getElement("dropper"), {
  version: () => defaultPolicy.kubernetesVersion,
  onChange: (text) => {
    past.push(getText());
    undo.disabled = false;
    setText(text);
    render();
  },
});

setUpPage();
acceptDroppedFiles(document.body, load);
yaml.addEventListener("input", () => {
  before = getText();
  render();
});
undo.addEventListener("click", () => {
  setText(past.pop() ?? before);
  undo.disabled = past.length === 0;
  render();
});
getElement("copy").addEventListener("click", () => void copyText(getText(), "The YAML is copied."));
getElement("share").addEventListener("click", () => void offerLink(getText()));
addEventListener("hashchange", () => void readLink().then((text) => text !== undefined && load(text)));
load((await readLink()) ?? start);

function load(text: string): void {
  before = text;
  past.length = 0;
  undo.disabled = true;
  setText(text);
  render();
}

function setText(text: string): void {
  lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  yaml.value = text;
}

function getText(): string {
  return yaml.value.replaceAll("\n", lineBreak);
}

function render(): void {
  showPatch(getElement("change"), "manifest.yaml", before, getText());
  void powers.update("manifest.yaml", getText());
}
