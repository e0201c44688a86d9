import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mayHoldWorkload } from "../../src/pod/index.ts";
import { split } from "../../src/yaml/read/split.ts";
import { conformanceFolder, yamlRecordsIn } from "../conformance/data.ts";
import { corpus, manifestsIn, noCorpus } from "../corpus.ts";

const root = dirname(dirname(import.meta.dirname));

/** Real manifests, document by document: the examples, the fixtures, and where they are there, those of `../shared/corpus`. */
export function realManifests(): string[] {
  const ours = ["examples", "test/fixtures", "test/rules"].map((folder) => join(root, folder));
  const folders = [...ours, ...(noCorpus === undefined ? [corpus] : [])];
  const files = folders.flatMap((folder) => Object.values(manifestsIn(folder)));
  const documents = files.flatMap((text) => [...split(text).map(({ start, end }) => text.slice(start, end)), text]);
  return [...new Set(documents)].filter((text) => mayHoldWorkload(text) && text.length <= longest);
}

/** Texts with every odd corner of YAML and JSON: of kubectl's answers, ours and where they are there, those of `../shared/conformance`. */
export function oddTexts(): string[] {
  const answers = readFileSync(join(root, "test/fixtures/go-yaml.jsonl"), "utf8").trimEnd().split("\n");
  const ours = answers.map((line): string => JSON.parse(line).text);
  const conformance = conformanceFolder();
  const theirs = conformance === undefined ? [] : yamlRecordsIn(conformance).map(({ text }) => text);
  return [...ours, ...theirs].filter((text) => text.length <= longest);
}

/** Longer ones would take most of the time, and say no more. */
const longest = 8000;

export interface Mutant {
  readonly number: number;
  readonly text: string;
  /** What it was before. */
  readonly original: string;
}

/**
 * A manifest with up to six changes: in one of three anything may break, in the others most stays YAML, so that what is behind the parser is reached. It
 * follows from the pool, the seed and the number alone: any one of a million can be made again.
 */
export function mutant(pool: readonly string[], seed: number, number: number): Mutant {
  const random = randomFrom(seed, number);
  const original = pick(pool, random);
  let text = original;
  const from = below(3, random) === 0 ? [...rough, ...gentle] : gentle;
  for (let changes = 1 + below(6, random); changes > 0; changes--) text = pick(from, random)(text, random, pool);
  return { number, text: text.slice(0, 4 * longest), original };
}

/** From 0 to below 1. */
type Random = () => number;

/** Mulberry32, started at a mix of both numbers. */
function randomFrom(seed: number, number: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(count: number, random: Random): number {
  return Math.floor(random() * count);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[below(from.length, random)] as T;
}

const anyValue = /(?<=:[ \t]+)[^\s#][^\n#]*/g;
const anyKey = /(?<=^[ \t]*(?:- )?)[\w.]+(?=:(?:\s|$))/gm;
const rules = [
  "privileged",
  "host-ports",
  "run-as-non-root",
  "seccomp-profile",
  "privileged, drop-all-capabilities",
  "*",
  "",
];

type Mutation = (text: string, random: Random, pool: readonly string[]) => string;

/** Bytes and lines. */
const rough: readonly Mutation[] = [
  (text, random) => spliced(text, below(text.length + 1, random), below(20, random), ""),
  (text, random) => spliced(text, below(text.length + 1, random), below(4, random), pick(pieces, random)),
  (text, random) => spliced(text, below(text.length + 1, random), 0, String.fromCharCode(below(0x10000, random))),
  (text, random) => text.slice(0, below(text.length + 1, random)),
  (text, random) => {
    const start = below(text.length + 1, random);
    return spliced(text, below(text.length + 1, random), 0, text.slice(start, start + below(200, random)));
  },
  onLines((lines, at) => lines.toSpliced(at, 1)),
  onLines((lines, at, random) => lines.toSpliced(at, 0, pick(lines, random))),
  onLines((lines, at, random) => lines.toSpliced(at, 1, `${" ".repeat(below(9, random))}${(lines[at] ?? "").trim()}`)),
  atMatches(/(?<=:[ \t]*)\n(?=[ \t])/g, (_, random) => ` ${pick(values, random)}\n`),
  atMatches(/(?<=^[ \t]*)- /gm, (_, random) => pick(["", "- - ", "? ", "-\t", "-"], random)),
  (text, random, pool) => blockInto(text, pick(pool, random), random),
];

/** Values, keys, whole lines and documents, comments, and the dress of it all. */
const gentle: readonly Mutation[] = [
  atMatches(anyValue, (_, random) => pick(values, random)),
  atMatches(anyValue, (_, random) => pick(values, random)),
  atMatches(anyKey, (_, random) => pick(keys, random)),
  atMatches(anyKey, (_, random) => pick(keys, random)),
  atMatches(/^( *)(?:- )?\w+:[^\n]*\n(?:\1 +[^\n]*\n)*/gm, () => ""),
  atMatches(/^( *)(?:- )?\w+:[^\n]*\n(?:\1 +[^\n]*\n)*/gm, (found) => found + found),
  atMatches(/^( *)(?:- )?\w+:[ \t]*\n(?:\1[ -]+[^\n]*\n)*/gm, (found, random) =>
    found.replace(/:[\s\S]*/, `: ${pick(values, random)}\n`),
  ),
  atMatches(/^ *(?=\w+:)/gm, (indent, random) => `${indent}# secctx: ignore[${pick(rules, random)}] x\n${indent}`),
  atMatches(/^ *(?=\w+:)/gm, (indent, random) => `${indent}${pick(keys, random)}: ${pick(values, random)}\n${indent}`),
  (text, random, pool) => `${text}${pick(["", "\n"], random)}---\n${pick(pool, random)}`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll(/^( *)- (?=\S)/gm, "$1-   "),
];

function spliced(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

function onLines(change: (lines: readonly string[], at: number, random: Random) => readonly string[]): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    return change(lines, below(lines.length, random), random).join("\n");
  };
}

function atMatches(pattern: RegExp, put: (found: string, random: Random) => string): Mutation {
  return (text, random) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const { index, 0: old } = pick(found, random);
    return spliced(text, index, old.length, put(old, random));
  };
}

