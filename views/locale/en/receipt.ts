import type { receipt as words } from '../zh-CN/receipt.ts'

export const receipt: Record<keyof typeof words, string> = {
  title: 'Receipt',
}
