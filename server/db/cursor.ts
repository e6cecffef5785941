import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Day } from '../../catalogue/day.ts'
import type { AsOf } from '../../catalogue/listing.ts'

/** Where a page of a list ends, and which way the reader goes from there. */
export type Cursor = { direction: 'next' | 'previous'; key: (string | number)[] }

/** The cursor is not one of ours, or belongs to another day, release or selection. */
export class BadCursor extends Error {}

const Written = z.tuple([
  z.literal(1),
  z.enum(['next', 'previous']),
  Day,
  z.int().min(1),
  z.string(),
  z.array(z.unknown()),
])

type Question = { filter: unknown; sort: string }

/** A cursor as text. It names its day, its release and its question, so that a page of one never continues another. */
export const writeCursor = ({ direction, key }: Cursor, { on, release }: AsOf, question: Question): string =>
  Buffer.from(JSON.stringify([1, direction, on, release, digest(question), key])).toString('base64url')

/** Reads a cursor back for the same question, its key made as that question's keys are; throws BadCursor on any other. */
export function readCursor<Key extends Cursor['key']>(
  text: string,
  { on, release }: AsOf,
  question: Question,
  Key: z.ZodType<Key>,
): Cursor & { key: Key } {
  const read = unpack(text)
  const key = Key.safeParse(read[5])
  if (read[2] !== on || read[3] !== release || read[4] !== digest(question) || !key.success) throw new BadCursor()
  return { direction: read[1], key: key.data }
}

/** The day and the release a cursor belongs to: a reader who follows one stays on them. Throws BadCursor. */
export function asOfCursor(text: string): { on: Day; release: number } {
  const read = unpack(text)
  return { on: read[2], release: read[3] }
}

function unpack(text: string): z.infer<typeof Written> {
  try {
    return Written.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw new BadCursor()
  }
}

const digest = ({ filter, sort }: Question): string =>
  createHash('sha256')
    .update(JSON.stringify([filter, sort]))
    .digest('base64url')
    .slice(0, 12)
