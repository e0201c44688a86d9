import { describe, expect, it } from "vitest";
import { documentOf } from "./documents.ts";

/** What Kubernetes makes of words: checked against sigs.k8s.io/yaml 1.6.0. */
describe("a value is what Kubernetes reads", () => {
  it.each<[written: string, value: unknown]>([
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ["yes", true],
    ["Yes", true],
    ["YES", true],
    ["y", true],
    ["Y", true],
    ["on", true],
    ["On", true],
    ["ON", true],
    ["false", false],
    ["no", false],
    ["NO", false],
    ["n", false],
    ["N", false],
    ["off", false],
    ["Off", false],
    ["tRUE", "tRUE"],
    ["yES", "yES"],
    ["yes!", "yes!"],
    ["null", null],
    ["Null", null],
    ["NULL", null],
    ["~", null],
    ["", null],
    ["nULL", "nULL"],
    ["none", "none"],
    ["0", 0],
    ["-0", 0],
    ["1000", 1000],
    ["+1000", 1000],
    ["-1", -1],
    ["1_000_000", 1_000_000],
    ["1__0", 10],
    ["_1", "_1"],
    ["0644", 420],
    ["-0644", -420],
    ["0o644", 420],
    ["0O644", 420],
    ["0_644", 420],
    ["0899", 899],
    ["0x1F", 31],
    ["0X1f", 31],
    ["-0x10", -16],
    ["0b101", 5],
    ["-0b101", -5],
    ["0b2", "0b2"],
    ["0x", "0x"],
    ["0o8", "0o8"],
    ["9007199254740991", 9_007_199_254_740_991],
    ["18446744073709551615", 18_446_744_073_709_552_000],
    ["99999999999999999999", 1e20],
    ["0xFFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFFF"],
    ["1.5", 1.5],
    ["1.", 1],
    [".5", 0.5],
    ["-.5", -0.5],
    ["+.5", 0.5],
    [".5_0", 0.5],
    ["1_0.5", 10.5],
    ["1e3", 1000],
    ["1E-3", 0.001],
    ["1e999", "1e999"],
    [".", "."],
    ["+", "+"],
    ["1.2.3", "1.2.3"],
    ["1:30", "1:30"],
    ["10m", "10m"],
    ["1e", "1e"],
    ["2001-12-14", "2001-12-14"],
    ["2001-12-14 21:59:43.10", "2001-12-14 21:59:43.10"],
    ["'yes'", "yes"],
    ['"yes"', "yes"],
    ["'0644'", "0644"],
    ['""', ""],
    ["''", ""],
    ["'it''s'", "it's"],
    ['"a\\tb\\u0041\\x41\\n"', "a\tbAA\n"],
    ["|\n  yes", "yes\n"],
    [">-\n  yes", "yes"],
    ["<<", "<<"],
    ["!!str yes", "yes"],
    ["!!str 0644", "0644"],
    ["!!str", ""],
    ["! yes", "yes"],
    ["!!bool yes", true],
    ['!!bool "yes"', true],
    ["!!int 0x10", 16],
    ['!!int "5"', 5],
    ["!!float 1", 1],
    ["!!null ''", null],
    ["!!timestamp 2001-01-01", "2001-01-01"],
    ["!!binary aGk=", "hi"],
    ["!local yes", "yes"],
    ["!<tag:example.com,2000:x> yes", "yes"],
    ["!!map {a: 1}", { a: 1 }],
    ["!!set {a, b}", { a: null, b: null }],
    ["!!timestamp 2001-02-28", "2001-02-28"],
    ["!!float 5", 5],
    ["! 5", "5"],
    ["!!str", ""],
    ["&anchor yes", true],
  ])("%j is %j", (written, value) => {
    expect(documentOf(`key: ${written}\n`).value).toEqual({ key: value });
  });

  it.each<[written: string, value: unknown]>([
    ["[yes, 'yes', 0644, null, ~, 1e3]", [true, "yes", 420, null, null, 1000]],
    ["{a: on, 'b': off, \"c\":yes}", { a: true, b: false, c: true }],
    ["{a, b: }", { a: null, b: null }],
    ["[a: 1, b]", [{ a: 1 }, "b"]],
    ["[]", []],
    ["{}", {}],
  ])("%j is %j", (written, value) => {
    expect(documentOf(`key: ${written}\n`).value).toEqual({ key: value });
  });

  it("takes JSON at its word: a line separator ends no line there", () => {
    expect(documentOf('{"a": "b\u2028c", "yes": [1e3, "yes"]}').value).toEqual({ a: "b\u2028c", yes: [1000, "yes"] });
  });

  it("gives text that goes over lines its spaces and line breaks", () => {
    const text = "a: x\n  y\nb: 'x\n\n  y'\nc: >\n  x\n  y\n\n  z\nd: |+\n  x\n\ne: |-\n  x\n   y\n\nf: |2\n   x\n";
    expect(documentOf(text).value).toEqual({ a: "x y", b: "x\ny", c: "x y\nz\n", d: "x\n\n", e: "x\n y", f: " x\n" });
  });
});

