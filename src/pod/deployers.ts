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

/** The first object in a text that deploys a chart or an overlay: its kind and the offset of that. Cheap, because every text is asked. */
export function findDeployer(text: string): { readonly kind: string; readonly offset: number } | undefined {
  for (const [group, names] of Object.entries(kinds)) {
    if (!text.includes(`${group}/`)) continue;
    const found = new RegExp(`^(?:- )? *kind: *["']?(${names.join("|")})["']? *$`, "m").exec(text);
    if (found?.[1]) return { kind: found[1], offset: found.index };
  }
  return undefined;
}
