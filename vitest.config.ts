import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { closingLine } from "./scripts/closing-line.ts";
import { compiled } from "./test/compiled.ts";

/**
 * The areas of the tests, beside `unit`, which is all else. Each is a job in .github/workflows/checks.yml. `npm test` runs `static`, `unit` and `doors`;
 * `npm run test:long` runs `surroundings`, which use programs beside Node.js, and `long`.
 */
const areas = {
  static: [
    "test/checks.test.ts",
    "test/{architecture,bench,mentions,repository,release,rule-pages,security,workflows}.test.ts",
  ],
  doors: ["test/{action,cli}/**/*.test.ts", "test/{adopting,cli,fake-github,images-action,images-file,json}.test.ts"],
  surroundings: [
    "test/browser/**/*.test.ts",
    "test/rendering/**/*.test.ts",
    "test/{images,pre-commit,registry}.test.ts",
  ],
  long: ["test/long/**/*.test.ts"],
};

/** What the random tests are in: `long` runs them a second time, with more cases. */
const random = [
  "test/{decoding,fuzz,image-rules,only-new,patterns}.test.ts",
  "test/laws/**/*.test.ts",
  "test/yaml/properties.test.ts",
];

const runsBundles = { globalSetup: ["test/compiled.ts"] };

export default defineConfig({
  test: {
    setupFiles: ["test/random.ts"],
    env: { NODE_COMPILE_CACHE: compiled },
    reporters: ["default", ...(process.env.GITHUB_ACTIONS ? ["github-actions"] : []), closingLine],
    // Most tests wait for processes and servers of their own.
    maxWorkers: availableParallelism() + 1,
    // A limit for what hangs. No test says how long a machine may take.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A snapshot that is not there, or an `only` left behind, would let a test pass that checks nothing.
    update: "none",
    allowOnly: false,
    projects: [
      ...(["static", "doors", "surroundings"] as const).map((name) => ({
        extends: true as const,
        test: { name, include: areas[name], ...(name === "static" ? {} : runsBundles) },
      })),
      {
        extends: true,
        // No module keeps anything that another test could see: each worker loads them once for all of its files, which saves a quarter of the time.
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: Object.values(areas).flat(), isolate: false },
      },
      {
        extends: true,
        test: { name: "long", include: [...areas.long, ...random], env: { SECCTX_CASES: "5" }, ...runsBundles },
      },
    ],
  },
});
