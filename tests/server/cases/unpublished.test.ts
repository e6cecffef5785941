import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { CHECKS, contentHash, type PublicCase } from '../../../complaints/publication.ts'
import { askForCode } from '../../../server/cases/acts/lookup-codes.ts'
import { declineToSign, withdrawProposal } from '../../../server/cases/acts/signing.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { askToPublish } from '../../../server/cases/preparing.ts'
import type { Db } from '../../../server/db/database.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { person, seen, signed } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { decided, TOLD } from '../../support/published.ts'

/** A decided case whose handler asked to publish it. */
async function prepared(desk: Desk, db: Db) {
  const { no } = await decided(desk)
  const [handler, publisher] = [await person(db, 'handler'), await person(db, 'casepublisher')]
  const { version } = await seen(desk, handler, no)
  const edited = { summary: TOLD, reply: null, names: new Map(), entityName: null }
  const standing = [{ kind: 'phone', field: 'reply', text: '57188886666', reason: '公布的电话' }] as const
  const asked = await askToPublish(desk, handler, { no, version, edited, checked: CHECKS, standing: [...standing] })
  return { no, handler, publisher, proposal: (asked as { proposal: number }).proposal }
}
const payloadOf = async (owner: Db, id: number) =>
  (await sql<{ payload: { content?: PublicCase } }>`select payload from case_proposal where id = ${id}`.execute(owner))
    .rows[0]!.payload

describe('a text that is not published', () => {
  test.for(['declined', 'withdrawn', 'fallen'] as const)(
    'is forgotten when it is %s; that it was asked for, its checks and its SHA-256 stay',
    async (outcome, { desk, db, owner }) => {
      const { no, handler, publisher, proposal } = await prepared(desk, db)
      const { content } = await payloadOf(owner, proposal)
      expect(content!.summary).toEqual(TOLD)
      if (outcome === 'declined') await declineToSign(desk, publisher, { no, proposal, why: '措辞不妥' })
      if (outcome === 'withdrawn') await withdrawProposal(desk, handler, { no, proposal })
      if (outcome === 'fallen')
        await signed(desk, [handler, await person(db, 'supervisor')], {
          no,
          step: 'reopen',
          input: { reason: 'ex_officio' },
        })
      expect(await payloadOf(owner, proposal)).toEqual({ checked: [...CHECKS] })
      const { proposals, events } = (await caseWhole(desk, handler, no))!
      const one = proposals.find(({ id }) => id === proposal)!
      expect(one).toMatchObject({ step: 'publish', outcome: outcome === 'fallen' ? 'withdrawn' : outcome })
      const told = events.find(({ payload }) => payload.proposal === proposal)!
      expect(told).toMatchObject({ kind: 'asked_to_sign', shown: false, payload: { sha256: contentHash(content!) } })
      const { rows } = await sql`
        select from case_proposal where payload::text like ${`%${TOLD.zh}%`} and case_id = (select id from case_file where no = ${no})`.execute(
        owner,
      )
      expect(rows).toEqual([])
    },
  )

  test('stays while it waits, and nothing else of what was asked is changed by deciding it', async ({
    desk,
    db,
    owner,
  }) => {
    const { no, handler, proposal } = await prepared(desk, db)
    await askForCode(desk, handler, { no, words: '致电登记的号码核对' })
    expect((await payloadOf(owner, proposal)).content).toBeDefined()
    const swapped = sql`update case_proposal set outcome = 'withdrawn', decided_by = asked_by, decided_at = now(), payload = '{}' where id = ${proposal}`
    await expect(swapped.execute(owner)).rejects.toMatchObject({ constraint: 'signed_stays' })
    const early = sql`update case_proposal set payload = payload - 'content' where id = ${proposal}`
    await expect(early.execute(owner)).rejects.toMatchObject({ constraint: 'signed_stays' })
  })
})
