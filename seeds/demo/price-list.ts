import type { Basis, Provenance } from '../../catalogue/basis.ts'
import { type FeeStandard, PLAIN, type Terms } from '../../catalogue/fee-standard.ts'
import { type Line, say, withdraw } from '../../catalogue/release.ts'
import type { Why } from '../../catalogue/statement.ts'
import { keyOf } from '../../catalogue/subject.ts'
import type { Text } from '../../catalogue/text.ts'
import type { Unit } from '../../catalogue/unit.ts'
import { BOX_M3, underArticles } from '../national/terms.ts'
import { from, postedStandard, recall, single } from '../seed.ts'
import { conditionsOf } from './conditions.ts'
import { type Figure, ratesOf } from './figures.ts'
import { labelOf, postedText } from './wording.ts'

/** What few rows need: `real` is the list (from 0) whose figure stands in a real published list, `source` which one. */
type More = {
  label?: Text
  remark?: Text
  terms?: Terms
  adds_to?: string
  basis?: Basis[]
  area?: string
  real?: number
  source?: string
}

/** One row: item, line, 企业自用名, unit, conditions, and a figure for each of the lists in order of time. */
export type Row = [item: string, line: string, name: string, unit: Unit, when: string, figures: Figure[], more?: More]

/** 收费公示表: the lists an entity has posted at a port, the day from which each applies, and the real list it follows. */
export type PriceList = { entity: string; port: string; area?: string; days: string[]; source: string; rows: Row[] }

/** The lines by which an entity's `n`-th list (from 0) is published. */
export const linesOf = (list: PriceList, n: number, why: Why): Line[] =>
  list.rows.flatMap((row) => linesOfRow(list, row, n, why))

/** The prices that one cell of a row states: one for each size of box it tells apart. */
export function standardsOf(
  list: PriceList,
  row: Row,
  figure: Figure,
  provenance: Provenance = INVENTED,
): FeeStandard[] {
  const [item, line, name, unit, when, , more = {}] = row
  return ratesOf(figure, unit).map(({ size, rate, cap }) => {
    const agreed = { ...(more.terms ?? PLAIN), ...(cap && { cap }), ...boxVolume(item, size) }
    const conditions = conditionsOf(when, size)
    const label = labelOf(more.label ?? null, conditions)
    return postedStandard({
      ...{ item, port: list.port, area: more.area ?? list.area ?? null, entity: list.entity },
      ...{ line: size === null ? line : `${line}-${size}`, label, own_name: name, rate, unit, conditions },
      ...(more.adds_to && { adds_to: more.adds_to }),
      ...{
        terms: underArticles(agreed, more.basis ?? []),
        basis: more.basis ?? [],
        remark: more.remark ?? null,
        provenance,
      },
      posted: postedText(name, label, rate, unit, more.terms?.floor ?? null),
    })
  })
}

/** A row of a list by its item and line. */
export function rowOf(list: PriceList, item: string, line: string): Row {
  const row = list.rows.find((each) => each[0] === item && each[1] === line)
  if (!row) throw new Error(`no row ${item}/${line} in the list of ${list.entity}`)
  return row
}

/** What a row last said: the prices that stand after the newest list. */
export const latestOf = (list: PriceList, row: Row): FeeStandard[] => {
  const origin = row[5].findLastIndex(isPrice)
  return standardsOf(list, row, row[5][origin]!, provenanceOf(list, row, origin))
}

/** Cargo port dues are listed for two sizes of box; the others pay in proportion to their volume. */
const boxVolume = (item: string, size: string | null): Partial<Terms> =>
  item === 'cargo-port-dues' && (size === '20' || size === '40') ? { box_m3: BOX_M3[size] } : {}

const INVENTED = recall('示例数据，无公开来源')

function linesOfRow(list: PriceList, row: Row, n: number, why: Why): Line[] {
  const figure = row[5][n]
  const valid = from(list.days[n]!)
  if (figure === undefined || figure === '.') return []
  const origin = isPrice(figure) ? n : row[5].findLastIndex((cell, at) => at < n && isPrice(cell))
  const standards = standardsOf(list, row, row[5][origin]!, provenanceOf(list, row, origin))
  if (figure === 'x') return standards.map((standard) => withdraw('standard', keyOf.standard(standard), valid, why))
  const change = figure === '=' ? 'confirm' : row[5].slice(0, n).some(isPrice) ? 'revise' : 'new'
  return standards.map((standard) => say('standard', standard, valid, why, change))
}

const isPrice = (cell: Figure): boolean => typeof cell !== 'string' || !['=', '.', 'x'].includes(cell)

const provenanceOf = ({ source }: PriceList, [, , , , , , more]: Row, origin: number): Provenance =>
  more?.real === origin ? single(`${more.source ?? source}；收费主体为虚构的示例单位`) : INVENTED
