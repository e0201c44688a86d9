import { renderEffective } from "../report/effective.ts";
import { imageOptions, parseOptions, policyOptions, renderOptions } from "./options.ts";
import { resolvePolicy } from "./policy-in-force.ts";
import { remarkProblems, reviewPaths } from "./review-paths.ts";
import { say } from "./streams.ts";
import { chooseTextOptions } from "./terminal.ts";

/** What `secctx effective` takes. */
export const effectiveOptions = { ...policyOptions, ...imageOptions, ...renderOptions } as const;

/** `secctx effective`: prints what every container gets, field by field, who set it and where. 2 if something could not be evaluated. */
export async function runEffective(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("effective", args, effectiveOptions);
  const result = await reviewPaths(positionals, await resolvePolicy(values, { appliesBaseline: false }));
  const options = chooseTextOptions(values, process.stdout);
  const texts = result.workloads.map((workload) => renderEffective(workload, options));
  await say(texts.length > 0 ? texts.join("\n") : "No workload was found.\n");
  await remarkProblems(result.problems);
  return result.verdict === "error" ? 2 : 0;
}
