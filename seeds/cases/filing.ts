import { day } from '../../catalogue/day.ts'
import type { Charge, NewComplaint } from '../../complaints/submission.ts'
import { CODES } from '../demo/entities.ts'

type Given = Partial<NewComplaint> & Pick<NewComplaint, 'category' | 'statement'>

/** 示例联系人: nobody; the numbers are of no network. */
const SOMEBODY = {
  name: '示例联系人',
  phone: '00000000001',
  company: '宁波示例进出口有限公司',
  address: '宁波市示例路1号',
}

/** A filing about the demonstration's terminal, but for what is given. */
export const filing = (given: Given): NewComplaint => ({
  capacity: 'enterprise',
  goals: ['refund', 'investigate'],
  daily_life: false,
  anonymous: false,
  consent_publish: true,
  consent_mediation: false,
  port: 'CNNGB',
  area: 'beilun',
  entity: CODES.terminal,
  entity_name: '宁波示例集装箱码头有限公司',
  charges: [],
  language: 'zh',
  contact: SOMEBODY,
  ...given,
})

/** One charge of a bill. */
export const charge = (name: string, on: string, amount: string, more: Partial<Charge> = {}): Charge => ({
  name,
  charged_on: day(on),
  amount,
  facts: {},
  ...more,
})

/** The key of the n-th filing of the demonstration. */
export const keyOf = (n: number): string => `de300000-0000-4000-8000-${String(n).padStart(12, '0')}`
