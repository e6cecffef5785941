import type { FeeItem } from '../../catalogue/fee-item.ts'

type Said = 'code' | 'name' | 'position' | 'pricing' | 'link' | 'payer' | 'content' | 'basis' | 'provenance'

/** 收费项目 as the national seeds write one: a compulsory operator's charge at sea ports, unless they say otherwise. */
export const item = (given: Pick<FeeItem, Said> & Partial<FeeItem>): FeeItem => ({
  parent: null,
  nature: 'service_fee',
  payee: null,
  at: ['sea'],
  facts: [],
  aliases: [],
  voluntary: false,
  remark: null,
  ...given,
})
