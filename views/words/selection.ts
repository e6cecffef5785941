import type { Day } from '../../catalogue/day.ts'
import type { Selection } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Translate } from '../locale/locale.ts'
import { entityName, itemName, portName } from './names.ts'

/** 筛选条件: what a selection asks for, in words: “引航 · 宁波舟山港 · 政府定价”. Empty when it asks for everything. */
export function selectionInWords(selection: Selection, ref: Reference, on: Day, t: Translate): string {
  const { q, port, entity, item, link, pricing } = selection
  return [
    ...(q ? [`“${q}”`] : []),
    ...(item ? [itemName(ref, item, on, t.locale).text] : []),
    ...(port ? [portName(ref, port, on, t.locale).text] : []),
    ...(entity ? [entityName(ref, entity, on, t.locale).text] : []),
    ...(link ? [t.words.link[link]] : []),
    ...(pricing ? [t.words.pricing[pricing]] : []),
  ].join(' · ')
}