describe("a key is the string that JSON would have", () => {
  it.each<[written: string, key: string]>([
    ["name", "name"],
    ["yes", "true"],
    ["off", "false"],
    ["0644", "420"],
    ["1_000", "1000"],
    ["1.50", "1.5"],
    ["1234567890123456789", "1234567890123456789"],
    ["0x1F", "31"],
    ["99999999999999999999", "1e+20"],
    ["1000000.5", "1.0000005e+06"],
    ["1e3", "1000"],
    [".inf", ".inf"],
    ["'yes'", "yes"],
    ['"0644"', "0644"],
    ["!!str yes", "yes"],
    ["'<<'", "<<"],
    ["''", ""],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
  ])("%s is %j", (written, key) => {
    expect(Object.keys(documentOf(`${written}: 1\n`).value as object)).toEqual([key]);
  });
});

describe("anchors, aliases and merge keys are resolved", () => {
  it.each<[what: string, text: string, value: unknown]>([
    ["an alias is what was anchored", "a: &x {b: 1}\nc: *x\n", { a: { b: 1 }, c: { b: 1 } }],
    [
      "of two anchors with one name the last one above counts",
      "a: &x 1\nb: *x\nc: &x 2\nd: *x\n",
      { a: 1, b: 1, c: 2, d: 2 },
    ],
    ["an anchor on nothing is null", "a: &x\nb: *x\n", { a: null, b: null }],
    ["a key may be anchored and an alias", "&k a: 1\nb: {*k : 2}\n", { a: 1, b: { a: 2 } }],
    ["a merge key brings keys in", "p: &p {a: 1}\nq:\n  <<: *p\n  b: 2\n", { p: { a: 1 }, q: { a: 1, b: 2 } }],
    ["a key below wins over the merge key", "<<: {a: 1}\na: 2\n", { a: 2 }],
    ["a key above loses to it", "a: 2\n<<: {a: 1}\n", { a: 1 }],
    ["of a list the first wins", "<<: [{a: 1}, {a: 2, b: 2}]\n", { a: 1, b: 2 }],
    [
      "a merged mapping may merge",
      "p: &p {a: 1}\nq: &q {<<: *p, b: 2}\n<<: *q\n",
      { p: { a: 1 }, q: { a: 1, b: 2 }, a: 1, b: 2 },
    ],
    ["in quotes it is a key like any", "'<<': {a: 1}\n", { "<<": { a: 1 } }],
  ])("%s", (_, text, value) => {
    expect(documentOf(text).value).toEqual(value);
  });
});

it("reads a key that is set twice as the last one, and reports it", () => {
  const { value, duplicates } = documentOf("a:\n  b: 1\n  c: 2\n  b: 3\nyes: 1\ntrue: 2\n");
  expect(value).toEqual({ a: { b: 3, c: 2 }, true: 2 });
  expect(duplicates).toEqual([
    { path: ["a", "b"], key: "b", range: { start: 19, end: 20 } },
    { path: ["true"], key: "true", range: { start: 31, end: 35 } },
  ]);
});
