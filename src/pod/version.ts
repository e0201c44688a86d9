/** A release of Kubernetes: of the Pod Security Standards and of the API rules. */
export interface KubernetesVersion {
  /** As people write it: `latest` or `v1.N`. */
  readonly name: string;
  /** N of `1.N`, never above the newest that this version of secctx knows. */
  readonly minor: number;
}

/** The newest release whose rules are known here: the newest revision of any control in pod-security-admission. */
export const newestMinor = 37;

/** `latest`, `1.N` or `v1.N`; `undefined` for anything else. Newer than known is judged as the newest known. */
export function parseVersion(text: string): KubernetesVersion | undefined {
  if (text === "latest") return { name: "latest", minor: newestMinor };
  const minor = /^v?1\.(0|[1-9]\d{0,3})$/.exec(text)?.[1];
  return minor === undefined ? undefined : { name: `v1.${minor}`, minor: Math.min(Number(minor), newestMinor) };
}

/** What to say, once, of a release that is newer than every one known here; nothing of others. */
export function beyondKnown({ name }: KubernetesVersion): string | undefined {
  if (name === "latest" || Number(name.slice("v1.".length)) <= newestMinor) return undefined;
  return `Kubernetes ${name} is newer than this version of secctx knows: it is judged as v1.${newestMinor}.`;
}
