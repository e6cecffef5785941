import { CreditCode } from '../../../catalogue/codes.ts'
import type { Day } from '../../../catalogue/day.ts'
import { nearest, type Reference } from '../../../catalogue/reference.ts'
import type { FilingDraft, FilingFault } from '../../../views/complaints/filing-draft.ts'
import { entityNamed } from '../../check/head.ts'

/** Where it was charged and who charged it, as far as that can be read. */
export type PlaceRead = {
  about: { port?: string; area?: string; entity?: string; entity_name?: string }
  faults: FilingFault[]
}

/**
 * 口岸、港区和收费单位: the place is `CNNGB` or `CNNGB:beilun`. Who charged is found by credit code or whole name; anybody
 * else goes by the name that was typed, and what only looks like a credit code is a fault.
 */
export function placeIn(draft: FilingDraft, reference: Reference, today: Day): PlaceRead {
  const [port = '', area] = (draft.place ?? '').split(':')
  const known = nearest(reference, 'port', port, today)
  const wrong = port !== '' && (known === undefined || !isAreaOf(known.areas, area))
  const typed = (draft.entity ?? '').trim()
  const entity = typed === '' ? undefined : entityNamed(typed, reference, today)
  const code = entity === undefined ? codeFault(typed) : null
  return {
    about: {
      ...(port === '' || wrong ? {} : { port, ...(area === undefined ? {} : { area }) }),
      ...(entity !== undefined
        ? { entity: entity.code, entity_name: entity.name.zh }
        : typed === ''
          ? {}
          : { entity_name: typed }),
    },
    faults: [
      ...(wrong ? [{ field: 'place', code: 'not-a-place', values: {} }] : []),
      ...(code === null ? [] : [{ field: 'entity', code, values: { value: typed.slice(0, 60) } }]),
    ],
  }
}

const isAreaOf = (areas: readonly { code: string }[], area: string | undefined): boolean =>
  area === undefined || areas.some(({ code }) => code === area)

function codeFault(typed: string): string | null {
  const text = typed.normalize('NFKC').toUpperCase()
  if (!/^[0-9A-Z]{18}$/.test(text)) return null
  const read = CreditCode.safeParse(text)
  return read.success ? null : (read.error.issues[0]?.message ?? 'not-a-credit-code')
}
