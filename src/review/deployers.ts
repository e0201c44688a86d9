import { findDeployer } from "../pod/index.ts";
import type { Problem, Source } from "../yaml/index.ts";

/** One note on the objects that deploy charts and overlays with values of their own: these are not rendered here. */
export function noteDeployers(sources: readonly Source[]): Problem[] {
  const found = sources.flatMap(({ file, text, rendering }) => {
    const deployer = rendering ? undefined : findDeployer(text);
    return deployer ? [{ file, kind: deployer.kind, line: text.slice(0, deployer.offset).split("\n").length }] : [];
  });
  const [first] = found;
  if (!first) return [];
  const { file, line, kind } = first;
  const what = kind === "HelmRelease" ? "chart" : "chart or overlay";
  const message =
    found.length === 1
      ? `The ${what} that this ${kind} deploys is not evaluated, only what the object itself says: render it with these values, and review the result.`
      : `${found.length} files deploy charts or overlays by Argo CD or Flux, which are not evaluated with their values, only what the objects themselves say: render them, and review the result. The first is here.`;
  return [{ severity: "note", file, line, message }];
}
