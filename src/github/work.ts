/** What a run needs once there is something to review, in one piece: loaded then, and by `import()` only. */

export { writeReports } from "./report-files.ts";
export { readWritten } from "./repository-files.ts";
export { reviewed } from "./review-change.ts";
export { hardened } from "./suggestions/file-patches.ts";
export { suggest } from "./suggestions/suggest.ts";
