/** Ends a test run with one plain line, and fails it under CI when anything was skipped. */

import type { Reporter, TestModule } from 'vitest/node'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      // A file that cannot even be loaded has no tests to count.
      if (module.state() === 'failed' && count.failed === 0) count.failed += 1
    }
    const skipped = count.skipped + count.pending
    if (skipped > 0 && process.env.CI) {
      console.error(`${skipped} tests were skipped, which must not be under CI.`)
      process.exitCode = 1
    }
    console.log(`${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  }
}
