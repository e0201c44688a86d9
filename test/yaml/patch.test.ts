import { describe, expect, it } from "vitest";
import {
  applyPatch,
  applyPatches,
  applyTogether,
  type Patch,
  type Path,
  patchTogether,
  pathsSharing,
  type Siblings,
  type Value,
} from "../../src/yaml/index.ts";
import { documentOf, manifestOf } from "./documents.ts";

function patched(text: string, ...patches: readonly Patch[]): string {
  const document = manifestOf(text).documents.at(-1);
  if (!document) throw new Error("unreadable");
  const changed = applyPatches(document, patches);
  return "declined" in changed ? `declined: ${changed.declined}` : changed.text;
}

const set = (path: Path, value: Value, among?: Siblings): Patch => ({
  op: "set",
  path,
  value,
  ...(among && { among }),
});
const append = (path: Path, value: Value): Patch => ({ op: "append", path, value });
const remove = (...path: Path): Patch => ({ op: "remove", path });

type Row = [shape: string, before: string, patch: Patch, after: string];

describe("set a value that is there", () => {
  it.each<Row>([
    ["a word", "a: 1\nb: x\n", set(["a"], 2), "a: 2\nb: x\n"],
    ["with a comment", "a: yes # why\n", set(["a"], false), "a: false # why\n"],
    ["a quoted word", "a: 'x'\nb: 'y'\n", set(["a"], "z"), "a: 'z'\nb: 'y'\n"],
    ["a word that needs quotes", "a: x\n", set(["a"], "yes"), 'a: "yes"\n'],
    ["nothing", "a:\nb: 1\n", set(["a"], true), "a: true\nb: 1\n"],
    ["nothing, with a comment", "a: # why\nb: 1\n", set(["a"], true), "a: true # why\nb: 1\n"],
    ["nothing, with spaces", "a:  \nb: 1\n", set(["a"], true), "a: true  \nb: 1\n"],
    ["nothing behind an anchor, with a comment", "a: &x # why\nb: 1\n", set(["a"], true), "a: &x true # why\nb: 1\n"],
    ["nothing at the end", "a:", set(["a"], true), "a: true"],
    ["null by a block", "a: null # why\nb: 1\n", set(["a"], { c: 1 }), "a: # why\n  c: 1\nb: 1\n"],
    ["nothing by a block", "a: # why\n  # and\nb: 1\n", set(["a"], { c: 1 }), "a: # why\n  c: 1\n  # and\nb: 1\n"],
    ["{} by a block", "a: {}  # why\nb: 1\n", set(["a"], { c: { d: 1 } }), "a:  # why\n  c:\n    d: 1\nb: 1\n"],
    ["a block by a word", "a:\n  b: 1\nc: 2\n", set(["a"], 3), "a: 3\nc: 2\n"],
    ["a block by a block", "a:\n  b: 1 # why\nc: 2\n", set(["a"], { d: 3 }), "a:\n  d: 3 # why\nc: 2\n"],
    ["a block below comments", "a: # why\n  # and\n  b: 1\n", set(["a"], {}), "a: {} # why\n  # and\n"],
    ["a block below comments, with one behind", "a: # why\n  b: 1 # this\n", set(["a"], {}), "a: {} # why\n  # this\n"],
    ["a block below an anchor", "a: &x # why\n  b: 1\n", set(["a"], {}), "a: &x {} # why\n"],
    ["braces by braces", "a: {b: 1}\n", set(["a"], { c: 2 }), "a: {c: 2}\n"],
    ["text by a word", "a: |\n  b\n  c\n\nd: 1\n", set(["a"], 1), "a: 1\n\nd: 1\n"],
    ["a word by text", "a: x\n", set(["a"], "b\nc"), 'a: "b\\nc"\n'],
    ["a word with a line separator", "a: x\n", set(["a"], "b\u2028c"), 'a: "b\\u2028c"\n'],
    ["a word on the next line", "a:\n  x\nb: 1\n", set(["a"], 2), "a:\n  2\nb: 1\n"],
    ["quotes over lines", "a: 'b\n  c'\nd: 1\n", set(["a"], 2), "a: 2\nd: 1\n"],
    ["in braces", "a: {b: 1, c: 2}\n", set(["a", "b"], "x"), "a: {b: x, c: 2}\n"],
    ["nothing in braces", "a: {b, c: 2}\n", set(["a", "c"], { d: 1 }), "a: {b, c: {d: 1}}\n"],
    ["nothing behind a colon in braces", "a: {b: , c: 2}\n", set(["a", "b"], 1), "a: {b: 1 , c: 2}\n"],
    ["a list's item", "a:\n  - x\n  - y # why\n", set(["a", 1], "z"), "a:\n  - x\n  - z # why\n"],
    ["nothing in a list", "a:\n  - # why\n  - y\n", set(["a", 0], "z"), "a:\n  - z # why\n  - y\n"],
    ["JSON", '{"a": {"b": "x"}}\n', set(["a", "b"], "y"), '{"a": {"b": "y"}}\n'],
    ["the same value in other words", "a: yes\n", set(["a"], true), "a: yes\n"],
    ["behind a byte order mark", "\uFEFFa: 1\n", set(["a"], 2), "\uFEFFa: 2\n"],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });
});

const container = "spec:\n  containers:\n    - name: a\n      image: b # why\n  hostPID: true\n";
const context: Path = ["spec", "containers", 0, "securityContext"];

