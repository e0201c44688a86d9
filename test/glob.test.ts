import fc from "fast-check";
import { minimatch } from "minimatch";
import { describe, expect, it } from "vitest";
import { defectOf, matches } from "../src/pod/patterns.ts";
import { UsageError } from "../src/source/errors.ts";
import { fits } from "../src/source/globs.ts";

describe("a pattern", { timeout: 120_000 }, () => {
  it.each([
    ["team-*", "team-a", true],
    ["team-*", "team-", true],
    ["team-*", "my-team-a", false],
    ["*", "registry.example.com/app:1", false],
    ["**", "registry.example.com/app:1", true],
    ["quay.io/cilium/*", "quay.io/cilium/cilium:v1.16@sha256:00", true],
    ["quay.io/*", "quay.io/cilium/cilium", false],
    ["**/cilium*", "cilium", true],
    ["**/cilium*", "quay.io/cilium/cilium", true],
    ["k8s/**", "k8s/prod/web.yaml", true],
    ["{web,api}-?", "api-1", true],
    ["{web,api}-?", "db-1", false],
    ["[!a-c]x", "dx", true],
    ["[!a-c]x", "bx", false],
    ["[!a]x", "/x", false],
    ["{a,{b,c}d}e", "cde", true],
    ["{a,{b,c}d}e", "ce", false],
    ["?", "😀", true],
    ["a.b", "a-b", false],
    ["a\\*", "a*", true],
    ["a\\*", "ab", false],
    ["(a|b)+", "(a|b)+", true],
    ["", "", true],
  ])("%s and %s: %s", (glob, text, expected) => {
    expect(matches(glob, text)).toBe(expected);
  });

  it.each([
    ["", "is empty"],
    ["team-[", "has a [ without its other half"],
    ["a]", "has a ] without its other half"],
    ["{a,b", "has a { without its other half"],
    ["a}", "has a } without its other half"],
    ["a\\", "has a \\ without its other half"],
    ["[z-a]", "has a range in [ ] that goes backwards"],
    ["*".repeat(1001), "is longer than 1,000 characters"],
    ["team-*", undefined],
  ])("%j: what is wrong is said", (glob, defect) => {
    expect(defectOf(glob)).toBe(defect);
    if (defect !== undefined && glob !== "") expect(matches(glob, glob)).toBe(false);
  });

  it("means what it means to minimatch, where paths are selected", () => {
    const part = fc.constantFrom("a", "b", "web", "-", ".yaml", "*", "?", "[ab]", "[!a]", "{a,web}");
    const step = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("").replaceAll("**", "*"));
    const glob = fc
      .array(fc.oneof({ weight: 4, arbitrary: step }, fc.constant("**")), { minLength: 1, maxLength: 4 })
      .map((steps) => steps.filter((each, index) => each !== "**" || index < steps.length - 1).join("/") || "a");
    const text = fc
      .array(fc.array(fc.constantFrom("a", "b", "web", "-", ".yaml"), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((steps) => steps.map((parts) => parts.join("")).join("/"));
    fc.assert(
      fc.property(glob, text, (pattern, path) => {
        expect([pattern, path, matches(pattern, path)]).toEqual([
          pattern,
          path,
          minimatch(path, pattern, { dot: true }),
        ]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("no text keeps a pattern busy", () => {
  const traps = [
    ["*a".repeat(300), "a".repeat(3000)],
    [`${"**/".repeat(300)}b`, "a/".repeat(3000)],
    [`${"**".repeat(300)}b`, "a".repeat(3000)],
    [`${"{a,aa}".repeat(150)}b`, "a".repeat(3000)],
    [`${"{*,**}".repeat(150)}b`, "a".repeat(3000)],
    [`${"{".repeat(400)}a${",a}".repeat(180)}`, "a"],
    [`${"?*".repeat(400)}b`, "a".repeat(3000)],
  ] as const;

  it.each(traps)("trap %#, where rules and policies match", (glob, text) => {
    const start = performance.now();
    expect(matches(glob, `${text}!`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ...traps,
    ["+(a|aa)b", "a".repeat(60)],
    ["*(*(a))b", "a".repeat(60)],
    ["!(a*)*(a)b", "a".repeat(60)],
    ["{1..100000}", "a"],
    ["{,a}".repeat(100), "a".repeat(60)],
    ["\\a*a*a*a*a*a*a*a*b", "a".repeat(250)],
  ] as const)("trap %#, where files are selected: an answer, or a sentence that says what to change", (glob, text) => {
    const start = performance.now();
    try {
      expect(fits(`${text}!`, glob)).toBe(false);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect(String(error)).toMatch(
        /The pattern ".+" (is longer than 1,000 characters|has a|says something that patterns can't say here)/,
      );
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("a pattern of files", { timeout: 120_000 }, () => {
  it.each(["k8s/**/*.yaml", "./k8s/*.yaml", "**/*.{yaml,yml}", "!secret.yaml", "[a-c]?.json"])(
    "%s can be said",
    (glob) => {
      expect(() => fits("k8s/a.yaml", glob)).not.toThrow();
    },
  );

  it.each(["+(a|b).yaml", "{1..3}.yaml", "{a}", "a\\*", "k8s/", "/k8s/*.yaml", "k8s/[", "k8s/{a,b"])(
    "%s can't, and that is said",
    (glob) => {
      expect(() => fits("k8s/a.yaml", glob)).toThrow(
        /^The pattern ".+" .+\. Use \*, \*\*, \?, \[a-z\], \[!a-z\] and \{a,b\}/,
      );
    },
  );

  it("means what it means to minimatch, or is refused", () => {
    const part = fc.constantFrom(
      ..."a b web - . .. / / * ** *** ? [ab] [!a] [a-] [^a] [a/b] {a,b} {a,} {,b} {a,{b,c}} {a} {1..3} {a/b,c} ! # [ ] { } , @(a|b) /** /**/ **/ .yaml é".split(
        " ",
      ),
      "\\*",
    );
    const glob = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
    const name = fc.constantFrom(..."a b web . .. .yaml * [ ] { } , c é 1 -".split(" "));
    const path = fc
      .array(
        fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("")),
        { minLength: 1, maxLength: 4 },
      )
      .map((steps) => steps.filter((step) => step !== "." && step !== "..").join("/"))
      .filter((text) => text !== "");
    const answer = (text: string, pattern: string) => {
      try {
        return fits(text, pattern);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(glob, path, (pattern, text) => {
        const own = answer(text, pattern);
        // From the working directory on is from where every path is.
        const meant = pattern.replace(/^\.\//, "");
        const theirs = minimatch(text, meant, { dot: true, nocomment: true, nonegate: true });
        expect([pattern, text, own ?? theirs]).toEqual([pattern, text, theirs]);
      }),
      { numRuns: 5000 },
    );
  });
});
