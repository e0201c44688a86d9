import { existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWithin } from "../../source/links.ts";
import type { Path, Problem } from "../../yaml/index.ts";
import type { ChartRequest } from "../helm/inputs.ts";
import { kustomizationNames, type OverlayOverrides } from "../kustomize/kustomizations.ts";
import { type Deployer, type FindObject, nameDeployer, sayAt } from "./deployer.ts";
import { isOfAnother } from "./repository.ts";

/** What an object of Argo CD or Flux deploys from a folder of this repository. */
export interface Deployment {
  readonly deployer: Deployer;
  /** Where the object says so, of several sources. */
  readonly at: Path;
  /** The chart or overlay: absolute, with links resolved. */
  readonly folder: string;
  /** The namespace of what names none. */
  readonly namespace: string | undefined;
  /** With what a chart is rendered; `undefined` for an overlay. */
  readonly request?: DeployedChart;
  /** What it changes in an overlay. */
  readonly overrides?: OverlayOverrides;
}

/** What the object says of a chart's rendering; what it leaves out is the configuration's. */
export interface DeployedChart extends Pick<ChartRequest, "values" | "base" | "parameters" | "release"> {
  readonly apiVersions?: readonly string[];
  readonly kubeVersion?: string;
  readonly skipTests?: boolean;
}

/** What one object deploys from here, and what is said of the rest. */
export interface Deployed {
  readonly deployments: readonly Deployment[];
  readonly problems: readonly Problem[];
  /** Whether something that it deploys comes from elsewhere, and so is not evaluated. */
  readonly isElsewhere: boolean;
}

/** What is not here. */
export const fromElsewhere: Deployed = { deployments: [], problems: [], isElsewhere: true };

/** Manifests from here, which are judged as they stand. */
export const asWritten: Deployed = { deployments: [], problems: [], isElsewhere: false };

/** What is deployed, and what is said of it: an error keeps it from being rendered. */
export function deployedAs(deployment: Deployment, problems: readonly Problem[] = []): Deployed {
  const isBroken = problems.some(({ severity }) => severity === "error");
  return { deployments: isBroken ? [] : [deployment], problems, isElsewhere: false };
}

/** The error for a values file that an object names and nobody has. */
export function noValuesFile(deployer: Deployer, at: Path, file: string): Problem {
  return sayAt(deployer, at, `The values file ${file} of ${nameDeployer(deployer)} is not there.`, "error");
}

/** What is known of the repository that objects deploy from. */
export interface DeployedFrom {
  /** Absolute, with links resolved. */
  readonly repository: string;
  /** The addresses that it is known by. */
  readonly addresses: readonly string[];
  readonly findObject: FindObject;
  readonly show: (path: string) => string;
  /** The absolute path of a file that is shown. */
  readonly pathOf: (file: string) => string;
}

type FolderKind = "chart" | "overlay" | "manifests";

/** The folder at a path of the repository, and what is in it; `undefined` where it is not there, or is known to be of another repository. */
export function folderAt(
  path: string,
  address: string | undefined,
  { repository, addresses }: DeployedFrom,
): { readonly folder: string; readonly kind: FolderKind } | undefined {
  if (address !== undefined && isOfAnother(address, addresses)) return undefined;
  const found = pathAt(join(repository, path), repository);
  if (found === undefined || !statSync(found).isDirectory()) return undefined;
  const has = (names: readonly string[]) => names.some((name) => existsSync(join(found, name)));
  if (has(["Chart.yaml"])) return { folder: found, kind: "chart" };
  return { folder: found, kind: has(kustomizationNames) ? "overlay" : "manifests" };
}

/** A path with its links resolved; `undefined` for what is not there, or lies outside of the repository. */
export function pathAt(path: string, repository: string): string | undefined {
  if (!isWithin(repository, path) || !existsSync(path)) return undefined;
  const real = realpathSync(path);
  return isWithin(repository, real) ? real : undefined;
}