describe("set a value that is missing", () => {
  it.each<Row>([
    ["at the end", "a: 1\n", set(["b"], 2), "a: 1\nb: 2\n"],
    ["at the end, without a line break", "a: 1", set(["b"], 2), "a: 1\nb: 2"],
    [
      "at the end of a block",
      "a:\n  b: 1 # why\n\n# next\nc: 2\n",
      set(["a", "d"], 3),
      "a:\n  b: 1 # why\n  d: 3\n\n# next\nc: 2\n",
    ],
    ["one level down", "a: 1\n", set(["b", "c"], 2), "a: 1\nb:\n  c: 2\n"],
    ["three levels down", "a: 1\n", set(["b", "c", "d"], 2), "a: 1\nb:\n  c:\n    d: 2\n"],
    [
      "in a container",
      container,
      set([...context, "runAsNonRoot"], true),
      container.replace("# why\n", "# why\n      securityContext:\n        runAsNonRoot: true\n"),
    ],
    ["below nothing", "a:\n  b: # why\nc: 1\n", set(["a", "b", "d"], 2), "a:\n  b: # why\n    d: 2\nc: 1\n"],
    ["below null", "a: null # why\n", set(["a", "b"], 1), "a: # why\n  b: 1\n"],
    ["below {}", "a: {} # why\n", set(["a", "b"], 1), "a: # why\n  b: 1\n"],
    ["below an anchored nothing", "a: &x # why\nb: 1\n", set(["a", "c"], 1), "a: &x # why\n  c: 1\nb: 1\n"],
    ["in braces", "a: {b: 1} # why\n", set(["a", "c"], { d: true }), "a: {b: 1, c: {d: true}} # why\n"],
    ["in braces with spaces", "a: { b: 1 }\n", set(["a", "c"], 2), "a: { b: 1, c: 2 }\n"],
    ["in quoted braces", 'a: {"b": 1}\n', set(["a", "c"], "x"), 'a: {"b": 1, "c": "x"}\n'],
    [
      "in braces over lines",
      "a: {\n  b: 1, # why\n  c: 2 # and\n}\n",
      set(["a", "d"], 3),
      "a: {\n  b: 1, # why\n  c: 2, # and\n  d: 3\n}\n",
    ],
    [
      "in braces with a comma at the end",
      "a: {\n  b: 1, # why\n}\n",
      set(["a", "d"], 3),
      "a: {\n  b: 1, # why\n  d: 3,\n}\n",
    ],
    [
      "in braces that close behind the last",
      "a: {\n  b: 1,\n  c: 2}\n",
      set(["a", "d"], 3),
      "a: {\n  b: 1,\n  c: 2,\n  d: 3}\n",
    ],
    ["below {} in braces", "a: {b: {}}\n", set(["a", "b", "c"], 1), "a: {b: {c: 1}}\n"],
    ["in an item", "a:\n- b: 1\n- c: 2\n", set(["a", 0, "d"], { e: 3 }), "a:\n- b: 1\n  d:\n    e: 3\n- c: 2\n"],
    ["in an item below its dash", "-\n  a: 1\n", set([0, "b"], 2), "-\n  a: 1\n  b: 2\n"],
    ["behind text", "a: |\n  b\n\nc: 1\n", set(["d"], 2, { after: ["a"] }), "a: |\n  b\nd: 2\n\nc: 1\n"],
    ["behind text at the end", "a: |\n  b\n  c\n", set(["d"], 2), "a: |\n  b\n  c\nd: 2\n"],
    ["behind text at the end, without a line break", "a: |\n  b", set(["d"], 2), "a: |\n  b\nd: 2"],
    ["behind text whose line breaks are kept", "a: |+\n  b\n\n", set(["d"], 2), "a: |+\n  b\n\nd: 2\n"],
    [
      "behind text in a block",
      "a:\n  b: >-\n    c\n    d\ne: 1\n",
      set(["a", "f"], 2),
      "a:\n  b: >-\n    c\n    d\n  f: 2\ne: 1\n",
    ],
    [
      "with four spaces",
      "a:\n    b:\n        c: 1\n",
      set(["a", "d", "e"], 2),
      "a:\n    b:\n        c: 1\n    d:\n        e: 2\n",
    ],
    ["with CRLF", "a:\r\n  b: 1\r\nc: 2\r\n", set(["a", "d", "e"], 3), "a:\r\n  b: 1\r\n  d:\r\n    e: 3\r\nc: 2\r\n"],
    ["with a byte order mark", "\uFEFFa: 1\n", set(["b", "c"], 2), "\uFEFFa: 1\nb:\n  c: 2\n"],
    ["with trailing spaces", "a:  \n  b: 1  \n", set(["a", "c"], 2), "a:  \n  b: 1  \n  c: 2\n"],
    ["with quoted words", "a: 'x'\nb: 'y'\n", set(["c"], { d: "z" }), "a: 'x'\nb: 'y'\nc:\n  d: 'z'\n"],
    ["a key that needs quotes", "a: 1\n", set(["on"], { "x y": 1, "": 2 }), 'a: 1\n"on":\n  "x y": 1\n  "": 2\n'],
    ["a list in a plain file", "a: 1\n", set(["b"], ["x", "z"]), "a: 1\nb:\n  - x\n  - z\n"],
    ["a list where lists stand at their key", "a:\n- x\n", set(["b"], { c: ["z"] }), "a:\n- x\nb:\n  c:\n  - z\n"],
    ["a list where lists stand in brackets", "a: [x]\n", set(["b"], { c: ["z"] }), "a: [x]\nb:\n  c: [z]\n"],
    [
      "a list of mappings",
      "a: [x]\n",
      set(["b"], [{ c: 1, d: { e: 2 } }]),
      "a: [x]\nb:\n  - c: 1\n    d:\n      e: 2\n",
    ],
    [
      "nothing much",
      "a: 1\n",
      set(["b"], { c: {}, d: [], e: null, f: "" }),
      'a: 1\nb:\n  c: {}\n  d: []\n  e: null\n  f: ""\n',
    ],
    ["compact JSON", '{"a":1,"b":{"c":2}}', set(["b", "d"], { e: [true] }), '{"a":1,"b":{"c":2,"d":{"e":[true]}}}'],
    ["JSON on one line", '{"a": 1, "b": {}}\n', set(["b", "d"], { e: ["x"] }), '{"a": 1, "b": {"d": {"e": ["x"]}}}\n'],
    [
      "pretty JSON",
      '{\n  "a": {\n    "b": 1\n  }\n}\n',
      set(["a", "c"], { d: ["x"] }),
      '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": [\n        "x"\n      ]\n    }\n  }\n}\n',
    ],
    [
      "pretty JSON, four spaces",
      '{\n    "a": {}\n}\n',
      set(["a", "b"], true),
      '{\n    "a": {\n        "b": true\n    }\n}\n',
    ],
    [
      "pretty JSON, tabs",
      '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n',
      set(["a", "c"], { d: 1 }),
      '{\n\t"a": {\n\t\t"b": 1,\n\t\t"c": {\n\t\t\t"d": 1\n\t\t}\n\t}\n}\n',
    ],
    [
      "pretty JSON, CRLF",
      '{\r\n  "a": null\r\n}\r\n',
      set(["a", "c"], 1),
      '{\r\n  "a": {\r\n    "c": 1\r\n  }\r\n}\r\n',
    ],
    ["JSON below null", '{"a": null}\n', set(["a", "b"], 1), '{"a": {"b": 1}}\n'],
    ["beside an anchored key", "- &k a: 1\n  b: 2\n", set([0, "c"], { d: 3 }), "- &k a: 1\n  b: 2\n  c:\n    d: 3\n"],
    ["below a complex key", "? a\n: b: 1\n", set(["a", "c"], 2), "? a\n: b: 1\n  c: 2\n"],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });

  it.each<Row>([
    ["before a key", "a: 1\n# about c\nc: 2\n", set(["b"], 3, { before: ["c"] }), "a: 1\nb: 3\n# about c\nc: 2\n"],
    ["before the first key", "a: 1\nc: 2\n", set(["b"], 3, { before: ["a", "c"] }), "b: 3\na: 1\nc: 2\n"],
    [
      "before an item's first key",
      "- a: 1\n  c: 2\n",
      set([0, "b"], { d: 3 }, { before: ["a"] }),
      "- b:\n    d: 3\n  a: 1\n  c: 2\n",
    ],
    [
      "before the first key in braces",
      "x: {a: 1, c: 2}\n",
      set(["x", "b"], 3, { before: ["a"] }),
      "x: {b: 3, a: 1, c: 2}\n",
    ],
    ["before a key in braces", "x: {a: 1, c: 2}\n", set(["x", "b"], 3, { before: ["c"] }), "x: {a: 1, b: 3, c: 2}\n"],
    [
      "before the first of pretty JSON",
      '{\n  "a": 1\n}\n',
      set(["b"], 3, { before: ["a"] }),
      '{\n  "b": 3,\n  "a": 1\n}\n',
    ],
    [
      "before the second of pretty JSON",
      '{\n  "a": 1,\n  "c": 2\n}\n',
      set(["b"], 3, { before: ["c"] }),
      '{\n  "a": 1,\n  "b": 3,\n  "c": 2\n}\n',
    ],
    ["behind a key", "a: 1 # why\nc: 2\n", set(["b"], 3, { after: ["a", "x"] }), "a: 1 # why\nb: 3\nc: 2\n"],
    ["behind the last of them", "a: 1\nb: 2\nc: 3\n", set(["d"], 4, { after: ["b", "a"] }), "a: 1\nb: 2\nd: 4\nc: 3\n"],
    ["before wins over behind", "a: 1\nb: 2\n", set(["c"], 3, { before: ["b"], after: ["b"] }), "a: 1\nc: 3\nb: 2\n"],
    ["last where there is none of them", "a: 1\n", set(["c"], 3, { before: ["x"], after: ["z"] }), "a: 1\nc: 3\n"],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });
});

