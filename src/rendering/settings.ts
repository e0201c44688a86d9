import { join, resolve } from "node:path";
import type { ChartSettings, HelmSettings, KustomizeSettings } from "../policy/index.ts";
import type { Limits } from "../yaml/index.ts";
import type { Rendered, RenderOptions } from "./rendered.ts";
import { findTool, type Tool } from "./run.ts";
import type { Worktree } from "./worktree.ts";

/** How charts and overlays are rendered, as options and configuration say it. `false` for those that are not. */
export interface RenderSettings {
  readonly helm: HelmSettings | false;
  readonly kustomize: KustomizeSettings | false;
  /** The values files that replace a chart's lists; absolute. */
  readonly values: readonly string[];
  /** The release of Kubernetes that is judged, such as `1.37`. */
  readonly kubernetesVersion: string;
  readonly limits: Limits;
}

/** What the configuration says of a chart. */
export function findOwn(folder: string, { repository }: Worktree, { helm }: RenderSettings): ChartSettings | undefined {
  return helm ? helm.charts?.find(({ path }) => resolve(repository, path) === folder) : undefined;
}

/** The lists of values files that the configuration has for a chart, as absolute paths. */
export function findOwnLists(folder: string, worktree: Worktree, settings: RenderSettings): string[][] | undefined {
  return findOwn(folder, worktree, settings)?.values?.map((list) => list.map((file) => join(folder, file)));
}

/** Finds what renders charts; a reason as a clause where there is nothing that may be run. */
export function findHelm({ origin }: Worktree, { helm }: RenderSettings): Tool | { readonly reason: string } {
  return findTool("helm", (helm === false ? undefined : helm.binary) ?? "helm", origin);
}

/** Finds what builds overlays: kustomize, else kubectl, or what the configuration names. */
export function findBuilder({ origin }: Worktree, { kustomize }: RenderSettings): Tool | { readonly reason: string } {
  const binary = kustomize ? kustomize.binary : undefined;
  const find = (name: string) => findTool(/kubectl(\.exe)?$/.test(name) ? "kubectl" : "kustomize", name, origin);
  if (binary !== undefined) return find(binary);
  const [own, other] = [find("kustomize"), find("kubectl")];
  if ("path" in own) return own;
  return "path" in other ? other : { reason: "neither kustomize nor kubectl is on PATH" };
}

/** How the tool is run for a folder. */
export function optionsFor(
  tool: Tool,
  folder: string,
  { repositoryOf, show }: Worktree,
  { limits, kubernetesVersion }: RenderSettings,
  version = kubernetesVersion,
): RenderOptions {
  const repository = repositoryOf(folder);
  const bounds = { seconds: limits.renderSeconds, megabytes: limits.renderMegabytes };
  return { tool, limits: bounds, repository, show, kubernetesVersion: version };
}

/** The error for what can't be rendered, for a reason that is a clause. */
export function notEvaluated(file: string, shown: string, reason: string): Rendered {
  const advice = reason.endsWith("on PATH")
    ? " Install it, or choose render: false to have charts and overlays as notes."
    : "";
  const message = `${shown}: not evaluated: ${reason}.${advice}`;
  return { problems: [{ severity: "error", file, line: 1, message }] };
}

/** A rendering, or the error that it holds too much. */
export function withinLimit(rendered: Rendered, { renderDocuments: most }: Limits): Rendered {
  const { source, problems } = rendered;
  const count = source ? source.text.split(/^---/m).length - 1 : 0;
  if (!source || count <= most) return rendered;
  const message = `The rendering holds more than ${most.toLocaleString("en")} documents (limits.renderDocuments): not evaluated.`;
  return { problems: [...problems, { severity: "error", file: source.file, line: 1, message }] };
}
