import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed, N skipped` alone as the last line of a run. */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'pending' ? 'skipped' : state]++
      }
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) count.failed++
    }
    count.failed += errors.length
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`
    process.on('exit', () => process.stdout.write(`\n${line}\n`))
  }
}
