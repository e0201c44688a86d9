import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, parse, relative } from "node:path";
import type { RenderAgain } from "../review/source-edits.ts";
import type { Collected } from "../source/files.ts";
import type { Source } from "../yaml/index.ts";
import type { FilesBehind, RenderPlace, RenderSettings, Root } from "./index.ts";
import { addRenderings, carryWith, takeOutRoots } from "./manifests.ts";
import { workplace } from "./places.ts";

/** What renders again what was rendered of manifests. */
export function renderAgainWith(
  found: Collected,
  roots: readonly Root[],
  rendered: readonly Source[],
  settings: RenderSettings,
): RenderAgain {
  return async (texts) => {
    const { filesBehind, scratchFolder } = await import("./index.ts");
    const copy = copyWith(filesBehind(rendered, roots), texts, scratchFolder());
    const changed = found.sources.map((source) => ({ ...source, text: texts.get(source.file) ?? source.text }));
    const own = { ...settings, values: settings.values.map(copy.pathOf) };
    const again = await addRenderings(await takeOutRoots({ sources: changed, problems: [] }, own, copy), own, copy);
    const sources = again.sources.filter(({ rendering }) => rendering);
    const carry = carryWith(own, copy);
    return carry && namesOf(sources) === namesOf(rendered) ? { sources, carry } : undefined;
  };
}

function namesOf(rendered: readonly Source[]): string {
  const names = rendered.map(({ file, rendering }) => [file, rendering?.values, rendering?.deployer]);
  return JSON.stringify(names.map((name) => JSON.stringify(name)).toSorted());
}

/** A copy of files in which some have other texts. They keep the names that the user sees. */
function copyWith({ files, links }: FilesBehind, texts: ReadonlyMap<string, string>, scratch: string): RenderPlace {
  const here = workplace();
  const copy = mkdtempSync(join(scratch, "again-"));
  const { root: top } = parse(here.repository);
  const inCopy = (path: string) => join(copy, relative(top, path));
  const inPlace = (path: string) => join(top, relative(copy, path));
  for (const file of files) {
    const text = texts.get(here.show(file));
    mkdirSync(dirname(inCopy(file)), { recursive: true });
    if (text === undefined) copyFileSync(file, inCopy(file));
    else writeFileSync(inCopy(file), text);
  }
  for (const [link, target] of links) {
    mkdirSync(dirname(inCopy(link)), { recursive: true });
    symlinkSync(relative(dirname(link), target), inCopy(link));
  }
  return {
    repository: inCopy(here.repository),
    workplace: here.workplace,
    repositoryOf: (path) => inCopy(here.repositoryOf(inPlace(path))),
    show: (path) => here.show(inPlace(path)),
    pathOf: (file) => inCopy(here.pathOf(file)),
  };
}
