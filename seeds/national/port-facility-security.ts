import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { basis, govStandard, recall, single, verified } from '../seed.ts'
import { BY_TON, TO_THE_YUAN, underArticles } from './terms.ts'

type Words = { basis: Basis[]; provenance: Provenance; ceiling?: boolean; remark?: Text | null }

const BULK_BY_MEMORY = recall('散杂货费率凭记忆')

function box(size: '20' | '40', amount: string, words: Words): FeeStandard {
  return govStandard({
    item: 'port-facility-security',
    line: `foreign-${size}`,
    label: text(`外贸进出口，${size}英尺重箱`, `Foreign trade, laden ${size}-foot container`),
    rate: { form: 'fixed', amount },
    unit: 'container',
    conditions: { trade: ['foreign'], size: [size], load: ['laden'] },
    terms: underArticles(TO_THE_YUAN, words.basis),
    posted: `港口设施保安费：外贸进出口${size}英尺重箱，${words.ceiling ? '不得超过' : ''}${amount}元/箱，空箱免收。`,
    ...words,
  })
}

function bulk(amount: string, words: Words): FeeStandard {
  return govStandard({
    item: 'port-facility-security',
    line: 'foreign-bulk',
    label: text('外贸进出口，散杂货', 'Foreign trade, bulk and general cargo'),
    rate: { form: 'fixed', amount },
    unit: 'ton',
    conditions: { trade: ['foreign'], measured_by: ['weight'] },
    terms: underArticles(BY_TON, words.basis),
    posted: `港口设施保安费：外贸进出口散杂货，${words.ceiling ? '不得超过' : ''}${amount}元/吨。`,
    ...words,
    provenance: BULK_BY_MEMORY,
  })
}

const charges = (box20: string, box40: string, ton: string, words: Words): FeeStandard[] => [
  box('20', box20, words),
  box('40', box40, words),
  bulk(ton, words),
]

/** 20/30 per box, from 2006. */
export const securityOf2006 = (by: Basis[]) =>
  charges('20', '30', '0.25', {
    basis: by,
    provenance: single('2017年以前的旧价目表'),
    remark: text('2006年起征的日期待核实。', 'The day in 2006 on which it began is to be verified.'),
  })

/** 10/15 per box, from 2017-09-15. */
export const securityOf2017 = () =>
  charges('10', '15', '0.25', {
    basis: [basis('jsf-2017-104')],
    provenance: verified('seafarersrights.org等；施行日凭记忆'),
  })

/** 8/12 per box, from 2019-04-01. */
export const securityOf2019 = () =>
  charges('8', '12', '0.20', { basis: [basis('jsg-2019-2')], provenance: verified('2019年通知与码头公示清单一致') })

/** 6.40/9.60 per box while the temporary cut of 2020 took 20 % off. */
export const securityOf2020 = (document: string) =>
  charges('6.40', '9.60', '0.16', {
    basis: [basis(document), basis('jsg-2019-2')],
    provenance: verified('降幅20%三处一致；与南沙5.12/7.68（另减20%）互算一致'),
  })

/** The former 8/12 as the ceiling of the sub-item, from 2022-04-01. */
export const securityCeilingOf2022 = () =>
  charges('8', '12', '0.20', {
    basis: [basis('jsg-2022-3'), basis('jsg-2019-2')],
    provenance: verified('2022年通知全文转载与新闻一致'),
    ceiling: true,
    remark: text(
      '作为港口作业包干费子项，由经营人自主制定，不得超过原标准，不得再单列为项目。',
      'A sub-item of the port operation lump sum: the operator sets it, up to the former rate, and it may no longer stand as an item of its own.',
    ),
  })
