import { findKnownImage, withoutTag } from "../../pod/index.ts";
import { matchesPattern } from "../../pod/patterns.ts";
import type { FixOptions } from "../rule.ts";

/**
 * The folders that an image is known to write to besides /tmp, and those of the configuration whose pattern fits the image as it is written, or its name
 * without tag and digest.
 */
export function writablePathsOf(image: string | null, configured: FixOptions["writablePaths"] = []): readonly string[] {
  if (image === null) return [];
  const known = findKnownImage(image)?.writablePaths ?? [];
  const repository = withoutTag(image);
  const isMeant = (pattern: string) => matchesPattern(pattern, image) || matchesPattern(pattern, repository);
  const own = configured.filter((each) => isMeant(each.image)).flatMap(({ paths }) => paths);
  return [...new Set([...known, ...own])];
}
