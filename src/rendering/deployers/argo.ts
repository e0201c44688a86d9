import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFields, isList, type Path, type Problem, type Value } from "../../yaml/index.ts";
import type { Parameter, ValuesLayer } from "../helm/layers.ts";
import { type Deployer, fieldAt, nameDeployer, sayAt, textAt } from "./deployer.ts";
import {
  asWritten,
  type Deployed,
  type DeployedChart,
  type DeployedFrom,
  type Deployment,
  deployedAs,
  folderAt,
  fromElsewhere,
  noValuesFile,
  pathAt,
} from "./deployment.ts";

/** What an Application of Argo CD deploys from this repository. Call it within `withFullReader`. */
export function deployedByApplication(deployer: Deployer, from: DeployedFrom): Deployed {
  const sources = pathsOfSources(deployer);
  const deployments: Deployment[] = [];
  const problems: Problem[] = [];
  let isElsewhere = false;
  for (const at of sources) {
    // A source with a `ref` and no path only lends its files.
    const isLender = textAt(deployer, ...at, "ref") !== undefined && fieldAt(deployer, ...at, "path") === undefined;
    if (isLender) continue;
    const deployed = deployedBySource(deployer, at, sources, from);
    deployments.push(...deployed.deployments);
    problems.push(...deployed.problems);
    isElsewhere ||= deployed.isElsewhere;
  }
  return { deployments, problems, isElsewhere: isElsewhere || sources.length === 0 };
}

/** `sources` wins over `source`. */
function pathsOfSources(deployer: Deployer): Path[] {
  const sources = fieldAt(deployer, "spec", "sources");
  if (isList(sources) && sources.length > 0) return sources.map((_, index) => ["spec", "sources", index]);
  return isFields(fieldAt(deployer, "spec", "source")) ? [["spec", "source"]] : [];
}

function deployedBySource(deployer: Deployer, at: Path, sources: readonly Path[], from: DeployedFrom): Deployed {
  const path = textAt(deployer, ...at, "path");
  const found =
    path === undefined || textAt(deployer, ...at, "chart") !== undefined
      ? undefined
      : folderAt(path, textAt(deployer, ...at, "repoURL"), from);
  if (!found) return fromElsewhere;
  const destination = textAt(deployer, "spec", "destination", "namespace");
  const say = (key: string, message: string): Deployed => ({
    deployments: [],
    problems: [sayAt(deployer, [...at, key], message)],
    isElsewhere: false,
  });
  if (isSaid(fieldAt(deployer, ...at, "plugin")))
    return say(
      "plugin",
      `${nameDeployer(deployer)} renders ${path} by a plugin: not evaluated, because secctx runs no plugins.`,
    );
  const { folder, kind } = found;
  if (kind === "manifests") {
    if (!isSaid(fieldAt(deployer, ...at, "directory", "jsonnet"))) return asWritten;
    return say("directory", `What ${nameDeployer(deployer)} makes of jsonnet in ${path} is not evaluated.`);
  }
  const problems = noteOverrides(deployer, at, folder, from);
  if (kind === "overlay")
    return deployedAs({ deployer, at, folder, namespace: destination, ...overridesAt(deployer, at) }, problems);
  const helm = [...at, "helm"];
  const namespace = textAt(deployer, ...helm, "namespace") ?? destination;
  const request = requestAt(deployer, helm, folder, sources, from, problems);
  return deployedAs({ deployer, at, folder, namespace, request }, problems);
}

/** The note on files in which Argo CD stores parameters beside a chart or an overlay (Argo CD, Parameter Overrides). */
function noteOverrides(deployer: Deployer, at: Path, folder: string, { show }: DeployedFrom): Problem[] {
  const names = [".argocd-source.yaml", `.argocd-source-${deployer.name}.yaml`];
  return names.flatMap((name) => {
    const path = join(folder, name);
    const message = `${nameDeployer(deployer)} also takes what ${show(path)} sets, which is not evaluated. Put it into the Application to have it judged.`;
    return existsSync(path) ? [sayAt(deployer, [...at, "path"], message)] : [];
  });
}

function overridesAt(deployer: Deployer, source: Path): Pick<Deployment, "overrides"> {
  const { document, object, path: file } = deployer;
  const block = [...source, "kustomize"];
  if (!isSaid(fieldAt(deployer, ...block))) return {};
  return { overrides: { document, file, path: [...object, ...block], kind: "Application" } };
}

