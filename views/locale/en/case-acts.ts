import type { caseActs as words } from '../zh-CN/case-acts.ts'

export const caseActs: Record<keyof typeof words, string> = {
  title: 'Acts',
}
