import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../views/locale/locale.ts'
import { type ImportPageData, staffImportPage } from '../../views/pages/staff-import.ts'
import { answersOf } from '../db/import-answers.ts'
import { findImport, type Import, readingOfImport } from '../db/imports.ts'
import { Refusal } from '../errors.ts'
import { chosenLines } from '../imports.ts'
import { type Desk, mustReach, staffContextOf } from './desk.ts'
import { importTold } from './imports.ts'

/** A request about one import, and who answers it. */
export type Asking = { desk: Desk; locale: Locale; request: FastifyRequest; reply: FastifyReply }

/** The import that an address names; another entity's is not there. */
export async function importOf(
  { desk, request }: Asking,
  action: 'import.read' | 'import.write',
  id: number,
): Promise<Import> {
  const found = await findImport(desk.db, id)
  if (found === null) throw new Refusal('not-found')
  mustReach(request, action, 'import.read', found.entity)
  return found
}

/** What came of a file, with the answers so far and the lines they lead to; null before it was read. */
export async function readOf({ db }: Desk, { id }: Import): Promise<ImportPageData['read']> {
  const [kept, answers] = await Promise.all([readingOfImport(db, id), answersOf(db, id)])
  return kept && { ...kept, answers, chosen: chosenLines(kept.reading, answers) }
}

/** The page of an import, with what was sent to it and could not be done. */
export async function showImport(
  { desk, locale, request, reply }: Asking,
  found: Import,
  { sent = UNSENT, page = 1 }: { sent?: ImportPageData['sent']; page?: number | undefined } = {},
): Promise<FastifyReply> {
  const reference = await desk.reference(found.release ?? desk.head.release())
  const read = await readOf(desk, found)
  const data = { told: importTold(found, reference), read, reference, page, sent }
  return reply.page('staff-import', staffImportPage(staffContextOf(desk, request, locale), data, found.entity))
}

const UNSENT: ImportPageData['sent'] = { values: {}, faults: [], refused: null }
