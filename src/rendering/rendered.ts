import type { Problem, Source } from "../yaml/index.ts";
import type { RunLimits, Tool } from "./run.ts";

/** What a rendering gives: a text to judge, or problems that say why there is none. */
export interface Rendered {
  /** Its `file` is that of the root (`Chart.yaml`, the kustomization), and its `rendering` tells where each part comes from. */
  readonly source?: Source;
  readonly problems: readonly Problem[];
  /** What it is made of, or might be, that looks like a workload. */
  readonly ingredients?: readonly Ingredient[];
  /** Whether there is none because values are missing. */
  readonly lacksValues?: boolean;
  /** Why there is none, where the problems don't say it yet. */
  readonly failure?: ChartFailure;
}

/** What is wrong with a chart, and where. */
export interface ChartFault {
  readonly file: string;
  readonly line: number;
  /** A clause. */
  readonly words: string;
  /** A sentence, if there is something to do about it. */
  readonly advice?: string;
}

/** Why a chart could not be rendered. */
export interface ChartFailure extends ChartFault {
  /** The chart's folder and the values files, as the user sees them; no files for the chart's own. */
  readonly root: string;
  readonly values: readonly string[];
  /** The object that deploys it so. */
  readonly deployer: string | undefined;
}

/** A template or an object that a rendering may be made of. */
export interface Ingredient {
  readonly of: "chart" | "overlay";
  /** The folder of the chart or overlay, as the user sees it. */
  readonly root: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly isRendered: boolean;
}

/** Where charts and overlays are read, and how their files are called. */
export interface Surroundings {
  /** The repository's root: absolute, with links resolved. Nothing outside of it is read. */
  readonly repository: string;
  /** The name of a file that is shown to the user, for an absolute path. */
  readonly show: (path: string) => string;
}

/** How charts and overlays are rendered. */
export interface RenderOptions extends Surroundings {
  readonly tool: Tool;
  readonly limits: RunLimits;
  /** The release of Kubernetes that is judged, such as `1.37`. */
  readonly kubernetesVersion: string;
}
