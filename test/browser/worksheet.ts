import { inflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Puts a text into the playground's editor as a paste does, in the place of all that is there, and waits for the verdict on it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#editor .cm-content").click();
  await page.keyboard.press("Control+a");
  const before = await page.getAttribute("body", "data-judged");
  await page.locator("#editor .cm-content").evaluate((content, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.waitForFunction((known) => document.body.dataset.judged !== known, before);
}

/** What a page's link carries: its own text, with its line ends, and the settings. */
export async function readLink(
  page: Page,
): Promise<{ readonly link: string; readonly text: string; readonly settings: object }> {
  await page.click("#share");
  const link = await page.inputValue("#link");
  await page.click("#close-link");
  const { m = "", ...settings } = Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)));
  return { link, text: inflateRawSync(Buffer.from(m, "base64url")).toString("utf8"), settings };
}

/** The text of the page, by the link that it makes. */
export async function readText(page: Page): Promise<string> {
  return (await readLink(page)).text;
}
