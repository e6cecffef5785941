import { chinaDay } from '../../catalogue/day.ts'
import { lintLive } from '../../catalogue/lint/lint.ts'
import { readLive } from '../db/live.ts'
import { keepQualityRun, newestQuality } from '../db/quality.ts'
import { lintSettings } from '../lint.ts'
import type { Desk } from '../staff/desk.ts'

type Looking = Pick<Desk, 'db' | 'head' | 'now' | 'reference'>

/** 目录质量: runs the rules on the whole live list as of the newest release, and keeps what they said. Does nothing to an empty catalogue. */
export async function runQuality(desk: Looking): Promise<void> {
  const release = desk.head.release()
  if (release === 0) return
  const at = desk.now()
  const reference = await desk.reference(release)
  const live = await readLive(desk.db, { today: chinaDay(at), reference, entities: 'all' })
  const report = lintLive(live, await lintSettings(desk))
  await keepQualityRun(desk.db, { at, release, report })
}

const WEEK = 7 * 24 * 60 * 60 * 1000

/** The same where there is no run yet, or the newest is more than a week old: the portal may have slept on its day. */
export async function runQualityIfDue(desk: Looking): Promise<void> {
  const newest = await newestQuality(desk.db)
  if (newest === null || desk.now().getTime() - newest.at.getTime() > WEEK) await runQuality(desk)
}
