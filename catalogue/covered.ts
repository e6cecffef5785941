import type { Day } from './day.ts'
import type { CoverageAnswer } from './listing.ts'
import { type Reference, versionsOf } from './reference.ts'
import { inForce } from './validity.ts'

/**
 * 覆盖: is what is absent on a day off the list, or is there no data? An entity at a port is answered by its own
 * record, a port by the port's, the whole country by the government's.
 */
export function coverageOn(ref: Reference, port: string | null, entity: string | null, on: Day): CoverageAnswer {
  const versions = versionsOf(ref, 'coverage', `${port ?? '-'}/${(port && entity) || '-'}`)
  const said = versions.filter(({ payload }) => payload !== null)
  const record = inForce(said, on)
  return {
    complete: record !== undefined,
    from: said[0]?.valid.from ?? null,
    verifiedThrough: (record ?? said.at(-1))?.payload?.verified_through ?? null,
  }
}
