import { type Conditions, FACTS, type KnownFact, type NumberRange } from '../../catalogue/facts.ts'
import { amountText } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'

/** 适用条件 in words, one for each fact and always in the same order: 外贸, 进口, 20英尺, 重箱. Empty: no condition. */
export function conditionsInWords(conditions: Conditions, t: Translate): string[] {
  const facts = Object.keys(conditions)
  if (facts.length > 1) facts.sort((a, b) => place(a) - place(b))
  return facts.map((fact) => conditionInWords(fact, conditions[fact]!, t))
}

/** What a fact is called; an item's own fact is called by its name. */
export const factWord = (fact: string, t: Translate): string =>
  t.words.fact[fact as KnownFact] ?? t.words.ownFact[fact as keyof Messages['ownFact']] ?? fact.replaceAll('_', ' ')

/** What a number of a fact counts: 净吨, 海里; empty for an item's own fact. */
export const factUnit = (fact: string, t: Translate): string => t.words.counts[fact as KnownFact] ?? ''

function conditionInWords(fact: string, wanted: string[] | NumberRange, t: Translate): string {
  if (!Array.isArray(wanted)) return rangeInWords(fact, wanted, t)
  const words = wanted.map((value) => t.words.value[`${fact}_${value}` as keyof Messages['value']])
  if (words.every((word) => word !== undefined)) return words.join('/')
  return t('rate.factIs', { fact: factWord(fact, t), values: wanted.join('/') })
}

function rangeInWords(fact: string, { over, from, to, below }: NumberRange, t: Translate): string {
  const edges = [
    over === undefined ? [] : t('rate.above', { n: amountText(over) }),
    from === undefined ? [] : t('rate.atLeast', { n: amountText(from) }),
    to === undefined ? [] : t('rate.atMost', { n: amountText(to) }),
    below === undefined ? [] : t('rate.below', { n: amountText(below) }),
  ].flat()
  const ranges = edges.join(t.words.rate.rangeAnd)
  return t('rate.factRange', { fact: factWord(fact, t), ranges, unit: factUnit(fact, t) }).trim()
}

const ORDER = new Map(Object.keys(FACTS).map((fact, place) => [fact, place]))
const place = (fact: string): number => ORDER.get(fact) ?? ORDER.size
