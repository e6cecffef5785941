import type { PriceBook } from '../../price/book.ts'
import { covers } from '../../validity.ts'
import type { Earlier } from '../books.ts'
import type { Asked } from './as-billed.ts'
import { type Figure, figureOf } from './figure.ts'
import { estimateOf, isBase } from './price-found.ts'
import { bookOfLines, type Setter, type Sought, type Standard } from './sought.ts'

/** What the same price came to on other days, or was once said to come to on this one. */
export type Other = { figure: Figure; version: Standard }

/**
 * 其他期间的价格: every other version of the price a line was compared with, for the same facts, nearest in time first;
 * then what was published earlier and has been taken back.
 */
export function otherFigures(
  sought: Sought,
  standard: Standard,
  asked: Asked,
  setter: Setter,
  book: PriceBook,
  earlier: Earlier,
): readonly Other[] {
  const all = book.standards(sought.item, setter)
  const added = all.filter((line) => !isBase(line) && covers(line.valid, sought.on))
  const elsewhen = all.filter((line) => sameLine(line, standard) && !covers(line.valid, sought.on))
  const before = elsewhen.filter(({ valid }) => valid.from < sought.on).toReversed()
  const later = elsewhen.filter(({ valid }) => valid.from > sought.on)
  const unsaid = earlier(sought.item, setter)
    .filter((line) => sameLine(line, standard))
    .toReversed()
  return [...before, ...later, ...unsaid].flatMap((version) => {
    const today = { ...version, valid: { from: sought.on, until: null } }
    const alone = bookOfLines(book, sought.item, setter, [today, ...added])
    const figure = figureOf(estimateOf(sought, setter, asked, alone))
    return figure === null || figure.low !== figure.high ? [] : [{ figure, version }]
  })
}

/** The same price by another version, be it the nation's before the port had one of its own. */
const sameLine = ({ payload }: Standard, { payload: compared }: Standard): boolean =>
  payload !== null && compared !== null && payload.line === compared.line && payload.area === compared.area
