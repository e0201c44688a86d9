import { describe, expect, it } from "vitest";
import { locate, type Path, pointAt, positionAt, withLines } from "../../src/yaml/index.ts";
import { documentOf, manifestOf, textAt } from "./documents.ts";

interface Found {
  /** The text at the value, at the key, and what a finding points at. */
  readonly value: string;
  readonly key?: string;
  readonly marks: string;
}

const block =
  "metadata:\n  name: web # why\nspec:\n  # the pod\n  hostPID: yes\n  containers:\n    - name: app\n      args: [a, 'b']\n    - image: nginx\n";

describe("what a path finds", () => {
  it.each<[shape: string, text: string, path: Path, found: Found]>([
    ["a word in a block", block, ["spec", "hostPID"], { value: "yes", key: "hostPID", marks: "yes" }],
    ["a word with a comment behind it", block, ["metadata", "name"], { value: "web", key: "name", marks: "web" }],
    ["a block mapping", block, ["metadata"], { value: "name: web", key: "metadata", marks: "metadata" }],
    ["a block that goes over lines", "a:\n  b: 1\n  c: 2\n", ["a"], { value: "b: 1\n  c: 2", key: "a", marks: "a" }],
    [
      "a list",
      block,
      ["spec", "containers"],
      { value: "- name: app\n      args: [a, 'b']\n    - image: nginx", key: "containers", marks: "containers" },
    ],
    [
      "a list's item",
      block,
      ["spec", "containers", 0],
      { value: "name: app\n      args: [a, 'b']", marks: "name: app" },
    ],
    ["a list's item on one line", block, ["spec", "containers", 1], { value: "image: nginx", marks: "image: nginx" }],
    [
      "a list in brackets",
      block,
      ["spec", "containers", 0, "args"],
      { value: "[a, 'b']", key: "args", marks: "[a, 'b']" },
    ],
    ["a quoted item", block, ["spec", "containers", 0, "args", 1], { value: "'b'", marks: "'b'" }],
    ["an item with a comment", "a:\n- b: 1 # why\n  c: 2\n", ["a", 0], { value: "b: 1 # why\n  c: 2", marks: "b: 1" }],
    ["an item that starts with a block", "- b:\n    c: 1\n", [0], { value: "b:\n    c: 1", marks: "b" }],
    ["an item below its dash", "-\n  b: 1\n  c: 2\n", [0], { value: "b: 1\n  c: 2", marks: "b: 1" }],
    ["a list at its key's column", "a:\n- b\n- c\nd: 1\n", ["a"], { value: "- b\n- c", key: "a", marks: "a" }],
    ["a list in a list", "- - a\n  - b\n- - c\n", [0], { value: "- a\n  - b", marks: "- a" }],
    ["a list in a list in a list", "- - - a\n    - b\n", [0, 0, 1], { value: "b", marks: "b" }],
    ["nothing", "a:\nb: 1\n", ["a"], { value: "", key: "a", marks: "a" }],
    ["nothing, with a comment", "a: # why\nb: 1\n", ["a"], { value: "", key: "a", marks: "a" }],
    ["null", "a: null\n", ["a"], { value: "null", key: "a", marks: "null" }],
    ["nothing in a list", "a:\n  - # why\n  - b\n", ["a", 0], { value: "", marks: "-" }],
    ["nothing at the end", "a:\n  - b\n  -", ["a", 1], { value: "", marks: "-" }],
    ["nothing behind an anchor", "a: &x\nb: 1\n", ["a"], { value: "", key: "a", marks: "a" }],
    ["comments between key and value", "a: # why\n  # and\n  b: 1\n", ["a"], { value: "b: 1", key: "a", marks: "a" }],
    ["a value on the next line", "a:\n  b\nc: 1\n", ["a"], { value: "b", key: "a", marks: "a" }],
    ["an anchored value", "a: &x b\n", ["a"], { value: "b", key: "a", marks: "b" }],
    ["a tagged value", "a: !!str 5\n", ["a"], { value: "5", key: "a", marks: "5" }],
    ["braces", "a: {b: 1, c: {d: 2}} # why\n", ["a", "c", "d"], { value: "2", key: "d", marks: "2" }],
    ["a key without a value in braces", "a: {b, c: 1}\n", ["a", "b"], { value: "", key: "b", marks: "b" }],
    [
      "braces over lines",
      "a: { # why\n  b: 1,\n  c: [2,\n   3]\n}\nd: 1\n",
      ["a"],
      { value: "{ # why\n  b: 1,\n  c: [2,\n   3]\n}", key: "a", marks: "a" },
    ],
    [
      "in braces over lines",
      "a: { # why\n  b: 1,\n  c: [2,\n   3]\n}\nd: 1\n",
      ["a", "c", 1],
      { value: "3", marks: "3" },
    ],
    [
      "brackets that close at their key's column",
      "a:\n  b: [\n    c\n  ]\n",
      ["a", "b", 0],
      { value: "c", marks: "c" },
    ],
    ["brackets that close anywhere", "a:\n  b: [\n    c\n]\nd: 1\n", ["a", "b", 0], { value: "c", marks: "c" }],
    ["brackets that go on anywhere", "a:\n  b: [c,\nd]\ne: 1\n", ["e"], { value: "1", key: "e", marks: "1" }],
    ["quotes that go on anywhere", 'a:\n  b: "c\nd"\ne: 1\n', ["a", "b"], { value: '"c\nd"', key: "b", marks: "b" }],
    ["a pair in brackets", "a: [b: 1]\n", ["a", 0, "b"], { value: "1", key: "b", marks: "1" }],
    ["a quoted key", "\"a\":\n  'b': 1\n", ["a", "b"], { value: "1", key: "'b'", marks: "1" }],
    ["a key that YAML 1.1 reads as true", "on: 1\n", ["true"], { value: "1", key: "on", marks: "1" }],
    ["a complex key", "? a\n: b\n? c\n: d: 1\n", ["c", "d"], { value: "1", key: "d", marks: "1" }],
    ["a complex key without a value", "? a\n", ["a"], { value: "", key: "a", marks: "a" }],
    ["a word over lines", "a: b\n  c\nd: 1\n", ["a"], { value: "b\n  c", key: "a", marks: "a" }],
    ["quotes over lines", "a: 'b\n\n  c'\n", ["a"], { value: "'b\n\n  c'", key: "a", marks: "a" }],
    ["text behind |", "a: |\n  b\n  c\n\n\nd: 1\n", ["a"], { value: "|\n  b\n  c", key: "a", marks: "a" }],
    ["text behind |-", "a: |-\n  b\nd: 1\n", ["a"], { value: "|-\n  b", key: "a", marks: "a" }],
    ["text behind |+", "a: |+\n  b\n\n\nd: 1\n", ["a"], { value: "|+\n  b\n\n", key: "a", marks: "a" }],
    [
      "text behind >",
      "a: > # why\n  b\n  c\n# below\nd: 1\n",
      ["a"],
      { value: "> # why\n  b\n  c", key: "a", marks: "a" },
    ],
    ["text behind |2", "a: |2\n   b\nd: 1\n", ["a"], { value: "|2\n   b", key: "a", marks: "a" }],
    ["text that ends in spaces", "a: |\n  b  \n    \nd: 1\n", ["a"], { value: "|\n  b  \n    ", key: "a", marks: "a" }],
    ["text at the end, without a line break", "a: |\n  b", ["a"], { value: "|\n  b", key: "a", marks: "a" }],
    ["text in an item", "- |\n  b\n- c\n", [0], { value: "|\n  b", marks: "|" }],
    ["the last of equal keys", "a: 1\na: 2\n", ["a"], { value: "2", key: "a", marks: "2" }],
    ["JSON", '{"a": {"b": [1, {"c": true}]}}', ["a", "b", 1, "c"], { value: "true", key: '"c"', marks: "true" }],
    [
      "JSON with tabs",
      '{\n\t"a": {\n\t\t"b": true\n\t}\n}\n',
      ["a"],
      { value: '{\n\t\t"b": true\n\t}', key: '"a"', marks: '"a"' },
    ],
    ["JSON without a line break", '{"a":true}', ["a"], { value: "true", key: '"a"', marks: "true" }],
    ["CRLF", "a:\r\n  b: 1\r\n  c: |\r\n    d\r\n", ["a", "c"], { value: "|\r\n    d", key: "c", marks: "c" }],
    ["CRLF on one line", "a:\r\n  b: yes\r\n", ["a", "b"], { value: "yes", key: "b", marks: "yes" }],
    ["a byte order mark", "\uFEFFa:\n  b: 1\n", ["a", "b"], { value: "1", key: "b", marks: "1" }],
    ["a line separator, which ends a comment", "a: 1 # \u2028b: 2\n", ["b"], { value: "2", key: "b", marks: "2" }],
    ["a carriage return, which ends a line", "a: 1\rb: 2\n", ["b"], { value: "2", key: "b", marks: "2" }],
    ["a key with a `?` in braces", "a: {?b: 1}\n", ["a", "b"], { value: "1", key: "b", marks: "1" }],
    [
      "quotes that go on at the edge of the page",
      "a:\n  b: 'c\n\nd'\ne: 1\n",
      ["a", "b"],
      { value: "'c\n\nd'", key: "b", marks: "b" },
    ],
    ["text at its key's column", "a:\n|\n  b\nc: 1\n", ["a"], { value: "|\n  b", key: "a", marks: "a" }],
    ["an anchor with a colon", "a: &x:b\nc: 1\n", ["a"], { value: ":b", key: "a", marks: ":b" }],
    ["an alias with a colon", "a: &x b\n*x: c\n", ["b"], { value: "c", key: "*x", marks: "c" }],
    ["base64 as a key", "!!binary YQ==: 1\n", ["a"], { value: "1", key: "YQ==", marks: "1" }],
    ["nothing but a tag", "a: !!str # why\nb: 1\n", ["a"], { value: "", key: "a", marks: "a" }],
    ["a byte order mark in a line", "a: 1\n\uFEFFb: 2\n", ["\uFEFFb"], { value: "2", key: "\uFEFFb", marks: "2" }],
    ["the whole of a document", "# why\na: 1\nb: 2\n", [], { value: "a: 1\nb: 2", marks: "a: 1" }],
  ])("%s", (_, text, path, { value, key, marks }) => {
    const document = manifestOf(text).documents.at(-1);
    if (!document) throw new Error("unreadable");
    const place = locate(document, path);
    expect(place.exists).toBe(true);
    expect(textAt(document, place.value)).toBe(value);
    expect(place.key && textAt(document, place.key)).toBe(key);
    expect(textAt(document, pointAt(document, path))).toBe(marks);
  });
});

