import type { filingFaults as words } from '../zh-CN/filing-faults.ts'

export const filingFaults: Record<keyof typeof words, string> = {
  title: 'Faults',
}
