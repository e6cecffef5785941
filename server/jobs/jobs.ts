import { recompute } from '../cases/clocks.ts'
import { sweepFiles } from '../cases/files/sweep.ts'
import { recordOverdue } from '../cases/overdue.ts'
import { makeStats } from '../cases/stats.ts'
import { forgetDue } from '../db/filing.ts'
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
  stats: () => makeStats(desk), //            统计
  'sign-log': sign, //                        签署
  clocks: () => runClocks(desk), //           期限
  'forget-codes': () => forgetCodes(desk), // 查询码
  'sweep-files': async () => void (await sweepFiles(desk)), // 附件
})

/**
 * What runs by the calendar, in UTC: whatever is due or unsigned once a minute, should the moment itself have been missed;
 * quality on Mondays at 3 in China, statistics every night at half past two; the clocks of cases every hour, the first time at five past midnight in China.
 */
export const SCHEDULES: readonly Schedule[] = [
  { task: 'publish-due', match: '* * * * *' },
  { task: 'sign-log', match: '* * * * *' },
  { task: 'quality', match: '0 19 * * 0' },
  { task: 'stats', match: '30 18 * * *' },
  { task: 'clocks', match: '5 * * * *' },
  { task: 'forget-codes', match: '*/10 * * * *' },
  { task: 'sweep-files', match: '20 * * * *' },
]

/** A code may be seen again for a day, and then nobody keeps it. */
const forgetCodes = async (desk: Desk): Promise<void> => void (await forgetDue(desk.db, desk.now()))

/** What is provisional may be certain by now, and moves before anything is called overdue. */
async function runClocks(desk: Desk): Promise<void> {
  await recompute(desk)
  await recordOverdue(desk)
}
