import type { attachments as words } from '../zh-CN/attachments.ts'

export const attachments: Record<keyof typeof words, string> = {
  title: 'Attachments',
}
