import { Day } from '../../catalogue/day.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import { said } from '../../views/locale/format.ts'
import type { Locale } from '../../views/locale/locale.ts'
import type { ImportFault } from '../../views/pages/staff-import-form.ts'
import type { reachOf } from '../access.ts'
import type { ImportAsked } from '../db/imports.ts'
import type { SentFile } from '../uploads.ts'

/** The most bytes of a list. */
export const IMPORT_MOST = 20 * 2 ** 20

type Reach = Exclude<ReturnType<typeof reachOf>, null>

/** The lists that someone may send: those of the entities within reach, and the authority's where that is everything. */
export function listsWithin(reference: Reference, reach: Reach, today: Day, locale: Locale) {
  const entities = allOn(reference, 'entity', today).filter(({ code }) => reach === 'all' || reach.has(code))
  const lists = entities.map(({ code, name }) => ({ code: code as string | null, name: said(name, locale).text }))
  return reach === 'all' ? [{ code: null, name: '' }, ...lists] : lists
}

/** What the form says of a list; or every fault of it, by field. */
export type FormRead = { asked: ImportAsked | null; faults: ImportFault[] }

export function readImportForm(fields: Record<string, string>, reach: Reach): FormRead {
  const { entity = '', mode = '', effective = '' } = fields
  const day = Day.safeParse(effective.trim())
  const faults: ImportFault[] = [
    ...(mayBe(entity, reach) ? [] : [fault('entity', 'entity')]),
    ...(mode === 'full' || mode === 'changes' ? [] : [fault('mode', 'mode')]),
    ...(day.success ? [] : [dayFault(effective)]),
  ]
  if (faults.length > 0 || !day.success) return { asked: null, faults }
  const whose = entity === 'authority' ? null : entity
  const attest = fields.attest === '1'
  return { asked: { entity: whose, mode: mode as ImportAsked['mode'], effective: day.data, attest }, faults }
}

const mayBe = (entity: string, reach: Reach): boolean =>
  entity === 'authority' ? reach === 'all' : entity !== '' && (reach === 'all' || reach.has(entity))

const fault = (field: ImportFault['field'], code: string, values = {}): ImportFault => ({ field, code, values })
const dayFault = (value: string): ImportFault =>
  value.trim() === ''
    ? fault('effective', 'effective-missing')
    : fault('effective', 'effective', { value: value.slice(0, 40) })

/** What is wrong with the file itself, before anyone reads it. */
export function fileFaults(file: SentFile | null): ImportFault[] {
  if (file === null) return [fault('file', 'file')]
  return file.bytes.length === 0 ? [fault('file', 'file-empty')] : []
}

/** The file of a form that is shown again: a browser does not keep it. */
export const fileAgain: ImportFault = fault('file', 'file-again')
export const fileTooLarge: ImportFault = fault('file', 'too-large', { limit: IMPORT_MOST / 2 ** 20 })
