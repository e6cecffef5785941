import type { CheckedLine } from '../verdict.ts'

/** The numbers of lines, as findings name them. */
export const numbers = (lines: readonly CheckedLine[]): number[] => lines.map(({ n }) => n)
