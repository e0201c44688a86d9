import { join } from "node:path";
import { isFields, isList, type Path, type Problem } from "../../yaml/index.ts";
import { stepsOf, type ValuesLayer } from "../helm/layers.ts";
import type { FileInset } from "../inset.ts";
import type { OverlayOverrides } from "../kustomize/kustomizations.ts";
import { type Deployer, fieldAt, nameDeployer, sayAt, textAt } from "./deployer.ts";
import {
  asWritten,
  type Deployed,
  type DeployedFrom,
  deployedAs,
  folderAt,
  fromElsewhere,
  noValuesFile,
  pathAt,
} from "./deployment.ts";

/** What a HelmRelease of Flux deploys from this repository. Call it within `withFullReader`. */
export function deployedByRelease(deployer: Deployer, from: DeployedFrom): Deployed {
  const chart: Path = ["spec", "chart", "spec"];
  const path = textAt(deployer, ...chart, "chart");
  // A chart from a repository of charts has a name only.
  if (path === undefined || textAt(deployer, ...chart, "sourceRef", "kind") !== "GitRepository") return fromElsewhere;
  const found = folderAt(path, addressOf(deployer, [...chart, "sourceRef"], from), from);
  if (found?.kind !== "chart") return fromElsewhere;
  const problems: Problem[] = [];
  const { folder } = found;
  const [base, ...files] = valuesFilesOf(deployer, chart, from, problems);
  const inline = fieldAt(deployer, "spec", "values");
  const { document, object } = deployer;
  const values = [
    ...files,
    ...valuesFrom(deployer, from, problems),
    ...(isFields(inline) ? [{ path: deployer.path, part: { document, path: [...object, "spec", "values"] } }] : []),
  ];
  if (isList(fieldAt(deployer, "spec", "postRenderers")))
    problems.push(
      sayAt(
        deployer,
        ["spec", "postRenderers"],
        `${nameDeployer(deployer)} changes its chart with these after rendering: secctx judges the chart before that.`,
      ),
    );
  const target = textAt(deployer, "spec", "targetNamespace");
  const release =
    textAt(deployer, "spec", "releaseName") ?? (target === undefined ? deployer.name : `${target}-${deployer.name}`);
  const namespace = target ?? deployer.namespace ?? undefined;
  const isOwn = base?.path === join(folder, "values.yaml");
  const request = { values, release, ...(base && !isOwn && { base }) };
  return deployedAs({ deployer, at: [], folder, namespace, request }, problems);
}

/** The address of the GitRepository that is meant, where that is among the manifests. */
function addressOf(deployer: Deployer, at: Path, { findObject }: DeployedFrom): string | undefined {
  const name = textAt(deployer, ...at, "name") ?? "";
  const source = findObject("GitRepository", name, textAt(deployer, ...at, "namespace") ?? deployer.namespace);
  return source && textAt(source, "spec", "url");
}

/** `valuesFiles`, from the root of the repository, behind the `valuesFile` of older versions: they stand in the place of the chart's own values. */
function valuesFilesOf(
  deployer: Deployer,
  chart: Path,
  { repository }: DeployedFrom,
  problems: Problem[],
): ValuesLayer[] {
  const one = textAt(deployer, ...chart, "valuesFile");
  const several = fieldAt(deployer, ...chart, "valuesFiles");
  const files: readonly (readonly [at: Path, file: string])[] = [
    ...(one === undefined || one === "" ? [] : [[["valuesFile"], one] as const]),
    ...(isList(several) ? several.map((file, index) => [["valuesFiles", index], String(file)] as const) : []),
  ];
  const mayLack = fieldAt(deployer, ...chart, "ignoreMissingValuesFiles") === true;
  return files.flatMap(([at, file]): ValuesLayer[] => {
    const path = pathAt(join(repository, file), repository);
    if (path !== undefined) return [{ path }];
    if (!mayLack) problems.push(noValuesFile(deployer, [...chart, ...at], file));
    return [];
  });
}

