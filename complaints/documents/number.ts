import type { Day } from '../../catalogue/day.ts'
import { type Form, KINDS } from './forms.ts'

/** 机关代字: how an office is called in the numbers of its documents: 宁波市北仑区市场监督管理局 → 宁波北仑市监. */
export const officeWord = (name: string): string =>
  name
    .replace(/（[^）]*）/g, '')
    .replace('市场监督管理局', '市监')
    .replace(/交通运输[局厅]/, '交通')
    .replace(/(?<=..)[省市区县](?!监)/g, '')

/** 文号: 宁波北仑市监受〔2026〕1号. */
export const documentNumber = (office: string, form: Form, day: Day, n: number): string =>
  `${officeWord(office)}${KINDS[form].short}〔${day.slice(0, 4)}〕${n}号`
