import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { chinaDay } from '../../../catalogue/day.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { type ImportFault, staffImportFormPage } from '../../../views/pages/staff-import-form.ts'
import { staffImportsPage } from '../../../views/pages/staff-imports.ts'
import type { App } from '../../app.ts'
import { listImports, storeImport } from '../../db/imports.ts'
import { readSettings } from '../../db/settings.ts'
import { COSTLY } from '../../policy.ts'
import { type Desk, reachFor, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { checkCsrf } from '../../staff/guard.ts'
import {
  fileAgain,
  fileFaults,
  fileTooLarge,
  IMPORT_MOST,
  listsWithin,
  readImportForm,
} from '../../staff/import-form.ts'
import { importTold, noteImport } from '../../staff/imports.ts'
import { acceptUploads, CutShort, received, type SentFile } from '../../uploads.ts'
import { importPage } from './import.ts'
import { importTemplates } from './import-templates.ts'

/** Imports of a page of the list. */
const MOST_LISTED = 50

/** 表格导入: lists come in as files, are read in the queue, and become drafts when their sender says so. */
export function importPages(scope: App, desk: Desk, locale: Locale): void {
  const Listing = z.strictObject({ before: z.coerce.number().int().positive().optional(), done: z.string().optional() })
  const read = { action: 'import.read' } as const
  const write = { action: 'import.write' } as const
  scope.get('/staff/imports', { config: read, schema: { querystring: Listing } }, async (request, reply) => {
    const reach = reachFor(request, 'import.read')!
    const found = await listImports(desk.db, { reach, before: request.query.before, limit: MOST_LISTED + 1 })
    const shown = found.slice(0, MOST_LISTED)
    const reference = await desk.reference(desk.head.release())
    const imports = shown.map((one) => importTold(one, reference))
    const before = found.length > shown.length ? shown.at(-1)!.id : null
    return reply.page('staff-imports', staffImportsPage(staffContextOf(desk, request, locale), { imports, before }))
  })
  scope.get('/staff/imports/new', { config: write }, async (request, reply) =>
    showForm({ desk, locale, request, reply }, request.query as Record<string, string>, []),
  )
  void scope.register(async (posting: App) => {
    await acceptUploads(posting)
    posting.post('/staff/imports', { config: { ...write, ...COSTLY, upload: true } }, async (request, reply) =>
      take({ desk, locale, request, reply }),
    )
  })
  importTemplates(scope, desk, locale) // /staff/imports/template.xlsx /staff/imports/template.csv
  importPage(scope, desk, locale) //      /staff/imports/:import …
}

type Asking = { desk: Desk; locale: Locale; request: FastifyRequest; reply: FastifyReply }

async function take(to: Asking): Promise<FastifyReply> {
  const { desk, locale, request, reply } = to
  const { file, fields, faults: ofFile } = await sent(request)
  checkCsrf(request, fields)
  const { asked, faults } = readImportForm(fields, reachFor(request, 'import.write')!)
  const wrong = [...faults, ...ofFile]
  if (wrong.length > 0 || asked === null || file === null)
    return showForm(to, fields, ofFile.length > 0 ? wrong : [...wrong, fileAgain])
  const name = file.name || 'list'
  const id = await storeImport(desk.db, { ...asked, name, bytes: file.bytes }, sessionOf(request).person.id, desk.now())
  await noteImport(desk, request, id, 'import.send', { name, bytes: file.bytes.length })
  return seeOther(reply, locale, `/staff/imports/${id}`)
}

type Sent = { file: SentFile | null; fields: Record<string, string>; faults: ImportFault[] }

async function sent(request: FastifyRequest): Promise<Sent> {
  try {
    const { file, fields } = await received(request, { most: IMPORT_MOST, fieldsFirst: true })
    return { file, fields, faults: fileFaults(file) }
  } catch (error) {
    if (!(error instanceof CutShort) || error.kind !== 'too-large') throw error
    return { file: null, fields: error.fields, faults: [fileTooLarge] }
  }
}

async function showForm(
  { desk, locale, request, reply }: Asking,
  values: Record<string, string>,
  faults: ImportFault[],
) {
  const reference = await desk.reference(desk.head.release())
  const lists = listsWithin(reference, reachFor(request, 'import.write')!, chinaDay(desk.now()), locale)
  const { noticeDays } = await readSettings(desk.db)
  if (faults.length > 0) reply.code(faults.some(({ code }) => code === 'too-large') ? 413 : 422)
  const data = { lists, values, faults, noticeDays }
  return reply.page('staff-import-form', staffImportFormPage(staffContextOf(desk, request, locale), data))
}
