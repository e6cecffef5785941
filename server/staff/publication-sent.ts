import { createHash } from 'node:crypto'
import { Words } from '../../complaints/act-input.ts'
import { CHECKS, type Check, type Standing } from '../../complaints/publication.ts'
import type { Found } from '../../complaints/redaction.ts'
import type { FormSent } from '../../views/complaints/case-field.ts'
import type { CaseWhole } from '../cases/case-whole.ts'
import type { Edited } from '../cases/publication.ts'
import { type Fields, textOf } from './form.ts'
import { sentOf } from './sent.ts'

/** 公示稿 as it was sent: what is to be read, what was ticked, and for what was found the reason why it stands. */
export type PublicationSent = {
  edited: Edited
  checked: Check[]
  faults: FormSent['faults']
  form: FormSent
  version: number
  sha256: string
}

export const PUBLICATION_FORM = 'publication'

/** The draft as a handler finds it: the decision's own words, the reply as it came, and the charges by their names. */
export function firstDraft({ decisions, replies, charges, file }: CaseWhole): FormSent {
  const values: Record<string, string> = {
    summary_zh: decisions[0]?.words ?? '',
    summary_en: '',
    reply: replies.at(-1)?.words ?? '',
    entity_name: file.entity_name,
    ...Object.fromEntries(charges.map(({ n, name }) => [`name-${n}`, name])),
  }
  return { form: PUBLICATION_FORM, values, lists: { checked: [] }, faults: [], refused: null }
}

export function publicationSent(body: Fields, { charges, file }: CaseWhole): PublicationSent {
  const { csrf: _, ...values } = sentOf(body)
  const given = (name: string) => textOf(body, name).replaceAll('\r\n', '\n').trim()
  const names = new Map(charges.map(({ n }) => [n, given(`name-${n}`)]))
  const ticked = [body.checked ?? []].flat()
  const checked = CHECKS.filter((one) => ticked.includes(one))
  const texts = ['summary_zh', 'summary_en', 'reply', 'entity_name', ...[...names.keys()].map((n) => `name-${n}`)]
  const needed = [
    'summary_zh',
    ...[...names.keys()].map((n) => `name-${n}`),
    ...(file.entity === null ? ['entity_name'] : []),
  ]
  const faults = [
    ...needed.filter((name) => given(name) === '').map((field) => ({ field, code: 'missing' })),
    ...texts.filter((name) => !Words.safeParse(given(name)).success).map((field) => ({ field, code: 'bad-value' })),
  ]
  return {
    edited: {
      summary: { zh: given('summary_zh'), en: given('summary_en') || null },
      reply: given('reply') || null,
      ...{ names, entityName: file.entity === null ? given('entity_name') : null },
    },
    ...{ checked, faults, version: Number(textOf(body, 'version')) || 0, sha256: textOf(body, 'sha256') },
    form: { form: PUBLICATION_FORM, values, lists: { checked: ticked }, faults, refused: null },
  }
}

/** The field in which a reason for something that was found is given. */
export const standField = ({ kind, field, text }: Pick<Found, 'kind' | 'field' | 'text'>): string =>
  `stand-${createHash('sha256').update([kind, field, text].join('\0')).digest('hex').slice(0, 12)}`

/** What was found and may stand, with the reason given for it. */
export const standingIn = (body: Fields, found: readonly Found[]): Standing[] =>
  found.flatMap(({ kind, field, text, mayStand }) => {
    const reason = textOf(body, standField({ kind, field, text })).trim().slice(0, 400)
    return mayStand && reason.length >= 2 ? [{ kind, field, text, reason }] : []
  })
