import { disarmCommands } from "../report/escape.ts";
import { renderNamespacesMarkdown, renderNamespacesText } from "../report/namespaces.ts";
import { buildNamespaces, renderNamespacesJson } from "../report/namespaces-json.ts";
import { parseOptions, policyOptions, readChoice, renderOptions } from "./options.ts";
import { resolvePolicy } from "./policy-in-force.ts";
import { reviewPaths } from "./review-paths.ts";
import { say } from "./streams.ts";
import { createPainter } from "./terminal.ts";

/** What `secctx namespaces` takes. Pod Security does not look into images. */
export const namespacesOptions = { ...policyOptions, ...renderOptions, format: { type: "string" } } as const;

/** `secctx namespaces`: prints which level of the Pod Security Standards each namespace can enforce, and what is in the way. 2 if something could not be evaluated. */
export async function runNamespaces(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("namespaces", args, namespacesOptions);
  const format = readChoice("--format", values.format ?? "text", ["text", "json", "markdown"]);
  const inForce = await resolvePolicy(values, { appliesBaseline: false });
  const result = await reviewPaths(positionals, { ...inForce, images: undefined });
  const report = buildNamespaces(result);
  const paint = createPainter(values, process.stdout);
  const renderers = {
    text: () => disarmCommands(renderNamespacesText(report, { paint, quiet: values.quiet === true })),
    json: () => renderNamespacesJson(report),
    markdown: () => disarmCommands(renderNamespacesMarkdown(report)),
  };
  await say(renderers[format]());
  return report.complete ? 0 : 2;
}
