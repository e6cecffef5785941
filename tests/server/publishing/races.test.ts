import { expect } from 'vitest'
import { publishInEmergency, submit } from '../../../server/change-sets.ts'
import { asIfPublished } from '../../../server/db/as-if.ts'
import * as acts from '../../../server/db/change-set-acts.ts'
import { putLines } from '../../../server/db/change-set-writes.ts'
import { findChangeSet } from '../../../server/db/change-sets.ts'
import { openHead } from '../../../server/db/head.ts'
import { referenceReader } from '../../../server/db/reference.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { AT, approved, CLEAN, draft, FIRST, type People, price, test } from './sets.ts'

const ROUNDS = 5

/** What a round proposes: the first makes the item, the later ones its next price. */
const linesOfRound = (round: number) =>
  round === 0 ? FIRST : [price(`${round + 1}.00`, '2027-01-01', 'base', 'revise')]

test('two publish one set at the same moment: one does, the other hears that it was done', async ({ db, people }) => {
  for (let round = 0; round < ROUNDS; round++) {
    const id = await approved(db, people, linesOfRound(round))
    const both = await Promise.all([1, 2].map(() => acts.publishSet(db, id, people.publisher, AT)))
    const told = both.map((one) => (one.ok ? 'done' : one.held)).toSorted()
    expect(told, `round ${round}`).toEqual(['done', 'set_is_approved'])
  }
})

test('a set is previewed while it is published in an emergency, and neither is in the way', async ({ db, people }) => {
  for (let round = 0; round < ROUNDS; round++) {
    const id = await draft(db, people.writer, linesOfRound(round))
    const { version } = (await findChangeSet(db, id))!
    const looks = [1, 2, 3].map(() => asIfPublished(db, id, AT, async ({ release }) => release))
    const about = { reason: '系统故障导致现行价目缺失', lint: CLEAN, version, by: people.publisher, at: AT }
    const all = Promise.all([acts.publishInEmergencyAt(db, id, about), ...looks])
    await expect(all, `round ${round}`).resolves.toMatchObject([{ ok: true }, round + 1, round + 1, round + 1])
  }
})

/** The desk for a person, at which another line is written while lint looks at the others. */
const interrupted = test.extend<{ set: number; desk: Pick<Desk, 'db' | 'head' | 'now' | 'reference'> }>({
  set: async ({ db, people }, use) => use(await draft(db, people.writer, FIRST)),
  desk: async ({ db, url, people, set }, use) => {
    const head = await openHead(db, url, () => {})
    const read = referenceReader(db)
    const reference: Desk['reference'] = async (release) => {
      await putLines(db, set, [price('99.00', '2028-01-01', 'unseen')], people.second, AT)
      return read(release)
    }
    await use({ db, head, now: () => AT, reference })
    await head.close()
  },
})

const someone = (people: People, login: keyof People) => ({
  ...{ id: people[login], login, name: login, held: [], demo: false },
})

interrupted('a line that was written while lint looked is never frozen unseen', async ({ desk, db, people, set }) => {
  expect(await submit(desk, set, someone(people, 'writer'))).toEqual({ ok: false, code: 'stale-review' })
  expect(await findChangeSet(db, set)).toMatchObject({ state: 'draft', contentSha: null })
})

interrupted('nor is it published in an emergency', async ({ desk, db, people, set }) => {
  const done = await publishInEmergency(desk, set, someone(people, 'publisher'), '系统故障导致现行价目缺失')
  expect(done).toEqual({ ok: false, code: 'stale-review' })
  expect(await findChangeSet(db, set)).toMatchObject({ state: 'draft', release: null })
})
