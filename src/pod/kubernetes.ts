/** The names of Kubernetes that options, inputs and configurations take. */

/** Weakest first. The first three are the Pod Security Standards'. */
export const levels = ["privileged", "baseline", "restricted", "hardened"] as const;

export type Level = (typeof levels)[number];

/** Strictest first, as in Pod Security Admission. */
export const modes = ["enforce", "warn", "audit"] as const;

export type Mode = (typeof modes)[number];

/** A release of Kubernetes: of the Pod Security Standards and of the API rules. */
export interface KubernetesVersion {
  /** As people write it: `latest` or `v1.N`. */
  readonly name: string;
  /** N of `1.N`, never above `newestMinor`. */
  readonly minor: number;
}

/** The newest release whose rules are known here: the newest revision of any control in pod-security-admission. */
export const newestMinor = 37;

export const latestVersion: KubernetesVersion = { name: "latest", minor: newestMinor };

/** Reads `latest`, `1.N` or `v1.N`; `undefined` for anything else. A release that is newer than known is judged as the newest known. */
export function parseVersion(text: string): KubernetesVersion | undefined {
  if (text === "latest") return latestVersion;
  const minor = /^v?1\.(0|[1-9]\d{0,3})$/.exec(text)?.[1];
  return minor === undefined ? undefined : { name: `v1.${minor}`, minor: Math.min(Number(minor), newestMinor) };
}

/** The note on a release that is newer than every one known here; `undefined` for others. */
export function describeUnknownRelease({ name }: KubernetesVersion): string | undefined {
  if (name === "latest" || Number(name.slice("v1.".length)) <= newestMinor) return undefined;
  return `Kubernetes ${name} is newer than this version of secctx knows: it is judged as v1.${newestMinor}.`;
}

/** The largest user or group id that the API server accepts; the smallest is 0 (apimachinery pkg/util/validation, IsValidUserID). */
export const largestId = 2147483647;
