import { tooDeep, tooMany } from "./excess.ts";

/** The most that is evaluated of a manifest, under the configuration's names. What has more is a problem. */
export type Limits = Readonly<
  Record<keyof typeof subjects | "fixCharacters" | "renderSeconds" | "renderMegabytes" | "renderDocuments", number>
>;

/** The limits where the configuration sets no others. */
export const usualLimits: Limits = {
  // The API server takes no more in one request (apiserver, `MaxRequestBodyBytes`).
  documentCharacters: 3_145_728,
  // Nobody writes as many into one file, and a million would cost seconds.
  documentsPerFile: 50_000,
  // A cluster runs some hundred in a pod at most, and a list of 3 MB holds no more.
  containersPerDocument: 10_000,
  // Some dozens for each of 10,000 containers. A finding on a pod counts for each of its containers.
  findingsPerDocument: 200_000,
  // This takes seconds, because each patch reads its document again. A Deployment takes some hundred thousand.
  fixCharacters: 30_000_000,
  // The largest public charts take some seconds on a slow machine, and print some megabytes.
  renderSeconds: 30,
  renderMegabytes: 64,
  renderDocuments: 20_000,
};

/** The sentence for a count that is above its limit, with the limit and the key that sets it; `undefined` where it is not above. */
export function excessFor(limit: keyof typeof subjects, count: number, limits: Limits): string | undefined {
  const most = limits[limit];
  return count > most
    ? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is not a manifest.`
    : undefined;
}

/** Whether a sentence says that a text is more than is evaluated here, though Kubernetes may take it. */
export function isLimitSentence(message: string): boolean {
  return (
    message === tooDeep || message === tooMany || /^This (document|file) .* \(limits\.\w+\)\. Split it/.test(message)
  );
}

const subjects = {
  documentCharacters: (most: string) => `document has more than ${most} characters`,
  documentsPerFile: (most: string) => `file holds more than ${most} documents`,
  containersPerDocument: (most: string) => `document has more than ${most} containers`,
  findingsPerDocument: (most: string) => `document has more than ${most} findings, each counted for every container`,
};
