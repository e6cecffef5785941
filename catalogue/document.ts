import { z } from 'zod'
import { Provenance } from './basis.ts'
import { DocumentCode } from './codes.ts'
import { Day } from './day.ts'
import { Text } from './text.ts'

/** A document behind the fees: law, tariff rules, notice. `number` is its 文号 where one is known. */
export const Document = z.strictObject({
  code: DocumentCode,
  number: z.string().min(1).max(80).nullable(),
  title: Text,
  issuer: Text,
  issued: Day.nullable(),
  effective: Day.nullable(),
  ended: Day.nullable(),
  summary: Text,
  href: z.url({ protocol: /^https?$/ }).nullable(),
  provenance: Provenance,
})
export type Document = z.infer<typeof Document>