function valuesFrom(deployer: Deployer, from: DeployedFrom, problems: Problem[]): ValuesLayer[] {
  const references = fieldAt(deployer, "spec", "valuesFrom");
  return (isList(references) ? references : []).flatMap((_, index): ValuesLayer[] => {
    const at: Path = ["spec", "valuesFrom", index];
    const { kind, name, source } = readReference(deployer, at, from);
    const key = textAt(deployer, ...at, "valuesKey") ?? "values.yaml";
    const target = textAt(deployer, ...at, "targetPath");
    const path = source && [...source.object, "data", key];
    if (!source || !path || textAt(source, "data", key) === undefined) {
      problems.push(sayAt(deployer, at, notHere(deployer, kind, name, "values")));
      return [];
    }
    const under = target === undefined ? undefined : stepsOf(target);
    if (under?.some((step) => typeof step === "number")) {
      problems.push(
        sayAt(
          deployer,
          at,
          `What ${kind} ${JSON.stringify(name)} sets at ${target} is not evaluated: it is an item of a list.`,
        ),
      );
      return [];
    }
    return [{ path: source.path, part: { document: source.document, path, ...(under && { under }) } }];
  });
}

/** What an entry says of values or variables from elsewhere, and the ConfigMap that it names, where that is among the manifests. */
function readReference(deployer: Deployer, at: Path, { findObject }: DeployedFrom) {
  const [kind = "", name = ""] = ["kind", "name"].map((key) => textAt(deployer, ...at, key));
  return { kind, name, source: kind === "ConfigMap" ? findObject(kind, name, deployer.namespace) : undefined };
}

function notHere(deployer: Deployer, kind: string, name: string, what: string): string {
  if (kind === "" || name === "")
    return `Some ${what} of ${nameDeployer(deployer)} are left out: this entry lacks a kind or a name.`;
  const why = kind === "Secret" ? "secctx reads no Secrets" : "it is not among the manifests";
  return `The ${what} of ${nameDeployer(deployer)} from ${kind} ${JSON.stringify(name)} are left out: ${why}.`;
}

/** What a Kustomization of Flux deploys from this repository. Call it within `withFullReader`. */
export function deployedByKustomization(deployer: Deployer, from: DeployedFrom): Deployed {
  const kind = textAt(deployer, "spec", "sourceRef", "kind");
  const address = kind === "GitRepository" ? addressOf(deployer, ["spec", "sourceRef"], from) : undefined;
  const found = kind === "Bucket" ? undefined : folderAt(textAt(deployer, "spec", "path") ?? ".", address, from);
  if (!found) return fromElsewhere;
  const { folder } = found;
  if (found.kind === "chart") return fromElsewhere;
  const problems: Problem[] = [];
  const overrides = overridesOf(deployer, from, problems);
  // Without a kustomization Flux makes one of all manifests: these are judged as they are.
  if (found.kind === "manifests" && !overrides) return asWritten;
  const namespace = textAt(deployer, "spec", "targetNamespace");
  return deployedAs({ deployer, at: [], folder, namespace, ...(overrides && { overrides }) }, problems);
}

/** The parts of its `spec` that change what is built. */
const changing = ["targetNamespace", "namePrefix", "nameSuffix", "patches", "images", "components"];
const unsupported = ["patchesStrategicMerge", "patchesJson6902"];

function overridesOf(deployer: Deployer, from: DeployedFrom, problems: Problem[]): OverlayOverrides | undefined {
  const { document, object, path: file } = deployer;
  const spec: Path = [...object, "spec"];
  for (const key of unsupported)
    if (isList(fieldAt(deployer, "spec", key)))
      problems.push(
        sayAt(deployer, ["spec", key], `${key} of ${nameDeployer(deployer)} is not evaluated: write it as patches.`),
      );
  const postBuild = fieldAt(deployer, "spec", "postBuild");
  const isChanging = changing.some((key) => fieldAt(deployer, "spec", key) !== undefined);
  if (!isChanging && !isFields(postBuild)) return undefined;
  const own = { document, file, path: spec, kind: "Kustomization" as const };
  if (!isFields(postBuild)) return own;
  let isComplete = true;
  const references = isList(postBuild.substituteFrom) ? postBuild.substituteFrom : [];
  const sources = references.flatMap((_, index): FileInset[] => {
    const at: Path = ["spec", "postBuild", "substituteFrom", index];
    const { kind, name, source } = readReference(deployer, at, from);
    if (source) return [{ document: source.document, file: source.path, path: [...source.object, "data"] }];
    isComplete = false;
    problems.push(sayAt(deployer, at, notHere(deployer, kind, name, "variables")));
    return [];
  });
  const inline = { document, file, path: [...spec, "postBuild", "substitute"] };
  return { ...own, variables: [...sources, inline], isComplete };
}
