import type { caseQueue as words } from '../zh-CN/case-queue.ts'

export const caseQueue: Record<keyof typeof words, string> = {
  title: 'Cases',
}
