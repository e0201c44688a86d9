import { describe, expect, it } from "vitest";
import { applyPatch, pointAt } from "../../src/yaml/index.ts";
import { documentOf, manifestOf } from "./documents.ts";

const notYaml = "This is not YAML: ";

describe("what can't be read is a problem, with its line and what to do", () => {
  it.each<[what: string, text: string, line: number, message: string]>([
    ["a tab", "a:\n\tb: 1\n", 2, `${notYaml}a tab indents the line. Use spaces.`],
    [
      "two colons",
      "a: 1\nb: c: d\n",
      2,
      `${notYaml}the line has a second \`: \`. Put the value in quotes, or the second key on a line of its own.`,
    ],
    [
      "a reserved character",
      "a: @b\n",
      1,
      `${notYaml}a word can't start with this character. Put the value in quotes.`,
    ],
    [
      "an escape",
      'a: "\\q"\n',
      1,
      `${notYaml}this escape means nothing in double quotes. Write \\\\ for a backslash, or use single quotes.`,
    ],
    [
      "an indent that fits nothing",
      "a:\n    b: 1\n  c: 2\n",
      3,
      `${notYaml}the line's indent matches no line above it. Align it with the keys or dashes that it belongs to.`,
    ],
    [
      "a list on its key's line",
      "a: - b\n",
      1,
      `${notYaml}this does not belong here. Check the indent, quotes and brackets of this line and the one above.`,
    ],
    [
      "an open quote",
      'a: 1\nb: "c\n',
      2,
      `${notYaml}a quote is not closed. Close it, or put quotes around the whole value.`,
    ],
    [
      "an open bracket",
      "a:\n  - [b\nc: 1\n",
      3,
      `${notYaml}a bracket or brace is not closed. Close it, or put a comma between what is in it.`,
    ],
    [
      "a word alone",
      "a: 1\nb\n",
      2,
      `${notYaml}a colon is missing after this word. Write \`key: value\`, or check the indent and the quotes above.`,
    ],
    ["an alias without an anchor", "a: 1\nb: *c\n", 2, "The alias *c has no anchor before it. Define &c above it."],
    ["an alias in its own anchor", "a: &b\n  - *b\n", 2, "The anchor &b holds its own alias. Write out what is meant."],
    ["a merge of a word", "a:\n  <<: b\n", 2, "Only a mapping, or a list of mappings, can be merged with `<<`."],
    ["a merge of nothing", "<<:\na: 1\n", 1, "Only a mapping, or a list of mappings, can be merged with `<<`."],
    [
      "a merge of an anchored list",
      "a: &b [{c: 1}]\nd: {<<: *b}\n",
      2,
      "Only a mapping, or a list of mappings, can be merged with `<<`.",
    ],
    [
      "a key that is a list",
      "? [a]\n: b\n",
      1,
      "This key is not a word, and Kubernetes refuses it. Put it in quotes, or check the indent.",
    ],
    [
      "a key that is null",
      "a: 1\n~: b\n",
      2,
      "This key is not a word, and Kubernetes refuses it. Put it in quotes, or check the indent.",
    ],
    ["a tag that does not fit", "a: !!int b\n", 1, "`b` does not fit its tag. Remove the tag, or correct the value."],
    [
      "a fraction tagged as an integer",
      "a: !!int 1.0\n",
      1,
      "`1.0` does not fit its tag. Remove the tag, or correct the value.",
    ],
    ["no base64", "a: !!binary '%'\n", 1, "`%` does not fit its tag. Remove the tag, or correct the value."],
    [
      "a zero",
      "a: 1\nb: \0\n",
      2,
      `${notYaml}control characters are not allowed. Remove the character, or write it as an escape in double quotes.`,
    ],
    [
      "a control character",
      "a: 1\nb: \x07\n",
      2,
      `${notYaml}control characters are not allowed. Remove the character, or write it as an escape in double quotes.`,
    ],
    [
      "a form feed",
      "a: 1\n\fb: 2\n",
      2,
      `${notYaml}control characters are not allowed. Remove the character, or write it as an escape in double quotes.`,
    ],
    [
      "an integer of 64 bits as a key",
      "12345678901234567890: 1\n",
      1,
      "This key is not a word, and Kubernetes refuses it. Put it in quotes, or check the indent.",
    ],
    [
      "a document behind ---",
      "--- {a: 1}\n",
      1,
      "Kubernetes reads nothing but a comment behind `---` on its line, and refuses this file. Start the document on the next line.",
    ],
    [
      "... before all else",
      "...\na: 1\n",
      1,
      `${notYaml}this does not belong here. Check the indent, quotes and brackets of this line and the one above.`,
    ],
    [
      "a directive without ---",
      "%YAML 1.1\na: 1\n",
      1,
      `${notYaml}no \`---\` follows this directive before Kubernetes parts the file there. Remove the line.`,
    ],
    ["a version of YAML", "%YAML 1.2\n", 1, `${notYaml}Kubernetes takes no version but 1.1 here. Remove the line.`],
    [
      "an anchor without a name",
      "a: & b\n",
      1,
      `${notYaml}\`&\` and \`*\` start the name of an anchor, of letters, digits, \`-\` and \`_\`. Put the value in quotes if it is a word.`,
    ],
    [
      "a tag that is cut off",
      "a: !! b\n",
      1,
      `${notYaml}this tag is not well-formed. Remove it, or write one such as \`!!str\`.`,
    ],
    [
      "a line below |",
      "a: | b\n",
      1,
      `${notYaml}only \`+\`, \`-\`, a digit from 1 to 9 or a comment may follow \`|\` or \`>\`. Put the text on the lines below.`,
    ],
    [
      "half of a character",
      'a: "\\ud83d"\n',
      1,
      `${notYaml}this escape is not of a character. Write two, four or eight hexadecimal digits behind \`\\x\`, \`\\u\` or \`\\U\`.`,
    ],
    [
      "an open quote before ...",
      "a: 'b\n...\n",
      1,
      `${notYaml}a quote is not closed. Close it, or put quotes around the whole value.`,
    ],
    [
      "base64 without its padding",
      "a: !!binary UG9k=\n",
      1,
      "`UG9k=` does not fit its tag. Remove the tag, or correct the value.",
    ],
    ["infinity", "a: .inf\n", 1, "`.inf` is not a number to Kubernetes. Put it in quotes if it is a word."],
    [
      "a template",
      "a:\n  b: {{ .Values.b }}\n",
      2,
      "This is a template, not YAML: render it, then review what it makes.",
    ],
    [
      "a template's block",
      "a: 1\n{{- if .Values.b }}\nb: 1\n{{- end }}\n",
      2,
      "This is a template, not YAML: render it, then review what it makes.",
    ],
    [
      "JSON that is cut off",
      '{"a": {"b": 1}\n',
      1,
      `${notYaml}a bracket or brace is not closed. Close it, or put a comma between what is in it.`,
    ],
  ])("%s", (_, text, line, message) => {
    expect(manifestOf(text)).toMatchObject({ documents: [], problems: [{ severity: "error", line, message }] });
  });

  it("leaves the other documents as they are", () => {
    const { documents, problems } = manifestOf("a: 1\n---\nb: c: d\n---\ne: 2\n");
    expect(documents.map(({ index, value }) => [index, value])).toEqual([
      [0, { a: 1 }],
      [2, { e: 2 }],
    ]);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  it("ends a stream of JSON at what is not JSON", () => {
    const { documents, problems } = manifestOf('{"a":1}{"b":1}\n{c}\n---\nd: 1\n');
    expect(documents).toMatchObject([{ value: { a: 1 } }, { value: { b: 1 } }]);
    const message =
      "This is not JSON, as the documents before it are. Put a line with `---` before the first of them, or correct it.";
    expect(problems).toEqual([{ severity: "error", file: "manifest.yaml", line: 2, message }]);
  });

  it("notes text that Kubernetes does not read", () => {
    const { documents, problems } = manifestOf("a: 1\n...\nb: 2\n");
    expect(documents).toMatchObject([{ value: { a: 1 } }]);
    const message =
      "Kubernetes does not read on from here: its document ends above. Start the next document with `---`.";
    expect(problems).toEqual([{ severity: "note", file: "manifest.yaml", line: 3, message }]);
  });
});

describe("hostile text ends soon", () => {
  const deep = "This document is nested more than 1,000 levels deep. Leave its file out if it is not a manifest.";
  const levels = (count: number): number[] => [...Array(count).keys()];

  it.each<[what: string, text: () => string]>([
    ["100,000 lists in one another", () => `a: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`],
    ["100,000 open lists", () => `a: ${"[".repeat(100_000)}\n`],
    ["100,000 objects in one another", () => `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}\n`],
    [
      "2,000 blocks in one another",
      () =>
        `${levels(2000)
          .map((level) => `${" ".repeat(level)}a:\n`)
          .join("")}`,
    ],
    ["2,000 dashes on a line", () => `${"- ".repeat(2000)}a\n`],
    [
      "2,000 aliases of one another",
      () =>
        `a0: &a0 b\n${levels(2000)
          .map((level) => `a${level + 1}: &a${level + 1} [*a${level}]\n`)
          .join("")}`,
    ],
  ])("%s", (_, write) => {
    const text = write();
    const { documents, problems } = manifestOf(text);
    expect(documents).toEqual([]);
    expect(problems).toHaveLength(1);
    if (!text.includes(`${"[".repeat(100)}\n`)) expect(problems[0]?.message).toBe(deep);
  });

  it("a document that aliases blow up is refused, as Kubernetes does", () => {
    const laughs = levels(30).map((level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}*a${level}]\n`);
    const { documents, problems } = manifestOf(`a0: &a0 lol\n${laughs.join("")}`);
    expect(documents).toEqual([]);
    const message = "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for.";
    expect(problems).toMatchObject([{ severity: "error", line: 1, message }]);
  });

  it("a document that uses an anchor many times is read", () => {
    const { problems } = manifestOf(`a: &a {b: 1, c: 2}\nd:\n${"  - *a\n".repeat(300)}`);
    expect(problems).toEqual([]);
  });

  it("a long line without an end, many open quotes, many brackets", () => {
    expect(manifestOf(`a: ${"x".repeat(1_000_000)}`).problems).toEqual([]);
    expect(manifestOf(`${'a: "\n'.repeat(501)}`).problems).toHaveLength(1);
    expect(manifestOf(`${"a: [\n".repeat(500)}`).problems).toHaveLength(1);
    expect(manifestOf(`{${'"a":"{",'.repeat(50_000)}`).problems).toHaveLength(1);
  });
});

describe("names that every object inherits", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s is a key like any", (name) => {
    const document = documentOf(`a:\n  ${name}: 1\n`);
    expect(Object.keys((document.value as { a: object }).a)).toEqual([name]);
    expect(pointAt(document, ["a", name])).toEqual({
      start: document.text.indexOf("1"),
      end: document.text.indexOf("1") + 1,
    });
    const changed = applyPatch(document, { op: "set", path: ["a", name], value: 2 });
    expect(changed).toMatchObject({ text: `a:\n  ${name}: 2\n` });
    expect(applyPatch(document, { op: "set", path: [name, name], value: 2 })).toMatchObject({
      text: `a:\n  ${name}: 1\n${name}:\n  ${name}: 2\n`,
    });
    expect(applyPatch(document, { op: "remove", path: ["a", name] })).toMatchObject({ text: "a: {}\n" });
  });
});
