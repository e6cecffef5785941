import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { chinaDay } from '../../../catalogue/day.ts'
import { asClerk } from '../../db/case-doors.ts'
import { dropOldDrafts, dropOldUploads, needless } from '../../db/draft-files.ts'
import type { Desk } from '../../staff/desk.ts'
import { dropBytes } from './store.ts'

const DAY = 24 * 3_600_000

/** 清扫: takes away the files of filings nobody finished within a day, and files older than a day that nothing names or can open. Gives how many. */
export async function sweepFiles(desk: Pick<Desk, 'db' | 'files' | 'now'>): Promise<number> {
  const before = new Date(desk.now().getTime() - DAY)
  const drafts = await asClerk(desk.db, (tx) => dropOldDrafts(tx, before))
  for (const id of drafts) await dropBytes(desk, id)
  const old = await olderThan(desk.files, before)
  const ids = old.filter((name) => ID.test(name))
  const orphans = await asClerk(desk.db, (tx) => needless(tx, ids))
  const halves = old.filter((name) => name.endsWith('.part'))
  for (const name of [...orphans, ...halves]) await rm(join(desk.files, name), { force: true })
  await dropOldUploads(desk.db, chinaDay(before))
  return drafts.length + orphans.length + halves.length
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function olderThan(folder: string, before: Date): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const old: string[] = []
  for (const name of names) {
    const { mtime } = await stat(join(folder, name)).catch(() => ({ mtime: null }))
    if (mtime !== null && mtime < before) old.push(name)
  }
  return old
}
