import { createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { CONTACT_FIELDS, type NewComplaint } from '../../complaints/submission.ts'
import type { Desk } from '../staff/desk.ts'
import { keyFor } from '../staff/secrets.ts'

/**
 * What tells one filing from another under the same key: an HMAC over its one form (RFC 8785), so that it says nothing of a
 * person even after what was sealed is destroyed.
 */
export const fingerprintOf = ({ secretKey }: Pick<Desk, 'secretKey'>, complaint: NewComplaint): Buffer =>
  createHmac('sha256', keyFor(secretKey, 'filing')).update(canonicalize(complaint)!).digest()

/** How long the browser that filed may see its code again. */
const CODE_HOURS = 24

/** What nobody reads without the keys: the code's mark and, for a day, itself, the statement, every field of the contact. */
export function keptApart(
  { keys }: Desk,
  { statement, contact }: NewComplaint,
  receipt: string,
  code: string,
  at: Date,
) {
  const sealed = (owner: string, text: string) => keys.seal(owner, text).toString('hex')
  return {
    tag: keys.tag(receipt, code).toString('hex'),
    pepper: keys.peppers[0]!,
    code_sealed: sealed(`code/${receipt}`, code),
    code_until: new Date(at.getTime() + CODE_HOURS * 3_600_000),
    statement: sealed(`submission/${receipt}/statement`, statement),
    contacts: CONTACT_FIELDS.flatMap((field) => {
      const said = contact[field]
      if (said === undefined) return []
      return [{ field, sealed: sealed(`contact/${receipt}/${field}`, said), blind: blindOf(keys, field, said) }]
    }),
  }
}

function blindOf(keys: Desk['keys'], field: (typeof CONTACT_FIELDS)[number], said: string): string | null {
  if (field === 'phone') return keys.blind('phone', said.replace(/\D/g, '')).toString('hex')
  return field === 'credit_code' ? keys.blind('credit_code', said).toString('hex') : null
}
