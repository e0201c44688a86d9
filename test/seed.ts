import fc from "fast-check";

/**
 * The random cases of the tests are the same in every run, so that a change is judged by what it changes. SECCTX_SEED makes others; `npm run laws` and
 * `npm run fuzz` go on where the tests stop.
 */
fc.configureGlobal({ seed: Number(process.env.SECCTX_SEED ?? 1) });
