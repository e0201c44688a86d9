import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

import { executable, offline } from "./executable.ts";

export const root = dirname(dirname(import.meta.dirname));
/** How a phone shows pages: a small screen, and fingers. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
/** What the pages looked like; git ignores it. */
const screenshots = join(root, "screenshots");

/** A page in a real browser, and everything that it must not do. */
export interface Visit {
  readonly page: Page;
  /** Addresses of everything that was asked for, the page itself left out. */
  readonly requests: string[];
  /** Violations of the page's policy, errors, and scripts of a manifest that ran. */
  readonly trouble: string[];
}

/** A browser for the tests of a file, and how to open a page in it. Nothing is fetched, no policy is broken, no error is thrown: in no test. */
export function browser(): (
  file: string,
  options?: BrowserContextOptions & { readonly hash?: string },
) => Promise<Visit> {
  let running: Browser | undefined;
  const visits: Visit[] = [];
  beforeAll(async () => {
    if (executable) running = await chromium.launch({ executablePath: executable, args: [...offline] });
  });
  afterAll(() => running?.close());
  beforeEach((context) => {
    if (executable) return;
    if (process.env.CI) throw new Error("Chromium is missing: .ci/run installs it");
    context.skip("no Chromium on the PATH (apt-get install chromium)");
  });
  afterEach(async () => {
    for (const { page, requests, trouble } of visits.splice(0)) {
      await page.context().close();
      expect({ requests, trouble }).toEqual({ requests: [], trouble: [] });
    }
  });
  return async (file, { hash = "", ...options } = {}) => {
    const context = await (running as Browser).newContext({ viewport: { width: 1400, height: 900 }, ...options });
    // For what hangs: a slow machine may take its time.
    context.setDefaultTimeout(240_000);
    const page = await context.newPage();
    const visit: Visit = { page, requests: [], trouble: [] };
    visits.push(visit);
    const address = pathToFileURL(join(root, file)).href + hash;
    page.on("request", (request) => {
      // Data and blobs come from the page itself, and a link to the page beside it is the user's to follow.
      const isStep = request.isNavigationRequest() && dirname(request.url()) === dirname(address.replace(/#.*/s, ""));
      if (!/^(data|blob):/.test(request.url()) && !isStep) visit.requests.push(request.url());
    });
    page.on("pageerror", (error) => visit.trouble.push(error.message));
    page.on("dialog", (dialog) => {
      visit.trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) visit.trouble.push(message.text());
    });
    await page.goto(address);
    return visit;
  };
}

/** What axe finds that is serious or worse: each rule with the elements. */
export async function unfit(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"], preload: false } as never),
  );
  return (violations as axe.Result[])
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
}

/** By how many pixels a page is wider than the screen. */
export function countExcess(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Lists what the keyboard reaches that has no ring around it when it has the focus, or a ring that is cut off. */
export async function findCutRings(page: Page): Promise<string[]> {
  // After a key, the browser shows a ring for whatever gets the focus.
  await page.keyboard.press("Tab");
  const stops = await page.evaluate(() => {
    const focusable = "a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex='0'], #editor";
    const findFault = (element: HTMLElement): string | null => {
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      if (outlineStyle === "none") return "no ring";
      const reach = Math.max(0, Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)) - 0.5;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isCutBy = (box: DOMRect) =>
        left - reach < box.left || right + reach > box.right || top - reach < box.top || bottom + reach > box.bottom;
      // What is higher than the screen, or than what it scrolls in, can't be seen whole.
      const isHigherThan = (height: number) => bottom - top + 2 * reach > height;
      if (isHigherThan(innerHeight)) return null;
      for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(above);
        if (overflowX === "visible") continue;
        if (overflowY === "auto" && isHigherThan(above.clientHeight)) return null;
        const { x, y } = above.getBoundingClientRect();
        const box = new DOMRect(x + above.clientLeft, y + above.clientTop, above.clientWidth, above.clientHeight);
        if (isCutBy(box)) return `cut by ${above.id || above.className}`;
      }
      return isCutBy(new DOMRect(0, 0, innerWidth, innerHeight)) ? "cut by the screen" : null;
    };
    return [...document.querySelectorAll<HTMLElement>(focusable)]
      .filter((element) => element.checkVisibility() && !element.matches(".visually-hidden, .skip"))
      .map((element) => {
        const inner = element.shadowRoot?.querySelector<HTMLElement>("[contenteditable]") ?? element;
        inner.focus();
        const fault = document.activeElement === element ? findFault(element) : "can't be focused";
        return { name: `${element.tagName} ${element.id || element.textContent?.slice(0, 40)}`, fault };
      });
  });
  expect(stops.length).toBeGreaterThan(5);
  return stops.flatMap(({ name, fault }) => (fault === null ? [] : `${name}: ${fault}`));
}

/** Opens every part that can be opened. */
export function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** Keeps what the page looks like. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}
