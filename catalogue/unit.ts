import { z } from 'zod'
import type { KnownFact } from './facts.ts'

type Meaning = { fact: KnownFact | null; period?: 'day' | 'hour'; rec20: string }

/** 计费单位: what one price is for, the fact that counts it, the period it runs, and its UN/CEFACT Rec 20 code. */
export const UNITS = {
  container: { fact: null, rec20: 'NF' },
  container_day: { fact: null, period: 'day', rec20: 'NF' },
  container_hour: { fact: null, period: 'hour', rec20: 'NF' },
  ton: { fact: 'weight_t', rec20: 'TNE' },
  ton_day: { fact: 'weight_t', period: 'day', rec20: 'TNE' },
  m3: { fact: 'volume_m3', rec20: 'MTQ' },
  m3_day: { fact: 'volume_m3', period: 'day', rec20: 'MTQ' },
  revenue_ton: { fact: null, rec20: 'TNE' },
  m2_day: { fact: null, period: 'day', rec20: 'MTK' },
  net_ton: { fact: 'net_tonnage', rec20: 'E57' },
  net_ton_day: { fact: 'net_tonnage', period: 'day', rec20: 'E57' },
  net_ton_hour: { fact: 'net_tonnage', period: 'hour', rec20: 'E57' },
  net_ton_nm: { fact: 'net_tonnage', rec20: 'E57' },
  tug_movement: { fact: 'movements', rec20: 'C62' },
  call: { fact: null, rec20: 'C62' },
  voyage: { fact: null, rec20: 'C62' },
  bill: { fact: null, rec20: 'C62' },
  declaration: { fact: null, rec20: 'C62' },
  piece: { fact: null, rec20: 'H87' },
  seal: { fact: null, rec20: 'H87' },
  vehicle: { fact: null, rec20: 'C62' },
  hour: { fact: 'hours', rec20: 'HUR' },
  day: { fact: 'days', rec20: 'DAY' },
  person_hour: { fact: null, rec20: 'HUR' },
  kwh: { fact: null, rec20: 'KWH' },
  kg: { fact: null, rec20: 'KGM' },
  time: { fact: null, rec20: 'C62' },
} as const satisfies Record<string, Meaning>

export const Unit = z.enum(Object.keys(UNITS) as [keyof typeof UNITS, ...(keyof typeof UNITS)[]])
export type Unit = z.infer<typeof Unit>
