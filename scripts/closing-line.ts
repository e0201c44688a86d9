import type { Reporter } from "vitest/node";

/**
 * Ends the report of a test run: which tests were skipped and why, and on the last line how many passed, as in
 * `1234 passed, 0 failed, 5 skipped`. `.ci/run` adds these lines up.
 */
export const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const skipped = tests.filter((test) => test.result().state === "skipped");
    const passed = tests.filter((test) => test.result().state === "passed").length;
    // A file that can't be imported, a hook that throws and an error outside of every test are failures, too.
    const broken = suites.filter((suite) => suite.errors().length > 0).length + unhandledErrors.length;
    const failed = tests.length - passed - skipped.length + broken + (tests.length === 0 && broken === 0 ? 1 : 0);

    const reasons = skipped.flatMap((test) => {
      const result = test.result();
      return result.state === "skipped" && result.note !== undefined
        ? [`  ${test.module.relativeModuleId} > ${test.fullName}: ${result.note}`]
        : [];
    });
    if (reasons.length > 0) console.log(`\nSkipped:\n${reasons.join("\n")}`);
    console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  },
};
