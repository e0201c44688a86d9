import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { FindingJson } from "../../src/report/report-json.ts";
import { folder } from "../cli/folder.ts";
import { runAction, startFakeGitHub } from "../fake-github/index.ts";
import { browser } from "./chromium.ts";

const visit = browser();
const manifest = ["basics/pod.yaml", "platform/cni.yaml", "shop/catalog.yaml", "shop/storefront.yaml"]
  .map((name) => readFileSync(join(dirname(dirname(import.meta.dirname)), "examples", name), "utf8"))
  .join("---\n");

/** What all three show of a finding. */
interface Shown {
  readonly rule: string;
  readonly mode: string;
  readonly level: string;
  readonly line: number;
  readonly message: string;
  readonly fix: string | null;
}

function summarize({ rule, mode, level, start, message, fix }: FindingJson): Shown {
  return { rule, mode, level, line: start.line, message, fix: fix?.title ?? null };
}

function reviewOnCommandLine(): Shown[] {
  return JSON.parse(folder({ "k8s.yaml": manifest }).secctx(["--format", "json"]).stdout).findings.map(summarize);
}

async function reviewInBrowser(): Promise<Shown[]> {
  const { page } = await visit("docs/index.html");
  await page.setInputFiles("#open", { name: "k8s.yaml", mimeType: "text/yaml", buffer: Buffer.from(manifest) });
  await page.locator(".finding", { hasText: "hostNetwork" }).first().waitFor();
  const modes: Readonly<Record<string, string>> = { failure: "enforce", warning: "warn", notice: "audit" };
  // A card that says several things of one place has a part for each.
  const cards = await page.locator("#panel-findings .finding").evaluateAll((all) =>
    all.flatMap((card) => {
      const parts = [...card.querySelectorAll(".statement")];
      return (parts.length > 0 ? parts : [card]).map((part) => {
        const text = (selector: string) => part.querySelector(selector)?.textContent ?? "";
        return {
          mode: text(".mode") || (card.querySelector(".mode")?.textContent ?? ""),
          rule: text(".rule"),
          level: text(".level"),
          line: card.querySelector("header .link")?.textContent ?? "",
          message: text(":scope > p"),
          fix: text("button.fix"),
        };
      });
    }),
  );
  return cards.map(({ mode, rule, level, line, message, fix }) => ({
    rule,
    mode: modes[mode] ?? mode,
    level,
    line: Number(line.replace("line ", "")),
    message,
    fix: fix || null,
  }));
}

async function reviewOnGitHub(): Promise<Shown[]> {
  await using github = await startFakeGitHub();
  await github.repository.commit({ "README.md": "# shop\n" });
  await github.repository.commit(
    { "k8s.yaml": manifest },
    { branch: "change", parent: github.repository.tip("main") ?? null },
  );
  const pull = await github.openPullRequest({ head: "change" });
  const out = mkdtempSync(join(tmpdir(), "secctx-agreement-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const file = join(out, "report.json");
  await runAction({
    github,
    event: await github.pullRequestEvent(pull, "opened"),
    inputs: { "json-file": file },
    workspace: { commit: github.headOf(pull) },
  });
  return JSON.parse(readFileSync(file, "utf8")).findings.map(summarize);
}

it("browser, command line and Action say the same of the same manifest", async () => {
  const expected = reviewOnCommandLine();
  expect(expected.length).toBeGreaterThan(15);
  expect(new Set(expected.map(({ mode }) => mode))).toEqual(new Set(["enforce", "warn"]));
  // Cards begin with what fails the gate, and the report with the first line.
  expect(new Set(await reviewInBrowser())).toEqual(new Set(expected));
  expect(await reviewOnGitHub()).toEqual(expected);
});
