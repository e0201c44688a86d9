import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder with manifests of public repositories. It lies beside this repository, or is not there. */
export const corpus = join(import.meta.dirname, "../../shared/corpus");

/** Why a test of them is skipped, where they are not there. */
export const noCorpus = existsSync(corpus) ? undefined : "there are no real manifests in ../shared/corpus";

/** The text of every manifest in a folder, by its path below the folder. */
export function manifestsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(ya?ml|json)$/.test(name),
  );
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
