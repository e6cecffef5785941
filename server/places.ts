import type { Day } from '../catalogue/day.ts'
import { nearest, type Reference } from '../catalogue/reference.ts'
import { Refusal } from './errors.ts'

/** Refuses a port, entity or item that was never published, by the name of its field. Nothing asked is nothing refused. */
export function known(
  reference: Reference,
  kind: 'port' | 'entity' | 'item',
  code: string | null | undefined,
  on: Day,
): void {
  if (code && nearest(reference, kind, code, on) === undefined)
    throw new Refusal('bad-value', {}, [{ field: kind, code: `${kind}-unknown`, value: code }])
}

export const knownPort = (reference: Reference, code: string | null | undefined, on: Day): void =>
  known(reference, 'port', code, on)
