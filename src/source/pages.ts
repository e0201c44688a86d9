import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./errors.ts";

/** A rule's page (docs/rules), as Markdown; `undefined` where the installation lacks it. */
export function rulePage(id: string): string | undefined {
  const file = join(installation(), "docs/rules", `${id}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The page that becomes the HTML report (dist/report.html): the viewer without data. */
export function htmlPage(): string {
  const file = join(installation(), "dist/report.html");
  if (!existsSync(file))
    throw new UsageError("The page of the HTML report is missing from this installation (dist/report.html).");
  return readFileSync(file, "utf8");
}

/** The package's folder: both bundles stand two folders below it. */
function installation(): string {
  return join(dirname(fileURLToPath(import.meta.url)), "../..");
}
