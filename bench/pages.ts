import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { executable, offline } from "../test/browser/executable.ts";
import { deployment } from "./deployment.ts";
import { milliseconds, type Table, unmeasured, verdict } from "./table.ts";

const playground = pathToFileURL(join(dirname(import.meta.dirname), "docs/index.html")).href;
const keys = 60;
const loads = 9;
const goals = { key: 50, load: 1000 };
const title = "Playground";

/** What a user of the playground waits for: the page, and the findings after a key, in milliseconds. */
export async function pages(): Promise<Table[]> {
  if (!executable) return [unmeasured(title, "there is no Chromium on the PATH")];
  const browser = await chromium.launch({ executablePath: executable, args: [...offline] });
  try {
    const manifest = Array.from({ length: 9 }, (_, index) => deployment.replaceAll("web", `web-${index}`)).join(
      "---\n",
    );
    const lines = manifest.split("\n").slice(0, 500);
    const page = await browser.newPage();
    const loaded: number[] = [];
    for (let load = 0; load < loads; load++) loaded.push(await timeOfLoad(page));
    const keyed = await timesOfKeys(page, lines.join("\n"));
    return [
      {
        title,
        about: `The page in Chromium, with a manifest of ${lines.length} lines: ${loads} loads, and ${keys} keys in the middle of the text.`,
        head: ["", "median", "maximum", "goal"],
        rows: [
          row("page read from disk and judged", loaded, goals.load),
          row("findings after a key", keyed, goals.key),
        ],
      },
    ];
  } finally {
    await browser.close();
  }
}

async function timeOfLoad(page: Page): Promise<number> {
  await page.goto("about:blank");
  await page.goto(playground);
  await page.waitForSelector("body[data-judged]");
  return page.evaluate(() => performance.now());
}

/** From the key to the findings in the page, for keys in the middle of the text. */
async function timesOfKeys(page: Page, text: string): Promise<number[]> {
  await page.setInputFiles("#open", { name: "a.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
  await page.locator(".finding").nth(20).waitFor();
  await page.locator("#editor .cm-content").click();
  await page.evaluate(`{
    const times = [];
    let pressed;
    addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
    new MutationObserver(() => times.push(performance.now() - pressed)).observe(document.body, { attributeFilter: ["data-judged"] });
    globalThis.times = times;
  }`);
  await page.keyboard.press("End");
  await page.keyboard.type(" # ");
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press("x");
    await page.waitForTimeout(60);
  }
  return (await page.evaluate("globalThis.times")) as number[];
}

function row(name: string, times: readonly number[], goal: number): string[] {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const cells = [median, sorted.at(-1) ?? Number.NaN].map(milliseconds);
  return [name, ...cells, verdict(`at most ${milliseconds(goal)}`, median <= goal)];
}
