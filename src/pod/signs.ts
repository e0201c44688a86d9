/** What can be seen of a text that is not read as YAML: a template, a text in another encoding, a file that is too large. */
import { mayHideWords } from "../yaml/index.ts";

/**
 * Whether a text says of which API version and kind it is, each as a key with a word for its value, in YAML or JSON, wherever in the text. A schema that
 * describes such keys says neither: its values are mappings. Of two such words one may be hidden by escapes, or as base64.
 */
export function saysObject(text: string): boolean {
  return (apiVersionKey.test(text) && kindKey.test(text)) || (mayHideWords(text) && /apiVersion|kind/.test(text));
}

/** Whether a text holds something like a workload: a list of containers, a security context, or a kind that is one; or words that can't be seen. */
export function looksLikeWorkload(text: string): boolean {
  return podKey.test(text) || workloadKind.test(text) || mayHideWords(text);
}

/** Whether a file is one that Kustomize looks for (kustomize api/konfig, RecognizedKustomizationFileNames). */
export function isKustomization(file: string): boolean {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file);
}

/** A key at the start of a line, behind a dash, or in braces, up to its colon. */
function keyPattern(names: string): string {
  return `(?:^\\ufeff?(?:[ \\t]*-[ \\t])*[ \\t]*|[{,]\\s*)(?:[&!]\\S{0,100}[ \\t]+){0,2}["']?(?:${names})["']?[ \\t]*:`;
}

/** A word behind a colon: on the same line, or alone on the next. */
const word = "(?:[ \\t]+|(?<=[\"'][ \\t]*:))(?:[&!]\\S{0,100}[ \\t]+){0,2}[\"']?(?:[-+.\\w$*@|>~]|\\{\\{)";
const wordBelow = "[ \\t]*\\r?\\n[ \\t]+[\"']?[\\w./-]+[\"']?[ \\t]*\\r?$";

const apiVersionKey = new RegExp(`${keyPattern("apiVersion")}(?:${word}|${wordBelow})`, "m");
const kindKey = new RegExp(`${keyPattern("kind")}(?:${word}|${wordBelow})`, "m");
const podKey = new RegExp(keyPattern("containers|initContainers|ephemeralContainers|securityContext"), "m");
const workloadKind = new RegExp(
  `${keyPattern("kind")}[ \\t]*["']?(?:Pod|PodTemplate|Deployment|[A-Za-z]*Set|[A-Za-z]*Job|ReplicationController)\\b`,
  "m",
);
