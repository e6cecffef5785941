import { chinaDay } from '../../catalogue/day.ts'
import type { Comparison } from '../../complaints/comparison.ts'
import type { Law, Org } from '../../complaints/law.ts'
import { reaches } from '../access.ts'
import { filesOf } from '../db/attachments.ts'
import { audit } from '../db/audit.ts'
import { asCaseStaff } from '../db/case-doors.ts'
import { type CaseFile, caseFile, keep, twinOf } from '../db/case-files.ts'
import { type Link, linksOf } from '../db/case-links.ts'
import { type Colleague, colleaguesOf } from '../db/case-offices.ts'
import {
  type CaseEvent,
  type DocumentListed,
  documentsOf,
  nameOf,
  type Published,
  publicationsOf,
  storyOf,
} from '../db/case-story.ts'
import {
  type ChargeLine,
  type ContactMark,
  chargesOf,
  contactMarks,
  type Submitted,
  submissionOf,
} from '../db/case-submission.ts'
import { messagesRead } from '../db/case-words.ts'
import { type ClockShown, clocksOf } from '../db/clocks.ts'
import type { Tx } from '../db/database.ts'
import { codeSigned } from '../db/lookup-codes.ts'
import { revealSigned } from '../db/proposals.ts'
import type { Desk, Person } from '../staff/desk.ts'
import { CODE_HOURS } from './acts/lookup-codes.ts'
import { REVEAL_HOURS } from './acts/parties.ts'
import { type ClusterWhole, clusterOf, type Refund, refundsOf, type Theirs, theirsOf } from './case-around.ts'
import type { FiledShown } from './files/shown.ts'
import { type NextStep, nextStepsFor } from './next-steps.ts'
import { type OpenedWords, openedWords } from './opened-words.ts'

/** 一案全貌: everything that its page shows to those who may see the case. Contacts are marks only: their values stay sealed. */
export type CaseWhole = OpenedWords & {
  file: Omit<CaseFile, 'tail'>
  office: Org
  target: Org | null
  assignee: string | null
  submission: Omit<Submitted, 'statement' | 'comparison'>
  comparison: Comparison | null
  charges: ChargeLine[]
  events: CaseEvent[]
  /** The first event at which the chain breaks; null when it holds. */
  brokenAt: number | null
  clocks: ClockShown[]
  contacts: ContactMark[]
  /** May this person open the identity of a reporter just now: signed by another within the day? */
  revealSigned: boolean
  /** May this person make a new code just now: signed by another within the day, and not made yet? */
  codeSigned: boolean
  documents: DocumentListed[]
  refunds: Refund[]
  publications: Published[]
  links: Link[]
  cluster: ClusterWhole | null
  files: FiledShown[]
  twin: string | null
  colleagues: Colleague[]
  /** The lawful steps from here that the desk takes, each with its article. */
  next: NextStep[]
  theirs: Theirs
}

/**
 * Opens a case for its page: undefined where it is not one's own to see. Every opening is audited, since it opens what
 * people wrote. To a handler or supervisor the complainant's messages then count as read.
 */
export async function caseWhole(desk: Desk, by: Person, no: string, address = ''): Promise<CaseWhole | undefined> {
  const law = await desk.law.current()
  const whole = await asCaseStaff(desk.db, by.id, async (tx) => {
    const file = await caseFile(tx, no)
    return file === undefined ? undefined : gathered(desk, tx, { law, by, file })
  })
  await audit(desk.db, {
    ...{ at: desk.now(), by: by.id, login: by.login, act: 'case.read', object: `case/${no}`, address },
    outcome: whole === undefined ? 'refused' : 'done',
  })
  return whole
}

type Asked = { law: Law; by: Person; file: CaseFile }

async function gathered(desk: Desk, tx: Tx, asked: Asked): Promise<CaseWhole> {
  const { file, law, by } = asked
  const { statement, comparison, ...submission } = await submissionOf(tx, file.submission_id)
  const { tail: _, ...shown } = file
  const org = (id: number | null) => law.orgs.find((one) => one.id === id) ?? null
  const whole = {
    file: shown,
    office: org(file.org_id)!,
    target: org(file.target_org),
    submission,
    comparison: comparison as Comparison | null,
    ...(await openedWords(desk, tx, file, { receipt: submission.receipt, statement })),
    ...(await told(tx, file)),
    ...(await around(desk, tx, asked)),
    refunds: await refundsOf(tx, file.id, chinaDay(desk.now())),
    next: nextStepsFor(file),
  }
  if (file.unread && reaches(by.held, 'case.write', null) && whole.theirs.office) await read(desk, tx, file)
  return whole
}

async function read(desk: Desk, tx: Tx, { id }: CaseFile): Promise<void> {
  await messagesRead(tx, id, desk.now())
  await keep(tx, id, { unread: false })
}

/** What was done and what runs. */
const told = async (tx: Tx, file: CaseFile) => ({
  charges: await chargesOf(tx, file.submission_id),
  ...(await storyOf(tx, file)),
  clocks: await clocksOf(tx, file.id),
  contacts: await contactMarks(tx, file.submission_id),
  documents: await documentsOf(tx, file.id),
  publications: await publicationsOf(tx, file.id),
})

/** Who and what stands around the case. */
const around = async ({ keys, now }: Desk, tx: Tx, { by, file }: Asked) => ({
  assignee: await nameOf(tx, file.assignee),
  links: await linksOf(tx, file.id),
  cluster: await clusterOf(tx, file.cluster_id),
  files: await filesOf(tx, keys, file.submission_id),
  twin: await twinOf(tx, file),
  colleagues: await colleaguesOf(tx, file.org_id),
  revealSigned: await revealSigned(tx, file.id, by.id, { now: now(), hours: REVEAL_HOURS }),
  codeSigned: (await codeSigned(tx, file.id, by.id, { now: now(), hours: CODE_HOURS })) !== null,
  theirs: await theirsOf(tx, by, file),
})