function requestAt(
  deployer: Deployer,
  helm: Path,
  folder: string,
  sources: readonly Path[],
  from: DeployedFrom,
  problems: Problem[],
): DeployedChart {
  const apiVersions = fieldAt(deployer, ...helm, "apiVersions");
  const kubeVersion = textAt(deployer, ...helm, "kubeVersion");
  return {
    values: valuesOf(deployer, helm, folder, sources, from, problems),
    parameters: parametersOf(deployer, helm, folder, from, problems),
    release: textAt(deployer, ...helm, "releaseName") ?? deployer.name,
    ...(isList(apiVersions) && { apiVersions: apiVersions.map(String) }),
    ...(kubeVersion !== undefined && { kubeVersion }),
    ...(fieldAt(deployer, ...helm, "skipTests") === true && { skipTests: true }),
  };
}

function isSaid(value: Value | undefined): boolean {
  return isFields(value) && Object.keys(value).length > 0;
}

/** The values, the strongest last: files, then what stands in the Application (util/helm, "Values injection order of precedence"). */
function valuesOf(
  deployer: Deployer,
  helm: Path,
  folder: string,
  sources: readonly Path[],
  from: DeployedFrom,
  problems: Problem[],
): ValuesLayer[] {
  const layers: ValuesLayer[] = [];
  const files = fieldAt(deployer, ...helm, "valueFiles");
  const mayLack = fieldAt(deployer, ...helm, "ignoreMissingValueFiles") === true;
  for (const [index, file] of isList(files) ? files.entries() : []) {
    const at = [...helm, "valueFiles", index];
    const name = fillName(String(file), deployer);
    const found = valuesFileAt(name, folder, deployer, sources, from);
    if (found.path !== undefined) layers.push({ path: found.path });
    else if (found.isElsewhere)
      problems.push(sayAt(deployer, at, `${name} comes from elsewhere: the chart is not evaluated with its values.`));
    else if (!mayLack) problems.push(noValuesFile(deployer, at, name));
  }
  const path = ["valuesObject", "values"]
    .map((key) => [...helm, key])
    .find((each) => isSaid(fieldAt(deployer, ...each)) || textAt(deployer, ...each) !== undefined);
  if (path)
    layers.push({ path: deployer.path, part: { document: deployer.document, path: [...deployer.object, ...path] } });
  return layers;
}

/** What Argo CD fills into names (its "build environment"). */
function fillName(name: string, { name: own }: Deployer): string {
  return name.replace(/\$(?:\{ARGOCD_APP_NAME\}|ARGOCD_APP_NAME\b)/g, () => own);
}

/** A values file: from the chart's folder, from the repository's root with a `/`, or from that of another source with `$REF/`. */
function valuesFileAt(
  name: string,
  folder: string,
  deployer: Deployer,
  sources: readonly Path[],
  from: DeployedFrom,
): { readonly path?: string | undefined; readonly isElsewhere: boolean } {
  const { repository } = from;
  if (/^\w+:\/\//.test(name)) return { isElsewhere: true };
  const [, ref, rest = ""] = /^\$([^/]+)\/(.*)$/.exec(name) ?? [];
  if (ref === undefined)
    return {
      path: pathAt(name.startsWith("/") ? join(repository, name) : join(folder, name), repository),
      isElsewhere: false,
    };
  const lender = sources.find((at) => textAt(deployer, ...at, "ref") === ref);
  const address = lender && textAt(deployer, ...lender, "repoURL");
  const isHere = lender !== undefined && folderAt(dirname(rest), address, from) !== undefined;
  const path = isHere ? pathAt(join(repository, rest), repository) : undefined;
  return { path, isElsewhere: path === undefined };
}

/** What is given as by `--set`, `--set-string` and `--set-file`. */
function parametersOf(
  deployer: Deployer,
  helm: Path,
  folder: string,
  { repository }: DeployedFrom,
  problems: Problem[],
): Parameter[] {
  const { document, object, path } = deployer;
  const entries = (key: string) => {
    const list = fieldAt(deployer, ...helm, key);
    return isList(list) ? list.map((_, index): Path => [...helm, key, index]) : [];
  };
  const parameters = entries("parameters").map(
    (at): Parameter => ({
      flag: fieldAt(deployer, ...at, "forceString") === true ? "set-string" : "set",
      name: textAt(deployer, ...at, "name") ?? "",
      path,
      at: { document, path: [...object, ...at, "value"] },
    }),
  );
  const files = entries("fileParameters").flatMap((at): Parameter[] => {
    const name = textAt(deployer, ...at, "path") ?? "";
    const file = pathAt(name.startsWith("/") ? join(repository, name) : join(folder, name), repository);
    if (file === undefined) {
      problems.push(
        sayAt(deployer, at, `The file ${JSON.stringify(name)} of ${nameDeployer(deployer)} is not there.`, "error"),
      );
      return [];
    }
    const own = textAt(deployer, ...at, "name") ?? "";
    return [{ flag: "set-file", name: own, path, at: { document, path: [...object, ...at, "path"] }, file }];
  });
  return [...parameters, ...files].filter(({ name }) => name !== "");
}
