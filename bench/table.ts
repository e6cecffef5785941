import { cpus, totalmem } from 'node:os'

/** A line of the result: what was measured at which size, ours beside the yardstick, and what the ratio should be. */
export type Result = {
  what: string
  at: string
  ours: string
  yardstick: string
  ratio: string
  target: string
  met: boolean | null
}

/** The result as a Markdown table; ✓ and ✗ where there is a target, nothing where there is none. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ what, at, ours, yardstick, ratio, target, met }) =>
    [what, at, ours, yardstick, ratio, target, met === null ? '' : met ? '✓' : '✗'].join(' | '),
  )
  const head = ['what', 'standards', 'ours', 'yardstick', 'ratio', 'target', '']
  return [head.join(' | '), head.map(() => '---').join(' | '), ...rows].map((row) => `| ${row} |`).join('\n')
}

/** What it was measured on. */
export const machine = (postgres: string): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL ${postgres}, ${process.platform}`

/** 0.83 or 12.4: as many figures as tell something. */
export const short = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
