import { describe, expect, it } from "vitest";
import { badPod, goodPod } from "../cli/folder.ts";
import { browser, phone } from "./chromium.ts";
import { paste, readLink, readText } from "./worksheet.ts";

const visit = browser();
const playground = "docs/index.html";
const capabilities = "docs/capabilities.html";

describe("what the user did is not lost", () => {
  it("a link carries the text, the level, the version and the ids, and is gone with the next change", async () => {
    const { page } = await visit(playground);
    await paste(page, badPod);
    await page.selectOption("#enforce", "baseline");
    await page.selectOption("#version", "1.30");
    await page.fill("#user", "10001");
    await page.fill("#group", "10002");
    const { link, text, settings } = await readLink(page);
    expect(text).toBe(badPod);
    expect(settings).toEqual({ enforce: "baseline", version: "1.30", user: "10001", group: "10002" });
    expect(page.url()).toBe(link);

    const other = await visit(playground, { hash: new URL(link).hash });
    expect(await other.page.locator("#lesson").innerText()).toBe("This manifest came with the link.");
    expect(await readLink(other.page)).toEqual({ link, text, settings });
    for (const [id, value] of Object.entries(settings)) expect(await other.page.inputValue(`#${id}`)).toBe(value);
    await other.page.locator(".finding button.fix", { hasText: "Set runAsUser: 10001" }).waitFor();

    await page.click("#share");
    await paste(page, goodPod);
    expect(await page.locator("#link").count()).toBe(0);
    await page.waitForFunction(() => location.hash === "");
  });

  it("a link without settings is judged as the page starts, and one with others than the page knows says so", async () => {
    const { page } = await visit(playground);
    await paste(page, badPod);
    const { link, settings } = await readLink(page);
    expect(settings).toEqual({});
    const other = await visit(playground, { hash: `${new URL(link).hash}&enforce=none&user=0` });
    expect(await other.page.locator("#status").innerText()).toBe(
      'The link asks for enforce "none", which is not on the list: it is restricted here.',
    );
    expect(await other.page.inputValue("#enforce")).toBe("restricted");
    expect(await other.page.inputValue("#user")).toBe("");
    expect(await readText(other.page)).toBe(badPod);
  });

  it("the way to the capabilities and back keeps text, settings and changes; so do Back, Forward and Reload", async () => {
    const { page } = await visit(playground);
    const text = `${goodPod}# Grüße\n`.replaceAll("\n", "\r\n");
    await page.setInputFiles("#open", { name: "a.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
    await page.selectOption("#version", "1.30");
    await page.waitForFunction(() =>
      document.querySelector("nav a:not([aria-current])")?.getAttribute("href")?.includes("1.30"),
    );
    await page.click("nav a:not([aria-current])");
    await page.waitForSelector("body.dropping");
    await page.waitForSelector("#pick");
    expect(await page.locator("#admission").innerText()).toContain("restricted v1.30");
    expect(await readText(page)).toBe(text);
    await page.click("#preset-privileged");
    await page.waitForFunction(() => history.state.text.includes("privileged: true"));
    const changed = await readText(page);
    expect(changed).toContain("privileged: true\r\n");
    await page.click("nav a:not([aria-current])");
    await page.waitForSelector("body.playground[data-judged]");
    expect(await readLink(page)).toMatchObject({ text: changed, settings: { version: "1.30" } });

    await page.locator("#editor .cm-content").click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("# mine: ");
    await page.waitForFunction(() => history.state.text.startsWith("# mine: "));
    await page.reload();
    await page.waitForSelector("body[data-judged]");
    expect(await readText(page)).toBe(`# mine: ${changed}`);
    await page.goBack();
    await page.waitForSelector("#pick");
    expect(await readText(page)).toBe(changed);
    await page.goForward();
    await page.waitForSelector("body.playground[data-judged]");
    expect(await readText(page)).toBe(`# mine: ${changed}`);
    // The link that skips to the findings is none to another place.
    const address = page.url();
    await page.locator(".skip").evaluate((link) => (link as HTMLElement).click());
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("tabs");
    expect(page.url()).toBe(address);
  });

  it("undo follows a click without a click into the text first, and brings back what an example took the place of", async () => {
    const { page } = await visit(playground);
    const text = badPod.replaceAll("\n", "\r\n");
    await page.setInputFiles("#open", { name: "a.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
    await page.locator(".finding button.fix", { hasText: "Set privileged: false" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "panel-findings");
    await page.keyboard.press("Control+z");
    expect(await readText(page)).toBe(text);
    await page.keyboard.press("Control+Shift+z");
    expect(await readText(page)).toContain("privileged: false");
    await page.keyboard.press("Control+z");
    await page.selectOption("#example", { index: 2 });
    await page.click("#tab-capabilities");
    await page.click("#preset-privileged");
    await page.click("#undo");
    await page.click("#undo");
    expect(await readText(page)).toBe(text);
    expect(await page.locator("#status").innerText()).toBe("Undone.");
    // Nothing leads behind the text that the page started with.
    while (await page.isEnabled("#undo")) await page.click("#undo");
    // The keyboard is not lost with the button.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("redo");
    expect(await readText(page)).toContain("kind: Deployment");
  });

  it("undo is at hand on a phone", async () => {
    const { page } = await visit(playground, phone);
    const before = await readText(page);
    await page.locator(".finding button.fix").first().tap();
    await page.locator("#undo-here button").tap();
    expect(await readText(page)).toBe(before);
    await page.locator("#redo").tap();
    expect(await readText(page)).not.toBe(before);
    await page.locator("#undo").tap();
    expect(await readText(page)).toBe(before);
  });

  it("undo on the capabilities page takes back clicks and words alike", async () => {
    const { page } = await visit(capabilities, phone);
    const start = await page.inputValue("#yaml");
    await page.locator("#preset-drop-all").tap();
    await page.locator("#undo-here button").tap();
    expect(await page.inputValue("#yaml")).toBe(start);
    await page.locator("#redo").tap();
    const dropped = await page.inputValue("#yaml");
    await page.locator("#yaml").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("# mine");
    await page.locator("#preset-privileged").tap();
    await page.keyboard.press("Control+z");
    expect(await page.inputValue("#yaml")).toBe(`${dropped}# mine`);
    await page.locator("#yaml").focus();
    await page.keyboard.press("Control+z");
    expect(await page.inputValue("#yaml")).toBe(dropped);
    await page.keyboard.press("Control+z");
    expect(await page.inputValue("#yaml")).toBe(start);
    expect(await page.isDisabled("#undo")).toBe(true);
  });
});
