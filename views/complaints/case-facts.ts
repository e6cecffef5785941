import { checkedCharges } from '../../complaints/comparison.ts'
import { address } from '../context.ts'
import { amountText, dayText, inChinese, type Said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { areaName, entityName, portName } from '../words/names.ts'
import type { Beside } from './case-acts.ts'
import { type ChargeRow, chargeRow } from './case-charges.ts'
import { caseAddress } from './case-form.ts'
import type { CaseTold } from './case-told.ts'
import { type FileLines, fileLines } from './files.ts'

/** A fact with its label; `says` may be in another language than the page. */
export type Fact = { label: string; value: Said; href: string | null; note: string | null }

/** 来件: what was sent, as it was. */
export type CaseFacts = {
  facts: Fact[]
  list: { text: string; href: string; of: string } | null
  statement: string | null
  charges: ChargeRow[]
  total: string
  files: FileLines
}
export function factsOf(told: CaseTold, { reference }: Beside, ctx: StaffContext, t: Translate): CaseFacts {
  const { asked, charges } = told
  const on = charges[0]?.on ?? told.received.on
  const dated = charges.map((charge) => ({ charged_on: charge.on }))
  const found = told.comparison === null ? [] : checkedCharges(told.comparison, dated)
  return {
    facts: [...about(told, t), ...placeOf(told, reference, ctx, t)],
    list: listThen(told, on, ctx, t),
    statement: told.statement,
    charges: charges.map((charge, place) => chargeRow(charge, found[place], told, reference, ctx, t)),
    total: amountText(asked.charged),
    files: fileLines(told.files, t.locale, {
      href: (id) => caseAddress(ctx, told.no, `/files/${id}`),
      ...(ctx.may('case.sign') ? { release: (id: string) => caseAddress(ctx, told.no, `/files/${id}/release`) } : {}),
      csrf: ctx.csrf,
    }),
  }
}

const plainly = (text: string): Said => ({ text, lang: null })
const fact = (label: string, value: string | Said, href: string | null = null, note: string | null = null): Fact => ({
  ...{ label, href, note },
  value: typeof value === 'string' ? plainly(value) : value,
})

function about({ asked }: CaseTold, t: Translate): Fact[] {
  const { caseFile: words, caseWords } = t.words
  const say = (key: string) => caseWords[key as keyof Messages['caseWords']]
  const agreed = [
    asked.consents.publish && words.consentPublish,
    asked.consents.mediation && words.consentMediation,
  ].filter((one) => one !== false)
  return [
    fact(words.what, say(`category-${asked.category}`)),
    fact(words.capacity, say(`capacity-${asked.capacity}`)),
    fact(words.goals, asked.goals.map((goal) => say(`goal-${goal}`)).join(t.words.common.and)),
    ...(asked.capacity === 'individual' ? [fact(words.dailyLife, asked.dailyLife ? words.yes : words.no)] : []),
    fact(words.consents, agreed.length === 0 ? words.consentNone : agreed.join(t.words.common.and)),
  ]
}

function placeOf({ asked, received }: CaseTold, ref: Beside['reference'], ctx: StaffContext, t: Translate): Fact[] {
  const { caseFile: words } = t.words
  const port = portName(ref, asked.port, received.on, t.locale)
  const area = asked.area === null ? null : areaName(ref, asked.port, asked.area, received.on, t.locale)
  const place = { text: [port.text, area?.text].filter(Boolean).join(' '), lang: port.lang }
  const known = asked.entity === null ? null : entityName(ref, asked.entity, received.on, t.locale)
  return [
    fact(words.where, place, address(ctx, `/ports/${asked.port}`)),
    known === null || asked.entity === null
      ? fact(words.who, inChinese(asked.entityName, t.locale), null, words.unlisted)
      : fact(words.who, known, address(ctx, `/entities/${asked.entity}`), asked.entity),
  ]
}

/** The list as it stood on the day of the charge, at the release that was newest on receipt. */
function listThen({ asked, charges }: CaseTold, on: string, ctx: StaffContext, t: Translate): CaseFacts['list'] {
  const item = charges.find((charge) => charge.item !== null)?.item
  const path = asked.entity !== null ? `/entities/${asked.entity}` : item ? `/fees/${item}` : null
  if (path === null) return null
  const of = t('caseFile.listThenOf', { day: dayText(on as never, t.locale), release: String(asked.release) })
  return { text: t.words.caseFile.listThen, href: address(ctx, path, { on, release: String(asked.release) }), of }
}