describe("a comment stays with its key", () => {
  const before: Siblings = { before: ["b"] };

  it.each<Row>([
    ["above the next key", "a: 1\n# of b\nb: 2\n", set(["c"], 3, before), "a: 1\nc: 3\n# of b\nb: 2\n"],
    ["above the first key", "# of b\nb: 2\n", set(["c"], 3, before), "c: 3\n# of b\nb: 2\n"],
    [
      "above the first key of a block",
      "a:\n  # of b\n  # too\n  b: 2\n",
      set(["a", "c"], 3, before),
      "a:\n  c: 3\n  # of b\n  # too\n  b: 2\n",
    ],
    ["CRLF", "a:\r\n  # of b\r\n  b: 2\r\n", set(["a", "c"], 3, before), "a:\r\n  c: 3\r\n  # of b\r\n  b: 2\r\n"],
    [
      "behind a blank line",
      "a:\n  # of nobody\n\n  b: 2\n",
      set(["a", "c"], 3, before),
      "a:\n  # of nobody\n\n  c: 3\n  b: 2\n",
    ],
    ["at the edge of the page", "a:\n# of b\n  b: 2\n", set(["a", "c"], 3, before), "a:\n  c: 3\n# of b\n  b: 2\n"],
    [
      "below the block that it ends",
      "a:\n  b: 2\n  # of a\nd: 4\n",
      set(["c"], 3, { after: ["a"] }),
      "a:\n  b: 2\n  # of a\nc: 3\nd: 4\n",
    ],
    ["below the item that it ends", "- a: 1\n  # of a\n", append([], { b: 1 }), "- a: 1\n  # of a\n- b: 1\n"],
    ["behind a dash", "- # of the item\n  b: 2\n", set([0, "c"], 3, before), "- # of the item\n  c: 3\n  b: 2\n"],
    ["in brackets", "a: {\n  # of b\n  b: 2\n}\n", set(["a", "c"], 3, before), "a: {\n  c: 3,\n  # of b\n  b: 2\n}\n"],
  ])("%s", (_, text, patch, after) => {
    expect(patched(text, patch)).toBe(after);
  });
});

