import type { owner as words } from '../zh-CN/owner.ts'

export const owner: Record<keyof typeof words, string> = {
  title: 'Follow a case',
}
