import type { Problem } from "../yaml/index.ts";
import { listNames } from "./names.ts";
import type { Ingredient } from "./rendered.ts";

/** One note for each chart or overlay on what looks like a workload in it and is in no rendering: nobody judges it. */
export function noteLeftOut(ingredients: readonly Ingredient[]): Problem[] {
  const rendered = new Set(ingredients.filter(({ isRendered }) => isRendered).map(keyOfIngredient));
  const left = ingredients.filter((each) => !rendered.has(keyOfIngredient(each)));
  const roots = new Set(left.map(({ root }) => root));
  return [...roots].flatMap((root): Problem[] => {
    const own = left.filter((each) => each.root === root);
    const [first] = own;
    if (!first) return [];
    const names = [...new Set(own.map(({ name }) => name))];
    const message = `In no rendering: ${listNames(names)}. ${advice[first.of]}`;
    return [{ severity: "note", file: first.file, line: first.line, message }];
  });
}

const advice: Readonly<Record<Ingredient["of"], string>> = {
  chart:
    "Helm leaves it out, by its values or by .helmignore, so it is not judged. Give values that include it: helm.charts[].values, or ci/*-values.yaml.",
  overlay: "A patch removes it, so it is not judged.",
};

function keyOfIngredient({ file, line }: Ingredient): string {
  return JSON.stringify([file, line]);
}
