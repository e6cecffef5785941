import type { Schedule, Tasks } from '../db/queue.ts'
import type { Desk } from '../staff/desk.ts'
import { publishDue } from './publish-due.ts'
import { runQuality } from './quality.ts'
import { readImportTask } from './read-import.ts'

/** The one list of the work outside requests, by name. Each looks for its own work, so it may run twice. */
export const tasksOf = (desk: Desk): Tasks => ({
  'publish-due': () => publishDue(desk), //   定时发布
  'read-import': readImportTask(desk), //     表格导入
  quality: () => runQuality(desk), //         目录质量
})

/** What runs by the calendar, in UTC: whatever is due once a minute, should its own job be lost; quality on Mondays at 3 in China. */
export const SCHEDULES: readonly Schedule[] = [
  { task: 'publish-due', match: '* * * * *' },
  { task: 'quality', match: '0 19 * * 0' },
]
