import { z } from 'zod'
import { CreditCode, PortCode } from './codes.ts'
import { Day } from './day.ts'
import { Text } from './text.ts'

/**
 * 数据覆盖: the days for which the portal holds the whole list of a port, of an entity there, or (both null) of the
 * government's items. On a covered day what is absent is not on the list; on any other day there is no data.
 */
export const Coverage = z
  .strictObject({
    port: PortCode.nullable(),
    entity: CreditCode.nullable(),
    verified_through: Day,
    note: Text.nullable(),
  })
  .refine(({ port, entity }) => entity === null || port !== null, {
    path: ['port'],
    error: 'entity-coverage-needs-a-port',
  })
export type Coverage = z.infer<typeof Coverage>
