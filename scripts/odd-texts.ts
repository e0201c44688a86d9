/**
 * Makes the texts of test/fixtures/go-yaml.jsonl, each a JSON string on a line: small manifests with pieces put in, lines moved and parts cut, and every
 * spelling of a word with every tag. `node scripts/odd-texts.ts [SEED] [COUNT] | (cd scripts/go-yaml && go run .)` adds what kubectl reads in them.
 */
import { writeSync } from "node:fs";

const [seed = 1, count = 1200] = process.argv.slice(2).map(Number);

const documents = [
  "a: 1\nb:\n  c: d\n",
  "- a\n- b: c\n  d: e\n",
  "a: [b, {c: d}, 'e']\n",
  "? a\n: b\n? - c\n: d\n",
  "a: &x {b: c}\nd: *x\ne:\n  <<: *x\n",
  "a: |\n  b\n\n  c\nd: >-\n  e\n  f\n",
  "a: \"b\n  c\"\nd: 'e\n\n  f'\n",
  "a: b\n  c\nd:\n- e\n- f\n",
  "- - a\n  - b\n- ? c\n  : d\n",
  "{a: b, c: [d,\ne], f}\n",
  "a: !!str b\nc: ! d\n!!str e: f\n",
  "---\na: b\n...\n",
  "%YAML 1.1\n---\na: b\n",
  "[a: b, ? c : d, {e}]\n",
  "- &a b\n- *a\n- &c\n- !!null\n",
  '{"a": [1, true, "x\\n"]}\n',
  '{"a":\n1}{"b": 2}\n',
];
const pieces = (
  "\n|\n |\n  |\n    | |  |\t|:|: | :|-|- |\n- |?|? |\n? |\n: |,|, |[|]|{|}|[]|{}|'|\"|''|\"\"|#| #| # c\n|&a |*a|*a |&a|!|! |!!str |!!binary |!x!y |!<x> |" +
  ">|>-\n|%|@|`|\\|\\n|\\\n|\\x41|\\u00|\\/|\r|\r\n|\r\r\n|\u0085|\u2028|\u2029|\uFEFF|é|😀|<<|<<: |<<: *a\n|~|null|yes|0x1|1|a|b: c|a: b\n|---|---\n|---#c\n|--- x\n|" +
  "...|...\n|\n...\n|%YAML 1.1\n|%TAG ! x\n|\x7f|\u0001|\ufffe|\u00a0|\f"
)
  .split("|")
  .concat("|", "|\n", "|+\n", "|2\n", "|1-\n");

const tags = ["", "!!str ", "!!int ", "!!float ", "!!bool ", "!!null ", "!!binary ", "!!timestamp ", "! ", "!x "];
const words =
  "~ null y N on off TRUE tRue 0 -0 00 007 08 0o7 0x1f 0xg -0x10 0b11 +0b1 1_000 _1 1_ 0x_1 1e3 1e999 1. .5 -.5 .5e3 1.5.2 . - + 1e 0.1 1_0.5 ._5 .5_0 .inf -.inf .nan NaN 9223372036854775807 9223372036854775808 18446744073709551616 -9223372036854775809 1e20 1e21 1000000.5 0.00001 1e39 1:30 2001-01-01 2001-02-30 2001-01-01T00:00:00Z << = UG9k UG9".split(
    " ",
  );

const random = randomNumbers(seed);

for (const tag of tags) {
  const spelled = words.filter(() => random() < 0.3);
  for (const word of spelled)
    print(pick([`a: ${tag}${word}\n`, `${tag}${word} : x\n`, `- ${tag}'${word}'\n`, `{a: ${tag}${word} }\n`]));
}
for (let made = 0; made < count; made++)
  print(change(random() < 0.1 ? pick(documents) + pick(documents) : pick(documents)));

function print(text: string): void {
  if (!/\p{Surrogate}/u.test(text)) writeSync(1, `${JSON.stringify(text)}\n`);
}

/** A text with one to four changes. */
function change(original: string): string {
  let text = original;
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) text = changeOnce(text);
  return text;
}

function changeOnce(text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const kind = random();
  if (kind < 0.5) return text.slice(0, at) + pick(pieces) + text.slice(at);
  if (kind < 0.65) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 6));
  if (kind < 0.8) return text.slice(0, at) + pick(pieces) + text.slice(at + 1 + Math.floor(random() * 3));
  const lines = text.split("\n");
  const from = Math.floor(random() * lines.length);
  const line = lines[from] ?? "";
  if (kind < 0.9) return lines.toSpliced(Math.floor(random() * lines.length), 0, line).join("\n");
  return lines.toSpliced(from, 1, random() < 0.5 ? ` ${line}` : line.replace(/^ {1,2}/, "")).join("\n");
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Numbers from 0 to 1, the same for a seed on every machine (mulberry32). */
function randomNumbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
