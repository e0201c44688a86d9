/** What a run needs once there is something to review, in one piece: loaded then, and by `import()` only. */
export { hardened } from "./hardened.ts";
export { writeReports } from "./report-files.ts";
export { reviewed } from "./reviewed.ts";
export { suggest } from "./suggest.ts";
export { readWritten } from "./written.ts";
