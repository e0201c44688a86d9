import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const modules = join(dirname(import.meta.dirname), "node_modules");

/** Finds the package that a bundled file comes from, as a path below node_modules: `yaml`, `@scope/name`, `a/node_modules/b`. */
export function packageOf(file: string): string | undefined {
  return /(?:^|[\\/])node_modules[\\/]((?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+)/
    .exec(file)?.[1]
    ?.replaceAll("\\", "/");
}

/**
 * The licences of packages: each text once, below the names and versions of all that have it. ncc's own list (`--license`) has only the packages of one chunk
 * as soon as a dynamic import splits the bundle.
 */
export function licencesOf(packages: Iterable<string>): string {
  const owners = new Map<string, string[]>();
  for (const path of [...packages].toSorted()) {
    const folder = join(modules, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const texts = files
      .toSorted()
      .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
    const text = [license, ...texts].join("\n\n");
    owners.set(text, [...(owners.get(text) ?? []), `${name} ${version}`]);
  }
  return [...owners].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`).join("\n");
}
