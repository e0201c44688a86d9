import { type Path, type Problem, type Source, withFullReader } from "../../yaml/index.ts";
import { deployedByApplication } from "./argo.ts";
import { type Deployer, finderIn, readDeployers } from "./deployer.ts";
import { type Deployed, type DeployedFrom, type Deployment, fromElsewhere } from "./deployment.ts";
import { deployedByKustomization, deployedByRelease } from "./flux.ts";
import { readAddresses } from "./repository.ts";

/** What the objects of Argo CD and Flux among some texts deploy from this repository, and what is said of them. */
export interface Deployments {
  readonly deployments: readonly Deployment[];
  readonly problems: readonly Problem[];
  /** The objects, or parts of them, that deploy only what is from here. */
  readonly fromHere: readonly DeployerPart[];
}

/** A part of an object that deploys what is from here. */
export interface DeployerPart {
  readonly deployer: Deployer;
  /** In the object; empty for all of it. */
  readonly path: Path;
}

/** Finds what the objects in `sources` deploy. What they name is looked up in `all`. */
export async function findDeployments(
  sources: readonly Source[],
  all: readonly Source[],
  from: Omit<DeployedFrom, "addresses" | "findObject">,
): Promise<Deployments> {
  const addresses = await readAddresses(from.repository);
  return await withFullReader(() => {
    const surroundings = { ...from, addresses, findObject: finderIn(all, from.pathOf) };
    const found = readDeployers(sources, from.pathOf).map((deployer) => ({
      deployer,
      ...(readers[deployer.kind]?.(deployer, surroundings) ?? fromElsewhere),
    }));
    return {
      deployments: found.flatMap(({ deployments }) => deployments),
      problems: found.flatMap(({ problems }) => problems),
      fromHere: found.flatMap(({ deployer, isElsewhere, deployments }): DeployerPart[] => {
        if (!isElsewhere) return [{ deployer, path: [] }];
        return deployments.map(({ at }) => ({ deployer, path: at }));
      }),
    };
  });
}

const readers: Readonly<Record<string, (deployer: Deployer, from: DeployedFrom) => Deployed>> = {
  Application: deployedByApplication,
  HelmRelease: deployedByRelease,
  Kustomization: deployedByKustomization,
};
