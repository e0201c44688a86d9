import { defaultPolicy } from "../policy/index.ts";
import { byId } from "./dom.ts";
import { dropper } from "./dropper.ts";
import { copyText, offerLink, onDroppedFile, openedLink } from "./exchange.ts";
import { furnish } from "./furnish.ts";
import { showPatch } from "./patch.ts";

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
const yaml = byId("yaml") as HTMLTextAreaElement;
const undo = byId("undo") as HTMLButtonElement;
const past: string[] = [];
let before = start;
/** A text area turns line ends into \\n: what came with others leaves with them. */
let lineBreak = "\n";

const powers = dropper(byId("dropper"), {
  version: () => defaultPolicy.kubernetesVersion,
  onChange: (text) => {
    past.push(current());
    undo.disabled = false;
    put(text);
    render();
  },
});

furnish();
onDroppedFile(document.body, load);
yaml.addEventListener("input", () => {
  before = current();
  render();
});
undo.addEventListener("click", () => {
  put(past.pop() ?? before);
  undo.disabled = past.length === 0;
  render();
});
byId("copy").addEventListener("click", () => void copyText(current(), "The YAML is copied."));
byId("share").addEventListener("click", () => void offerLink(current()));
addEventListener("hashchange", () => void openedLink().then((text) => text !== undefined && load(text)));
load((await openedLink()) ?? start);

function load(text: string): void {
  before = text;
  past.length = 0;
  undo.disabled = true;
  put(text);
  render();
}

function put(text: string): void {
  lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  yaml.value = text;
}

function current(): string {
  return yaml.value.replaceAll("\n", lineBreak);
}

function render(): void {
  showPatch(byId("change"), "manifest.yaml", before, current());
  void powers.update("manifest.yaml", current());
}
