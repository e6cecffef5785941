import type { Verdict } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Text } from '../../catalogue/text.ts'
import type { PublicCase } from '../../complaints/publication.ts'
import { VIOLATIONS } from '../../complaints/violations.ts'
import { address } from '../context.ts'
import { amountText, dayText, inChinese, type Said, said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { type CheckVerdict, checkVerdict } from '../words/checked-line.ts'
import { areaName, basisWords, entityName, itemName, portName } from '../words/names.ts'

/** How the money of a published case stands today, as the ledger says. */
export type MoneyTold = { ordered: string; paid: string; confirmed: string; unclaimed: string }

/** 公示的一案 as its page is told it; `on` and `money` are not known before it is published. */
export type Shown = { content: PublicCase; office: Text; on: Day | null; money: MoneyTold | null; reference: Reference }

type Fact = { label: string; text: string; lang: string | null; href: string | null }
type Line = {
  n: number
  name: Said
  item: (Said & { href: string }) | null
  day: string
  amount: string
  expected: string | null
  verdict: CheckVerdict
  found: { word: string; shape: 'above' | 'equal' | 'apart' }
}
type LawRow = { says: string; basis: { text: string; lang: string | null; href: string }[]; unverified: boolean }
type ClockRow = { title: string; due: string; on: string; kept: boolean; word: string }

/** 公示内容 as anyone reads it: the public page, and the preview of it at the desk. */
export type PublicCaseShown = {
  facts: Fact[]
  summary: { lines: string[]; lang: string | null }
  lines: Line[]
  list: { text: string; href: string | null }
  laws: LawRow[]
  money: { label: string; text: string }[]
  reply: { on: string; lines: string[]; lang: string | null } | null
  clocks: ClockRow[]
  words: Messages['outcomes']
  unverified: string
}

export function publicCaseShown(shown: Shown, t: Translate): PublicCaseShown {
  const { content, reference } = shown
  const words = t.words.outcomes
  const summary = said(content.summary, t.locale)
  const reply = content.reply && { ...inChinese(content.reply.zh, t.locale), on: content.reply.on }
  return {
    facts: factsOf(shown, t),
    summary: { lines: summary.text.split(/\n+/), lang: summary.lang },
    lines: content.lines.map((line) => lineOf(line, content, reference, t)),
    list: {
      text: t('outcomes.listThen', { release: String(content.release) }),
      href:
        content.entity === null || content.release === 0
          ? null
          : address(t, `/entities/${content.entity}`, {
              on: content.lines[0]?.charged_on ?? content.received_on,
              release: String(content.release),
            }),
    },
    laws: lawsOf(content, reference, t),
    money: moneyOf(shown, t),
    reply: reply && {
      on: t('outcomes.replyOn', { day: dayText(reply.on, t.locale) }),
      lines: reply.text.split(/\n+/),
      lang: reply.lang,
    },
    clocks: clocksOf(content, t),
    words,
    unverified: t.words.common.unverified,
  }
}

function factsOf({ content, office, on, reference }: Shown, t: Translate): Fact[] {
  const { outcomes: words, caseWords } = t.words
  const day = content.received_on
  const fact = (label: string, { text, lang }: Said, href: string | null = null): Fact => ({ label, text, lang, href })
  const plain = (label: string, text: string): Fact => fact(label, { text, lang: null })
  const dated = (label: string, at: Day | null): Fact[] => (at === null ? [] : [plain(label, dayText(at, t.locale))])
  const area =
    content.area === null ? [] : [fact(words.area, areaName(reference, content.port, content.area, day, t.locale))]
  return [
    fact(words.port, portName(reference, content.port, day, t.locale), address(t, `/ports/${content.port}`)),
    ...area,
    whoOf(content, reference, t),
    plain(words.category, caseWords[`category-${content.category}`]),
    plain(words.kind, `${caseWords[`type-${content.type}`]} · ${caseWords[`track-${content.track}`]}`),
    fact(words.office, said(office, t.locale)),
    ...dated(words.receivedOn, content.received_on),
    ...dated(words.decidedOn, content.decided_on),
    ...dated(words.toldOn, content.told_on),
    ...dated(words.publishedOn, on),
  ]
}

/** 被反映的单位: on the list with a page of its own, or by the name it was given. */
export function whoOf({ entity, entity_name, received_on }: PublicCase, ref: Reference, t: Translate): Fact {
  const label = t.words.outcomes.entity
  if (entity === null) return { label, ...inChinese(entity_name ?? t.words.outcomes.unnamed, t.locale), href: null }
  return { label, ...entityName(ref, entity, received_on, t.locale), href: address(t, `/entities/${entity}`) }
}

function lineOf(
  { n, name, item, charged_on: on, amount, verdict, expected, found, violation }: PublicCase['lines'][number],
  { release }: PublicCase,
  ref: Reference,
  t: Translate,
): Line {
  const words = t.words.outcomes
  const named = VIOLATIONS.find(({ code }) => code === violation)
  const word = named === undefined ? words.foundSome : said(named.says, t.locale).text
  return {
    ...{ n, name: inChinese(name, t.locale), day: dayText(on, t.locale), amount: amountText(amount) },
    item: item === null ? null : { ...itemName(ref, item, on, t.locale), href: asThen(item, on, release, t) },
    expected: expected && amountText(expected),
    verdict: checkVerdict(verdict as Verdict, t),
    found:
      found === null
        ? { word: words.foundUnsaid, shape: 'apart' }
        : found
          ? { word, shape: 'above' }
          : { word: words.foundNone, shape: 'equal' },
  }
}

/** The item's page as the list was published when the case came in. */
const asThen = (item: string, on: Day, release: number, t: Translate): string =>
  address(t, `/fees/${item}`, release === 0 ? { on } : { on, release: String(release) })

const lawsOf = ({ laws, received_on: on }: PublicCase, ref: Reference, t: Translate): LawRow[] =>
  laws.flatMap((code) => {
    const found = VIOLATIONS.find((one) => one.code === code)
    if (found === undefined) return []
    const basis = found.basis.map((one) => {
      const { short, article } = basisWords(ref, one, on, t)
      const text = [short.text, article?.text].filter(Boolean).join(' ')
      return { text, lang: article?.lang ?? short.lang, href: address(t, `/policies/${one.document}`) }
    })
    return [{ says: said(found.says, t.locale).text, basis, unverified: found.mark === 'recall' }]
  })

function moneyOf({ content, money }: Shown, t: Translate): PublicCaseShown['money'] {
  const words = t.words.outcomes
  const row = (label: string, sum: string | null) =>
    sum === null || Number(sum) === 0 ? [] : [{ label, text: t('outcomes.yuan', { amount: amountText(sum) }) }]
  if (money === null) return row(words.refundDecided, content.refund)
  return [
    ...row(words.refundDecided, content.refund),
    ...row(words.ordered, money.ordered),
    ...(Number(money.ordered) === 0
      ? []
      : [
          { label: words.paid, text: t('outcomes.yuan', { amount: amountText(money.paid) }) },
          { label: words.confirmed, text: t('outcomes.yuan', { amount: amountText(money.confirmed) }) },
        ]),
    ...row(words.unclaimed, money.unclaimed),
  ]
}

const clocksOf = ({ clocks }: PublicCase, t: Translate): ClockRow[] =>
  clocks.map(({ code, due_on, met_on, missed_on }) => ({
    title: t.words.caseWords[`clock-${code}`],
    due: dayText(due_on, t.locale),
    on: met_on === null ? t.words.outcomes.notMet : dayText(met_on, t.locale),
    kept: missed_on === null,
    word: missed_on === null ? t.words.outcomes.kept : t.words.outcomes.missed,
  }))
