import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { keyOf, type Payloads, type SubjectKind } from '../../catalogue/subject.ts'
import { link, type PageContext } from '../context.ts'
import { dayText, inChinese, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { conditionsInWords } from './conditions.ts'
import { areaName, entityName, itemName, portName } from './names.ts'
import { rateInWords } from './rate.ts'

/** What a published statement is about: its name and address, where and for what it holds, and what it says in one line. */
export type SubjectWords = { name: Said; href: string | null; where: Said[]; detail: string; says: Side }

/** What it says, and below it the tiers, steps or parts of a price. */
export type Side = Said & { steps: string[] }

/** How one is said: on the page's day, in its language. */
export type Saying = { ctx: PageContext; ref: Reference; t: Translate; on: Day }

/** Puts any statement into words. */
export const subjectInWords = <K extends SubjectKind>(kind: K, payload: Payloads[K], saying: Saying): SubjectWords =>
  (SUBJECT[kind] as (payload: Payloads[K], saying: Saying) => SubjectWords)(payload, saying)

const named = (text: string): Said => ({ text, lang: null })
const side = (said: Said, steps: string[] = []): Side => ({ ...said, steps })
const plain = (text: string): Side => side(named(text))

const SUBJECT: { [K in SubjectKind]: (payload: Payloads[K], saying: Saying) => SubjectWords } = {
  item: ({ code, name, pricing, payer, link: chain }, { ctx, t, on }) => ({
    ...about(said(name, t.locale), link(ctx, `/fees/${code}`, { on })),
    says: plain(
      t('changes.pricingSays', {
        pricing: t.words.pricing[pricing],
        payer: t.words.payer[payer],
        link: t.words.link[chain],
      }),
    ),
  }),
  standard: (standard, saying) => {
    const { ctx, ref, t, on } = saying
    const words = rateInWords(standard, t, (code) => itemName(ref, code, on, t.locale).text)
    const label = standard.label && said(standard.label, t.locale)
    return {
      name: itemName(ref, standard.item, on, t.locale),
      href: link(ctx, `/fees/${standard.item}/history`, { line: keyOf.standard(standard) }),
      where: [...whereOf(standard, saying), ...(label ? [label] : [])],
      detail: unsaid(conditionsInWords(standard.conditions, t), label?.text ?? ''),
      says: side(
        named(words.main),
        words.steps.map(({ label, value }) => `${label} ${value}`),
      ),
    }
  },
  entity: ({ code, name, link: chain, ports }, { ctx, ref, t, on }) => ({
    ...about(said(name, t.locale), link(ctx, `/entities/${code}`)),
    says: plain([t.words.link[chain], ...ports.map((port) => portName(ref, port, on, t.locale).text)].join(' · ')),
  }),
  port: ({ code, name, kind, areas }, { ctx, t }) => ({
    ...about(said(name, t.locale), link(ctx, `/ports/${code}`)),
    says: plain(t('changes.areasSays', { kind: t.words.portKind[kind], n: areas.length })),
  }),
  document: ({ code, title, number }, { ctx, t }) => ({
    ...about(said(title, t.locale), link(ctx, `/policies/${code}`)),
    says: number === null ? plain(t.words.policies.noNumber) : side(inChinese(number, t.locale)),
  }),
  lineage: ({ from, to, kind }, { ctx, ref, t, on }) => ({
    ...about(itemName(ref, from, on, t.locale), link(ctx, `/fees/${from}/history`)),
    says: plain(`${t.words.lineage[kind]} ${itemName(ref, to, on, t.locale).text}`),
  }),
  coverage: (coverage, saying) => ({
    ...about(named(coverageName(coverage, saying)), null),
    says: plain(saying.t('changes.coverageSays', { through: dayText(coverage.verified_through, saying.t.locale) })),
  }),
  operating_time: (time, saying) => ({
    ...about(said(time.name, saying.t.locale), link(saying.ctx, `/operating-times/${keyOf.operating_time(time)}`)),
    where: whereOf(time, saying),
    says: plain(limitInWords(time.limit, saying.t)),
  }),
}

/** 4 小时内完成，达成率不低于 90%. */
export const limitInWords = ({ hours, share }: Payloads['operating_time']['limit'], t: Translate): string =>
  share === null ? t('changes.timeSays', { hours }) : t('changes.timeShare', { hours, share })

/** Conditions, unless a label already names every one of them. */
const unsaid = (conditions: string[], label: string): string =>
  conditions.every((condition) => label.includes(condition)) ? '' : conditions.join(' · ')

const about = (name: Said, href: string | null) => ({ name, href, where: [], detail: '' })

type Placed = Pick<Payloads['standard'], 'port' | 'area' | 'entity'>

/** Who charges and where, widest last; empty for what holds everywhere. */
export function whereOf({ entity, port, area }: Placed, { ref, t, on }: Omit<Saying, 'ctx'>): Said[] {
  const place = port === null ? [] : [portName(ref, port, on, t.locale)]
  const part = port === null || area === null ? [] : [areaName(ref, port, area, on, t.locale)]
  return [...(entity === null ? [] : [entityName(ref, entity, on, t.locale)]), ...place, ...part]
}

function coverageName({ port, entity }: Payloads['coverage'], { ref, t, on }: Saying): string {
  const names = [
    ...(port === null ? [t.words.common.nationwide] : [portName(ref, port, on, t.locale).text]),
    ...(entity === null ? [] : [entityName(ref, entity, on, t.locale).text]),
  ]
  return t('changes.coverageName', { name: names.join(' · ') })
}