/** Some lines of one manifest among those of another, at the indent that is there. */
function blockInto(text: string, other: string, random: Random): string {
  const lines = text.split("\n");
  const at = below(lines.length, random);
  const from = other.split("\n");
  const start = below(from.length, random);
  const indent = indentOf(lines[at]);
  const block = from.slice(start, start + 1 + below(10, random));
  return lines.toSpliced(at, 0, ...block.map((line) => indent + line.slice(indentOf(block[0]).length))).join("\n");
}

function indentOf(line = ""): string {
  return /^ */.exec(line)?.[0] ?? "";
}

const pieces = [
  ..."\n\t\r\"'{}[]:,-#&*!|>%@`?~\\\uFEFF\u2028\u0085\0\u202e\ud800",
  ..."\n---\n|\n...\n|: |- |  |<<: |*a|&a |{{ .Values.x }}|!!int |!!binary |? |\n\n|::error::|<script>|`|]]>|\u001b[31m".split(
    "|",
  ),
];

const values = [
  ..."null ~ true yes no on 0 -0 1 -1 0644 0o17 0x10 1e999 .inf .nan 1.5 2147483648 9007199254740993 999999999999999999999".split(
    " ",
  ),
  ..."[] {} [[]] [{}] {a: b} [ALL] [all, CAP_SYS_ADMIN, ''] {type: Unconfined} {drop: [ALL]} '' \"\" 'a: b' \"\\u0000\" \"\\ud800\" | > |- >+ *a &a &a_x".split(
    / (?![\w']+[}\],]|b|\[)/,
  ),
  ..."!!str !!int !!binary !!null !custom {{ - ? : # % @ ` \t".split(" "),
  "2001-01-01",
  "12:30:45",
  "__proto__",
  "constructor",
  "RuntimeDefault",
  "Localhost",
  "Windows",
  "Pod",
  "List",
  "v1",
  "NET_BIND_SERVICE",
  `"${"x".repeat(3000)}"`,
  `${"[".repeat(60)}${"]".repeat(60)}`,
];

const keys = [
  ..."securityContext containers initContainers ephemeralContainers capabilities add drop privileged runAsUser runAsGroup runAsNonRoot allowPrivilegeEscalation readOnlyRootFilesystem".split(
    " ",
  ),
  ..."seccompProfile appArmorProfile seLinuxOptions windowsOptions procMount sysctls fsGroup supplementalGroups hostNetwork hostPID hostIPC hostUsers volumes volumeMounts hostPath".split(
    " ",
  ),
  ..."ports hostPort containerPort livenessProbe lifecycle image name kind apiVersion metadata annotations labels namespace spec template items os type restartPolicy".split(
    " ",
  ),
  ..."__proto__ constructor toString hasOwnProperty <<".split(" "),
];