describe("what is moved takes its comments along", () => {
  const move = (from: Path, to: Path): Patch => ({ op: "remove", path: from, moved: [{ from, to: [to] }] });

  it.each<Row>([
    ["above it", "a: 1\n# of b\n# too\nb: 2\nc: 3\nb2: 2\n", move(["b"], ["b2"]), "a: 1\nc: 3\n# of b\n# too\nb2: 2\n"],
    ["behind it", "b: 2 # of b\nc: 3\nb2: 2\n", move(["b"], ["b2"]), "c: 3\nb2: 2 # of b\n"],
    ["above and behind it", "# 1\nb: 2 # 2\nc: 3\nb2: 2\n", move(["b"], ["b2"]), "c: 3\n# 1\nb2: 2 # 2\n"],
    ["within it", "b: # 1\n  # 2\n  x: 2 # 3\nb2:\n  x: 2\n", move(["b"], ["b2"]), "# 1\n# 2\n# 3\nb2:\n  x: 2\n"],
    ["to a deeper place", "# of b\nb: 2\nc:\n  b: 2\n", move(["b"], ["c", "b"]), "c:\n  # of b\n  b: 2\n"],
    ["into brackets", "# of b\nb: 2\nc: {a: 1, b: 2}\n", move(["b"], ["c", "b"]), "# of b\nc: {a: 1, b: 2}\n"],
    ["with CRLF", "# of b\r\nb: 2\r\nc: 3\r\nb2: 2\r\n", move(["b"], ["b2"]), "c: 3\r\n# of b\r\nb2: 2\r\n"],
    ["to the last line", "b: 2 # of b\nb2: 2", move(["b"], ["b2"]), "b2: 2 # of b"],
    ["the only key of its block", "a:\n  # of b\n  b: 2\nb: 2\n", move(["a", "b"], ["b"]), "a: {}\n# of b\nb: 2\n"],
    ["but not those of the next key", "b: 2\n# of c\nc: 3\nb2: 2\n", move(["b"], ["b2"]), "# of c\nc: 3\nb2: 2\n"],
    ["nor those of the key before", "a: 1 # of a\nb: 2\nb2: 2\n", move(["b"], ["b2"]), "a: 1 # of a\nb2: 2\n"],
    ["nor those above a blank line", "# of all\n\nb: 2\nb2: 2\n", move(["b"], ["b2"]), "# of all\n\nb2: 2\n"],
    [
      "nor those of the block around it",
      "a:\n# of a\n  b: 2\n  c: 3\nb: 2\n",
      move(["a", "b"], ["b"]),
      "a:\n# of a\n  c: 3\nb: 2\n",
    ],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });

  it("to each of its places, and the inner comments with what is inside", () => {
    const text = "# of b\nb:\n  # of x\n  x: 1\n  # of z\n  z: 2\nc:\n  x: 1\nd:\n  x: 1\n  z: 2\n";
    const patch: Patch = {
      op: "remove",
      path: ["b"],
      moved: [
        {
          from: ["b", "x"],
          to: [
            ["c", "x"],
            ["d", "x"],
          ],
        },
        { from: ["b", "z"], to: [["d", "z"]] },
        { from: ["b"], to: [["c", "x"]] },
      ],
    };
    expect(patched(text, patch)).toBe("c:\n  # of x\n  # of b\n  x: 1\nd:\n  # of x\n  x: 1\n  # of z\n  z: 2\n");
  });
});

