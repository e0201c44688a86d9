import { formatCount } from "../report/words.ts";
import type { Result } from "../review/result.ts";
import type { Patches } from "./suggestions/patches.ts";
import type { Standing } from "./suggestions/suggest.ts";

/** Says in one line of Markdown what a reader without secctx installed can do; `undefined` if there is nothing to do. */
export function adviseReader({ findings }: Result, patches: Patches, standing: Standing): string | undefined {
  const open = findings.filter(({ ignored }) => !ignored);
  if (open.length === 0) return undefined;
  const unfixed = open.filter(({ fix }) => !fix).length;
  const ways = [
    ...(standing.suggestions > 0 ? ["commit the suggestions in the pull request's files"] : []),
    ...(standing.hasPatch ? ["apply the patch in the comment on the pull request (`git apply`)"] : []),
    ...(patches.patches.length > 0 ? ["save the patch below and `git apply` it on this commit"] : []),
  ];
  const others = patches.others.length + patches.left > 0 || (unfixed < open.length && ways.length === 0);
  const all = [...ways, ...(others ? ["run `npx secctx fix` on a checkout (Node.js 20 or later)"] : [])];
  const fixed = `${open.length - unfixed} of ${formatCount(open.length, "finding")} ${open.length - unfixed === 1 ? "has" : "have"} a fix`;
  const sentences = [
    ...(unfixed < open.length ? [`${fixed}: ${all.join(", or ")}.`] : []),
    ...(unfixed > 0
      ? [
          `${formatCount(unfixed, "finding")} ${unfixed === 1 ? "has" : "have"} no fix: the message says what to change, and you decide.`,
        ]
      : []),
  ];
  return `**What you can do:** ${sentences.join(" ")}`;
}
