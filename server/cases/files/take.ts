import { createHmac, randomUUID } from 'node:crypto'
import { chinaDay } from '../../../catalogue/day.ts'
import type { Values } from '../../../views/locale/locale.ts'
import { addFile, type Entered, type FiledTo, type NewAttachment } from '../../db/attachments.ts'
import { asClerk } from '../../db/case-doors.ts'
import { addDraftFile, countUpload, draftRows, dropDraftRow } from '../../db/draft-files.ts'
import type { Desk } from '../../staff/desk.ts'
import { type FileFault, FileRefusal, type HeldBecause } from './fault.ts'
import { FILE_LIMITS, type FileKind, type FileLimits } from './limits.ts'
import { type LookedAt, lookedAt } from './looked-at.ts'
import { type FileShown, shown } from './shown.ts'
import { dropBytes, hasRoom, keepBytes } from './store.ts'

type Taking = Pick<Desk, 'db' | 'keys' | 'files' | 'now' | 'secretKey'>
type State = 'clean' | 'quarantined'

/** What became of a file: kept (perhaps apart, `why`), or not taken, with the code of its words `attachments.fault-…`. */
export type Taken =
  | { ok: true; id: string; name: string; kind: FileKind; size: number; state: State; why: HeldBecause | null }
  | { ok: false; code: FileFault; values?: Values }

/** A file that was sent, and where it goes: to a filing under way by its key, or to what was filed. `address` is whose limit of the day it counts for. */
export type SentFile = { bytes: Buffer; name: string; to: { draft: string } | FiledTo; address?: string }

/**
 * 收附件: looks at a file, encrypts it to disk and enters it, in this order, so that whatever is entered is there. For
 * something filed the caller has seen that it is theirs, and enters the event.
 */
export async function takeFile(desk: Taking, sent: SentFile, limits: FileLimits = FILE_LIMITS): Promise<Taken> {
  try {
    await mustHaveRoom(desk, sent, limits)
    const looked = await lookedAt(sent, limits)
    return await kept(desk, sent.to, looked, limits)
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, code: error.code, values: error.values }
    if (NO_SPACE.has((error as NodeJS.ErrnoException).code ?? '')) return { ok: false, code: 'no-room' }
    throw error
  }
}

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS'])

async function mustHaveRoom(desk: Taking, { bytes, address }: SentFile, limits: FileLimits): Promise<void> {
  if (address !== undefined) {
    const day = chinaDay(desk.now())
    const whose = createHmac('sha256', desk.secretKey).update(`upload:${day}:${address}`).digest()
    const sent = await countUpload(desk.db, whose, day, bytes.length)
    if (sent > limits.day) throw new FileRefusal('day-limit', { limit: limits.day / 2 ** 20 })
  }
  if (!(await hasRoom(desk, limits))) throw new FileRefusal('no-room')
}

async function kept(desk: Taking, to: SentFile['to'], looked: LookedAt, limits: FileLimits): Promise<Taken> {
  const { name, kind, bytes, held } = looked
  const id = randomUUID()
  const state = held === null ? 'clean' : 'quarantined'
  const stored = await keepBytes(desk, id, bytes)
  const sealed = desk.keys.seal(`attachment/${id}/name`, name)
  const row = { ...stored, id, name: sealed, kind, size: bytes.length, state, why: held, at: desk.now() } as const
  const entered = await enter(desk, to, row, limits).catch(async (error) => {
    await dropBytes(desk, id)
    throw error
  })
  if (entered === 'kept') return { ok: true, id, name, kind, size: bytes.length, state, why: held }
  await dropBytes(desk, id)
  return { ok: false, code: entered, values: valuesOf(entered, 'draft' in to ? limits : limits.whole) }
}

const enter = (desk: Taking, to: SentFile['to'], row: NewAttachment, limits: FileLimits): Promise<Entered> =>
  'draft' in to
    ? addDraftFile(desk.db, to.draft, row, limits)
    : asClerk(desk.db, (tx) => addFile(tx, to, row, limits.whole))

const valuesOf = (entered: Entered, { files, together }: { files: number; together: number }): Values =>
  entered === 'too-many' ? { limit: files } : { limit: Math.round(together / 2 ** 20) }

/** The files of a filing under way, oldest first. */
export const draftFiles = async (desk: Pick<Desk, 'db' | 'keys'>, key: string): Promise<FileShown[]> =>
  (await draftRows(desk.db, key)).map((row) => shown(desk.keys, row))

/** Takes a file out of a filing under way; false when it is not there. */
export async function dropDraftFile(desk: Pick<Desk, 'db' | 'files'>, key: string, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return false
  const gone = await dropDraftRow(desk.db, key, id)
  if (gone) await dropBytes(desk, id)
  return gone
}
