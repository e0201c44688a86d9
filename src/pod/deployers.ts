/** Kinds of Argo CD and Flux that deploy a chart or an overlay, often with values of their own, by their API groups. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  "argoproj.io": ["Application", "ApplicationSet"],
  "helm.toolkit.fluxcd.io": ["HelmRelease"],
  "kustomize.toolkit.fluxcd.io": ["Kustomization"],
};

/** Whether an object deploys a chart or an overlay. */
export function isDeployer({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  const [group = ""] = apiVersion.split("/");
  return Object.hasOwn(kinds, group) && kinds[group]?.includes(kind) === true;
}

/** What a manifest says that holds values for such an object, or variables. */
export const valuesHolder = "kind: ConfigMap";

/** A manifest, or a template of one. */
interface Written {
  readonly text: string;
}

/** Whether a manifest may hold such an object. Each is asked before charts are rendered and again by the review: to remember the answer saves an eighth of a run over 58 MB. */
export function mayDeploy(manifest: Written): boolean {
  const known = answers.get(manifest);
  if (known !== undefined) return known;
  const answer = Object.keys(kinds).some((group) => manifest.text.includes(`${group}/`));
  answers.set(manifest, answer);
  return answer;
}

const answers = new WeakMap<Written, boolean>();

/** The objects in a manifest that deploy charts or overlays: their kinds and the offsets of these. */
export function findDeployers(manifest: Written): { readonly kind: string; readonly offset: number }[] {
  if (!mayDeploy(manifest)) return [];
  const { text } = manifest;
  return Object.entries(kinds).flatMap(([group, names]) => {
    if (!text.includes(`${group}/`)) return [];
    const lines = text.matchAll(new RegExp(`^(?:- )?[ \\t]*"?kind"?: *["']?(${names.join("|")})["']?,? *\\r?$`, "gm"));
    return [...lines].map(({ index, 1: kind = "" }) => ({ kind, offset: index }));
  });
}