describe("append to a list", () => {
  it.each<Row>([
    ["of lines", "a:\n  - x # why\nb: 1\n", append(["a"], "z"), "a:\n  - x # why\n  - z\nb: 1\n"],
    ["at its key's column", "a:\n- x\nb: 1\n", append(["a"], "z"), "a:\n- x\n- z\nb: 1\n"],
    [
      "of mappings",
      "a:\n  - b: 1\n    c: 2\n",
      append(["a"], { b: 3, c: { d: 4 } }),
      "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c:\n      d: 4\n",
    ],
    ["that ends in text", "a:\n  - |\n    x\n\nb: 1\n", append(["a"], "z"), "a:\n  - |\n    x\n  - z\n\nb: 1\n"],
    ["that ends in nothing", "a:\n  - x\n  -\n", append(["a"], "z"), "a:\n  - x\n  -\n  - z\n"],
    ["in a list", "- - a\n  - b\n- c\n", append([0], "d"), "- - a\n  - b\n  - d\n- c\n"],
    ["in brackets", "a: [x, y] # why\n", append(["a"], "z"), "a: [x, y, z] # why\n"],
    [
      "in brackets of quoted words",
      "a: [\"x\"]\nb: 'y'\nc: 'y'\n",
      append(["a"], "z"),
      "a: [\"x\", \"z\"]\nb: 'y'\nc: 'y'\n",
    ],
    ["in brackets of single-quoted words", "a: ['x']\nb: y\nc: y\n", append(["a"], "z"), "a: ['x', 'z']\nb: y\nc: y\n"],
    ["of quoted words", 'a:\n  - "x"\nb: y\nc: y\n', append(["a"], "z"), 'a:\n  - "x"\n  - "z"\nb: y\nc: y\n'],
    [
      "in brackets over lines",
      "a: [\n  x, # why\n  y # and\n]\n",
      append(["a"], "z"),
      "a: [\n  x, # why\n  y, # and\n  z\n]\n",
    ],
    ["in brackets that are empty", "a: [] # why\n", append(["a"], "x"), "a: # why\n  - x\n"],
    ["that is empty, among brackets", "a: []\nb: [y]\nc: [z]\n", append(["a"], "x"), "a: [x]\nb: [y]\nc: [z]\n"],
    ["of nothing", "a:\nb: 1\n", append(["a"], "x"), "a:\n  - x\nb: 1\n"],
    ["that is missing", "a: 1\n", append(["b", "c"], "x"), "a: 1\nb:\n  c:\n    - x\n"],
    ["that is missing in braces", "a: {b: 1}\n", append(["a", "c"], "x"), "a: {b: 1, c: [x]}\n"],
    ["in compact JSON", '{"a":["x"]}', append(["a"], { b: 1 }), '{"a":["x",{"b":1}]}'],
    [
      "in pretty JSON",
      '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}\n',
      append(["a"], { b: 2 }),
      '{\n  "a": [\n    {\n      "b": 1\n    },\n    {\n      "b": 2\n    }\n  ]\n}\n',
    ],
    ["in pretty JSON, on one line", '{\n  "a": ["x"]\n}\n', append(["a"], "z"), '{\n  "a": ["x", "z"]\n}\n'],
    ["with CRLF", "a:\r\n- x\r\n", append(["a"], { b: 1, c: 2 }), "a:\r\n- x\r\n- b: 1\r\n  c: 2\r\n"],
    ["without a line break at the end", "a:\n- x", append(["a"], "z"), "a:\n- x\n- z"],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });
});

describe("remove", () => {
  it.each<Row>([
    ["the first key", "a: 1\nb: 2\nc: 3\n", remove("a"), "b: 2\nc: 3\n"],
    ["a key between", "a: 1\nb: 2\nc: 3\n", remove("b"), "a: 1\nc: 3\n"],
    ["the last key", "a: 1\nb: 2\n", remove("b"), "a: 1\n"],
    ["the last key, without a line break", "a: 1\nb: 2", remove("b"), "a: 1"],
    ["the last key, with CRLF and without a line break", "a: 1\r\nb: 2", remove("b"), "a: 1"],
    ["the only key", "a:\n  b: 1\nc: 2\n", remove("a", "b"), "a: {}\nc: 2\n"],
    ["the only key, with a comment", "a:\n  b: 1 # why\nc: 2\n", remove("a", "b"), "a: {} # why\nc: 2\n"],
    ["the only key, below a comment", "a: # why\n  b: 1\nc: 2\n", remove("a", "b"), "a: {} # why\nc: 2\n"],
    ["the document's only key", "a: 1\n", remove("a"), "{}\n"],
    ["a block", "a:\n  b: 1\n  c:\n    d: 2\ne: 3\n", remove("a"), "e: 3\n"],
    ["a key with a comment", "a: 1\nb: 2 # why\nc: 3\n", remove("b"), "a: 1\n# why\nc: 3\n"],
    ["a block with comments", "a: # 1\n  # 2\n  b: 1 # 3\nc: 2\n", remove("a"), "# 1\n# 2\n# 3\nc: 2\n"],
    ["a block with comments, CRLF", "a: # 1\r\n  b: 1 # 2\r\nc: 2\r\n", remove("a"), "# 1\r\n# 2\r\nc: 2\r\n"],
    [
      "the only block, with comments",
      "a:\n  b: # 1\n    c: 1 # 2\n    # 3\n    d: 2\n",
      remove("a", "b"),
      "a: {} # 1\n    # 2\n    # 3\n",
    ],
    [
      "an item's first block, with comments",
      "- a: # 1\n    b: 1 # 2\n  c: 2\n",
      remove(0, "a"),
      "- # 1\n  # 2\n  c: 2\n",
    ],
    ["an item with comments", "- a: 1 # 1\n  # 2\n  b: 2 # 3\n- c\n", remove(0), "# 1\n# 2\n# 3\n- c\n"],
    ["comments in brackets", "a: {b: {c: 1, # 1\n  d: 2}, e: 3}\n", remove("a", "b"), "a: {e: 3}\n    # 1\n"],
    ["the last key below a comment, without a line break", "a: 1\n# why\nb: 2", remove("b"), "a: 1\n# why"],
    ["the last block with comments, without a line break", "a: 1\nb: # 1\n  c: 2 # 2", remove("b"), "a: 1\n# 1\n# 2"],
    ["the same with CRLF", "a: 1\r\nb: # 1\r\n  c: 2", remove("b"), "a: 1\r\n# 1"],
    ["an alias's key", "a: &x {b: 1}\nc: *x\nd: 1\n", remove("c"), "a: &x {b: 1}\nd: 1\n"],
    ["a key below a comment", "a: 1\n# why\nb: 2\nc: 3\n", remove("b"), "a: 1\n# why\nc: 3\n"],
    ["a key with text", "a: |\n  b\n  c\n\nd: 1\n", remove("a"), "\nd: 1\n"],
    ["a key with nothing", "a:\nb: 1\n", remove("a"), "b: 1\n"],
    ["an item's first key", "- a: 1\n  b: 2\n", remove(0, "a"), "- b: 2\n"],
    ["an item's first key, with a comment", "- a: 1 # why\n  b: 2\n", remove(0, "a"), "- # why\n  b: 2\n"],
    ["an item's last key", "- a: 1\n  b: 2\n- c\n", remove(0, "b"), "- a: 1\n- c\n"],
    ["an item's only key", "- a: 1\n- b\n", remove(0, "a"), "- {}\n- b\n"],
    ["the first item", "a:\n  - x\n  - y\nb: 1\n", remove("a", 0), "a:\n  - y\nb: 1\n"],
    ["an item between", "a:\n- x\n- y # why\n- z\n", remove("a", 1), "a:\n- x\n# why\n- z\n"],
    ["the last item", "a:\n  - x\n  - y\nb: 1\n", remove("a", 1), "a:\n  - x\nb: 1\n"],
    ["the only item", "a:\n  - x\nb: 1\n", remove("a", 0), "a: []\nb: 1\n"],
    ["an item of several lines", "a:\n  - b: 1\n    c: 2\n  - d: 3\n", remove("a", 0), "a:\n  - d: 3\n"],
    [
      "an item with an anchor that has dashes",
      "a:\n  - x\n  - &an-anchor y\n  - z\n",
      remove("a", 1),
      "a:\n  - x\n  - z\n",
    ],
    ["an item of nothing", "a:\n  - x\n  -\n  - z\n", remove("a", 1), "a:\n  - x\n  - z\n"],
    ["the first item in an item", "- - a\n  - b\n- c\n", remove(0, 0), "- - b\n- c\n"],
    ["the second item in an item", "- - a\n  - b\n- c\n", remove(0, 1), "- - a\n- c\n"],
    ["the first in braces", "a: {b: 1, c: 2}\n", remove("a", "b"), "a: {c: 2}\n"],
    ["the last in braces", "a: {b: 1, c: 2}\n", remove("a", "c"), "a: {b: 1}\n"],
    ["the only one in braces", "a: { b: 1 } # why\n", remove("a", "b"), "a: {} # why\n"],
    ["one between in brackets", "a: [x, y, z]\n", remove("a", 1), "a: [x, z]\n"],
    [
      "one in brackets over lines",
      "a: [\n  x, # why\n  y,\n  z\n]\n",
      remove("a", 0),
      "a: [\n   # why\n  y,\n  z\n]\n",
    ],
    ["the last in brackets over lines", "a: [\n  x,\n  y, # why\n]\n", remove("a", 1), "a: [\n  x, # why\n]\n"],
    ["in JSON", '{"a":1,"b":2}', remove("a"), '{"b":2}'],
    ["in pretty JSON", '{\n  "a": 1,\n  "b": 2\n}\n', remove("b"), '{\n  "a": 1\n}\n'],
    ["with CRLF", "a: 1\r\nb: 2\r\nc: 3\r\n", remove("b"), "a: 1\r\nc: 3\r\n"],
    ["a complex key", "? a\n: 1\n? b\n: 2\n", remove("a"), "? b\n: 2\n"],
    ["behind a byte order mark", "\uFEFFa: 1\nb: 2\n", remove("a"), "\uFEFFb: 2\n"],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });
});

