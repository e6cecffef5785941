import type { retention as words } from '../zh-CN/retention.ts'

export const retention: Record<keyof typeof words, string> = {
  title: 'Retention',
}
