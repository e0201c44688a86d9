import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { presets } from "../../src/page/container-changes.ts";
import { allCapabilities } from "../../src/pod/index.ts";
import { badPod } from "../cli/folder.ts";
import { browser, countExcess, findCutRings, openAll, phone, picture, unfit } from "./chromium.ts";
import { readText } from "./worksheet.ts";

const visit = browser();
const capabilities = "docs/capabilities.html";

async function fillIn(page: Page, text: string): Promise<void> {
  await page.fill("#yaml", text);
}

function readSum(page: Page): Promise<string> {
  return page.locator("#sum").innerText();
}

describe("the capability dropper", () => {
  it("explains every capability: what it lets an intruder do, and who needs it", async () => {
    const { page } = await visit(capabilities);
    await openAll(page);
    const items = await page.locator(".powers li").allInnerTexts();
    expect(items.length).toBe(allCapabilities.length);
    for (const item of items)
      expect(item).toMatch(/^[A-Z_]+\n(default\n)?(in effect|not held)\n[\s]*An intruder can .+\.\s+Needed by .+\.$/);
    expect(await readSum(page)).toBe("14 in effect, because the image may run as root.");
    await picture(page, "capabilities");
  });

  it("has presets: powers, verdict and YAML change at once", async () => {
    const { page } = await visit(capabilities);
    const cases = [
      ["default", "14 in effect", "allowed", "rejected"],
      ["privileged", "Privileged: all 41 capabilities", "rejected", "rejected"],
      ["drop all", "No capability", "allowed", "rejected"],
      ["drop all but NET_BIND_SERVICE", "1 in effect", "allowed", "rejected"],
    ] as const;
    expect(cases.map(([preset]) => preset)).toEqual(presets);
    for (const [preset, powers, baseline, restricted] of cases) {
      await page.locator(".presets button", { hasText: new RegExp(`^${preset}$`) }).click();
      expect(await readSum(page)).toContain(powers);
      expect(await page.locator("#admission .answer").allInnerTexts()).toEqual([baseline, restricted]);
      expect((await page.locator("#change .patch").count()) === 0).toBe(preset === "default");
    }
  });

  it("leads a container to restricted, one switch after the other, and back again", async () => {
    const { page } = await visit(capabilities);
    const start = await page.inputValue("#yaml");
    await page.click("#preset-drop-all");
    await page.uncheck("#switch-allowPrivilegeEscalation");
    await page.check("#switch-runAsNonRoot");
    await page.selectOption("#switch-seccompProfile", "RuntimeDefault");
    expect(await page.locator("#admission .answer").allInnerTexts()).toEqual(["allowed", "allowed"]);
    await page.fill("#switch-runAsUser", "10001");
    await page.keyboard.press("Tab");
    await page.check("#switch-readOnlyRootFilesystem");
    expect(await page.inputValue("#yaml")).toBe(`${start}      securityContext:
        capabilities:
          drop:
            - ALL
        allowPrivilegeEscalation: false
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
        runAsUser: 10001
        readOnlyRootFilesystem: true
`);
    expect(await page.locator("#change .patch").textContent()).toContain("+        runAsUser: 10001");
    while (await page.isEnabled("#undo")) await page.click("#undo");
    expect(await page.inputValue("#yaml")).toBe(start);
  });

  it("says what a user other than root keeps", async () => {
    const { page } = await visit(capabilities);
    await page.fill("#switch-runAsUser", "10001");
    await page.keyboard.press("Tab");
    expect(await readSum(page)).toContain("None in effect for a user other than root, but 14 within reach");
    await page.uncheck("#switch-allowPrivilegeEscalation");
    expect(await readSum(page)).toContain("no_new_privs keeps 14 out of reach");
  });

  it("edits the picked container of the user's own text, in its style", async () => {
    const { page } = await visit(capabilities);
    const text = `${badPod}    - {name: side, image: x, securityContext: {runAsUser: 0}} # keep me\n`;
    await fillIn(page, text);
    await page.selectOption("#pick", { label: "Pod bad / side" });
    await page.uncheck("#cap-CHOWN");
    expect(await page.inputValue("#yaml")).toBe(
      text.replace("{runAsUser: 0}", "{runAsUser: 0, capabilities: {drop: [CHOWN]}}"),
    );
    await page.check("#cap-CHOWN");
    await page.check("#cap-SYS_ADMIN");
    expect(await page.inputValue("#yaml")).toContain("SYS_ADMIN");
    expect(await page.locator("#pick option:checked").innerText()).toBe("Pod bad / side");
    expect(await page.locator("#admission .answer").allInnerTexts()).toEqual(["rejected", "rejected"]);
  });

  it("says why it does not change text that others share", async () => {
    const { page } = await visit(capabilities);
    const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: a
      securityContext: &sc
        capabilities: {drop: [KILL]}
    - name: b
      securityContext: *sc
`;
    await fillIn(page, text);
    await page.selectOption("#pick", { label: "Pod p / b" });
    await page.click("#cap-CHOWN");
    expect(await page.locator("#status").innerText()).toBe(
      "The YAML stays as it is: the text is shared through an anchor.",
    );
    expect(await page.inputValue("#yaml")).toBe(text);
    expect(await page.isChecked("#cap-CHOWN")).toBe(true);
  });

  it("carries its YAML in a link", async () => {
    const { page } = await visit(capabilities);
    await fillIn(page, badPod);
    expect(await readText(page)).toBe(badPod);
  });

  it("says on which line the text is not YAML, and leads there", async () => {
    const { page } = await visit(capabilities, phone);
    await fillIn(page, "apiVersion: v1\nkind: Pod\nspec: [\n");
    expect(await page.locator("#dropper").innerText()).toMatch(/not evaluated\s+line 3\s+This is not YAML: /);
    await page.locator("#dropper button", { hasText: "line 3" }).tap();
    const marked = await page.locator("#yaml").evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(marked).toBe("spec: [");
    await picture(page, "capabilities-not-yaml");
    // What can be read beside it is shown.
    await fillIn(page, `${badPod}---\nspec: [\n`);
    expect(await page.locator("#dropper").innerText()).toMatch(/This is not YAML: [\s\S]+Privileged: all 41/);
  });

  it("takes hostile YAML, broken YAML and none", async () => {
    const { page } = await visit(capabilities);
    for (const text of [
      "",
      "a: [",
      "</textarea><script>alert(1)</script>",
      `${badPod.replace("name: app", 'name: "<img src=x onerror=alert(1)>"')}`,
    ]) {
      await fillIn(page, text);
      expect(await page.locator("#dropper").innerText()).toContain(
        text.includes("<img") ? "<img src=x" : "No container yet",
      );
    }
    expect(await page.locator("img").count()).toBe(0);
  });

  it.each(["light", "dark"] as const)("axe finds nothing serious: %s", async (colorScheme) => {
    const { page } = await visit(capabilities, { colorScheme });
    await page.click("#preset-drop-all");
    await openAll(page);
    expect(await unfit(page)).toEqual([]);
    await picture(page, `capabilities-${colorScheme}`);
  });

  it.each([
    ["on a desktop", {}],
    ["at 200 %", { viewport: { width: 700, height: 450 } }],
    ["on a phone", phone],
  ])("fits %s, and shows where the keyboard is", async (name, options) => {
    const { page } = await visit(capabilities, options);
    await page.click("#preset-drop-all");
    await picture(page, `capabilities ${name}`.replaceAll(/\W+/g, "-"));
    expect(await countExcess(page)).toBe(0);
    await page.locator("#theme").focus();
    expect(await findCutRings(page)).toEqual([]);
  });
});
