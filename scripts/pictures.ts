/**
 * Draws docs/images/pull-request-light.svg and -dark.svg: a pull request with what the Action really sends for it, in a run on the tests' GitHub. With
 * `--check`: says what is stale, and changes nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { story } from "../test/action/story.ts";
import { type Drawing, drawPicture, type Theme } from "./pull-request-picture.ts";

const root = dirname(import.meta.dirname);
const example = "examples/shop/catalog.yaml";

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  const drawing = await runAction();
  const stale = (["light", "dark"] as const).flatMap((theme) => {
    const file = `docs/images/pull-request-${theme}.svg`;
    const text = drawPicture(drawing, readTheme(theme));
    const path = join(root, file);
    return existsSync(path) && readFileSync(path, "utf8") === text ? [] : [{ file, path, text }];
  });
  if (options.includes("--check")) {
    for (const { file } of stale) console.error(`${file} is stale: run \`npm run docs\``);
    return stale.length === 0 ? 0 : 1;
  }
  for (const { path, text } of stale) writeFileSync(path, text);
  return 0;
}

/** What the Action sends for a pull request that adds the example's second container. */
async function runAction(): Promise<Drawing> {
  const text = readFileSync(join(root, example), "utf8");
  const start = text.indexOf("        - name: debug");
  await using world = await story({ [example]: text }, { [example]: text.slice(0, start) });
  // For what hangs: a slow machine may take its time.
  const { summary } = await world.run({ suggest: "true" }, { timeoutMs: 240_000 });
  const { checkRuns, reviewComments } = world.github;
  const [run, comment] = [checkRuns.at(-1), reviewComments.at(0)];
  const annotations = run?.annotations ?? [];
  const annotation = annotations.find(({ title }) => title?.split(", ").includes("privileged")) ?? annotations[0];
  if (!run || !comment || !annotation) throw new Error("The Action sent no check run, no comment or no annotation.");
  return {
    file: example,
    lines: text.slice(start).trimEnd().split("\n"),
    firstLine: text.slice(0, start).split("\n").length,
    run: { name: run.name, title: run.title ?? "" },
    annotation: { line: annotation.start_line, title: annotation.title ?? "", message: annotation.message },
    comment: { body: comment.body, line: comment.anchor?.line ?? 0, startLine: comment.anchor?.startLine ?? 0 },
    summary,
  };
}

/** The colours and fonts of the pages, from their style sheet. */
function readTheme(theme: "light" | "dark"): Theme {
  const style = readFileSync(join(root, "src/page/style.css"), "utf8");
  const pairs = style.matchAll(/^ {2}--([\w-]+): light-dark\((#\w+), (#\w+)\);$/gm);
  const colours = new Map(
    [...pairs].map(([, name = "", light = "", dark = ""]) => [name, theme === "light" ? light : dark]),
  );
  const font = (name: string) => new RegExp(`^ {2}--${name}: (.+);$`, "m").exec(style)?.[1] ?? "";
  return {
    colour: (name) => {
      const found = colours.get(name);
      if (found === undefined) throw new Error(`The pages have no colour --${name}.`);
      return found;
    },
    sans: font("sans"),
    mono: font("mono"),
  };
}
