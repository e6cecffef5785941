import type { clocks as words } from '../zh-CN/clocks.ts'

export const clocks: Record<keyof typeof words, string> = {
  title: 'Clocks',
}
