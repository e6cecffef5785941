import type { Reader } from './db/database.ts'
import { type QualityRun, qualityRun } from './db/quality.ts'

/** Reads runs by number, and keeps the last: a run never changes. */
export function qualityReader(db: Reader): (id: number) => Promise<QualityRun> {
  let kept: Promise<QualityRun> | null = null
  let number = 0
  return (id) => {
    if (kept !== null && number === id) return kept
    number = id
    kept = qualityRun(db, id)
    kept.catch(() => {
      kept = null
    })
    return kept
  }
}
