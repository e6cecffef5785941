import type { stats as words } from '../zh-CN/stats.ts'

export const stats: Record<keyof typeof words, string> = {
  title: 'Statistics of complaints',
}