describe("what is missing is shown at the nearest thing that exists", () => {
  it.each<[what: string, text: string, path: Path, depth: number, marks: string]>([
    ["a key in a block: the block's key", "a:\n  b:\n    c: 1\n", ["a", "b", "x"], 2, "b"],
    [
      "a block in an item: the item's first line",
      "a:\n  - name: b # why\n    c: 1\n",
      ["a", 0, "x", "y"],
      2,
      "name: b",
    ],
    ["a key where nothing is written", "a:\n  b:\nc: 1\n", ["a", "b", "x"], 2, "b"],
    ["a key in braces", "a: {b: 1}\n", ["a", "x"], 1, "a"],
    ["a key of a word", "a: b\n", ["a", "x"], 1, "a"],
    ["an item of a list that is too short", "a:\n  - b\n", ["a", 3], 1, "a"],
    ["an item of a mapping", "a:\n  b: 1\n", ["a", 0], 1, "a"],
    ["a field of a list", "a:\n  - b\n", ["a", "b"], 1, "a"],
    ["a key of the document", "---\na: 1\nb: 2\n", ["x"], 0, "a: 1"],
    ["a key in what was anchored: where it is used", "a: &x\n  b: 1\n  c: 2\nd: *x\n", ["d", "x"], 1, "d"],
    ["what every object inherits", "a:\n  b: 1\n  c: 2\n", ["a", "toString"], 1, "a"],
  ])("%s", (_, text, path, depth, marks) => {
    const document = documentOf(text);
    expect(locate(document, path)).toMatchObject({ exists: false, depth });
    expect(textAt(document, pointAt(document, path))).toBe(marks);
  });
});

