import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ChangeSetState } from '../../../catalogue/change-set.ts'
import { chinaDay } from '../../../catalogue/day.ts'
import { allOn } from '../../../catalogue/reference.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffSetPage } from '../../../views/pages/staff-set.ts'
import { type SetFieldName, staffSetFormPage } from '../../../views/pages/staff-set-form.ts'
import { staffSetsPage } from '../../../views/pages/staff-sets.ts'
import type { App } from '../../app.ts'
import { createChangeSet, retitle } from '../../db/change-set-writes.ts'
import { type ChangeSet, listChangeSets } from '../../db/change-sets.ts'
import { type Desk, reachFor, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { audited } from '../../staff/refused.ts'
import { sentOf } from '../../staff/sent.ts'
import { askedOf, setFor, setShownTo } from '../../staff/set-shown.ts'

/** Sets on a page of the list. */
const SETS = 30

const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/)
  .transform(Number)
/** The number of a set in an address. */
export const SetAddress = z.object({
  set: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error: 'not-a-number' })
    .transform(Number),
})

/** 变更集: the list of them, a new one, and one line by line. */
export function setPages(scope: App, desk: Desk, locale: Locale): void {
  listOfSets(scope, desk, locale) // /staff/sets
  newSet(scope, desk, locale) //     /staff/sets/new
  oneSet(scope, desk, locale) //     /staff/sets/:set
  editSet(scope, desk, locale) //    /staff/sets/:set/edit
}

const List = z.object({ state: ChangeSetState.optional().catch(undefined), before: whole.optional().catch(undefined) })

function listOfSets(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/sets', { config: { action: 'set.read' } }, async (request, reply) => {
    const { state, before } = List.parse(request.query)
    const choice = {
      reach: reachFor(request, 'set.read')!,
      limit: SETS + 1,
      ...(before === undefined ? {} : { before }),
    }
    const [found, reference] = await Promise.all([
      listChangeSets(desk.db, state === undefined ? choice : { ...choice, states: [state] }),
      desk.reference(desk.head.release()),
    ])
    const sets = found.slice(0, SETS)
    const older = found.length > SETS ? sets.at(-1)!.id : null
    const data = { sets, state: state ?? null, before: before ?? null, older, reference, today: chinaDay(desk.now()) }
    return reply.page('staff-sets', staffSetsPage(staffContextOf(desk, request, locale), data))
  })
}

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
const Wording = z
  .object({
    title_zh: z.string().trim().min(1).max(200),
    title_en: words(200),
    note_zh: words(2000),
    note_en: words(2000),
  })
  .refine(({ note_zh, note_en }) => note_en === null || note_zh !== null, { path: ['note_zh'] })
  .transform(({ title_zh, title_en, note_zh, note_en }) => ({
    title: { zh: title_zh, en: title_en },
    note: note_zh === null ? null : { zh: note_zh, en: note_en },
  }))

const EMPTY: Record<string, string> = { title_zh: '', title_en: '', note_zh: '', note_en: '' }

type Shown = { values: Record<string, string>; faults: SetFieldName[]; refused?: string; status?: number }

function newSet(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'set.write' } as const
  scope.get('/staff/sets/new', { config }, async (request, reply) =>
    show(request, reply, { values: EMPTY, faults: [] }),
  )
  scope.post('/staff/sets/new', { config }, async (request, reply) => {
    const values = { ...EMPTY, ...sentOf(request.body) }
    const owners = await ownersFor(desk, request)
    const entity = values.entity || null
    const read = Wording.safeParse(values)
    const faults = [...(owners.includes(entity) ? [] : (['entity'] as const)), ...faultsIn(read)]
    if (!read.success || faults.length > 0) return show(request, reply, { values, faults, status: 422 })
    const { person } = sessionOf(request)
    const id = await createChangeSet(desk.db, { entity, ...read.data }, person.id, desk.now())
    await audited(desk, request, 'set.create', `set ${id}`)
    return seeOther(reply, locale, `/staff/sets/${id}?done=set-made`)
  })

  async function show(request: FastifyRequest, reply: FastifyReply, { status = 200, ...shown }: Shown) {
    const owners = await ownersFor(desk, request)
    return showForm(desk, request, reply.code(status), locale, { set: null, owners, ...shown })
  }
}

/** Whose lists a person may change: the authority's and every entity's, or those of their own. */
async function ownersFor(desk: Desk, request: FastifyRequest): Promise<(string | null)[]> {
  const reach = reachFor(request, 'set.write')!
  if (reach !== 'all') return [...reach]
  const reference = await desk.reference(desk.head.release())
  return [null, ...allOn(reference, 'entity', chinaDay(desk.now())).map(({ code }) => code)]
}

const faultsIn = ({ error }: { error?: z.ZodError | undefined }): SetFieldName[] => [
  ...new Set((error?.issues ?? []).map(({ path }) => path[0] as SetFieldName)),
]

async function showForm(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  {
    refused = null,
    ...data
  }: Omit<Shown, 'status' | 'refused'> & {
    set: { id: number; version: number } | null
    owners: (string | null)[]
    refused?: string | null
  },
) {
  const reference = await desk.reference(desk.head.release())
  const form = { ...data, refused, reference, today: chinaDay(desk.now()) }
  return reply.page('staff-set-form', staffSetFormPage(staffContextOf(desk, request, locale), form))
}

function oneSet(scope: App, desk: Desk, locale: Locale): void {
  scope.get(
    '/staff/sets/:set',
    { config: { action: 'set.read' }, schema: { params: SetAddress } },
    async (request, reply) => {
      const set = await setFor(desk, request, request.params.set, 'set.read')
      const data = await setShownTo(desk, request, set, { ...askedOf(request.query), sent: null })
      return reply.page('staff-set', staffSetPage(staffContextOf(desk, request, locale), data))
    },
  )
}

const Version = z.object({ version: whole })

function editSet(scope: App, desk: Desk, locale: Locale): void {
  const options = { config: { action: 'set.write' }, schema: { params: SetAddress } } as const
  scope.get('/staff/sets/:set/edit', options, async (request, reply) => {
    const set = await setFor(desk, request, request.params.set, 'set.write')
    return showForm(desk, request, reply, locale, { set, owners: [], values: valuesOf(set), faults: [] })
  })
  scope.post('/staff/sets/:set/edit', options, async (request, reply) => {
    const set = await setFor(desk, request, request.params.set, 'set.write')
    const values = { ...EMPTY, ...sentOf(request.body) }
    const read = Wording.safeParse(values)
    const form = { set, owners: [], values }
    if (!read.success) return showForm(desk, request, reply.code(422), locale, { ...form, faults: faultsIn(read) })
    const version = Version.safeParse(values).data?.version ?? -1
    const written = await retitle(desk.db, set.id, version, read.data, sessionOf(request).person.id, desk.now())
    await audited(desk, request, 'set.retitle', `set ${set.id}`, written.ok ? undefined : written.code)
    if (written.ok) return seeOther(reply, locale, `/staff/sets/${set.id}?done=set-saved`)
    return showForm(desk, request, reply.code(409), locale, { ...form, faults: [], refused: written.code })
  })
}

const valuesOf = ({ title, note }: ChangeSet): Record<string, string> => ({
  ...{ title_zh: title.zh, title_en: title.en ?? '' },
  ...{ note_zh: note?.zh ?? '', note_en: note?.en ?? '' },
})
