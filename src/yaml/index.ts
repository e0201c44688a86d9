/** Text ↔ documents. Nothing outside this folder knows how YAML is parsed; nothing inside it knows Kubernetes. */

export { mayShare, sharersOf } from "./aliases.ts";
export { type Remark, remarksIn } from "./comments.ts";
export type {
  Document,
  DuplicateKey,
  Fields,
  Location,
  Manifest,
  Path,
  Position,
  Problem,
  Range,
  Source,
  Value,
} from "./document.ts";
export { applyPatch, applyPatches, type Refusal } from "./edit/apply.ts";
export { sameValue } from "./edit/expected-value.ts";
export { obstacleTo } from "./edit/obstacle.ts";
export type { Edit, Patch, Siblings } from "./edit/patch.ts";
export { isFields, isList } from "./edit/render.ts";
export { locate, type Place, pointAt } from "./locate.ts";
export { formatPath, memberOf, startsWith, valueAt } from "./path.ts";
export { lineAt, lineText, locationOf, positionAt } from "./position.ts";
export { excessFor, type Limits, usualLimits } from "./read/limits.ts";
export { type ReadOptions, read, reading } from "./read/read.ts";
export { kept } from "./remember.ts";
