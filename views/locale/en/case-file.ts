import type { caseFile as words } from '../zh-CN/case-file.ts'

export const caseFile: Record<keyof typeof words, string> = {
  title: 'Case',
}
