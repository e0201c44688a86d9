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

/** Whether a text may hold such an object. Cheap, because every text is asked. */
export function mayDeploy(text: string): boolean {
  return Object.keys(kinds).some((group) => text.includes(`${group}/`));
}

/** The objects in a text that deploy charts or overlays: their kinds and the offsets of these. Cheap, too: the text may be a template. */
export function findDeployers(text: string): { readonly kind: string; readonly offset: number }[] {
  return Object.entries(kinds).flatMap(([group, names]) => {
    if (!text.includes(`${group}/`)) return [];
    const lines = text.matchAll(new RegExp(`^(?:- )?[ \\t]*"?kind"?: *["']?(${names.join("|")})["']?,? *\\r?$`, "gm"));
    return [...lines].map(({ index, 1: kind = "" }) => ({ kind, offset: index }));
  });
}
