import { readFileSync } from "node:fs";

/** The texts of the files that a rendering was made of, by the names that the user sees; archives are not texts. */
export function readParts(paths: Iterable<string>, show: (path: string) => string): ReadonlyMap<string, string> {
  const texts = [...paths].filter((path) => !path.endsWith(".tgz"));
  return new Map(texts.map((path) => [show(path), readFileSync(path, "utf8")]));
}
