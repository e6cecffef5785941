import type { FactName } from '../../catalogue/facts.ts'
import type { FeeItem, Link, PortKind } from '../../catalogue/fee-item.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { recall } from '../seed.ts'

type More = { voluntary?: boolean; facts?: FactName[]; at?: PortKind[]; remark?: Text }

/** One row of a table of items: code, names, who charges, who pays, what it is for, and every other name it goes by. */
export type ItemRow = [
  named: [code: string, zh: string, en: string, link: Link, payer: FeeItem['payer']],
  contentZh: string,
  contentEn: string,
  aliases: string[],
  more?: More,
]

/** 经营服务性收费: items at market prices, in the order of the table from a position on. */
export const marketItems = (parent: string | null, position: number, rows: ItemRow[]): FeeItem[] =>
  rows.map(([[code, zh, en, link, payer], contentZh, contentEn, aliases, more = {}], n) => ({
    ...{ code, name: text(zh, en), parent, position: position + n * 10, link, payer, payee: null, aliases },
    ...{ pricing: 'market', nature: 'service_fee', content: text(contentZh, contentEn) },
    ...{ at: more.at ?? ['sea'], facts: more.facts ?? [], voluntary: more.voluntary ?? false, basis: [] },
    ...{ provenance: LISTS, remark: more.remark ?? null },
  }))

const LISTS = recall('按宁波、武汉等地公开的收费目录归并的服务项目，名称与服务内容待核实')