describe("text that several places read is changed for all of them at once", () => {
  const anchored = "a: &x {b: 1} # why\nc: *x\nd: [*x, 2]\n";
  const others: readonly Path[] = [["c"], ["d", 0]];
  const everywhere = (patch: Patch): Patch => ({
    ...patch,
    also: others.map((path) => [...path, ...patch.path.slice(1)]),
  });

  it.each<Row>([
    ["a value", anchored, everywhere(set(["a", "b"], 2)), "a: &x {b: 2} # why\nc: *x\nd: [*x, 2]\n"],
    ["a new key", anchored, everywhere(set(["a", "e"], 2)), "a: &x {b: 1, e: 2} # why\nc: *x\nd: [*x, 2]\n"],
    ["a key that goes", anchored, everywhere(remove("a", "b")), "a: &x {} # why\nc: *x\nd: [*x, 2]\n"],
  ])("%s", (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after);
  });

  it("and not where one of them is not meant", () => {
    const patch: Patch = { ...set(["a", "b"], 2), also: [["c", "b"]] };
    expect(patched(anchored, patch)).toBe("declined: the text is shared through an anchor");
  });

  it.each<[string, string, Path, readonly Path[] | undefined]>([
    ["no alias", "a: {b: 1}\nc: '*'\n", ["a", "b"], [["a", "b"]]],
    [
      "from the anchor",
      anchored,
      ["a", "b"],
      [
        ["a", "b"],
        ["c", "b"],
        ["d", 0, "b"],
      ],
    ],
    [
      "from an alias",
      anchored,
      ["d", 0, "b"],
      [
        ["a", "b"],
        ["c", "b"],
        ["d", 0, "b"],
      ],
    ],
    [
      "what is not there yet",
      anchored,
      ["c", "e", "f"],
      [
        ["a", "e", "f"],
        ["c", "e", "f"],
        ["d", 0, "e", "f"],
      ],
    ],
    ["around the anchor", "a: {b: &x {c: 1}}\nd: *x\n", ["a", "e"], [["a", "e"]]],
    ["an alias in what an alias stands for", "a: &x 1\nb: &y [*x]\nc: *y\n", ["a"], [["a"], ["b", 0], ["c", 0]]],
    ["a merge key brings it in", "a: &x {b: {c: 1}}\nd: {<<: *x}\n", ["a", "b", "c"], undefined],
    ["beside a merge key", "a: &x {b: 1}\nd: {<<: *x, e: {f: 1}}\n", ["d", "e", "f"], [["d", "e", "f"]]],
    ["a key that is set again below", "a: &x {b: 1}\nc: *x\nc: 2\n", ["a", "b"], [["a", "b"]]],
  ])("who reads it: %s", (_, text, path, places) => {
    expect(pathsSharing(documentOf(text), path)).toEqual(places);
  });
});

