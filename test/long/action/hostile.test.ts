import { describe, expect, it } from "vitest";
import { bad, type Story, story } from "../../action/story.ts";
import { runAction } from "../../fake-github/index.ts";
import { hostile, hostileManifest } from "../../hostile-names.ts";

const control = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Markdown without its code: the rest is where a name could do harm. */
function prose(markdown: string): string {
  return markdown
    .replace(/\]\(http:\/\/127\.0\.0\.1:\d+\/octo-org\/shop\/blob\/[^\s()<>]+\)/g, "]")
    .replace(/^ {0,3}(`{3,})[^\n`]*\n.*?^ {0,3}\1`*$/gms, "")
    .replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, "")
    .replace(/\\[!-/:-@[-`{-~]/g, "");
}

function expectInert(markdown: string): void {
  const seen = prose(markdown);
  expect(seen).not.toMatch(/<(?!details>|\/details>|summary>|\/summary>|!-- secctx:v1 )/);
  expect(seen).not.toMatch(/@(?!\u200b)|(?<![\w/])#\d|!\[|https?:\/\/evil|www\.evil/);
  expect(markdown.replaceAll("@\u200b", "@")).not.toMatch(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u);
}

async function expectHarmless(world: Story, files: string): Promise<void> {
  const { github } = world;
  for (const inputs of [{ suggest: "true" }, { annotations: "commands" }]) {
    const result = await world.run({ ...inputs, files });
    expect(result).toMatchObject({ exitCode: expect.toBeOneOf([1, 2]), stderr: "" });
    const own = ["error", "warning", "notice", "group", "endgroup"];
    for (const { command, message, properties } of result.commands) {
      expect(own).toContain(command);
      expect(message).not.toMatch(/^owned/);
      expect(message.replaceAll("\n\n", "").replaceAll("##\u200b[", "")).not.toMatch(control);
      if (command !== "group" && command !== "endgroup") expect(properties.file).toBeDefined();
    }
    expect(result.stdout).not.toMatch(/##\[/);
    expect(result.stdout.replaceAll("\u200b", "")).not.toMatch(control);
    expectInert(result.summary);
    expect(result.outputs.conclusion).toBe("failure");
  }
  for (const { summary, text, title } of github.checkRuns) {
    expectInert(summary ?? "");
    expectInert(text ?? "");
    expect(title).not.toMatch(control);
  }
  for (const { annotations } of github.checkRuns)
    for (const { message, title } of annotations)
      expect(`${message.replaceAll("\n\n", "")}${title}`).not.toMatch(control);
  for (const { body } of [...github.reviewComments, ...github.issueComments]) {
    expectInert(body);
    expect(body.match(/<!-- secctx:v1 fp=[0-9a-f]{16} h=[0-9a-f]{8} -->\s*$/g)).toHaveLength(1);
  }
  expect(github.violations).toEqual([]);
}

describe("hostile names are shown, and obeyed nowhere", () => {
  it("in a manifest, wherever it has names", async () => {
    await using world = await story({ "k8s/hostile.yaml": hostileManifest }, {});
    await expectHarmless(world, "**/*.yaml");
  });

  it.each(Object.entries(hostile))("in a file's name: %s", async (_, name) => {
    const file = `k8s/${name.replaceAll("/", "⁄").replaceAll("\r", "")}.yaml`;
    await using world = await story({ [file]: bad }, {});
    await expectHarmless(world, "**/*");
  });

  it("in a file that can't be read, and in YAML that is broken", async () => {
    await using world = await story(
      {
        [`k8s/${hostile.html.replaceAll("/", "")}.yaml`]: "\0",
        "k8s/b.yaml": `apiVersion: v1\nkind: Pod\nmetadata: {name: "a"\n${hostile.commands}: [`,
      },
      {},
    );
    await expectHarmless(world, "**/*");
  });

  it("in the names of branches, and in what inputs say", async () => {
    await using world = await story();
    const event = await world.github.pullRequestEvent(world.pull, "opened");
    const headRef = "x`$(touch owned)`\n::error::owned";
    const payload = JSON.parse(
      JSON.stringify(event.payload).replaceAll('"ref":"change"', `"ref":${JSON.stringify(headRef)}`),
    );
    const result = await runAction({ github: world.github, event: { ...event, payload, headRef } });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).not.toContain("owned");
    const wrong = await world.run({ enforce: hostile.commands });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.commands.map(({ message }) => message)).toEqual([
      "Could not evaluate: see the line below and the job summary.",
    ]);
    expectInert(wrong.summary);
  });

  it("and neither a secret nor a value is repeated", async () => {
    const secret = `${bad.replace("          image: registry.example.com/debug:1\n", '          image: registry.example.com/debug:1\n          env:\n            - {name: TOKEN, value: "hunter2-hunter2"}\n')}---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2-hunter2}\n`;
    await using world = await story({ "k8s/catalog.yaml": secret });
    const result = await world.run();
    expect(result.exitCode).toBe(1);
    expect(result.stdout + JSON.stringify(result.outputs)).not.toContain("hunter2");
    expect(result.stdout + result.summary + JSON.stringify(world.github.checkRuns)).not.toContain(world.github.token);
    expect(result.secrets).toEqual([world.github.token]);
  });
});
