import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { PageContext } from '../context.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { conditionsInWords } from './conditions.ts'
import { areaName, entityName, portName } from './names.ts'

/** Whose price it is, where and for what, on one line: 宁波舟山港 · 国际航线 · 生产性停泊. */
export function scopeWords(standard: FeeStandard, ctx: PageContext, ref: Reference, t: Translate): string {
  const { port, area, entity, label, own_name, conditions } = standard
  const { on, locale } = ctx
  return [
    ...(entity === null ? [] : [entityName(ref, entity, on, locale).text]),
    port === null ? t.words.common.everyPort : portName(ref, port, on, locale).text,
    ...(port === null || area === null ? [] : [areaName(ref, port, area, on, locale).text]),
    ...(label === null ? [] : [said(label, locale).text]),
    ...(label === null && own_name !== null ? [own_name] : []),
    ...conditionsInWords(conditions, t),
  ].join(' · ')
}
