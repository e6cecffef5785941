import type { calendar as words } from '../zh-CN/calendar.ts'

export const calendar: Record<keyof typeof words, string> = {
  title: 'Working-day calendar',
}
