import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { CASE_STATES, type CaseState, LIFE, lawful, STEPS, type Step } from '../../../complaints/case.ts'
import { ACTORS, type Actor, CASE_TYPES, type CaseType } from '../../../complaints/words.ts'
import { asClerk } from '../../../server/db/case-doors.ts'
import { addEvent } from '../../../server/db/case-events.ts'
import { type CaseFile, caseFile, keep } from '../../../server/db/case-files.ts'
import { storyOf } from '../../../server/db/case-story.ts'
import { ask, decideProposal } from '../../../server/db/proposals.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { person } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { filed } from '../../support/filed.ts'
import { NOW } from '../../support/now.ts'

test('the table of steps in the database is the life of a case, row by row', async ({ owner }) => {
  const { rows } = await sql<object>`select step, type, from_state, to_state, signed, who from case_step`.execute(owner)
  const life = LIFE.flatMap(({ step, from, to, types, who, signed }) =>
    types.flatMap((type) => from.map((from_state) => ({ step, type, from_state, to_state: to, signed, who }))),
  )
  const sorted = (all: readonly object[]) =>
    all.map((one) => JSON.stringify(one, Object.keys(one).toSorted())).toSorted()
  expect(sorted(rows)).toEqual(sorted(life))
})

/** What somebody tries: a step, as whom, leading where, and with whose signature. */
type Tried = { step: Step; actor: Actor; signature: 'none' | 'open' | 'own' | 'another' | 'used'; lies: boolean }
/** Where the model says that a case stands. */
type Model = { type: CaseType; state: CaseState; prior: CaseState | null; decided: boolean }

/** May it be done? `null` when not; else where the case then stands. */
function modelled(model: Model, { step, actor, signature, lies }: Tried): Model | null {
  const row = lawful(model.type, model.state, step)
  if (row === undefined || lies) return null
  if (row.signed === null ? !row.who.includes(actor) : actor !== row.signed || signature !== 'another') return null
  if (step === 'publish' && !model.decided) return null
  const state = row.to === 'same' ? model.state : row.to === 'prior' ? model.prior! : row.to
  const away = state === 'suspended' || state === 'in_transfer'
  const decided = step === 'reopen' ? false : model.decided || step === 'decide' || step === 'decide_not_to_file'
  return { ...model, state, prior: away ? model.state : model.prior, decided }
}

/** Tries it on the database itself, below everything that the code forbids; did it go through? */
async function tried(
  desk: Desk,
  [handler, supervisor]: readonly [number, number],
  file: CaseFile,
  one: Tried,
): Promise<boolean> {
  const row = lawful(file.type, file.state, one.step)
  const said =
    row === undefined ? 'accepted' : row.to === 'same' ? file.state : row.to === 'prior' ? file.prior : row.to
  const to = one.lies ? CASE_STATES.find((state) => state !== said)! : said
  const staff = ['complainant', 'system'].includes(one.actor) ? null : handler
  const signature = (row?.signed ?? null) === null ? 'none' : one.signature
  const work = asClerk(desk.db, async (tx) => {
    const asked = { caseId: file.id, step: one.step, payload: {}, words: null, by: handler, at: NOW }
    const proposal = signature === 'none' ? null : await ask(tx, asked)
    if (signature === 'own') await decideProposal(tx, proposal!, { outcome: 'signed', by: handler, at: NOW, why: null })
    if (signature === 'another')
      await decideProposal(tx, proposal!, { outcome: 'signed', by: supervisor, at: NOW, why: null })
    if (signature === 'used') {
      await decideProposal(tx, proposal!, { outcome: 'signed', by: supervisor, at: NOW, why: null })
      await sql`update case_proposal set used_seq = 1 where id = ${proposal}`.execute(tx)
    }
    if (one.step === 'transfer') await keep(tx, file.id, { target_org: 12 })
    await addEvent(tx, file, { kind: one.step, at: NOW, actor: one.actor, staff, to, proposal })
  })
  return work.then(
    () => true,
    (error: { code?: string }) => {
      if (!/^23/.test(error.code ?? '')) throw error
      return false
    },
  )
}

const OPENING: Record<CaseType, object> = {
  report: {},
  complaint: {},
  consultation: { goals: ['answer'], charges: [] },
}

test('whatever anybody tries in whatever order, the database goes where the model goes and nowhere else', async ({
  desk,
  db,
}) => {
  const people = [(await person(db, 'handler')).id, (await person(db, 'supervisor')).id] as const
  const likely = fc.record({
    step: fc.constantFrom(...STEPS),
    actor: fc.constantFrom(...ACTORS),
    signature: fc.constantFrom('none', 'open', 'own', 'another', 'another', 'used'),
    lies: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  }) as fc.Arbitrary<Tried>
  /** Half of what is tried is what the life would let through from here: so that sequences go far. */
  const choice = fc.record({ wild: likely, tame: fc.nat(), isWild: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CASE_TYPES),
      fc.array(choice, { minLength: 12, maxLength: 16 }),
      async (type, choices) => {
        const made = (await filed(desk, OPENING[type])).cases.find((one) => one.type === type)!
        const read = () => asClerk(db, (tx) => caseFile(tx, made.no))
        let model: Model = { type, state: 'received', prior: null, decided: false }
        let file = (await read())!
        for (const { wild, tame, isWild } of choices) {
          const one = isWild ? wild : (lawfulTry(file, tame) ?? wild)
          const next = modelled(model, one)
          expect(
            await tried(desk, people, file, one),
            `${one.step} from ${file.state} as ${one.actor}, ${one.signature}`,
          ).toBe(next !== null)
          model = next ?? model
          file = (await read())!
          expect([file.state, file.prior]).toEqual([model.state, model.prior])
        }
        const { events, brokenAt } = await asClerk(db, (tx) => storyOf(tx, file))
        expect(brokenAt).toBeNull()
        const published = events.findIndex(({ kind }) => kind === 'publish')
        if (published >= 0) expect(events.slice(0, published).some(({ kind }) => /^decide/.test(kind))).toBe(true)
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
})

/** The n-th of what may be done from here, as it must be done. */
function lawfulTry({ type, state }: CaseFile, n: number): Tried | null {
  const rows = LIFE.filter(
    (row) => row.types.includes(type) && row.from.includes(state) && row.step !== 'archive' && row.step !== 'withdraw',
  )
  const row = rows[n % Math.max(1, rows.length)]
  if (row === undefined) return null
  return {
    step: row.step,
    actor: row.signed ?? row.who[0]!,
    signature: row.signed === null ? 'none' : 'another',
    lies: false,
  }
}

test('a case refused, appealed and told is not published: nothing was decided', async ({ desk, db }) => {
  const people = [(await person(db, 'handler')).id, (await person(db, 'supervisor')).id] as const
  const { no } = (await filed(desk)).cases[0]!
  const by = (step: Step, actor: Actor, signature: Tried['signature'] = 'none'): Tried => ({
    step,
    actor,
    signature,
    lies: false,
  })
  const path = [
    by('refuse', 'supervisor', 'another'),
    by('appeal', 'complainant'),
    by('notify', 'handler'),
    by('publish', 'publisher', 'another'),
  ]
  const went: boolean[] = []
  for (const one of path) went.push(await tried(desk, people, (await asClerk(db, (tx) => caseFile(tx, no)))!, one))
  expect(went).toEqual([true, true, true, false])
})
