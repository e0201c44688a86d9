import fc from "fast-check";
import { minimatch } from "minimatch";
import { describe, expect, it } from "vitest";
import { findPatternDefect, matchesPattern, selectsPath } from "../src/pod/patterns.ts";
import { cases } from "./random.ts";

describe("a pattern", () => {
  it.each([
    ["team-*", "team-a", true],
    ["team-*", "team-", true],
    ["team-*", "my-team-a", false],
    ["*", ".hidden", true],
    ["*", "registry.example.com/app:1", false],
    ["**", "registry.example.com/app:1", true],
    ["quay.io/cilium/*", "quay.io/cilium/cilium:v1.16@sha256:00", true],
    ["quay.io/*", "quay.io/cilium/cilium", false],
    ["quay.io/**", "quay.io/cilium/cilium", true],
    ["**/cilium*", "cilium", true],
    ["**/cilium*", "quay.io/cilium/cilium", true],
    ["k8s/**", "k8s/prod/web.yaml", true],
    ["./k8s/*.yaml", "k8s/web.yaml", true],
    ["k8s/**.yaml", "k8s/web.yaml", true],
    ["k8s/**.yaml", "k8s/prod/web.yaml", false],
    ["{web,api}-?", "api-1", true],
    ["{web,api}-?", "db-1", false],
    ["{a,{b,c}d}e", "cde", true],
    ["{a,{b,c}d}e", "ce", false],
    ["web{,-canary}", "web", true],
    ["{0..2}.yaml", "2.yaml", true],
    ["{0..2}.yaml", "3.yaml", false],
    ["[!a-c]x", "dx", true],
    ["[!a-c]x", "bx", false],
    ["[^a]x", "/x", false],
    ["[]a]", "]", true],
    ["[[:alpha:]]", "x", true],
    ["[[:alpha:]]", "1", false],
    ["team-[[:digit:]]", "team-7", true],
    ["[[:alpha:]], #[[:digit:]]", "a, #1", true],
    ["[[:alpha:]]\\!", "a!", true],
    ["**/*.y?(a)ml", "k8s/web.yml", true],
    ["**/*.y?(a)ml", "web.yaml", true],
    ["@(web|web-api)", "web-api", true],
    ["v+([0-9]).+([0-9])", "v1.27", true],
    ["*(ab|cd)", "abcdab", true],
    ["!(secret|*-test).yaml", "web.yaml", true],
    ["!(secret|*-test).yaml", "secret.yaml", false],
    ["!(secret|*-test).yaml", "web-test.yaml", false],
    ["a.b", "a-b", false],
    ["#a", "#a", true],
    ["!a", "!a", true],
    ["a\\*", "a*", true],
    ["a\\*", "ab", false],
    ["\\{a\\}", "{a}", true],
    ["*\\.yaml", "web.yaml", true],
    ["(a|b)+", "(a|b)+", true],
    ["copy (1).yaml", "copy (1).yaml", true],
  ])("%s and %s: %s", (pattern, text, expected) => {
    expect(findPatternDefect(pattern)).toBeUndefined();
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it.each([
    ["", "is empty"],
    ["team-[", "has a [ without its other half"],
    ["a]", "has a ] without its other half"],
    ["[a/b]", "has a [ without its other half"],
    ["[[:letter:]]", "has a ] without its other half"],
    ["{a,b", "has a { without its other half"],
    ["a}", "has a } without its other half"],
    ["{a}", "has braces without a comma or a range between them"],
    ["{a..}", "has braces without a comma or a range between them"],
    ["+(a", "has a +( without its other half"],
    ["a\\", "has a \\ without its other half"],
    ["[z-a]", "has a range in [ ] that goes backwards"],
    ["[0-9z-a]", "has a range in [ ] that goes backwards"],
    ["/k8s/*.yaml", "starts or ends with a slash, and no name does"],
    ["k8s/", "starts or ends with a slash, and no name does"],
    ["k8s/../*.yaml", "has the step .., which is not a name"],
    ["a".repeat(1001), "is longer than 1,000 characters"],
    ["{1..1001}", "has braces that stand for more than 1,000 patterns"],
    ["{a,b}".repeat(10), "has braces that stand for more than 1,000 patterns"],
    ["*a*a*a*", "has more than 3 * or groups that repeat or exclude between two slashes"],
    ["*a*a*a*a*a*a*a*a*a*a*b", "has more than 3 * or groups that repeat or exclude between two slashes"],
    ["+(a)*(a)", "has two repeating groups side by side"],
    ["*(a)*(b)", "has two repeating groups side by side"],
    ["*(a|+(b))", "has a group within a group"],
    ["+(a|ab)", "repeats a group that can match one text in two ways, as +(a|ab) does"],
    ["*([a-z]|b)", "repeats a group that can match one text in two ways, as *(a|ab) does"],
    ["*(a*)", "repeats a group that can match one text in two ways, as *(a|ab) does"],
    ["*(|a)", "repeats a group that can match one text in two ways, as *(a|ab) does"],
    ["?(a)".repeat(24), "can match in too many ways: use fewer *, braces and groups"],
    ["*a*a*{a,b,c,d,e}", "can match in too many ways: use fewer *, braces and groups"],
    [`${"[[:alpha:]]".repeat(20)}{0..9}`, "has more than 100 classes such as [:alpha:]"],
  ])("%j: what is wrong is said", (pattern, defect) => {
    expect(findPatternDefect(pattern)).toBe(defect);
    expect(matchesPattern(pattern, pattern)).toBe(false);
  });

  it.each(["a".repeat(1000), "{1..1000}", "*a*a*b", "**/*-*-*.{yaml,yml,json}", "{dev,prod}-{0..9}/**/*-*.yaml"])(
    "%s is within the bounds",
    (pattern) => expect(findPatternDefect(pattern)).toBeUndefined(),
  );

  it.each([
    ["a long text", "a".repeat(4097)],
    ["a long step", `k8s/${"a".repeat(256)}`],
    ["many steps", "a/".repeat(100)],
    ["a step that leads elsewhere", "k8s/../a"],
  ])("matches nothing beyond the bounds of names and paths: %s", (_, text) => {
    expect(matchesPattern("**", text)).toBe(false);
    expect(matchesPattern("**", text.slice(-100).replaceAll(/[./]/g, "a"))).toBe(true);
  });

  it("means what it means to minimatch", () => {
    const part = fc.constantFrom(
      ..."a b web - . / / * ** *** ? [ab] [!a] [a-] [^a] {a,b} {a,} {,b} {a,{b,c}} {1..3} {a/b,c} ! # @(a|b) ?(a) !(b) +(ab) /**/ .yaml é \\* \\?".split(
        " ",
      ),
    );
    const pattern = fc
      .array(part, { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(""))
      .filter((each) => !/^!(?!\()/.test(each) && findPatternDefect(each) === undefined);
    const name = fc.constantFrom(..."a b ab web .a .yaml * { } , é 1 -".split(" "));
    const path = fc
      .array(
        fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("")),
        { minLength: 1, maxLength: 4 },
      )
      .map((steps) => steps.join("/"));
    fc.assert(
      fc.property(pattern, path, (each, text) => {
        const theirs = minimatch(text, each.replace(/^(\.\/)+/, ""), {
          dot: true,
          nocomment: true,
          nonegate: true,
          platform: "linux",
        });
        expect([each, text, matchesPattern(each, text)]).toEqual([each, text, theirs]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("patterns of files", () => {
  it("name what is wrong behind a leading !", () => {
    expect(findPatternDefect("!")).toBe("is empty");
    expect(findPatternDefect("!k8s/[")).toBe("has a [ without its other half");
  });

  it.each([
    ["the last that matches decides", ["**/*.yaml", "!test/**", "test/kept.yaml"], "test/kept.yaml", true],
    ["a leading ! excludes", ["**/*.yaml", "!test/**"], "test/web.yaml", false],
    ["an exclusion alone selects nothing", ["!test/**"], "k8s/web.yaml", false],
    ["a leading !( opens a group", ["!(test)/*.yaml"], "k8s/web.yaml", true],
    ["a leading !( opens a group", ["!(test)/*.yaml"], "test/web.yaml", false],
    ["a group can be excluded", ["**/*.yaml", "!@(test|tmp)/**"], "tmp/web.yaml", false],
  ])("%s", (_, patterns, path, expected) => {
    expect(selectsPath(patterns, path)).toBe(expected);
  });

  it("select what can't be matched: no name keeps a file from being judged", () => {
    expect(selectsPath(["k8s/*.yaml"], `k8s/${"a".repeat(300)}.yaml`)).toBe(true);
  });
});

describe("no text keeps an accepted pattern busy", () => {
  // In seconds of the processor: a slow machine takes some tenths; a pattern without bounds takes years.
  const patience = 5;

  function expectAnAnswer(pattern: string, text: string): void {
    const start = process.cpuUsage();
    matchesPattern(pattern, text);
    const { user } = process.cpuUsage(start);
    expect([pattern, text, user / 1e6 < patience]).toEqual([pattern, text, true]);
  }

  it.each([
    ["*a*a*b", "a".repeat(255)],
    ["*a*a*b", "a".repeat(4096)],
    ["*?*?*b", "a".repeat(255)],
    ["**/*a*a*b/**", `${"a".repeat(254)}/`.repeat(16)],
    ["**/a/**/a/**/a/**/a/**/b/**", "a/".repeat(99)],
    ["**/a/**/a/**/a/**", `${"a/".repeat(90)}./x`],
    ["{0..9}{0..9}{0..9}/**/a/**", "1/2/a/".repeat(30)],
    ["@(a|a|a)@(a|a|a)@(a|a|a)b", "aaac"],
    ["*(ab|b)*b{0..99}", "ab".repeat(127)],
    ["!(*a)b!(b)", "ab".repeat(127)],
    ["+([a-z])-+([a-z])", "a".repeat(255)],
  ])("%s", (pattern, text) => {
    expect(findPatternDefect(pattern)).toBeUndefined();
    expectAnAnswer(pattern, text);
  });

  it("whatever the pattern and the text", () => {
    const piece = fc.constantFrom(
      ..."a b * * ** **/ / ? [ab] [!b] [[:alpha:]] {a,b} {a,aa,ab} {0..9} +(a) *(a) +(ab|b) *([ab]) ?(a) ?(a|b) @(a|ab) @(a|a|a) !(a) !(a*)".split(
        " ",
      ),
    );
    const repeated = fc.tuple(piece, fc.integer({ min: 1, max: 30 })).map(([each, times]) => each.repeat(times));
    const pattern = fc
      .array(fc.oneof(piece, repeated), { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join(""))
      .filter((each) => findPatternDefect(each) === undefined);
    const unit = fc.constantFrom("a", "ab", "aab", "a/", "aa/", `${"a".repeat(254)}/`, `${"ab".repeat(127)}/`);
    const text = fc
      .tuple(unit, fc.integer({ min: 1, max: 4000 }), fc.constantFrom("", "b", "c", "/c", "/b"))
      .map(([each, length, end]) => each.repeat(Math.ceil(length / each.length)).slice(0, length) + end);
    fc.assert(fc.property(pattern, text, expectAnAnswer), { numRuns: cases(100) });
  });
});
