import { z } from 'zod'
import { Coverage } from './coverage.ts'
import { Document } from './document.ts'
import { ChargingEntity } from './entity.ts'
import { FeeItem } from './fee-item.ts'
import { FeeStandard } from './fee-standard.ts'
import { Lineage } from './lineage.ts'
import { OperatingTime } from './operating-time.ts'
import { Port } from './port.ts'

/** Everything that is published: what each kind of subject says, checked by its own schema. */
export const SUBJECTS = {
  item: FeeItem,
  standard: FeeStandard,
  entity: ChargingEntity,
  port: Port,
  document: Document,
  lineage: Lineage,
  coverage: Coverage,
  operating_time: OperatingTime,
} as const

export type SubjectKind = keyof typeof SUBJECTS
export const SubjectKind = z.enum(Object.keys(SUBJECTS) as [SubjectKind, ...SubjectKind[]])
export type Payloads = { [K in SubjectKind]: z.infer<(typeof SUBJECTS)[K]> }

/** The identity of each subject, made of the words that never change: `pilotage/CNNGB/-/-/international`. */
export const keyOf: { [K in SubjectKind]: (payload: Payloads[K]) => string } = {
  item: ({ code }) => code,
  standard: ({ item, port, area, entity, line }) => [item, port ?? '-', area ?? '-', entity ?? '-', line].join('/'),
  entity: ({ code }) => code,
  port: ({ code }) => code,
  document: ({ code }) => code,
  lineage: ({ from, to }) => `${from}/${to}`,
  coverage: ({ port, entity }) => `${port ?? '-'}/${entity ?? '-'}`,
  operating_time: ({ entity, port, area, operation, line }) => [entity, port, area ?? '-', operation, line].join('/'),
}
