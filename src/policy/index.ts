/** What the user wants: levels to modes, and what counts as new. */
export { combine, fingerprint } from "./fingerprint.ts";
export { policyIn, rejects } from "./namespaces.ts";
export { defaultPolicy, modeOf } from "./policy.ts";
