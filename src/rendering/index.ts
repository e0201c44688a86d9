export { carryFixes } from "./carry-fixes.ts";
export { markEvaluated } from "./evaluated-parts.ts";
export { filesBehind } from "./files-behind.ts";
export { type FoundHere, findRootsIn } from "./find-roots.ts";
export { renderRoots } from "./render-roots.ts";
export { type ChosenRoots, consumedBy, type Root, type RootProblem } from "./roots.ts";
export { copyFiles, scratchFolder } from "./scratch.ts";
export type { RenderSettings } from "./settings.ts";
