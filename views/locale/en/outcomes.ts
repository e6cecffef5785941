import type { outcomes as words } from '../zh-CN/outcomes.ts'

export const outcomes: Record<keyof typeof words, string> = {
  title: 'Published outcomes',
}
