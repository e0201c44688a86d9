/** Text ↔ documents. Nothing outside this folder knows how YAML is parsed; nothing inside it knows Kubernetes. */
export { type Remark, remarksIn } from "./comments.ts";
export { excessFor, usualLimits } from "./limits.ts";
export { locate, type Place, pointAt } from "./locate.ts";
export { obstacleTo } from "./obstacle.ts";
export { applyPatch, applyPatches, type Refusal } from "./patch.ts";
export { sameValue } from "./patched.ts";
export { lineAt, lineText, positionAt } from "./position.ts";
export { type ReadOptions, read, reading } from "./read.ts";
export { isFields, isList } from "./render.ts";
export { mayShare, sharersOf } from "./shared.ts";
