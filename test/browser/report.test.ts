import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { badPod, folder, goodPod } from "../cli/folder.ts";
import { manifestsIn } from "../corpus.ts";
import { browser, countExcess, findCutRings, openAll, phone, picture, root, unfit } from "./chromium.ts";

const visit = browser();

/** The HTML report of these files, opened. */
async function openReport(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  options = {},
): Promise<Page> {
  const out = mkdtempSync(join(tmpdir(), "secctx-report-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const file = join(out, "report.html");
  const { stderr } = folder(files).secctx(["--format", "html", "--output", file, ...args]);
  expect(stderr).toBe("");
  const { page } = await visit(relative(root, file), options);
  await page.waitForSelector("body[data-ready]");
  return page;
}

/** The examples, at paths that don't depend on where this repository lies. */
const examples = Object.fromEntries(
  Object.entries(manifestsIn(join(root, "examples"))).map(([name, text]) => [`examples/${name}`, text]),
);

function readNames(page: Page): Promise<string[]> {
  return page.locator("#grid tbody .link").allInnerTexts();
}

describe("the HTML report", () => {
  it("weighs at most 520 kB without its data", () => {
    expect(statSync(join(root, "dist/report.html")).size).toBeLessThanOrEqual(460_000);
  });

  it("shows the verdict, and workloads by controls", async () => {
    const page = await openReport(examples);
    expect(await page.locator("#verdict").innerText()).toMatch(/The gate fails\s+\d+ failures, \d+ warnings/);
    expect(await readNames(page)).toContain("DaemonSet cni-node");
    const row = page.locator("#grid tr", { hasText: "DaemonSet cni-node" });
    expect(await row.locator("[data-mode=enforce]").count()).toBeGreaterThan(2);
    expect(await row.locator("[title='privileged: failure']").count()).toBe(1);
    await picture(page, "report");
  });

  it("shows a workload's findings with source and fix, its context by level, and what the API server would say", async () => {
    const page = await openReport({ "k8s/bad.yaml": `# a comment\n${goodPod}---\n${badPod}` });
    await page.locator("#grid .link", { hasText: "Pod bad" }).click();
    const detail = page.locator("#detail");
    const line = goodPod.split("\n").length + 11;
    const card = detail.locator(".finding", { hasText: "privileged is true" });
    expect(await card.innerText()).toContain(`line ${line}`);
    expect(await card.locator("mark").innerText()).toBe("true");
    await card.locator("button", { hasText: "Show the change" }).click();
    expect(await card.locator(".patch").textContent()).toContain(
      "-        privileged: true\n+        privileged: false",
    );
    expect(await card.locator(".patch").textContent()).toMatch(new RegExp(`^@@ -${line - 3},`));
    await detail.locator("#words-restricted summary").click();
    expect(await detail.locator("#words-restricted").innerText()).toContain('violates PodSecurity "restricted:latest"');
    const cells = await detail.locator("tr", { hasText: "privileged" }).first().locator("td").allInnerTexts();
    expect(cells).toEqual(["·", "true", "true", "container", String(line)]);
  });

  it("shows which level each namespace passes, what is in the way, and the labels", async () => {
    const page = await openReport(examples);
    const place = page.locator("#namespaces");
    await place.locator("summary", { hasText: "Pod Security, by namespace" }).click();
    const cells = await place.locator("tbody tr", { hasText: "kube-system" }).locator("th, td").allInnerTexts();
    expect(cells).toEqual(["kube-system", "privileged", "nothing", "1", "baseline: 1 workload"]);
    await place.locator("summary", { hasText: "kube-system" }).click();
    expect(await place.locator("li", { hasText: "DaemonSet cni-node" }).innerText()).toMatch(
      /examples\/platform\/cni\.yaml:2: host namespaces \(hostNetwork=true\)/,
    );
    expect(await place.locator("pre:visible").innerText()).toContain(
      "pod-security.kubernetes.io/enforce: privileged\n",
    );
    await picture(page, "report-namespaces");
    expect(await unfit(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await unfit(page)).filter((each) => each.includes("namespaces"))).toEqual([]);
  });

  it("has the dropper for a container, on a copy of the source", async () => {
    const page = await openReport({ "k8s/bad.yaml": `${goodPod}---\n${badPod}` });
    await page.locator("#grid .link", { hasText: "Pod bad" }).click();
    await page.click("#what-if > summary");
    expect(await page.locator("#sum").innerText()).toContain("Privileged: all 41");
    expect(await page.isDisabled("#cap-SYS_ADMIN")).toBe(true);
    await page.click("#preset-drop-all");
    expect(await page.locator("#sum").innerText()).toBe("No capability, not even within reach.");
    expect(await page.locator("#what-if .patch").textContent()).toContain("+            - ALL");
    await picture(page, "report-what-if");
  });

  it("filters, searches, and links to what is open", async () => {
    const page = await openReport(examples);
    await page.fill("#query", "catalog debug");
    expect(await readNames(page)).toEqual(["Deployment catalog"]);
    await page.fill("#query", "");
    await page.selectOption("#rule", "ignored-field");
    expect(await readNames(page)).toEqual(["CronJob nightly-report"]);
    await page.selectOption("#rule", "");
    await page.selectOption("#mode", "rejected");
    expect(await readNames(page)).not.toContain("Deployment payments");
    await page.locator("#grid .link", { hasText: "Deployment catalog" }).click();
    const address = await page.evaluate(() => location.hash);
    expect(address).toContain("name=catalog");
    const print = await page.locator(".finding .anchor").first().getAttribute("href");
    await page.evaluate((hash) => {
      location.hash = hash;
    }, "#file=examples&name=none");
    await page.evaluate((hash) => {
      location.hash = hash;
    }, print ?? "");
    await page.waitForSelector(".finding[data-linked]");
  });

  it("opens at the place that a link names", async () => {
    const page = await openReport({ "a.yaml": goodPod, "b.yaml": badPod }, [], {
      hash: "#file=a.yaml&kind=Pod&name=good",
    });
    expect(await page.locator("#detail h2").innerText()).toBe("Pod good");
    expect(await page.locator("#detail").innerText()).toContain("Nothing to report.");
  });

  it("leaves out what is not a workload, and loses no finding and no problem", async () => {
    const page = await openReport({
      "all.yaml": `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n---\n${badPod}`,
      "ns.yaml": `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: strict\n`,
      "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n",
    });
    expect(await readNames(page)).toEqual(expect.arrayContaining(["Pod bad", "Namespace shop"]));
    expect(await page.locator("#problems").innerText()).toContain("broken.yaml:3");
    const texts = await page.evaluate(() => {
      const bytes = Uint8Array.from(atob(document.getElementById("data")?.textContent ?? ""), (unit) =>
        unit.charCodeAt(0),
      );
      return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
    });
    expect(texts).toContain("privileged: true");
    expect(texts).not.toContain("hunter2");
  });

  it("prints every row and every finding", async () => {
    const page = await openReport(examples);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const printed = await page.locator("#print").innerText();
    expect(printed).toContain("Deployment storefront");
    expect(printed).toContain("privileged is true");
    await picture(page, "report-print");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.byteLength).toBeGreaterThan(20_000);
  });

  it("runs nothing of a hostile manifest", async () => {
    const hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    const page = await openReport({
      [`${"a".repeat(9)}<b>.yaml`]: badPod.replaceAll(/name: (bad|app)/g, `name: ${JSON.stringify(hostile)}`),
    });
    await page.click("#what-if > summary");
    expect(await page.locator("#detail h2").innerText()).toContain("<img src=x onerror=alert(2)>");
    expect(await page.locator("img, b[yaml]").count()).toBe(0);
  });

  it.each(["light", "dark"] as const)("axe finds nothing serious: %s", async (colorScheme) => {
    const page = await openReport(examples, [], { colorScheme });
    await page.locator("#grid .link", { hasText: "Deployment catalog" }).click();
    await page.locator("#detail .finding button").first().click();
    await page.click("#what-if > summary");
    expect(await unfit(page)).toEqual([]);
    await picture(page, `report-${colorScheme}`);
  });

  it("does not say that the gate passes where there is nothing to judge", async () => {
    const page = await openReport({ "c.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n" });
    expect(await page.locator("#verdict").innerText()).toMatch(/^Nothing to judge\s+There is no workload\.$/);
    expect(await page.title()).toBe("secctx: nothing to judge");
    expect(await page.locator("#detail").innerText()).toBe("There is no workload in these files.");
  });

  it.each([
    ["on a desktop", {}],
    ["at 200 %", { viewport: { width: 700, height: 450 } }],
    ["on a phone", phone],
  ])("is never wider than the screen, and shows where the keyboard is, %s", async (name, options) => {
    const long = (letter: string) => letter.repeat(230);
    const pod = badPod
      .replace("name: bad", `name: ${long("b")}\n  namespace: ${long("n")}`)
      .replace("name: app", `name: ${long("a")}\n      image: registry.example.com/${long("i")}:${long("t")}`)
      .replace("privileged: true", `privileged: true\n        capabilities: {drop: ["ALL"], add: [${long("C")}]}`);
    const path = `${"a-long-name-of-a-folder/".repeat(40)}${long("f")}.yaml`;
    const page = await openReport(
      { ...examples, [path]: pod, [`${long("x")}.yaml`]: `${badPod}  x: [\n` },
      [],
      options,
    );
    await picture(page, `report ${name}`.replaceAll(/\W+/g, "-"));
    expect(await countExcess(page)).toBe(0);
    await page.locator("#grid .link", { hasText: long("b") }).click();
    for (const button of await page.locator("#detail .fix").all()) await button.click();
    await openAll(page);
    await page.waitForSelector("#what-if #pick");
    expect(await countExcess(page)).toBe(0);
    expect(await page.locator(".effective-context td.won").allInnerTexts()).toContain(
      `add: ["${long("C")}"], drop: ["ALL"]`,
    );
    expect(await findCutRings(page)).toEqual([]);
    await picture(page, `report ${name} long names`.replaceAll(/\W+/g, "-"));
  });

  it("shows the details of a row that is chosen on a phone, and leads back to the list", async () => {
    const page = await openReport(examples, [], phone);
    const isInSight = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    expect(await isInSight("#detail h2")).toBe(false);
    await page.locator("#grid .link", { hasText: "Deployment catalog" }).tap();
    await page.waitForFunction(() => document.activeElement?.id === "detail");
    expect(await page.locator("#detail h2").innerText()).toBe("Deployment catalog");
    expect(await isInSight("#detail h2")).toBe(true);
    await picture(page, "report-phone-detail");
    await page.locator("#back").tap();
    expect(await isInSight("#query")).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Deployment catalog");
    // A link to a row shows it too.
    await page.evaluate(() => {
      location.hash = "#file=examples/shop/payments.yaml&kind=Deployment&name=payments&namespace=shop";
    });
    await page.locator("#detail h2", { hasText: "Deployment payments" }).waitFor();
    expect(await isInSight("#detail h2")).toBe(true);
  });
});

describe("the HTML report of 5,000 workloads", () => {
  it("keeps its rows virtual, and is usable by keyboard", async () => {
    const many = Array.from({ length: 1000 }, (_, index) => badPod.replace("name: bad", `name: bad-${index}`));
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `k8s/${index}.yaml`,
        many.slice(index * 100, index * 100 + 100).join("---\n"),
      ]),
    );
    const page = await openReport(files);
    const rows = page.locator("#grid tbody tr:not(.spacer)");
    expect(await page.locator("#matches").innerText()).toBe("1000 rows");
    expect(await rows.count()).toBeLessThan(80);
    await page.locator("#grid .link").first().focus();
    await page.keyboard.press("End");
    await page.waitForFunction(
      () =>
        document.activeElement?.textContent === "Pod bad-999" ||
        document.activeElement?.getAttribute("data-index") === "999",
    );
    expect(await rows.count()).toBeLessThan(80);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await page.locator("#detail h2").innerText()).toMatch(/^Pod bad-\d+$/);
    await page.fill("#query", "bad-123");
    expect(await readNames(page)).toEqual(["Pod bad-123"]);
  });
});
