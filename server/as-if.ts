import { type AsIf, asIfPublished } from './db/as-if.ts'
import type { Db } from './db/database.ts'
import { referenceReader } from './db/reference.ts'
import { Refusal } from './errors.ts'
import { type Gate, gate } from './gate.ts'
import { keptAnswers } from './kept.ts'
import { priceReader } from './price-books.ts'
import type { Site } from './site.ts'
import type { Desk } from './staff/desk.ts'

/** Two previews at a time, eight more wait, and none may hold up publishing for longer than this. */
const [AT_ONCE, WAITING, MOST_MS] = [2, 8, 15_000]

/** Shows the portal as if a set were published, and leaves nothing behind; refused as `busy` when too many ask or it takes too long. */
export const seenAsIf = <T>(desk: Desk, set: number, look: (site: Site, seen: AsIf) => Promise<T>): Promise<T> =>
  gateOf(desk.db)(() =>
    asIfPublished(desk.db, set, desk.now(), (seen) => inTime(look(siteOf(desk, seen), seen), MOST_MS)),
  )

const gates = new WeakMap<Db, Gate>()

function gateOf(db: Db): Gate {
  const known = gates.get(db) ?? gate(AT_ONCE, WAITING)
  gates.set(db, known)
  return known
}

/** The public portal over that transaction: its own newest release, nothing kept from others or for others. */
function siteOf(desk: Desk, { db, release, publishedAt }: AsIf): Site {
  const reference = referenceReader(db)
  const head = {
    release: () => release,
    publishedAt: (asked = release) => (asked === release ? publishedAt : desk.head.publishedAt(asked)),
    nextPublication: () => null,
    outcomes: () => desk.head.outcomes(),
    onRelease: () => {},
    listening: () => true,
    refresh: async () => {},
    close: async () => {},
  }
  return { ...desk, db, head, kept: keptAnswers(), reference, prices: priceReader(db, reference) }
}

async function inTime<T>(work: Promise<T>, most: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Refusal('busy')), most)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
