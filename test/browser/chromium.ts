import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

import { executable, offline } from "./executable.ts";

export const root = dirname(dirname(import.meta.dirname));
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
      // Data and blobs come from the page itself.
      if (!/^(data|blob):/.test(request.url()) && request.url().split("#")[0] !== address.split("#")[0])
        visit.requests.push(request.url());
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
