import type { CheckedLine } from '../../catalogue/check/verdict.ts'
import { address } from '../context.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { factWord } from '../words/conditions.ts'

/** 怎样才能比较: what to say of a charge so that it can be compared, and where; `amend` on the form alone. */
export type ToTell = { says: string; amend: string | null; check: { href: string; text: string } | null }

/** Facts that are read from the name of a charge when somebody writes them there, and its quantity, which has a field. */
export const SAYABLE = [
  ...(['size', 'load', 'trade', 'direction', 'voyage', 'cargo_class', 'ship_type', 'use', 'night', 'holiday'] as const),
  ...(['transhipment', 'net_tonnage', 'gross_tonnage', 'loa_m', 'distance_nm', 'hours', 'days', 'volume_m3'] as const),
  ...(['tugs', 'quantity'] as const),
] as const
type Sayable = (typeof SAYABLE)[number]
const place = (fact: string): number => SAYABLE.indexOf(fact as Sayable)

/**
 * What would let a line be compared that cannot be for want of facts; null where that is not what is missing. On the form it
 * says how to write it; what no name can say is asked by the check of bills. Once it is frozen it says what was not told.
 */
export function toTell({ line, reason }: CheckedLine, on: 'form' | 'frozen', t: Translate): ToTell | null {
  if (reason.code !== 'missing' || reason.facts.length === 0) return null
  const { filing: words } = t.words
  const facts = reason.facts.toSorted((a, b) => place(a) - place(b))
  const said = facts.map((fact) => saidOf(fact, t)).join(words.saidAnd)
  if (on === 'frozen') return { says: t('filing.notTold', { facts: said }), amend: null, check: null }
  if (facts.some((fact) => place(fact) < 0))
    return {
      ...{ says: t('filing.tellByCheck', { facts: said }), amend: null },
      check: { href: address(t, '/check'), text: words.tellByCheckLink },
    }
  const written = facts.flatMap((fact) => (fact === 'quantity' ? [] : [exampleOf(fact as Written, t)]))
  const says =
    written.length === 0
      ? t('filing.tellQuantity', { facts: said })
      : t('filing.tellInName', { facts: said, example: [line.name, ...written].join(' ') })
  return { says, amend: words.change, check: null }
}

type Written = Exclude<Sayable, 'quantity'>

const saidOf = (fact: string, t: Translate): string =>
  t.words.filing[`say-${fact}` as keyof Messages['filing']] ?? factWord(fact, t)

/** How one value of a fact is written on a bill. */
export const exampleOf = (fact: Written, t: Translate): string => t.words.filing[`eg-${fact}`]
