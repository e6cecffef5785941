import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { FeeStandard, Terms } from '../../catalogue/fee-standard.ts'
import type { Rate } from '../../catalogue/rate/rate.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { basis, govStandard, range, recall, seeAttachment, single, tiered } from '../seed.ts'
import { NIGHT_AND_HOLIDAY, TO_THE_YUAN, underArticles } from './terms.ts'

const LENGTHS = ['0', '80', '120', '150', '180', '220', '260', '275', '300', '325', '350', '390']

const SHIPS = {
  container: {
    zh: '集装箱船、滚装船、客船',
    en: 'Container, ro-ro and passenger ships',
    types: ['container'],
    amounts: ['6000', '6500', '7000', '8000', '8500', '9000', '9500', '10000', '10500', '11000', '11500', '12000'],
  },
  tanker: {
    zh: '油船、化学品船、液化气体船',
    en: 'Oil, chemical and gas tankers',
    types: ['tanker'],
    amounts: ['5700', '7800', '8500', '10500', '12000', '14000', '16000', '17000', '18000', '18600', '19600', '20300'],
  },
  bulk: {
    zh: '散货船、杂货船及其他',
    en: 'Bulk carriers, general cargo and other ships',
    types: ['bulk', 'other'],
    amounts: ['5300', '7400', '8000', '9000', '11000', '13000', '14000', '15000', '16000', '16500', '17800', '19600'],
  },
}
type Ship = keyof typeof SHIPS
type Words = { basis: Basis[]; provenance: Provenance; remark: Text }

const SURCHARGED: Terms = { ...TO_THE_YUAN, surcharges: NIGHT_AND_HOLIDAY }

const MATRIX_REMARK = text(
  '单元数值凭记忆，仅最低5,300、最高20,300元与常州2024年清单的区间一致，其余待核实。滚装船、客船按集装箱船一栏。夜班、节假日各附加45%（单一来源），同时发生90%待核实。拖轮出动超过10海里的加收办法、燃油价格联动待核实。',
  'Cells from memory: only the lowest, 5,300, and the highest, 20,300, agree with the range on the Changzhou list of 2024; the rest is to be verified. Ro-ro and passenger ships use the container column. Night and holiday add 45 % each (single source); 90 % together, the surcharge beyond 10 nm and the fuel linkage are to be verified.',
)

function international(ship: Ship, words: Words): FeeStandard {
  const { zh, en, types, amounts } = SHIPS[ship]
  const steps = LENGTHS.map((over, n): [string, string] => [over, amounts[n]!])
  const told = steps.map(([over, amount], n) => `${lengthOf(over, LENGTHS[n + 1])}${amount}元`).join('，')
  return govStandard({
    item: 'towage',
    line: `international-${ship}`,
    label: text(`国际航线，${zh}`, `International: ${en}`),
    rate: tiered('loa_m', 'slab', ...steps),
    unit: 'tug_movement',
    ceiling: true,
    conditions: { voyage: ['international'], ship_type: [...types] },
    terms: underArticles(SURCHARGED, words.basis),
    posted: `拖轮费，国际航线，${zh}，每拖轮艘次（按船长）：${told}。上限价。`,
    ...words,
  })
}

const lengthOf = (over: string, to: string | undefined) =>
  over === '0' ? `${to}米及以下` : to === undefined ? `${over}米以上` : `${over}–${to}米`

/** 国际航线拖轮费: a slab by length for each of three groups of ships. */
export const internationalTowage = (by: Basis[]): FeeStandard[] =>
  (Object.keys(SHIPS) as Ship[]).map((ship) =>
    international(ship, {
      basis: by,
      provenance: recall('费率矩阵凭记忆，可信度较高；区间见常州2024年清单'),
      remark: MATRIX_REMARK,
    }),
  )

function domesticTowage(rate: Rate, posted: string, words: Omit<Words, 'remark'> & { remark?: Text }): FeeStandard {
  return govStandard({
    item: 'towage',
    line: 'domestic',
    label: text('国内航线', 'Domestic'),
    rate,
    unit: 'tug_movement',
    ceiling: true,
    conditions: { voyage: ['domestic'] },
    terms: underArticles(SURCHARGED, words.basis),
    posted,
    ...words,
  })
}

/** 国内航线拖轮费 before 2019: a table that the portal has not seen. */
export const domesticTowageBefore2019 = (by: Basis[], table: string) =>
  domesticTowage(seeAttachment(table), `拖轮费，国内航线，每拖轮艘次，见${table}。`, {
    basis: by,
    provenance: recall('2019年以前的国内航线费率原文未见'),
  })

/** 国内航线拖轮费 from 2019: only the range of the table is known. */
export const domesticTowageOf2019 = () =>
  domesticTowage(range('3000', '11900'), '拖轮费，国内航线，每拖轮艘次3,000–11,900元，按船长和船型分档。上限价。', {
    basis: [basis('jsg-2019-2', '拖轮费费率表国内航线')],
    provenance: single('常州2024年清单的区间；单元数值未取得'),
    remark: text(
      '按船长和船型分档，区间内的具体数值待核实。沿海80米及以下（化学品船、液化气船除外）、长江干线150米及以下船舶可不使用拖轮。',
      'A table by length and type of ship; the cells within the range are to be verified. Ships up to 80 m in coastal ports (not chemical or gas carriers) and up to 150 m on the Yangtze trunk may decline tugs.',
    ),
  })
