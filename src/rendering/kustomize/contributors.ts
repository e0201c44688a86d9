import { isDefinitionText } from "../../pod/index.ts";
import {
  type Document,
  isFields,
  isList,
  type Patch,
  patchValue,
  read,
  usualLimits,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import { type Placing, placesInDocument, placesWithin } from "../inset.ts";
import type { Surroundings } from "../rendered.ts";
import type { Closure } from "./closure.ts";
import { type Kustomization, type Use, writtenAt } from "./kustomizations.ts";
import { textOfFile } from "./links.ts";
import { type Contributor, markMappings, markOperations, type Probes, toJson } from "./probes.ts";

/** The sources of a build, with probes in them. */
export interface MarkedSources {
  /** The texts of the files that carry probes, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly probes: Probes;
  /** The kustomizations in the order in which kustomize is done with them. */
  readonly order: readonly Applied[];
}

/** When the parts of a kustomization were applied, as numbers of probes. */
export interface Applied {
  readonly kustomization: Kustomization;
  /** After `patches`, where names, labels and the namespace are set. */
  readonly patched: number;
  /** After all operations, where images and replacements are set. */
  readonly done: number;
}

/** Puts probes into all that a build reads, in the order in which kustomize applies it (api/internal/target `accumulateTarget`). Call it within `withFullReader`. */
export function markSources({ root, kustomizations, files }: Closure, { show }: Surroundings): MarkedSources {
  const sources = new Map([...files].map((file) => [file, textOfFile(file)]));
  let prefix = "secctxProbe";
  while ([...sources.values()].some((text) => text?.includes(prefix))) prefix += "x";
  const probes: Probes = { prefix, all: [] };
  const texts = new Map<string, string>();
  const order: Applied[] = [];
  const hashed = new Set([...kustomizations.values()].flatMap(patchesOfHashed));
  const seen = new Set<string>();
  visit(root);
  return { texts, probes, order };

  function visit(kustomization: Kustomization): void {
    if (seen.has(kustomization.folder)) return;
    seen.add(kustomization.folder);
    const { document, file } = kustomization;
    let { value } = kustomization;
    const apply = (role: string) => {
      for (const use of kustomization.uses) {
        const { target } = use;
        if (use.role !== role) continue;
        const base = kustomizations.get(target ?? "");
        if (base) visit(base);
        else if (target !== undefined) markFile(kustomization, use, target);
        else value = patchValue(value, markInline(kustomization, use));
      }
    };
    for (const role of ["resources", "bases", "components", "patchesstrategicmerge", "patches"]) apply(role);
    const patched = probes.all.length;
    apply("patchesjson6902");
    order.push({ kustomization, patched, done: probes.all.length });
    if (value !== document.value) texts.set(file, toJson(value, probes));
  }

  function markFile(by: Kustomization, use: Use, target: string): void {
    const text = sources.get(target);
    if (text === undefined || seen.has(target)) return;
    seen.add(target);
    const marked = markText(text, { by, use, file: show(target), placing: placesInDocument });
    if (marked !== undefined) texts.set(target, marked);
  }

  /** A patch that stands in the kustomization itself, as a change of its value. */
  function markInline(by: Kustomization, use: Use): Patch {
    const { path } = use;
    const text = String(valueAt(by.value, path));
    const origin = writtenAt(by, use);
    const placing = () => placesWithin(origin.document, origin.path);
    return { op: "set", path, value: markText(text, { by, use, file: origin.document.file, placing }) ?? text };
  }

  /** A text with probes; `undefined` where it can't be read here. What is not marked stays as it is written. */
  function markText(text: string, { by, use, file, placing }: Marking): string | undefined {
    const { documents, problems } = read(
      { file, text },
      { matters: (each) => !isDefinitionText(each), limits: usualLimits },
    );
    if (problems.some(({ severity }) => severity === "error")) return undefined;
    const isPatch = patchRoles.has(use.role);
    let marked = "";
    let end = 0;
    for (const document of documents) {
      const { value, contentStart, range } = document;
      const contributor: Contributor = { document, place: placing(document), isPatch, by, use };
      const neighbours = !(isPatch && hashed.has(use.target ?? `${by.folder} ${use.path}`));
      const own = isList(value)
        ? markOperations(value, contributor, probes, { neighbours })
        : isFields(value) && !isHashedKind(value.kind)
          ? markMappings(value, contributor, probes)
          : undefined;
      if (own === undefined) continue;
      marked += `${text.slice(end, contentStart)}${toJson(own, probes)}\n`;
      end = range.end;
    }
    return marked + text.slice(end);
  }
}

interface Marking {
  readonly by: Kustomization;
  readonly use: Use;
  readonly file: string;
  readonly placing: (document: Document) => Placing;
}

const patchRoles = new Set(["patches", "patchesstrategicmerge", "patchesjson6902"]);

/** The patches for objects whose names may hold a hash of what they hold. */
function patchesOfHashed({ value, folder, uses }: Kustomization): string[] {
  return uses.flatMap(({ path, target }) => {
    const entry = valueAt(value, path.slice(0, -1));
    const wanted = isFields(entry) && isFields(entry.target) ? entry.target.kind : undefined;
    return isHashedKind(wanted) ? [target ?? `${folder} ${path}`] : [];
  });
}

function isHashedKind(kind: Value | undefined): boolean {
  return typeof kind === "string" && /ConfigMap|Secret/.test(kind);
}
