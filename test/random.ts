import fc from "fast-check";

/** Random cases are the same in every run, so that a change is judged by what it changes. `SECCTX_SEED` makes others. */
export const seed = Number(process.env.SECCTX_SEED ?? 1);

fc.configureGlobal({ seed });

/** How many random cases a test makes: the usual number, times `SECCTX_CASES`, which `npm run test:long` sets to 5. */
export function cases(usual: number): number {
  return usual * Number(process.env.SECCTX_CASES ?? 1);
}
