import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { SheetTable } from '../../../catalogue/import/sheet-table.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { bytesOfImport, discardImport, type Import, readAgain, readingOfImport } from '../../db/imports.ts'
import { Refusal } from '../../errors.ts'
import { annotatedWorkbook } from '../../files/annotated.ts'
import { BillRefusal } from '../../files/in/refusal.ts'
import { sheetsOf } from '../../import.ts'
import { COSTLY } from '../../policy.ts'
import { attachment } from '../../staff/attachment.ts'
import { type Desk, seeOther } from '../../staff/desk.ts'
import { type Asking, importOf, showImport } from '../../staff/import-page.ts'
import { noteImport } from '../../staff/imports.ts'
import { importDecisions, Named } from './import-decisions.ts'

const Paged = z.strictObject({ page: z.coerce.number().int().min(1).max(1000).optional(), done: z.string().optional() })

/** One import: how far it is, what was found, and what its sender decides. */
export function importPage(scope: App, desk: Desk, locale: Locale): void {
  const read = { config: { action: 'import.read' }, schema: Named } as const
  const write = { config: { action: 'import.write' }, schema: Named } as const
  const paged = { ...read, schema: { ...Named, querystring: Paged } }
  scope.get('/staff/imports/:import', paged, async (request, reply) => {
    const to = { desk, locale, request, reply }
    return showImport(to, await importOf(to, 'import.read', request.params.import), { page: request.query.page })
  })
  scope.get(
    '/staff/imports/:import/annotated.xlsx',
    { ...read, config: { ...read.config, ...COSTLY } },
    async (request, reply) => {
      const to = { desk, locale, request, reply }
      return annotated(to, await importOf(to, 'import.read', request.params.import))
    },
  )
  scope.post('/staff/imports/:import/read', write, async (request, reply) => {
    const found = await importOf({ desk, locale, request, reply }, 'import.write', request.params.import)
    if (found.state !== 'failed') throw new Refusal('conflict')
    await readAgain(desk.db, found.id)
    await noteImport(desk, request, found.id, 'import.read-again')
    return seeOther(reply, locale, `/staff/imports/${found.id}`)
  })
  scope.post('/staff/imports/:import/discard', write, async (request, reply) => {
    const found = await importOf({ desk, locale, request, reply }, 'import.write', request.params.import)
    if (!(await discardImport(desk.db, found.id))) throw new Refusal('conflict')
    await noteImport(desk, request, found.id, 'import.discard')
    return seeOther(reply, locale, '/staff/imports?done=import-discarded')
  })
  importDecisions(scope, desk, locale) // /staff/imports/:import/answers /staff/imports/:import/apply
}

/** The sender's own sheets again with all problems; of a file that nobody could open, the problems alone. */
async function annotated({ desk, locale, reply }: Asking, found: Import): Promise<FastifyReply> {
  const kept = await readingOfImport(desk.db, found.id)
  if (kept === null) throw new Refusal('not-found')
  const tables = await sheetsOf(await bytesOfImport(desk.db, found.id)).catch(notASheet)
  const asked = { tables, problems: kept.reading.problems, locale, at: desk.now() }
  const name = `${found.name.replace(/\.\w+$/, '')}-annotated.xlsx`
  return attachment(reply, 'xlsx', name).send(await annotatedWorkbook(asked))
}

function notASheet(error: unknown): SheetTable[] {
  if (error instanceof BillRefusal) return []
  throw error
}