describe("shared text is found where it is written", () => {
  it.each<[what: string, text: string, path: Path, value: string, shared: string | undefined]>([
    ["an alias", "a: &x {b: 1}\nc: *x\n", ["c", "b"], "1", "*x"],
    ["an alias, itself", "a: &x {b: 1}\nc: *x\n", ["c"], "{b: 1}", "*x"],
    ["the anchor", "a: &x {b: 1}\nc: *x\n", ["a", "b"], "1", undefined],
    ["an alias in a list", "a: [&x b, *x]\n", ["a", 1], "b", "*x"],
    ["a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", ["c", "b"], "1", "<<"],
    ["a key beside a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", ["c", "d"], "2", undefined],
    ["a key that overrides a merge key above it", "a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n", ["c", "b"], "2", undefined],
    ["a merge key that overrides a key above it", "a: &x {b: 1}\nc:\n  b: 2\n  <<: *x\n", ["c", "b"], "1", "<<"],
    ["the first of a list of merged mappings", "c:\n  <<: [{b: 1}, {b: 2, d: 3}]\n", ["c", "b"], "1", "<<"],
    ["the second of them", "c:\n  <<: [{b: 1}, {b: 2, d: 3}]\n", ["c", "d"], "3", "<<"],
    ["a merge key in what is merged", "a: &p {b: 1}\nc: &q {<<: *p}\nd:\n  <<: *q\n", ["d", "b"], "1", "<<"],
    ["the second of two anchors with one name", "a: &x 1\nb: &x 2\nc: *x\n", ["c"], "2", "*x"],
    ["an anchor in a node whose anchor has its name", "a: &x\n  b: &x 1\nc: *x\n", ["c"], "1", "*x"],
    ["a quoted <<", 'a: &x {b: 1}\nc: {"<<": *x}\n', ["c", "<<", "b"], "1", "*x"],
  ])("%s", (_, text, path, value, shared) => {
    const document = documentOf(text);
    const place = locate(document, path);
    expect(place.exists).toBe(true);
    expect(textAt(document, place.value)).toBe(value);
    expect(place.shared && textAt(document, place.shared)).toBe(shared);
  });
});

