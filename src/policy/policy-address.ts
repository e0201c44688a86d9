/** A policy in another repository: a file of it at a commit, a tag or a branch. */
export interface PolicyAddress {
  readonly owner: string;
  readonly repository: string;
  /** From the top of that repository. */
  readonly path: string;
  readonly ref: string;
}

/** How an address is written. */
export const addressForm = "OWNER/REPOSITORY/PATH@REF";

/** Reads `acme/policy/secctx.yaml@v1`; `undefined` for any other text, which is a path. A ref is a name, and not an expression of git. */
export function parseAddress(text: string): PolicyAddress | undefined {
  const [, owner, repository, path, ref] = /^(\w[\w-]*)\/([\w.-]+)\/(.+)@([^@\s~^:?*[\\]+)$/.exec(text) ?? [];
  if (!owner || !repository || !path || !ref) return undefined;
  const hasOddSteps = path.split("/").some((step) => step === "" || step === "." || step === "..");
  return hasOddSteps || ref.includes("..") || ref.startsWith("-") ? undefined : { owner, repository, path, ref };
}

/** `acme/policy/secctx.yaml@v1` */
export function formatAddress({ owner, repository, path, ref }: PolicyAddress): string {
  return `${owner}/${repository}/${path}@${ref}`;
}

/** Whether two addresses name one file at one ref. GitHub's names of owners and repositories have no case. */
export function isSameAddress(a: PolicyAddress, b: PolicyAddress): boolean {
  return isSameRepository(a, b) && a.path === b.path && a.ref === b.ref;
}

/** Whether two addresses are of one repository. */
export function isSameRepository(
  a: Pick<PolicyAddress, "owner" | "repository">,
  b: Pick<PolicyAddress, "owner" | "repository">,
): boolean {
  const nameOf = ({ owner, repository }: Pick<PolicyAddress, "owner" | "repository">) =>
    `${owner}/${repository}`.toLowerCase();
  return nameOf(a) === nameOf(b);
}

/** Whether a ref is the full id of a commit: nobody can move that. */
export function isCommitId(ref: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}
