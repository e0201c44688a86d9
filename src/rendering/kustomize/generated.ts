import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { isFields, type Path, read } from "../../yaml/index.ts";
import type { Surroundings } from "../rendered.ts";
import { type Kustomization, type NoKustomization, readKustomization, type Use } from "./kustomizations.ts";
import { findInside, textOfFile } from "./links.ts";

/**
 * The kustomization that Flux makes for a folder without one (kustomize-controller, "Generate kustomization.yaml"): all manifests below, and each folder below
 * that has a kustomization, as a whole. Call it within `withFullReader`.
 */
export function generateKustomization(folder: string, surroundings: Surroundings): Kustomization | NoKustomization {
  const { repository, show } = surroundings;
  const links = new Map<string, string>();
  const found: Pick<Use, "target" | "kind">[] = [];
  listResources(folder);
  const resources = found.map(({ target = "" }) => relative(folder, target).replaceAll("\\", "/"));
  const file = join(folder, "kustomization.yaml");
  const [document] = read({ file: show(file), text: `${JSON.stringify({ resources })}\n` }).documents;
  if (!document) return { problems: [] };
  const uses = found.map(({ target, kind }, index): Use => {
    return { role: "resources", path: ["resources", index] satisfies Path, target, kind };
  });
  return {
    folder,
    file,
    kind: "Kustomization",
    document,
    value: document.value,
    isGenerated: true,
    uses,
    links,
    problems: [],
  };

  function listResources(at: string): void {
    for (const entry of readdirSync(at, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".")) continue;
      const place = findInside(repository, join(at, entry.name), links);
      if (!place || place === "outside" || place.kind === "other") continue;
      if (place.kind === "file") {
        if (/\.ya?ml$/.test(entry.name) && holdsObject(place.path)) found.push({ target: place.path, kind: "file" });
      } else if (readKustomization(place.path, surroundings).uses) found.push({ target: place.path, kind: "folder" });
      else if (!entry.isSymbolicLink()) listResources(place.path);
    }
  }
}

function holdsObject(path: string): boolean {
  const { documents } = read({ file: "", text: textOfFile(path) ?? "" });
  return documents.some(({ value }) => isFields(value) && value.apiVersion !== undefined && value.kind !== undefined);
}
