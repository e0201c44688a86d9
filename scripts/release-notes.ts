/**
 * Prints the notes of this version's release: its part of CHANGELOG.md, and how a workflow names it. Ends with 1 where that part is missing, empty, or has
 * no day yet. Needs no package: the release runs it before it installs any.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { GITHUB_REPOSITORY: repository = "OWNER/secctx", GITHUB_SHA: commit = "FULL-COMMIT-SHA" } = process.env;

try {
  console.log(`${changesIn(readFileSync(join(root, "CHANGELOG.md"), "utf8"))}

## In a workflow

\`\`\`yaml
- uses: ${repository}@${commit} # v${version}
\`\`\``);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The changes of this version, without the heading. */
function changesIn(changelog: string): string {
  const parts = changelog.split(/^## /m);
  const part = parts.find((text) => text.startsWith(`[${version}]`));
  if (part === undefined) throw new Error(`CHANGELOG.md has no heading for ${version}`);
  const [heading = "", ...lines] = part.split("\n");
  if (!/ - \d{4}-\d{2}-\d{2}$/.test(heading))
    throw new Error(`CHANGELOG.md does not say the day of the release: ${heading}`);
  const changes = lines.join("\n").trim();
  if (changes === "") throw new Error(`CHANGELOG.md says nothing about ${version}`);
  return changes;
}
