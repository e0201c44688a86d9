/** Text ↔ documents. Nothing outside this folder knows how YAML is parsed; nothing inside it knows Kubernetes. */

export { pathsSharing } from "./aliases.ts";
export { type Remark, remarksIn } from "./comments.ts";
export {
  type Document,
  type DuplicateKey,
  isReported,
  type Manifest,
  type Placement,
  type Problem,
  type Rendering,
  type Source,
  type Unread,
} from "./document.ts";
export { applyPatch, applyPatches, applyTogether, type PatchRefusal } from "./edit/apply.ts";
export { obstacleTo } from "./edit/obstacle.ts";
export { type Moved, type Patch, patchTogether, patchValue, type Siblings } from "./edit/patch.ts";
export { formatFlow } from "./edit/value-text.ts";
export { locate, pointAt, readAt } from "./locate.ts";
export { formatPath, memberOf, type Path, startsWith, valueAt } from "./path.ts";
export {
  endOfLine,
  type Location,
  lineAt,
  lineText,
  locationOf,
  type Position,
  positionAt,
  type Range,
  startOfLine,
  withLines,
} from "./position.ts";
export { findRootLines, mayHideWords } from "./read/glance.ts";
export { excessFor, isLimitSentence, type Limits, usualLimits } from "./read/limits.ts";
export { read, withFullReader } from "./read/read.ts";
export { resolvePlain } from "./read/scalar.ts";
export { offsetsWithin } from "./scalar-offsets.ts";
export { sourcePlaceOf } from "./source-place.ts";
export { canonicalText, type Fields, isEmpty, isFields, isList, sameValue, type Value } from "./value.ts";
