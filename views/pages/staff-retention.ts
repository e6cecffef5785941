import type { Provenance } from '../../catalogue/basis.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

export type RetentionFault = 'confirm' | 'code' | 'changed'

/** What the page is made of: the counts by class, the holds, and a form that was sent with faults. */
export type RetentionData = {
  on: Day
  classes: readonly {
    code: string
    months: number
    says: Text
    basis: Text
    provenance: Provenance
    kept: number
    due: number
    soon: number
    held: number
  }[]
  due: number
  held: readonly string[]
  purged: number
  faults: readonly RetentionFault[]
}

/** `/staff/retention`: what is kept for how long, what is due, and its destruction. */
export type StaffRetentionPage = {
  frame: StaffFrame
  action: string
  may: boolean
  on: string
  problems: { says: string; faults: { href: string; text: string }[] } | null
  classes: {
    says: string
    months: string
    basis: string
    unverified: string | null
    kept: number
    due: number
    soon: number
    held: number
  }[]
  says: string
  run: { due: number; confirm: string; strong: boolean; confirmFault: string | null; codeFault: string | null } | null
  holds: readonly string[]
  before: string
  words: Messages['retention']
}

export function staffRetentionPage(ctx: StaffContext, data: RetentionData): StaffRetentionPage {
  const t = translator(ctx.locale)
  const words = t.words.retention
  const may = ctx.may('retention.write')
  const faultOf = (name: RetentionFault) => (data.faults.includes(name) ? words[`fault-${name}`] : null)
  return {
    frame: staffFrame(ctx, words.title),
    action: address(ctx, '/staff/retention'),
    may,
    on: t('retention.on', { on: data.on }),
    problems: problemsOf(data, words, address(ctx, '/staff/retention')),
    classes: data.classes.map((one) => classShown(one, ctx, t)),
    says: data.due === 0 ? words.nothing : t('retention.willBe', { n: data.due }),
    run:
      !may || data.due === 0
        ? null
        : {
            ...{ due: data.due, strong: ctx.strong, confirm: t('retention.confirm', { n: data.due }) },
            ...{ confirmFault: faultOf('confirm') ?? faultOf('changed'), codeFault: faultOf('code') },
          },
    holds: data.held,
    before: t('retention.before', { n: data.purged }),
    words,
  }
}

function classShown(
  { says, basis, months, provenance, kept, due, soon, held }: RetentionData['classes'][number],
  { locale }: StaffContext,
  t: ReturnType<typeof translator>,
): StaffRetentionPage['classes'][number] {
  const said = (text: Text): string => (locale === 'en' ? (text.en ?? text.zh) : text.zh)
  return {
    ...{ kept, due, soon, held, says: said(says), basis: said(basis) },
    months: t('retention.monthsValue', { n: months }),
    unverified: provenance.mark === 'verified' ? null : t.words.retention.unverified,
  }
}

/** Each fault leads to its field, or to the page anew where there is nothing left to fill in. */
const problemsOf = ({ faults, due }: RetentionData, words: Messages['retention'], anew: string) =>
  faults.length === 0
    ? null
    : {
        says: words.faulty,
        faults: faults.map((name) => ({
          href: due === 0 ? anew : name === 'code' ? '#code' : '#confirm',
          text: words[`fault-${name}`],
        })),
      }