describe("only the patched document changes", () => {
  const files = "# one\na: 1\n--- # two\na: {} # why\n...\n---\n# three\na: 'x'\n";

  it.each<[op: string, patch: Patch, after: string]>([
    ["set", set(["a", "b"], true), files.replace("a: {} # why\n", "a: # why\n  b: true\n")],
    ["append", append(["b"], 1), files.replace("# why\n", "# why\nb:\n  - 1\n")],
    ["remove", remove("a"), files.replace("a: {} # why", "{} # why")],
  ])("%s", (_, patch, after) => {
    const { documents } = manifestOf(files);
    const changed = documents[1] && applyPatch(documents[1], patch);
    expect(changed).toMatchObject({ text: after, index: 1 });
    expect(manifestOf(after).documents.map(({ value }) => value)).toEqual([
      { a: 1 },
      changed && "value" in changed && changed.value,
      { a: "x" },
    ]);
  });

  it("has the file's line breaks", () => {
    const [first] = manifestOf('{}\r\n{"a": 1}\r\n').documents;
    expect(first && applyPatch(first, set(["b"], 3))).toMatchObject({ text: '{\r\n  "b": 3\r\n}\r\n{"a": 1}\r\n' });
  });

  it("of JSON objects that follow one another too", () => {
    const { documents } = manifestOf('{"a":1}\n{"a":2}\n');
    expect(documents[0] && applyPatch(documents[0], set(["b"], 3))).toMatchObject({ text: '{"a":1,"b":3}\n{"a":2}\n' });
  });
});

const pod =
  "spec:\n  containers:\n    - name: a\n      securityContext:\n        runAsUser: 0\n  volumes:\n    - name: x\n";
const own: Path = ["spec", "containers", 0];

describe("patches of one text at once are the same as one behind the other", () => {
  it.each<[what: string, text: string, patches: readonly Patch[], after: string]>([
    [
      "in one block, each where it belongs",
      "a: 1\nd: 4\n",
      [set(["e"], 5), set(["c"], 3, { before: ["d"] }), set(["b"], 2, { after: ["a"] }), set(["f"], 6)],
      "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n",
    ],
    [
      "before one that came with it",
      "a: 1\n",
      [set(["c"], 3), set(["b"], 2, { before: ["c"] }), set(["d"], 4, { after: ["c"] })],
      "a: 1\nb: 2\nc: 3\nd: 4\n",
    ],
    [
      "before all",
      "c: 3\n",
      [set(["b"], 2, { before: ["c"] }), set(["a"], 1, { before: ["b"] })],
      "a: 1\nb: 2\nc: 3\n",
    ],
    [
      "in blocks that end together, the outer first",
      pod,
      [
        set([...own, "tty"], true),
        set([...own, "securityContext", "privileged"], false),
        append([...own, "args"], "b"),
      ],
      pod.replace(
        "runAsUser: 0\n",
        "runAsUser: 0\n        privileged: false\n      tty: true\n      args:\n        - b\n",
      ),
    ],
    [
      "below one new key",
      pod,
      [set([...own, "resources", "limits"], { cpu: 1 }), set([...own, "resources", "requests"], { cpu: 2 })],
      pod.replace(
        "runAsUser: 0\n",
        "runAsUser: 0\n      resources:\n        limits:\n          cpu: 1\n        requests:\n          cpu: 2\n",
      ),
    ],
    [
      "in one list",
      pod,
      [append(["spec", "volumes"], { name: "u" }), append(["spec", "volumes"], { name: "v" })],
      `${pod}    - name: u\n    - name: v\n`,
    ],
    [
      "in brackets",
      "a: {b: 1, c: [x]}\n",
      [append(["a", "c"], "u"), set(["a", "d"], 2), append(["a", "c"], "v"), set(["a", "b"], 0)],
      "a: {b: 0, c: [x, u, v], d: 2}\n",
    ],
    [
      "of what was removed",
      "a: # why\n  b: 1\n",
      [remove("a", "b"), set(["a", "c"], 2), set(["a", "d"], 3)],
      "a: # why\n  c: 2\n  d: 3\n",
    ],
    ["lines that follow one another", "a: [x]\nb: 1\nc: 2\nd: 3\n", [remove("b"), remove("c")], "a: [x]\nd: 3\n"],
    ["items of a list, the last first", "- x\n- y\n- z\n", [remove(2), remove(0)], "- y\n"],
    ["items of a list, the first first", "- x\n- y\n- z\n", [remove(0), remove(0)], "- z\n"],
    ["what is there already", "a: yes # why\nb: 1\n", [set(["a"], true), set(["b"], 2)], "a: yes # why\nb: 2\n"],
    [
      "behind a line break that only libyaml knows",
      "spec:\u2028  a:\n  - b\nc: {}\nd:\n  e: 1\n",
      [set(["d", "f"], ["x"])],
      "spec:\u2028  a:\n  - b\nc: {}\nd:\n  e: 1\n  f:\n    - x\n",
    ],
    ["one value, again", "a: 1\n", [set(["a"], 2), set(["a"], 3)], "a: 3\n"],
    [
      "in two blocks, in turn",
      "a: {}\nb: {}\n",
      [set(["a", "u"], 1), set(["a", "v"], 2), set(["b", "u"], 3), set(["b", "v"], 4)],
      "a:\n  u: 1\n  v: 2\nb:\n  u: 3\n  v: 4\n",
    ],
    [
      "of a block, once something has moved out of it",
      "a: 0\nb:\n  u: 1 # why\nc:\n  u: 1\n",
      [set(["a"], 1), { op: "remove", path: ["b", "u"], moved: [{ from: ["b", "u"], to: [["c", "u"]] }] }, remove("b")],
      "a: 1\nc:\n  u: 1 # why\n",
    ],
    [
      "one after the other refused",
      "a: 1\nb: x\n",
      [set(["a"], 2), set(["b", "c"], 1)],
      "declined: something else is written where the change belongs",
    ],
  ])("%s", (_, text, patches, after) => {
    expect(patched(text, ...patches)).toBe(after);
    expect(patches.reduce((each, patch) => (/^declined/.test(each) ? each : patched(each, patch)), text)).toBe(after);
  });
});

