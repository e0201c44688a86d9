import type { TextOptions } from "../report/text.ts";
import { rules } from "../rules/index.ts";
import { UsageError } from "../source/errors.ts";
import { readRulePage } from "../source/pages.ts";
import { parseOptions, policyOptions } from "./options.ts";
import { say } from "./streams.ts";
import { createPainter } from "./terminal.ts";

/** What `secctx explain` takes. */
export const explainOptions = { color: policyOptions.color, "no-color": policyOptions["no-color"] } as const;

/** `secctx explain [RULE]`: prints a rule's page, or the list of rules. */
export async function runExplain(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("explain", args, explainOptions);
  const paint = createPainter(values, process.stdout);
  const [id] = positionals;
  await say(id === undefined ? renderList(paint) : renderPage(loadPage(id), paint));
  return 0;
}

function renderList(paint: TextOptions["paint"]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, level, summary }) => `${paint("bold", id.padEnd(width))}  ${level.padEnd(10)}  ${summary}`,
  );
  return `${lines.join("\n")}\n`;
}

function loadPage(id: string): string {
  if (!rules.some((rule) => rule.id === id)) {
    throw new UsageError(`explain "${id}": there is no such rule. Rules: ${rules.map((rule) => rule.id).join(", ")}.`);
  }
  const page = readRulePage(id);
  if (page === undefined) throw new UsageError(`The page of ${id} is missing from this installation (docs/rules).`);
  return page;
}

/** Renders Markdown for a terminal: headings are bold, examples are indented, and a link shows its text and its address. */
function renderPage(markdown: string, paint: TextOptions["paint"]): string {
  let isExample = false;
  const lines = markdown
    .replace(/^<!--.*-->\n/gm, "")
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("```")) {
        isExample = !isExample;
        return [];
      }
      if (isExample) return [`    ${line}`];
      if (/^\|[ |-]+\|$/.test(line)) return [];
      if (line.startsWith("#")) return [paint("bold", line.replace(/^#+ /, ""))];
      return [
        line
          .replace(/^\| (.+?) \| (.+) \|$/, "$1: $2")
          .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 <$2>")
          .replaceAll("`", ""),
      ];
    });
  return `${lines.join("\n").trimEnd()}\n`;
}
