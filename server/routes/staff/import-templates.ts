import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CreditCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import { roleOf } from '../../../catalogue/import/import.ts'
import { emptyTemplate, filledTemplate } from '../../../catalogue/import/template.ts'
import { nearest } from '../../../catalogue/reference.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { reaches } from '../../access.ts'
import type { App } from '../../app.ts'
import { Refusal } from '../../errors.ts'
import { type TemplateAsked, templateCsv, templateWorkbook } from '../../files/import-template.ts'
import { liveFor } from '../../lint.ts'
import { COSTLY } from '../../policy.ts'
import { attachment } from '../../staff/attachment.ts'
import { type Desk, sessionOf } from '../../staff/desk.ts'

const Asked = z.strictObject({
  entity: z.union([CreditCode, z.literal('authority')]),
  filled: z.enum(['0', '1']).optional(),
  on: Day.optional(),
})

/** 模板: the form of a list to fill in, empty or with the list as it is on a day, today when left out. */
export function importTemplates(scope: App, desk: Desk, locale: Locale): void {
  const write = { config: { action: 'import.write', ...COSTLY }, schema: { querystring: Asked } } as const
  scope.get('/staff/imports/template.xlsx', write, async (request, reply) => {
    const { asked, name } = await templateFor(desk, request, request.query, locale)
    return attachment(reply, 'xlsx', `${name}.xlsx`).send(await templateWorkbook(asked))
  })
  scope.get('/staff/imports/template.csv', write, async (request, reply) => {
    const { asked, name } = await templateFor(desk, request, request.query, locale)
    return attachment(reply, 'csv', `${name}.csv`).send(templateCsv(asked, 'standards'))
  })
}

/** The template of a list, with what is in force where that is asked for, and what the file is called. */
async function templateFor(
  desk: Desk,
  request: FastifyRequest,
  { entity: list, filled, on }: z.infer<typeof Asked>,
  locale: Locale,
): Promise<{ asked: TemplateAsked; name: string }> {
  const entity = list === 'authority' ? null : list
  if (!reaches(sessionOf(request).person.held, 'import.write', entity)) throw new Refusal('not-found')
  const live = await liveFor(desk, entity === null ? [] : [entity])
  const known = entity === null ? undefined : nearest(live.reference, 'entity', entity, live.today)
  if (entity !== null && known === undefined) throw new Refusal('not-found')
  const day = on ?? live.today
  const template = filled === '1' ? filledTemplate(live, entity, day) : emptyTemplate(roleOf(entity))
  const asked = { template, reference: live.reference, on: day, locale, at: desk.now() }
  return { asked, name: `${known?.name.zh ?? list}-${day}` }
}
