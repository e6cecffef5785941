import { z } from 'zod'
import type { AsOf } from '../../../catalogue/listing.ts'
import { nearest, periodsOf, type Reference, type ReferenceKind, versionsOf } from '../../../catalogue/reference.ts'
import { inForce } from '../../../catalogue/validity.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { Refusal } from '../../errors.ts'
import type { Site } from '../../site.ts'
import { periodOut } from './out.ts'
import { errors, Meta } from './shapes.ts'

/** A question that only names a day and a release. */
export const Dated = z.strictObject(apiDay)

/** The description of an answer that lists all of a kind. */
export const listOf = <Shape extends z.ZodObject>(shape: Shape, summary: string) => ({
  summary,
  tags: ['places'],
  response: { 200: z.object({ meta: Meta, data: z.array(shape) }), ...errors },
})

/** The description of an answer that gives one of a kind. */
export const oneOf = <Shape extends z.ZodObject>(shape: Shape, summary: string) => ({
  summary,
  tags: ['places'],
  response: { 200: z.object({ meta: Meta, data: shape }), ...errors },
})

/** The day and release asked for, and the catalogue as that release tells it. */
export async function asked(site: Site, { as_of, release }: z.infer<typeof Dated>) {
  const asOf = asOfNow(site, { on: as_of, release })
  return { asOf, reference: await site.reference(asOf.release) }
}

/** All of a kind on the day, each with the days it holds. */
export const every = <K extends ReferenceKind>(reference: Reference, kind: K, { on }: AsOf) =>
  [...reference.of[kind].keys()].flatMap((key) => {
    const found = inForce(versionsOf(reference, kind, key), on)
    return found?.payload ? [{ ...found.payload, ...periodOut(found.valid) }] : []
  })

/** One of a kind on the day. What was never published is not found; what is not in force says so. */
export function single<K extends ReferenceKind>(reference: Reference, kind: K, key: string, { on }: AsOf) {
  const versions = versionsOf(reference, kind, key)
  const found = inForce(versions, on)
  if (found?.payload) return { ...found.payload, ...periodOut(found.valid) }
  if (versions.length === 0) throw new Refusal('not-found')
  const name = nearest(reference, kind, key, on)
  const periods = periodsOf(versions).map(periodOut)
  throw new Refusal('not-in-force', { name: name && 'name' in name ? name.name.zh : key, on }, [], { periods })
}
