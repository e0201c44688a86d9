import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sameValue, type Value } from "../../src/yaml/index.ts";
import { manifestOf } from "./documents.ts";

/** A text of `scripts/odd-texts.ts`, and what kubectl reads in it up to the first error. */
interface Answer {
  readonly text: string;
  readonly documents: readonly { readonly json?: Value; readonly error?: string }[];
}

const answers = readFileSync(join(import.meta.dirname, "../fixtures/go-yaml.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line): Answer => JSON.parse(line));

describe("texts that kubectl's own decoder has read", () => {
  const isRefused = ({ documents }: Answer) => documents.some(({ error }) => error !== undefined);

  it("are read as it reads them", () => {
    const taken = answers.filter((answer) => !isRefused(answer));
    expect(taken.length).toBeGreaterThan(400);
    expect(taken.flatMap(compare)).toEqual([]);
  });

  it("are problems where it refuses them", () => {
    const refused = answers.filter(isRefused);
    expect(refused.length).toBeGreaterThan(400);
    expect(refused.flatMap(compare)).toEqual([]);
  });
});

function compare(answer: Answer): string[] {
  const { text } = answer;
  const { documents, problems } = manifestOf(text);
  const error = answer.documents.find((document) => document.error !== undefined)?.error;
  const theirs = answer.documents.flatMap(({ json = null }) => (json === null ? [] : [json]));
  const ours = documents.map(({ value }) => value).filter((value) => value !== null);
  const isRefused = problems.some(({ severity }) => severity === "error");
  const isSame = theirs.every((value, index) => sameValue(value, ours[index]));
  if (isSame && isRefused === (error !== undefined) && (isRefused || ours.length === theirs.length)) return [];
  const read = isRefused ? problems.map(({ message }) => message).join() : JSON.stringify(ours);
  return [`${JSON.stringify(text)}: ${read}, not ${error ?? JSON.stringify(theirs)}`];
}
