import { z } from 'zod'
import { Provenance } from './basis.ts'
import { AreaCode, PortCode } from './codes.ts'
import { PortKind } from './fee-item.ts'
import { Text } from './text.ts'

/** A time of day in China, `22:00`. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' })
export type Clock = z.infer<typeof Clock>

/** 港区: a part of a port, with the county-level district (GB/T 2260) whose authority answers for it. */
export const PortArea = z.strictObject({
  code: AreaCode,
  name: Text,
  district: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
})

/** 夜班时段 of a port, `22:00` to `06:00` in China, and how well it is known. */
export const NightWindow = z.strictObject({ from: Clock, until: Clock, provenance: Provenance })
export type NightWindow = z.infer<typeof NightWindow>

/** 口岸: a port of entry. `reference` marks one outside the province that is listed only because a document names it. */
export const Port = z.strictObject({
  code: PortCode,
  name: Text,
  kind: PortKind,
  city: Text,
  division: z.string().regex(/^\d{6}$/),
  also: z.array(z.string().min(2).max(20)).max(8),
  areas: z.array(PortArea).max(40),
  reference: z.boolean(),
  night: NightWindow.optional(),
  provenance: Provenance,
  remark: Text.nullable(),
})
export type Port = z.infer<typeof Port>