it("patches follow one another", () => {
  const steps = [
    set([...context, "runAsNonRoot"], true),
    append([...context, "capabilities", "drop"], "ALL"),
    set([...context, "capabilities", "add"], ["X"]),
    remove("spec", "hostPID"),
  ];
  expect(patched(container, ...steps)).toBe(
    "spec:\n  containers:\n    - name: a\n      image: b # why\n      securityContext:\n        runAsNonRoot: true\n        capabilities:\n" +
      "          drop:\n            - ALL\n          add:\n            - X\n",
  );
});

describe("what can't be done by one sure splice is declined", () => {
  it.each<[what: string, text: string, patch: Patch, reason: string]>([
    ["behind an alias", "a: &x {b: 1}\nc: *x\n", set(["c", "b"], 2), "the text is shared through an anchor"],
    ["an alias", "a: &x {b: 1}\nc: *x\n", set(["c"], 2), "the text is shared through an anchor"],
    ["below an alias", "a: &x {b: 1}\nc: *x\n", set(["c", "d"], 2), "the text is shared through an anchor"],
    ["at an anchor that is used", "a: &x {b: 1}\nc: *x\n", set(["a", "b"], 2), "the text is shared through an anchor"],
    ["an anchor that is used", "a: &x {b: 1}\nc: *x\n", remove("a"), "an anchor in it is used elsewhere"],
    [
      "through a merge key",
      "a: &x {b: {c: 1}}\nd: {<<: *x}\n",
      set(["d", "b", "e"], 2),
      "the text is shared through an anchor",
    ],
    ["a merged value", "a: &x {b: 1}\nd: {<<: *x}\n", remove("d", "b"), "the text is shared through an anchor"],
    [
      "a key that a merge key below would override",
      "a: &x {b: 1}\nc:\n  d: 1\n  <<: *x\n",
      set(["c", "b"], 2),
      "the text is shared through an anchor",
    ],
    ["a key over a merged one", "a: {b: 1}\nc:\n  d: 1\n  <<: {b: 1}\n", remove("c", "d"), ""],
    ["the whole document", "{}\n", set([], { a: 1 }), "the whole document would be replaced"],
    ["below a word", "a: b\n", set(["a", "c"], 1), "something else is written where the change belongs"],
    ["below a list", "a: [b]\n", set(["a", "c"], 1), "something else is written where the change belongs"],
    ["behind a list's end", "a: [b]\n", set(["a", 2], 1), "something else is written where the change belongs"],
    [
      "a word that should be a list",
      "a: b\n",
      append(["a"], "c"),
      "something else is written where the change belongs",
    ],
    [
      "a mapping that should be a list",
      "a: {}\n",
      append(["a"], "c"),
      "something else is written where the change belongs",
    ],
    ["what is not there", "a: 1\n", remove("b"), "there is nothing to remove"],
    ["the document", "a: 1\n", remove(), "there is nothing to remove"],
    [
      "to remove a key that is written twice",
      "a: 1\na: 2\n",
      remove("a"),
      "a is set twice: remove one of the two first",
    ],
    [
      "to set a key that is written twice",
      "a: 1\na: 2\n",
      set(["a"], 3),
      "a is set twice: remove one of the two first",
    ],
    ["a tagged word", "a: !!str 5\n", set(["a"], 6), "the text is written in a way that this change would break"],
  ])("%s", (_, text, patch, reason) => {
    const after = patched(text, patch);
    if (reason) expect(after).toBe(`declined: ${reason}`);
    else expect(after).not.toMatch(/^declined/);
  });
});

describe("patches that are made together", () => {
  it.each<[shape: string, before: string, patches: readonly Patch[], after: string]>([
    ["items of one list", "a: [x, y, z]\n", [remove("a", 0), remove("a", 1)], "a: [z]\n"],
    ["an item that two ask for", "a: [x, y, z]\n", [remove("a", 1), remove("a", 1)], "a: [x, z]\n"],
    [
      "an item, and a part of a later one",
      "a:\n  - b: 1\n  - c: 1\n    d: 1\n",
      [remove("a", 0), remove("a", 1, "d")],
      "a:\n  - c: 1\n",
    ],
    ["an item, and one in it", "a:\n  - [x, y]\n  - z\n", [remove("a", 0), remove("a", 0, 1)], "a:\n  - z\n"],
    [
      "a list that goes, and one that comes",
      "a:\n  - x\nb: 1\n",
      [append(["a"], "v"), remove("a")],
      "b: 1\na:\n  - v\n",
    ],
    [
      "an item that goes, and a value in another",
      "a:\n  - x\n  - b: 1\n",
      [remove("a", 0), set(["a", 1, "b"], 2)],
      "a:\n  - b: 2\n",
    ],
  ])("%s", (_, before, patches, after) => {
    for (const order of [patches, patches.toReversed()]) {
      const document = documentOf(before);
      const changed = applyTogether(document, order);
      expect("declined" in changed ? changed.declined : changed.text).toBe(after);
      expect(patchTogether(document.value, order)).toEqual(documentOf(after).value);
    }
  });
});
