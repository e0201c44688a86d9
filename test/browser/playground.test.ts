import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { examples } from "../../src/page/examples.ts";
import { badPod, bundle, goodPod } from "../cli/folder.ts";
import { browser, countExcess, findCutRings, openAll, phone, picture, root, unfit } from "./chromium.ts";
import { paste, readText } from "./worksheet.ts";

const visit = browser();
const playground = "docs/index.html";

function readRules(page: Page): Promise<string[]> {
  return page.locator("#panel-findings .rule").allInnerTexts();
}

describe("the playground", () => {
  it("is read from disk, asks for nothing, and shows an example", async () => {
    const { page } = await visit(playground);
    expect(await readRules(page)).toContain("run-as-user");
    await picture(page, "playground");
  });

  it("shows findings on their lines and beside them, each with its message", async () => {
    const { page } = await visit(playground);
    await paste(page, badPod);
    expect(await readRules(page)).toContain("privileged");
    const card = page.locator(".finding", { hasText: "privileged is true" });
    expect(await card.innerText()).toMatch(/failure\s+privileged\s+baseline\s+line 10/);
    expect(await card.locator("mark").innerText()).toBe("true");
    expect(await page.locator("#verdict").innerText()).toMatch(/The gate fails/);
    expect(await page.locator("#editor .cm-lintRange").allInnerTexts()).toContain("true");
    await card.locator("button", { hasText: "line 10" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("editor");
  });

  it("fixes with a click, and undo takes it back", async () => {
    const { page } = await visit(playground);
    await paste(page, badPod);
    await page.locator(".finding button.fix", { hasText: "Set privileged: false" }).click();
    // The card is gone with its button: the keyboard stays near.
    await page.waitForFunction(() => document.activeElement?.id === "panel-findings");
    expect(await readText(page)).toBe(badPod.replace("privileged: true", "privileged: false"));
    expect(await readRules(page)).not.toContain("privileged");
    expect(await page.locator("#status").innerText()).toContain("Fixed: Set privileged: false.");
    await page.locator("#editor .cm-content").click();
    await page.keyboard.press("Control+z");
    expect(await readText(page)).toBe(badPod);
  });

  it.each([
    ["\\n", badPod],
    ["CRLF", badPod.replaceAll("\n", "\r\n")],
  ])("fixes everything as the command line does: %s", async (_, text) => {
    const { page } = await visit(playground);
    await page.setInputFiles("#open", { name: "a.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
    await page.fill("#user", "10001");
    await page.fill("#group", "10001");
    await page.click("#fix-all");
    const fixed = await readText(page);
    expect(fixed).toBe(fixOnCommandLine(text));
    expect(await page.locator("#verdict").innerText()).toContain("The gate passes");
  });

  it("starts with an example that has a fix to click, and speaks of the page's own fields", async () => {
    const { page } = await visit(playground);
    await page.locator("button.fix", { hasText: "Set allowPrivilegeEscalation: false" }).waitFor();
    expect(await page.locator("body").innerText()).not.toContain("--run-as");
    expect(await page.locator(".finding .risk", { hasText: "No fix" }).allInnerTexts()).toContain(
      "No fix: only you know which user the image can run as: give it with the field “user” above.",
    );
    await page.fill("#user", "10001");
    await page.fill("#group", "10001");
    await page.locator("button.fix", { hasText: "Set runAsUser: 10001" }).first().waitFor();
    await page.click("#fix-all");
    await page.waitForSelector("[data-verdict=pass]");
  });

  it("has something to say about each example, as long as its text is there", async () => {
    const { page } = await visit(playground);
    for (const { title, lesson } of examples) {
      await page.selectOption("#example", { label: title });
      expect(await page.locator("#lesson").innerText()).toBe(lesson);
      expect(await page.locator(".finding").count()).toBeGreaterThan(0);
    }
    await paste(page, badPod);
    expect(await page.locator("#lesson").innerText()).toBe("");
    expect(await page.locator("#example option:checked").innerText()).toBe("your own text");
    await page.click("#undo");
    expect(await page.locator("#lesson").innerText()).toBe(examples.at(-1)?.lesson);
  });

  it("shows failures before warnings, and names the workload on each card", async () => {
    const { page } = await visit(playground);
    const bad = badPod.replace("name: bad", "name: bad\n  namespace: shop");
    await paste(page, `${goodPod.replace(/ *readOnlyRootFilesystem: true\n/, "")}---\n${bad}`);
    const modes = await page.locator(".finding > header .mode").allInnerTexts();
    expect(new Set(modes)).toEqual(new Set(["failure", "warning"]));
    expect(modes.toSorted()).toEqual(modes);
    const owners = await page.locator(".finding .owner").allInnerTexts();
    expect(owners.length).toBe(modes.length);
    expect(new Set(owners)).toEqual(new Set(["Pod bad in shop", "Pod good"]));
    // What is said of one place is one card.
    const pod = page.locator(".finding", { hasText: "runAsNonRoot is set neither" });
    expect(await pod.locator(".rule").allInnerTexts()).toEqual([
      "run-as-non-root",
      "seccomp-profile",
      "explicit-user",
      "explicit-group",
    ]);
    expect(await pod.locator(".mode").allInnerTexts()).toEqual(["failure", "warning", "warning"]);
  });

  it("does not say that the gate passes where there is nothing to judge", async () => {
    const { page } = await visit(playground);
    for (const text of ["", "just text", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n"]) {
      await paste(page, `${text} `);
      expect(await page.locator("#verdict").innerText()).toMatch(/^Nothing to judge\s+There is no workload\.$/);
    }
    await paste(page, badPod.replace("privileged: true", "privileged: $" + "{PRIVILEGED}"));
    expect(await page.locator("#verdict .chip").allInnerTexts()).toEqual([
      "baseline: no answer",
      "restricted: rejected",
    ]);
  });

  it("judges by the chosen level and release", async () => {
    const { page } = await visit(playground);
    await paste(page, badPod);
    await page.selectOption("#enforce", "privileged");
    expect(await page.locator("#verdict").innerText()).toContain("The gate passes");
    await page.click("#tab-capabilities");
    await page.selectOption("#version", "1.24");
    await page.click("#why-baseline summary");
    expect(await page.locator("#why-baseline").innerText()).toContain('violates PodSecurity "baseline:v1.24"');
  });

  it("carries the text in a link's fragment, and says when a link is cut", async () => {
    const { page } = await visit(playground);
    const text = `${goodPod}# Grüße 漢字\n`;
    await paste(page, text);
    await page.click("#share");
    const hash = new URL(await page.inputValue("#link")).hash.slice(1);
    const other = await visit(playground, { hash: `#${hash}` });
    expect(await readText(other.page)).toBe(text);
    const cut = await visit(playground, { hash: `#${hash.slice(0, hash.length / 2)}` });
    expect(await cut.page.locator("#status").innerText()).toContain("The link has no readable manifest");
    expect(await readRules(cut.page)).not.toEqual([]);
  });

  it("takes a file that is dropped, on the editor too, and no other", async () => {
    const { page } = await visit(playground);
    const drop = (selector: string, text: string | null) =>
      page.locator(selector).evaluate((element, content) => {
        const dataTransfer = new DataTransfer();
        if (content === null) dataTransfer.setData("text/plain", "x");
        else dataTransfer.items.add(new File([content], "a.yaml"));
        element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, composed: true, cancelable: true }));
      }, text);
    await drop("#editor .cm-content", badPod);
    await page.locator(".finding", { hasText: "privileged is true" }).waitFor();
    expect(await readText(page)).toBe(badPod);
    await drop("main", "x".repeat(5_000_001));
    expect(await page.locator("#status").innerText()).toBe(
      "a.yaml is larger than 5 MB: review it with the command line.",
    );
    await drop("main", null);
    expect(await readText(page)).toBe(badPod);
  });

  it("shows which level won", async () => {
    const { page } = await visit(playground);
    await page.click("#tab-context");
    const row = page
      .locator("section.subject", { hasText: "Deployment web / metrics" })
      .locator("tr", { hasText: "runAsUser" });
    expect((await row.innerText()).split(/\s+/)).toEqual(["runAsUser", "–", "0", "0", "container", "33"]);
    const seccomp = page
      .locator("section.subject", { hasText: "Deployment web / app" })
      .locator("tr", { hasText: "seccompProfile" });
    expect(await seccomp.locator("td.won").innerText()).toBe("type: RuntimeDefault");
    const lists = page.locator("tr", { hasText: "capabilities" }).first().locator("td.won");
    expect(await lists.innerText()).toBe('drop: ["ALL"]');
    await picture(page, "playground-context");
  });

  it("drops a capability in the user's own YAML, comments and all", async () => {
    const { page } = await visit(playground);
    const text = badPod.replace("        privileged: true", "        # needs thought\n        runAsUser: 0");
    await paste(page, text);
    await page.click("#tab-capabilities");
    expect(await page.locator("#sum").innerText()).toBe("14 in effect, because the process is root.");
    await page.uncheck("#cap-NET_RAW");
    expect(await page.locator("#sum").innerText()).toBe("13 in effect, because the process is root.");
    expect(await readText(page)).toBe(
      text.replace("runAsUser: 0\n", "runAsUser: 0\n        capabilities:\n          drop:\n            - NET_RAW\n"),
    );
    await page.click("#preset-drop-all");
    expect(await page.locator("#sum").innerText()).toBe("No capability, not even within reach.");
    await picture(page, "playground-capabilities");
  });
});

describe("the playground is for everyone", () => {
  it.each(["light", "dark"] as const)("axe finds nothing serious: %s", async (colorScheme) => {
    const { page } = await visit(playground, { colorScheme });
    await paste(page, badPod);
    for (const tab of ["findings", "context", "capabilities"]) {
      await page.click(`#tab-${tab}`);
      await openAll(page);
      expect(await unfit(page)).toEqual([]);
    }
    await picture(page, `playground-${colorScheme}`);
  });

  it("is as dark as the system, and changes on request", async () => {
    const { page } = await visit(playground, { colorScheme: "dark" });
    const brightness = () =>
      page.evaluate(() => {
        const [red = 0, green = 0, blue = 0] = (
          getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []
        ).map(Number);
        return red + green + blue;
      });
    expect(await brightness()).toBeLessThan(150);
    await page.click("#theme");
    expect(await brightness()).toBeGreaterThan(600);
    await page.click("#theme");
    expect(await brightness()).toBeLessThan(150);
  });

  it("needs no mouse", async () => {
    const { page } = await visit(playground);
    const active = () => page.evaluate(() => document.activeElement?.id ?? "");
    const tabTo = async (id: string) => {
      for (let step = 0; step < 40 && (await active()) !== id; step++) await page.keyboard.press("Tab");
      expect(await active()).toBe(id);
    };
    await tabTo("example");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await tabTo("editor");
    await page.keyboard.press("Tab");
    expect(await active()).not.toBe("editor");
    await tabTo("tab-findings");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await active()).toBe("tab-capabilities");
    await tabTo("cap-NET_ADMIN");
    await page.keyboard.press("Space");
    // The part is drawn anew, and the focus stays.
    expect(await active()).toBe("cap-NET_ADMIN");
    expect(await page.isChecked("#cap-NET_ADMIN")).toBe(false);
    expect(await page.locator("#status").innerText()).toBe("NET_ADMIN dropped");
  });

  it.each([
    ["on a desktop", {}],
    ["at 200 %", { viewport: { width: 700, height: 450 } }],
    ["on a phone", phone],
  ])("fits %s, and shows where the keyboard is", async (name, options) => {
    const { page } = await visit(playground, options);
    await picture(page, `playground ${name}`.replaceAll(/\W+/g, "-"));
    for (const tab of ["findings", "context", "capabilities"]) {
      await page.click(`#tab-${tab}`);
      expect(await countExcess(page)).toBe(0);
      await page.locator("#theme").focus();
      expect(await findCutRings(page)).toEqual([]);
    }
  });

  it.each([1, 1000])("shows dots whole beside line numbers, %s lines on", async (lines) => {
    const { page } = await visit(playground);
    await paste(page, `${"#\n".repeat(lines)}${badPod}`);
    await page.locator(".finding > header button").first().click();
    const dots = await page.locator("#editor .cm-lint-marker").evaluateAll((markers) =>
      markers.map((marker) => {
        const dot = marker.getBoundingClientRect();
        const gutter = marker.closest(".cm-gutter")?.getBoundingClientRect() ?? new DOMRect();
        return dot.width === dot.height && dot.left >= gutter.left && dot.right <= gutter.right;
      }),
    );
    expect(dots.length).toBeGreaterThan(0);
    expect(dots.every(Boolean)).toBe(true);
  });
});

describe("the playground takes anything", () => {
  const hostile =
    "</textarea></script><script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3))\u202e";

  it("shows hostile text as text", async () => {
    const { page } = await visit(playground);
    const text = badPod
      .replace("name: bad", `name: ${JSON.stringify(hostile)}`)
      .replace("name: app", `name: ${JSON.stringify(hostile)}`)
      .replace("privileged: true", `privileged: true\n        capabilities: {add: [${JSON.stringify(hostile)}]}`);
    await paste(page, text);
    for (const tab of ["findings", "context", "capabilities"]) {
      await page.click(`#tab-${tab}`);
      expect(await page.locator(`#panel-${tab}`).innerText()).toContain("<img src=x onerror=alert(2)>");
      // What would turn the sentence around is shown.
      expect(await page.locator(`#panel-${tab}`).innerText()).not.toContain("\u202e");
    }
    expect(await page.locator("#editor .cm-specialChar").count()).toBeGreaterThan(0);
    expect(await page.locator("img:not(.cm-widgetBuffer), a[href^='javascript']").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(2);
  });

  it("says on its line what can't be read, and goes on", async () => {
    const { page } = await visit(playground);
    await paste(page, `${goodPod}---\napiVersion: v1\nkind: Pod\nspec: [\n`);
    const lines = goodPod.split("\n").length;
    const card = page.locator(".finding", { hasText: "not evaluated" });
    expect(await card.locator("button").innerText()).toBe(`line ${lines + 3}`);
    expect(await page.locator("#verdict").innerText()).toContain("Could not evaluate everything");
    await page.click("#tab-context");
    expect(await page.locator("#panel-context .finding").innerText()).toContain("This is not YAML");
    await paste(page, goodPod);
    await page.click("#tab-findings");
    expect(await page.locator("#panel-findings").innerText()).toBe("Nothing to report.");
  });

  it("stays alive, whatever it is given", async () => {
    const { page } = await visit(playground);
    for (const text of ["", "just text", "\0\0", "a: [", "- ".repeat(3000), `${"  ".repeat(3)}: :\n\t- x`]) {
      await paste(page, `${text} `);
      await paste(page, badPod);
      expect(await readRules(page)).toContain("privileged");
    }
  });

  it("stays alive with 2 MB of text", async () => {
    const { page } = await visit(playground);
    const text = Array.from({ length: 2_000_000 / badPod.length }, (_, index) =>
      badPod.replace("name: bad", `name: bad-${index}`),
    ).join("---\n");
    await paste(page, text);
    await page.waitForFunction(() => document.getElementById("verdict")?.innerText.match(/\d{4,} failures/));
    expect(await page.locator("#more").innerText()).toMatch(/^Show more: \d+ findings left$/);
    await paste(page, goodPod);
    expect(await page.locator("#verdict").innerText()).toContain("The gate passes");
  });
});

function fixOnCommandLine(text: string): string {
  const patch = execFileSync(
    process.execPath,
    [bundle, "fix", "--diff", "--run-as-user", "10001", "--run-as-group", "10001", "-"],
    { input: text, stdio: ["pipe", "pipe", "ignore"] },
  );
  return applyGitPatch(text, patch.toString("utf8"));
}

/** A text after a unified diff, whose lines keep their line ends. */
function applyGitPatch(text: string, patch: string): string {
  const lines = text.split("\n");
  const after: string[] = [];
  let at = 0;
  for (const line of patch.split("\n").slice(2)) {
    const place = /^@@ -(\d+)/.exec(line)?.[1];
    if (place !== undefined) while (at < Number(place) - 1) after.push(lines[at++] ?? "");
    else if (line.startsWith("+")) after.push(line.slice(1));
    else if (line.startsWith("-")) at++;
    else if (line.startsWith(" ")) after.push(lines[at++] ?? "");
  }
  return [...after, ...lines.slice(at)].join("\n");
}

describe("the page", () => {
  it("has a policy that allows only what is in it", () => {
    for (const file of [playground, "docs/capabilities.html", "dist/report.html"]) {
      const [, policy = ""] =
        /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(root, file), "utf8")) ?? [];
      expect(policy).toMatch(
        /^default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+'; img-src data:; base-uri 'none'; form-action 'none'$/,
      );
    }
  });
});
