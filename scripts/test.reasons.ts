import type { Reporter, TestCase } from "vitest/node";

/** Puts the reason of `context.skip(reason)` where Vitest's JSON report, which leaves it out, carries it along. */
export default class implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === "skipped" && result.note !== undefined) Object.assign(test.meta(), { reason: result.note });
  }
}
