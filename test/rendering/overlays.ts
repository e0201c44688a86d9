import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { defaultPolicy } from "../../src/policy/index.ts";
import { type BuildSettings, buildOverlay } from "../../src/rendering/kustomize/build.ts";
import { readKustomization } from "../../src/rendering/kustomize/kustomizations.ts";
import type { Rendered, RenderOptions } from "../../src/rendering/rendered.ts";
import { findTool, type Tool } from "../../src/rendering/run.ts";
import { review } from "../../src/review/review.ts";
import { type Path, type Placement, type Problem, read, withFullReader } from "../../src/yaml/index.ts";

/** The programs that build overlays, and why one is missing. `.ci/run` installs kustomize. */
export const builders = (["kustomize", "kubectl"] as const).map((kind) => {
  const found = findTool(kind, kind, import.meta.dirname);
  const missing = "reason" in found ? `${found.reason}: see .ci/run` : undefined;
  const tool: Tool = "reason" in found ? { kind, path: "/nowhere" } : found;
  return { kind, tool, missing };
});

/** A program that is not there: what is refused with it is refused before anything is run. */
export const noTool: Tool = { kind: "kustomize", path: "/nowhere/kustomize" };

/** A finding's place: `file:line`, and the way. */
export interface Placed {
  readonly rule: string;
  readonly path: Path;
  readonly at: string;
  readonly placement: Placement;
}

export interface Reviewed {
  readonly problems: readonly Problem[];
  /** The rendered text. */
  readonly text: string;
  readonly placed: readonly Placed[];
}

/** Builds a folder of a repository and places all that is found in it. */
export async function reviewOverlay(
  repository: string,
  root: string,
  tool: Tool,
  settings: BuildSettings = { loadRestrictor: "root" },
): Promise<Reviewed> {
  const { source, problems } = await build(repository, root, tool, settings);
  if (!source) return { problems, text: "", placed: [] };
  const { rendering, ...plain } = source;
  const { findings } = await review([plain], null, defaultPolicy);
  const { documents } = await withFullReader(() => read(plain));
  const placed = findings.flatMap(({ rule, document: index, path, location }) => {
    const document = documents.find((each) => each.index === index);
    const placement = document && rendering?.place(document, path, location.range);
    if (!placement) throw new Error(`nothing is rendered at ${path}`);
    const { file, start } = placement.location;
    return [{ rule: rule.id, path, at: `${file}:${start.line}`, placement }];
  });
  return { problems, text: source.text, placed };
}

export async function build(
  folder: string,
  root: string,
  tool: Tool,
  settings: BuildSettings = { loadRestrictor: "root" },
): Promise<Rendered> {
  const options = optionsFor(folder, tool);
  const kustomization = await withFullReader(() => readKustomization(join(options.repository, root), options));
  return kustomization.uses ? buildOverlay(kustomization, settings, options) : kustomization;
}

export function optionsFor(folder: string, tool: Tool): RenderOptions {
  const repository = realpathSync(folder);
  const show = (path: string) => relative(repository, path);
  return { tool, limits: { seconds: 30, megabytes: 64 }, repository, show, kubernetesVersion: "1.37" };
}

/** Texts by path, as files of a folder of their own that goes with the callback's end. */
export async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "secctx-overlay-")));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Deployment with these lines for its containers; all else is as it should be. */
export function deployment(containers: string, { name = "web", spec = "" } = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
${indented(spec, 6)}      containers:
${indented(containers, 8)}`;
}

function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(columns)).replace(/\n*$/, text === "" ? "" : "\n");
}

/** A kustomization with these lines. */
export function kustomization(lines: string, kind = "Kustomization"): string {
  const version = kind === "Component" ? "v1alpha1" : "v1beta1";
  return `apiVersion: kustomize.config.k8s.io/${version}\nkind: ${kind}\n${lines}`;
}
