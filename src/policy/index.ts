/** What the user wants: levels to modes, what is ignored and accepted, and what counts as new. */

export {
  type Acceptance,
  acceptAgain,
  acceptAll,
  type Baseline,
  type BaselineEntry,
  baselineText,
  entriesFor,
  isOldBaseline,
  isWrittenAnew,
  mapEntries,
  markGone,
  readBaseline,
  readOldBaseline,
} from "./baseline.ts";
export {
  type ChartSettings,
  type Configuration,
  type ConfiguredSettings,
  type HelmSettings,
  type KustomizeSettings,
  readConfiguration,
} from "./configuration.ts";
export { configurationSchema } from "./configuration-schema.ts";
export { findDayAtEnd } from "./days-in-words.ts";
export { countsIgnore, exemptionsFor, explainBar, isExempt } from "./exemptions.ts";
export {
  type Accepted,
  type Fact,
  type FactIndex,
  factsAbout,
  factText,
  findKnown,
  indexFacts,
  isNoWorse,
  isSameFact,
  type Occurrence,
  workloadKey,
} from "./facts.ts";
export {
  type Defaults,
  layerOf,
  type PolicyEntry,
  type PolicyLayer,
  type SettledPolicy,
  settleLayers,
} from "./layers.ts";
export { findDemandsOn, levelOf, rejects, sortByLevel, tightenPolicy } from "./namespaces.ts";
export {
  defaultFiles,
  defaultPolicy,
  type Exempting,
  type Exemption,
  fromFolder,
  type Gate,
  gates,
  hasExpired,
  type ModePolicy,
  modeOf,
  type Policy,
  type Shard,
} from "./policy.ts";
export {
  addressForm,
  formatAddress,
  isCommitId,
  isSameAddress,
  isSameRepository,
  type PolicyAddress,
  parseAddress,
} from "./policy-address.ts";
export { type Defect, isDay, type Schema } from "./schema.ts";
