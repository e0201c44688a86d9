/** What bounds the work that a manifest can ask for, under the configuration's names: what has more is a problem. */
export type Limits = Readonly<
  Record<
    "documentCharacters" | "documentsPerFile" | "containersPerDocument" | "findingsPerDocument" | "fixCharacters",
    number
  >
>;

/** What bounds the work that a text can ask for, where nobody says anything else. */
export const usualLimits: Limits = {
  // What the API server takes in one request (apiserver, `MaxRequestBodyBytes`): nothing larger can be applied.
  documentCharacters: 3_145_728,
  // Nobody writes as many into a file; a million would cost seconds for nothing.
  documentsPerFile: 50_000,
  // A cluster runs at most some hundred in a pod, and at most so many in a list of 3 MB.
  containersPerDocument: 10_000,
  // Some dozens for each of so many containers. What a pod says is found for each container, so that the two multiply.
  findingsPerDocument: 200_000,
  // Some seconds: each patch reads its document again. A Deployment takes some hundred thousand.
  fixCharacters: 30_000_000,
};

/** What a document or file has more of than its limit allows, as a sentence that names the limit, and the key that sets it. */
export function excessFor(limit: keyof typeof subjects, count: number, limits: Limits): string | undefined {
  const most = limits[limit];
  return count > most
    ? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is no manifest.`
    : undefined;
}

const subjects = {
  documentCharacters: (most: string) => `document has more than ${most} characters`,
  documentsPerFile: (most: string) => `file holds more than ${most} documents`,
  containersPerDocument: (most: string) => `document has more than ${most} containers`,
  findingsPerDocument: (most: string) => `document has more than ${most} findings, each counted for every container`,
};
