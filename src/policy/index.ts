/** What the user wants: levels to modes, what is ignored and accepted, and what counts as new. */
export { baselineText, entriesFor, entriesOf, readBaseline } from "./baseline.ts";
export { type Configuration, readConfiguration, type Settings } from "./configuration.ts";
export { configurationSchema } from "./configuration-schema.ts";
export { factsOn, factText, knownBy, workloadKey } from "./facts.ts";
export { combine, fingerprint } from "./fingerprint.ts";
export { fromFolder, hasExpired, type IgnoreComment, ignoreFor, ignoresIn } from "./ignores.ts";
export { policyIn, rejects } from "./namespaces.ts";
export { type Before, type Earlier, type Judged, pairUp, placeOf, type Subject } from "./only-new.ts";
export { defaultPolicy, modeOf } from "./policy.ts";
export type { Defect, Schema } from "./schema.ts";
