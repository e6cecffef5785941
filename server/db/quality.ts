import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Db, Reader } from './database.ts'

/** 一次检查: when the rules were run on the whole live list, as of which release, and what they said. */
export type QualityRun = { id: number; at: Date; release: number; report: LintReport }

/** Keeps a run; gives its number. */
export async function keepQualityRun(db: Db, { at, release, report }: Omit<QualityRun, 'id'>): Promise<number> {
  const { id } = await db
    .insertInto('quality_run')
    .values({ at, release, report: JSON.stringify(report) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The number of the newest run and when it was; null before the first. */
export const newestQuality = async (db: Reader): Promise<Pick<QualityRun, 'id' | 'at' | 'release'> | null> =>
  (await db.selectFrom('quality_run').select(['id', 'at', 'release']).orderBy('id', 'desc').executeTakeFirst()) ?? null

/** A run by its number, which is known to be there. */
export const qualityRun = (db: Reader, id: number): Promise<QualityRun> =>
  db.selectFrom('quality_run').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
