import type { Schedule, Tasks } from '../db/queue.ts'
import type { Desk } from '../staff/desk.ts'
import { publishDue } from './publish-due.ts'
import { runQuality } from './quality.ts'
import { readImportTask } from './read-import.ts'

/**
 * The one list of the work outside requests, by name. Each looks for its own work, so it may run twice. `onError` hears of
 * what a task could not do and has told its own people of: the queue knows nothing of it.
 */
export const tasksOf = (desk: Desk, sign: () => Promise<void>, onError: (error: Error) => void): Tasks => ({
  'publish-due': () => publishDue(desk), //   定时发布
  'read-import': readImportTask(desk, onError), // 表格导入
  quality: () => runQuality(desk), //         目录质量
  'sign-log': sign, //                        签署
})

/**
 * What runs by the calendar, in UTC: whatever is due or unsigned once a minute, should the moment itself have been missed;
 * quality on Mondays at 3 in China.
 */
export const SCHEDULES: readonly Schedule[] = [
  { task: 'publish-due', match: '* * * * *' },
  { task: 'sign-log', match: '* * * * *' },
  { task: 'quality', match: '0 19 * * 0' },
]
