import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./errors.ts";

/** Reads the page of a rule (docs/rules), as Markdown; `undefined` where the installation does not have it. */
export function readRulePage(id: string): string | undefined {
  const file = join(findInstallation(), "docs/rules", `${id}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Reads the page of the HTML report (dist/report.html), which has no data yet. Throws a UsageError where the installation does not have it. */
export function readReportPage(): string {
  const file = join(findInstallation(), "dist/report.html");
  if (!existsSync(file))
    throw new UsageError("The page of the HTML report is missing from this installation (dist/report.html).");
  return readFileSync(file, "utf8");
}

/** The folder of the package: both bundles are two folders below it. */
function findInstallation(): string {
  return join(dirname(fileURLToPath(import.meta.url)), "../..");
}
