import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { executable, offline } from "../test/browser/executable.ts";
import { deployment } from "./sets.ts";
import { milliseconds, type Section, type Table, unmeasured, verdict } from "./tables.ts";

const address = pathToFileURL(join(dirname(import.meta.dirname), "docs/index.html")).href;
const keys = 60;
const goal = 50;

/** What a user of the playground waits for, in Chromium. */
export const playground: Section = { title: "The playground", measure };

async function measure(): Promise<Table> {
  if (!executable) return unmeasured("there is no Chromium on the PATH");
  await using browser = await chromium.launch({ executablePath: executable, args: [...offline] });
  const page = await browser.newPage();
  await page.goto(address);
  const text = Array.from({ length: 9 }, (_, index) => deployment.replaceAll("web", `web-${index}`)).join("---\n");
  const lines = text.split("\n").slice(0, 500);
  const times = (await timesOfKeys(page, lines.join("\n"))).toSorted((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  return {
    about: `From a key to the findings in the page, with a manifest of ${lines.length} lines: the median of ${keys} keys in the middle of the text.`,
    head: ["", "time", "goal"],
    rows: [["findings after a key", milliseconds(median), verdict(`at most ${milliseconds(goal)}`, median <= goal)]],
  };
}

async function timesOfKeys(page: Page, text: string): Promise<number[]> {
  await page.setInputFiles("#open", { name: "a.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
  await page.locator(".finding").nth(20).waitFor();
  await page.locator("#editor .cm-content").click();
  await page.evaluate(`{
    globalThis.times = [];
    let pressed;
    addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
    new MutationObserver(() => times.push(performance.now() - pressed)).observe(document.body, { attributeFilter: ["data-judged"] });
  }`);
  await page.keyboard.press("End");
  await page.keyboard.type(" # ");
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press("x");
    await page.waitForTimeout(60);
  }
  return page.evaluate<number[]>("globalThis.times");
}
