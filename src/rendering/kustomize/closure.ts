import { type Document, isFields, type Problem, read, valueAt } from "../../yaml/index.ts";
import type { Surroundings } from "../rendered.ts";
import {
  findUses,
  type Kustomization,
  needsHelm,
  readKustomization,
  refusalAt,
  targetsOf,
  type Use,
} from "./kustomizations.ts";
import { textOfFile } from "./links.ts";
import { filesOfOverrides } from "./overrides.ts";

/** All that a kustomization is built of. */
export interface Closure {
  readonly root: Kustomization;
  readonly repository: string;
  /** By folder; the root is the first. */
  readonly kustomizations: ReadonlyMap<string, Kustomization>;
  /** Absolute paths of files, those of the kustomizations included. */
  readonly files: ReadonlySet<string>;
  /** Those that built-in plugins take: patches, for the most part. */
  readonly pluginFiles: ReadonlySet<string>;
  readonly links: ReadonlyMap<string, string>;
  /** What keeps it from being built. */
  readonly problems: readonly Problem[];
}

/** Reads all that a kustomization is built of. Nothing is run. Call it within `withFullReader`. */
export function closureOf(root: Kustomization, surroundings: Surroundings): Closure {
  const kustomizations = new Map<string, Kustomization>();
  const files = new Set<string>();
  const links = new Map<string, string>();
  const problems: Problem[] = [];
  const plugins = new Set<string>();
  const pluginFiles = new Set<string>();
  const open: { readonly each: Kustomization; readonly isPlugin: boolean }[] = [{ each: root, isPlugin: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { each, isPlugin } = next;
    const isKnown = kustomizations.has(each.folder);
    if (isKnown && (!isPlugin || plugins.has(each.folder))) continue;
    if (isPlugin) plugins.add(each.folder);
    if (!isKnown) {
      kustomizations.set(each.folder, each);
      problems.push(...each.problems);
      if (!each.isGenerated) files.add(each.file);
      const others = each.overrides ? filesOfOverrides(each.overrides) : [];
      for (const file of [...targetsOf(each, "file"), ...others]) files.add(file);
      for (const [link, target] of each.links) links.set(link, target);
    }
    for (const use of each.uses) {
      const bringsPlugin = isPlugin || pluginRoles.has(use.role);
      if (use.kind === "folder") {
        const base = kustomizations.get(use.target ?? "") ?? readKustomization(use.target ?? "", surroundings);
        if (base.uses) open.push({ each: base, isPlugin: bringsPlugin });
        else problems.push(...base.problems);
      } else if (bringsPlugin && (pluginRoles.has(use.role) || use.role === "resources")) readPlugins(each, use);
    }
  }
  return { root, repository: surroundings.repository, kustomizations, files, pluginFiles, links, problems };

  /** The files that built-in plugins take; all others are refused before anything is run. */
  function readPlugins(by: Kustomization, use: Use): void {
    for (const document of documentsOf(by, use, surroundings)) {
      const { value } = document;
      if (!isFields(value)) continue;
      const [place, at] = use.target === undefined ? [by.document, use.path] : [document, ["kind"]];
      if (value.apiVersion !== "builtin") problems.push(refusalAt(place, at, needsPlugins));
      else if (typeof value.kind === "string" && /^helm/i.test(value.kind))
        problems.push(refusalAt(place, at, needsHelm));
      const found = findUses(document, by.folder, links, surroundings.repository);
      problems.push(...found.problems);
      for (const { target, role } of found.uses) {
        if (target !== undefined) files.add(target);
        if (target !== undefined && (role === "path" || role === "paths")) pluginFiles.add(target);
      }
    }
  }
}

const pluginRoles = new Set(["generators", "transformers", "validators"]);
const needsPlugins =
  "This function or plugin needs --enable-alpha-plugins, which secctx does not give: not evaluated. Commit what it makes.";

/** The documents of what a kustomization uses, in a file or in its own text. */
function documentsOf(by: Kustomization, { target, path }: Use, { show }: Surroundings): readonly Document[] {
  const inline = valueAt(by.value, path);
  const text = target === undefined ? String(inline) : (textOfFile(target) ?? "");
  return read({ file: target === undefined ? by.document.file : show(target), text }).documents;
}
