import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { fix } from "../src/review/fix.ts";
import { review } from "../src/review/review.ts";
import { rules } from "../src/rules/index.ts";

const folder = join(import.meta.dirname, "../docs/rules");
const ids = rules.map(({ id }) => id);

/** The examples of a page: fences of a kind, with the other rules that a failing one may not avoid. */
function examples(id: string, kind: "pass" | "fail"): { text: string; also: string[] }[] {
  const page = readFileSync(join(folder, `${id}.md`), "utf8");
  const fences = page.matchAll(new RegExp(`^\`\`\`yaml ${kind}(?: also=(\\S+))?\\n([^]*?)^\`\`\``, "gm"));
  return [...fences].map(([, also, text = ""]) => ({ text, also: also?.split(",") ?? [] }));
}

const reviewed = (text: string) => review([{ file: "example.yaml", text, named: true }], null, defaultPolicy);

it("there is a page for each rule, and for nothing else", () => {
  const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ""));
  expect(pages.toSorted()).toEqual([...ids, "index"].toSorted());
});

describe.each(ids)("%s", (id) => {
  it("says what, why, how to fix and when not to", () => {
    const page = readFileSync(join(folder, `${id}.md`), "utf8");
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "What it says",
      "Why it matters",
      "Fails",
      "Passes",
      "How to fix",
      "When not to",
      "Further reading",
    ]);
  });

  it("has a failing example, of which only this rule speaks", async () => {
    const [example, ...others] = examples(id, "fail");
    expect(others).toEqual([]);
    const { findings, problems } = await reviewed(example?.text ?? "");
    expect(problems).toEqual([]);
    expect(new Set(findings.map(({ rule }) => rule.id))).toEqual(new Set([id, ...(example?.also ?? [])]));
  });

  it("has a passing example, of which no rule speaks", async () => {
    const [example] = examples(id, "pass");
    const { findings, problems } = await reviewed(example?.text ?? "");
    expect(problems).toEqual([]);
    expect(findings.flatMap(({ message, ignored }) => (ignored ? [] : [message]))).toEqual([]);
  });

  it("has fixes that end the findings and bring none", async () => {
    const [example] = examples(id, "fail");
    const source = { file: "example.yaml", text: example?.text ?? "", named: true };
    const { text, declined } = await fix(source, defaultPolicy);
    expect(declined.filter(({ finding }) => finding.fix)).toEqual([]);
    const { findings } = await reviewed(text);
    expect(findings.length).toBe(declined.length);
  });
});