describe("a file's documents", () => {
  it.each<[what: string, text: string, documents: readonly [index: number, value: unknown, text: string][]]>([
    ["one", "a: 1\n", [[0, { a: 1 }, "a: 1\n"]]],
    ["one behind ---", "---\na: 1\n", [[0, { a: 1 }, "---\na: 1\n"]]],
    [
      "several",
      "a: 1\n---\nb: 2\n---\nc: 3\n",
      [
        [0, { a: 1 }, "a: 1\n"],
        [1, { b: 2 }, "---\nb: 2\n"],
        [2, { c: 3 }, "---\nc: 3\n"],
      ],
    ],
    [
      "--- with a comment",
      "a: 1\n--- # next\nb: 2\n",
      [
        [0, { a: 1 }, "a: 1\n"],
        [1, { b: 2 }, "--- # next\nb: 2\n"],
      ],
    ],
    [
      "--- with CRLF",
      "a: 1\r\n---\r\nb: 2\r\n",
      [
        [0, { a: 1 }, "a: 1\r\n"],
        [1, { b: 2 }, "---\r\nb: 2\r\n"],
      ],
    ],
    ["--- behind a byte order mark", "\uFEFF---\na: 1\n", [[0, { a: 1 }, "---\na: 1\n"]]],
    [
      "a byte order mark in each",
      "a: 1\n---\n\uFEFFb: 2\n",
      [
        [0, { a: 1 }, "a: 1\n"],
        [1, { b: 2 }, "---\n\uFEFFb: 2\n"],
      ],
    ],
    ["--- at the end", "a: 1\n---", [[0, { a: 1 }, "a: 1\n"]]],
    ["one of comments counts", "# why\n---\na: 1\n", [[1, { a: 1 }, "---\na: 1\n"]]],
    ["an empty one counts, the opening --- does not", "---\n---\na: 1\n", [[1, { a: 1 }, "---\na: 1\n"]]],
    [
      "dashes in text",
      "a: |\n  ---\n  b\nc: ----\n",
      [[0, { a: "---\nb\n", c: "----" }, "a: |\n  ---\n  b\nc: ----\n"]],
    ],
    [
      "--- with a comment glued to it",
      "a: 1\n---# next\nb: 2\n",
      [
        [0, { a: 1 }, "a: 1\n"],
        [1, { b: 2 }, "---# next\nb: 2\n"],
      ],
    ],
    [
      "two --- part once",
      "a: 1\n---\n---\nb: 2\n",
      [
        [0, { a: 1 }, "a: 1\n"],
        [1, { b: 2 }, "---\n---\nb: 2\n"],
      ],
    ],
    ["... behind ---", "a: 1\n---\n---\n...\n", [[0, { a: 1 }, "a: 1\n"]]],
    ["JSON behind white space that is not JSON's", '\f{"a":1}\n', [[0, { a: 1 }, '{"a":1}\n']]],
    [
      "JSON, then YAML",
      '{"a":1}\nb: 2\n',
      [
        [0, { a: 1 }, '{"a":1}'],
        [1, { b: 2 }, "b: 2\n"],
      ],
    ],
    ["JSON that is only YAML", '{"a":"\\x41"}\n', [[0, { a: "A" }, '{"a":"\\x41"}\n']]],
    [
      "one with ... at its end",
      "a: 1\n...\n---\nb: 2\n",
      [
        [0, { a: 1 }, "a: 1\n...\n"],
        [1, { b: 2 }, "---\nb: 2\n"],
      ],
    ],
    [
      "JSON objects, one behind the other",
      '{"a":1}{"b":2}\n',
      [
        [0, { a: 1 }, '{"a":1}'],
        [1, { b: 2 }, '{"b":2}\n'],
      ],
    ],
    [
      "JSON objects on lines",
      '{"a":1}\n{"b":"}"}\n',
      [
        [0, { a: 1 }, '{"a":1}'],
        [1, { b: "}" }, '\n{"b":"}"}\n'],
      ],
    ],
    [
      "JSON objects with --- between",
      '{"a":1}\n---\n{"b":2}\n',
      [
        [0, { a: 1 }, '{"a":1}'],
        [1, { b: 2 }, '---\n{"b":2}\n'],
      ],
    ],
    [
      "JSON, then YAML",
      '{"a":1}\n---\nb: 2\n',
      [
        [0, { a: 1 }, '{"a":1}'],
        [1, { b: 2 }, "---\nb: 2\n"],
      ],
    ],
    [
      "braces that are no JSON",
      "{a: 1}\n---\nb: 2\n",
      [
        [0, { a: 1 }, "{a: 1}\n"],
        [1, { b: 2 }, "---\nb: 2\n"],
      ],
    ],
    [
      "a List is one",
      "kind: List\nitems:\n- a: 1\n- b: 2\n",
      [[0, { kind: "List", items: [{ a: 1 }, { b: 2 }] }, "kind: List\nitems:\n- a: 1\n- b: 2\n"]],
    ],
    ["none", "# nothing\n", []],
    ["none at all", "", []],
  ])("%s", (_, text, documents) => {
    const manifest = manifestOf(text);
    expect(manifest.problems).toEqual([]);
    expect(manifest.documents.map((each) => [each.index, each.value, textAt(each, each.range)])).toEqual(documents);
  });

  it("have ranges in the file, not in the document", () => {
    const document = documentOf("a: 1\n---\nb:\n  c: yes\n", 1);
    expect(textAt(document, pointAt(document, ["b", "c"]))).toBe("yes");
    expect(positionAt(document, pointAt(document, ["b", "c"]).start)).toEqual({ line: 4, column: 6 });
  });

  it("may share no text: an anchor ends with its document", () => {
    expect(manifestOf("a: &x 1\n---\nb: *x\n").problems).toMatchObject([{ line: 3, severity: "error" }]);
  });
});

it.each<[text: string, offset: number, line: number, column: number]>([
  ["ab", 0, 1, 1],
  ["ab", 2, 1, 3],
  ["a\nb", 1, 1, 2],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 3, 2, 1],
  ["a\n", 2, 2, 1],
  ["\uFEFFab", 1, 1, 1],
  ["\uFEFFab", 0, 1, 1],
  ["😀b", 2, 1, 3],
])("in %j offset %i is line %i, column %i", (text, offset, line, column) => {
  expect(positionAt(withLines(text), offset)).toEqual({ line, column });
});
