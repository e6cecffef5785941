import type { casePublication as words } from '../zh-CN/case-publication.ts'

export const casePublication: Record<keyof typeof words, string> = {
  title: 'Publication',
}
