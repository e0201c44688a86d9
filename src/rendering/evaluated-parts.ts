import { locate, type Source } from "../yaml/index.ts";
import type { DeployerPart } from "./deployers/find-deployments.ts";

/** Sources, each with the objects in it that are judged by what they deploy. */
export function markEvaluated(sources: readonly Source[], parts: readonly DeployerPart[]): Source[] {
  return sources.map((source) => {
    const own = parts.filter(
      ({ deployer: { document } }) => document.text === source.text && document.file === source.file,
    );
    return own.length === 0 ? source : { ...source, evaluated: own.map(placeOfPart) };
  });
}

function placeOfPart({ deployer: { document, object }, path }: DeployerPart) {
  const place = [...object, ...path];
  const range = place.length === 0 ? document.range : locate(document, place).value;
  return { document: document.index, path: place, range };
}
