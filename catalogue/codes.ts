import { z } from 'zod'

/** Code of a fee item, in kebab-case, never reused: `port-facility-security`. */
export const FeeItemCode = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'not-a-fee-code' })
  .max(60)
  .meta({ description: 'Fee item code', examples: ['pilotage'] })
export type FeeItemCode = z.infer<typeof FeeItemCode>

/** Code of a port: UN/LOCODE where one is confirmed, otherwise the portal's own with `X-` before it. */
export const PortCode = z
  .string()
  .regex(/^(CN[A-Z]{3}|X-[A-Z]{3,12})$/, { error: 'not-a-port-code' })
  .meta({ description: 'Port code (UN/LOCODE, or the portal’s own `X-…`)', examples: ['CNNGB'] })
export type PortCode = z.infer<typeof PortCode>

/** Code of a port area (港区) within its port: `beilun`. */
export const AreaCode = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, { error: 'not-an-area-code' })
  .max(40)
export type AreaCode = z.infer<typeof AreaCode>

/** Code of a document behind a fee: `jsg-2019-2`. */
export const DocumentCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-document-code' })
  .max(60)
export type DocumentCode = z.infer<typeof DocumentCode>

/** 18-character 统一社会信用代码 with both check characters (GB 32100-2015, GB 11714). */
export const CreditCode = z
  .string()
  .regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, { error: 'not-a-credit-code', abort: true })
  .refine((code) => creditCheck(code) === code[17], { error: 'credit-code-check' })
  .meta({ description: 'Unified social credit code, GB 32100-2015', examples: ['91330206MA2DEM0171'] })
export type CreditCode = z.infer<typeof CreditCode>

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The 18th character that the first 17 call for (GB 32100-2015 §4.4). */
export function creditCheck(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(code[place] ?? '0'), 0)
  return ALPHABET[(31 - (sum % 31)) % 31]!
}
