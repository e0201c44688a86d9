import fc from "fast-check";
import { minimatch } from "minimatch";
import { describe, expect, it } from "vitest";
import { defectOf, matches } from "../src/glob.ts";

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
