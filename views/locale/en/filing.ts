import type { filing as words } from '../zh-CN/filing.ts'

export const filing: Record<keyof typeof words, string> = {
  title: 'File a report or complaint',
}
