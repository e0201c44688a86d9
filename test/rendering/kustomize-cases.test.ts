import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { builders, reviewOverlay } from "./overlays.ts";

const folder = join(import.meta.dirname, "../../../shared/cases/rendering");
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("k")) : ["shared cases"];

interface Expected {
  readonly expect: readonly { readonly rule: string; readonly at: string }[];
  readonly roots: readonly string[];
  readonly none?: string;
  readonly notEvaluated?: string;
}

describe.each(builders)("overlays of the shared cases, by $kind", ({ tool, missing }) => {
  beforeEach(({ skip }) => {
    skip(!existsSync(folder), `${folder} is not there`);
    skip(missing !== undefined, missing);
  });

  it.each(names)("%s", async (name) => {
    const wanted: Expected = JSON.parse(readFileSync(join(folder, name, "expect.json"), "utf8"));
    for (const root of wanted.roots) {
      const { placed, problems } = await reviewOverlay(join(folder, name), root, tool);
      const found = placed.map(({ rule, at }) => ({ rule, at }));
      expect(found).toEqual(expect.arrayContaining([...wanted.expect]));
      expect(found.filter(({ rule }) => rule === wanted.none)).toEqual([]);
      expect(placed.filter(({ placement }) => !placement.isExact)).toEqual([]);
      const said = problems.map(({ severity, message }) => `${severity}: ${message}`);
      expect(said).toEqual(
        wanted.notEvaluated === undefined
          ? []
          : [expect.stringMatching(new RegExp(`^error: .*${wanted.notEvaluated}`))],
      );
    }
  });
});
