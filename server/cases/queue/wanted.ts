import { addDays, chinaDay, type Day } from '../../../catalogue/day.ts'
import { reaches } from '../../access.ts'
import { casesSaying } from '../../db/case-queue.ts'
import type { Wanted } from '../../db/case-wanted.ts'
import { casesToSign, type Signer } from '../../db/cases-to-sign.ts'
import type { Tx } from '../../db/database.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { afterWorkdays } from './days.ts'
import type { QueueFilter } from './filter.ts'
import { readTyped } from './typed.ts'

/** The days that a queue speaks of: today, and the last of the three working days that follow. */
export type QueueDays = { today: Day; soon: Day }

/** 三个工作日内: how near is near. */
const SOON = 3

export async function queueDays(desk: Desk): Promise<QueueDays> {
  const today = chinaDay(desk.now())
  const { calendar } = await desk.law.current()
  return { today, soon: afterWorkdays(today, SOON, calendar) }
}

/** So few cases are looked for one by one; of words that more cases hold, every case is asked as the queue comes to it. */
const FEW = 2000

/** A filter made out: its days reckoned, its words looked up, and whom it means by `me`. */
export async function wantedBy(tx: Tx, filter: QueueFilter, person: Person, days: QueueDays): Promise<Wanted> {
  const { state, type, track, category, port, entity, item, verdict, min, max, from, to, cluster } = filter
  return {
    ...{ state, type, track, category, port, entity, item, verdict, min, max, cluster },
    ...{ receivedFrom: from, receivedTo: to },
    show: filter.show ?? 'open',
    ...dueOf(filter, days),
    assignee: assigneeOf(filter, person),
    anonymous: filter.anonymous && filter.anonymous === 'yes',
    refund: filter.refund && { before: filter.refund === 'late' ? days.today : null },
    ...(filter.unread ? { unread: true } : {}),
    ...(filter.incoming ? { incoming: true } : {}),
    ...(filter.who ? { person: Buffer.from(filter.who, 'base64url') } : {}),
    ...(await narrowed(tx, filter, person)),
  }
}

function dueOf({ due, due_from, due_to }: QueueFilter, { today, soon }: QueueDays): Pick<Wanted, 'dueFrom' | 'dueTo'> {
  if (due === 'today') return { dueFrom: today, dueTo: today }
  if (due === 'soon') return { dueFrom: addDays(today, 1), dueTo: soon }
  if (due === 'overdue') return { dueTo: addDays(today, -1) }
  return { dueFrom: due_from, dueTo: due_to }
}

const assigneeOf = ({ assignee }: QueueFilter, { id }: Person): number | null | undefined =>
  assignee === 'me' ? id : assignee === 'nobody' ? null : assignee

/** What somebody signs by his roles. */
export const signerOf = ({ id, held }: Person): Signer => ({
  id,
  steps: reaches(held, 'case.sign', null),
  publications: reaches(held, 'case.publish', null),
})

/** What a list of cases is found by first: words that few of them hold, or that something waits for one's signature. */
async function narrowed(
  tx: Tx,
  { q, sign }: QueueFilter,
  person: Person,
): Promise<Pick<Wanted, 'no' | 'words' | 'ids'>> {
  const typed = q === undefined ? null : readTyped(q)
  const number = typed?.kind === 'number' ? { no: typed.no } : {}
  const toSign = sign === undefined ? null : await casesToSign(tx, signerOf(person))
  if (typed?.kind !== 'words') return { ...number, ...(toSign === null ? {} : { ids: toSign }) }
  const saying = await casesSaying(tx, typed.words, FEW + 1)
  if (saying.length > FEW) return { words: typed.words, ...(toSign === null ? {} : { ids: toSign }) }
  return { ids: toSign === null ? saying : saying.filter((id) => toSign.includes(id)) }
}
