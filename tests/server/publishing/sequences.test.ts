import fc from 'fast-check'
import { expect } from 'vitest'
import { text } from '../../../catalogue/text.ts'
import * as sets from '../../../server/change-sets.ts'
import {
  createChangeSet,
  putLines,
  removeLine,
  replaceLine,
  restoreLine,
  retitle,
} from '../../../server/db/change-set-writes.ts'
import { findChangeSet, lineOfSet } from '../../../server/db/change-sets.ts'
import { openHead } from '../../../server/db/head.ts'
import { referenceReader } from '../../../server/db/reference.ts'
import { publishDue } from '../../../server/jobs/publish-due.ts'
import type { Person } from '../../../server/staff/desk.ts'
import { query } from '../../support/cluster.ts'
import { FIRST, price, test } from './sets.ts'

const REASON = '现场价目缺失，须先行公布'

/** Everything anyone can try, whoever they are: which set, which person, and what is said. */
const attempt = fc.record({
  act: fc.constantFrom(
    ...[
      'create',
      'write',
      'write',
      'rewrite',
      'remove',
      'restore',
      'retitle',
      'submit',
      'submit',
      'approve',
      'approve',
    ],
    ...['request', 'recall', 'schedule', 'unschedule', 'publish', 'publish', 'emergency', 'abandon', 'wait', 'confirm'],
  ),
  set: fc.nat(3),
  by: fc.nat(3),
  n: fc.integer({ min: 1, max: 4 }),
  amount: fc.integer({ min: 1, max: 99 }),
})

const step = (act: string, by: number) => ({ act, set: 0, by, n: 3, amount: 7 })

/** Each way in which a set comes to be published, so that none is left to chance. */
const WAYS = [
  [step('submit', 0), step('approve', 2), step('publish', 3)],
  [step('write', 1), step('submit', 0), step('approve', 2), step('schedule', 3), step('wait', 3)],
  [step('write', 1), step('emergency', 3), step('confirm', 3), step('confirm', 2)],
]

/** Published lines that are not, to the letter, what someone who wrote none of it approved under the hash of the set. */
const UNAPPROVED = `
  select r.seq from release r
  where not exists (
    select from change_set s join change_review v on v.set_id = s.id
    where s.id = r.change_set and v.decision in ('approve', 'emergency')
      and v.content_sha = s.approved_sha and v.content_sha = change_digest(s.id)
      and not exists (select from change_contributor c where c.set_id = s.id and c.staff_id = v.reviewer)
      and not exists (select from change_line l where l.set_id = s.id and l.by = v.reviewer))
  union all
  select t.line_release from statement t join release r on r.seq = t.line_release join subject j on j.id = t.subject_id
  where not exists (
    select from change_line l where l.set_id = r.change_set and not l.removed and l.kind = t.kind and l.key = j.key
      and l.change = t.change and l.payload is not distinct from t.payload and l.why = t.why and t.valid <@ l.valid)`

test('whatever anyone does in whatever order, nothing is published that no other person approved by its very hash', async ({
  db,
  url,
  people,
}) => {
  const staff = Object.values(people).map(
    (id): Person => ({ id, login: `p${id}`, name: `p${id}`, held: [], demo: false }),
  )
  const head = await openHead(db, url, () => {})
  let clock = Date.parse('2026-11-23T10:00:00+08:00')
  const desk = { db, head, now: () => new Date(clock), reference: referenceReader(db) }
  const published = new Set<string>()
  let tried = 0

  const play = async (attempts: { act: string; set: number; by: number; n: number; amount: number }[]) => {
    const mine: number[] = [await begin(staff[0]!.id)]
    for (const { act, set, by, n, amount } of attempts) {
      clock += 1000
      const [id, who, now] = [mine[set % mine.length]!, staff[by]!, desk.now()]
      const done = await attemptOf({ act, id, who, n, amount, now, mine })
      if (done) published.add(act)
      tried++
    }
    expect(await query(url, UNAPPROVED)).toEqual([])
  }
  const begin = async (by: number) => {
    const id = await createChangeSet(db, { entity: null, title: text('试'), note: null }, by, desk.now())
    await putLines(db, id, FIRST, by, desk.now())
    return id
  }
  const attemptOf = async (one: {
    act: string
    id: number
    who: Person
    n: number
    amount: number
    now: Date
    mine: number[]
  }) => {
    const { act, id, who, n, amount, now, mine } = one
    if (act === 'create') return void mine.push(await begin(who.id))
    if (act === 'write')
      return void (await putLines(db, id, [price(`${amount}.00`, '2027-06-01', `line-${amount}`)], who.id, now))
    if (act === 'rewrite') {
      const read = await lineOfSet(db, id, n)
      return void (read && (await replaceLine(db, id, read, [price(`${amount}.50`)], who.id, now)))
    }
    if (act === 'remove') return void (await removeLine(db, id, n, who.id, now))
    if (act === 'restore') return void (await restoreLine(db, id, n, who.id, now))
    if (act === 'retitle')
      return void (await retitle(
        db,
        id,
        (await findChangeSet(db, id))!.version,
        { title: text(`改 ${amount}`), note: null },
        who.id,
        now,
      ))
    if (act === 'submit') return void (await sets.submit(desk, id, who))
    if (act === 'approve') {
      const { lint, contentSha } = (await findChangeSet(db, id))!
      const read = { sha: contentSha ?? '', accepted: sets.warningsOf(lint), comment: null }
      return void (await sets.approve(desk, id, who, read))
    }
    if (act === 'request')
      return void (await sets.requestChanges(desk, id, who, {
        sha: (await findChangeSet(db, id))!.contentSha ?? '',
        comment: '请改',
      }))
    if (act === 'recall') return void (await sets.recall(desk, id, who))
    if (act === 'schedule') return void (await sets.schedule(desk, id, who, new Date(now.getTime() + 180_000)))
    if (act === 'unschedule') return void (await sets.unschedule(desk, id, who))
    if (act === 'abandon') return void (await sets.abandon(desk, id, who, '不再需要'))
    if (act === 'confirm') return void (await sets.confirmRelease(desk, head.release(), who, '核对无误'))
    if (act === 'wait') {
      clock += 600_000
      const before = head.release()
      await publishDue(desk)
      return head.release() > before
    }
    const done =
      act === 'publish' ? await sets.publishNow(desk, id, who) : await sets.publishInEmergency(desk, id, who, REASON)
    return done.ok
  }

  try {
    await fc.assert(fc.asyncProperty(fc.array(attempt, { minLength: 20, maxLength: 40 }), play), {
      numRuns: 25,
      endOnFailure: true,
      examples: WAYS.map((way): [typeof way] => [way]),
    })
    expect(published, 'sets were published in every way there is').toEqual(new Set(['publish', 'emergency', 'wait']))
    expect(tried).toBeGreaterThan(500)
  } finally {
    await head.close()
  }
})
