import type { z } from 'zod'
import { NEEDS_WORDS, STEP_INPUT, type StepInput, Words } from '../../../complaints/act-input.ts'
import { type CaseState, lawful, type Step, type Transition } from '../../../complaints/case.ts'
import { addEvent, type Tail } from '../../db/case-events.ts'
import { worksFor } from '../../db/case-offices.ts'
import { applyEffects } from '../../db/clocks.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, actorOf, type Doing, done, mustBe } from './doing.ts'
import { DUTIES } from './duties.ts'
import type { Duty, Taking } from './duty.ts'
import { type ActOutcome, atField, type NotDone, Refused } from './outcome.ts'

/** What is asked of a case: the step, the version that was looked at, what was filled in, and the words. */
export type Asked = { no: string; step: Step; version: number; input: unknown; words?: string }

/** 办理一个环节 that needs nobody's signature. Only what the life of a case knows from here, on the version that was looked at. */
export function takeStep(desk: Desk, by: Person, { no, step, version, input, words }: Asked): Promise<ActOutcome> {
  const read = readStep(step, input, words)
  if (!read.ok) return Promise.resolve(read)
  return acting(desk, by, no, async (doing) => {
    const row = await openTo(doing, step, version)
    if (row.signed !== null) throw new Refused('not-asked')
    return done(await take({ ...doing, words: read.words, signed: null }, row, read.input))
  })
}

type Read = { ok: true; input: StepInput<Step>; words: string } | NotDone

/** What was filled in for a step, read by its schema; the first field that is missing or wrong is named. */
export function readStep(step: Step, input: unknown, words = ''): Read {
  const given = STEP_INPUT[step].safeParse(input)
  if (!given.success) return faultOf(given.error)
  const said = Words.safeParse(words)
  if (!said.success) return atField('words').outcome
  if (said.data === '' && NEEDS_WORDS.has(step)) return atField('words', 'missing').outcome
  return { ok: true, input: given.data as StepInput<Step>, words: said.data }
}

/** The first fault as the act's outcome: `field` where it is, `why` its code. */
function faultOf({ issues }: z.ZodError): NotDone {
  const { path, message, code } = issues[0]!
  const isMissing = message === 'missing' || (code === 'invalid_type' && message.includes('undefined'))
  return atField(String(path[0] ?? ''), isMissing ? 'missing' : 'bad-value', message).outcome
}

/** The row by which a handler of the case's office may take or ask for a step now; `version` null where it does not matter. */
export async function openTo(doing: Doing, step: Step, version: number | null): Promise<Transition> {
  const { file, by, tx } = doing
  if (version !== null && version !== file.version) throw new Refused('gone-on')
  const row = lawful(file.type, file.state, step)
  if (row === undefined || !row.who.includes('handler') || DUTIES[step] === undefined)
    throw new Refused('unlawful-step')
  mustBe(by, 'case.handle')
  if (!ON_THE_WAY.has(step) && !(await worksFor(tx, by.id, file.org_id))) throw new Refused('unlawful-step')
  return row
}
/** What the office does to which a case was transferred; everything else is its own office's. */
const ON_THE_WAY: ReadonlySet<Step> = new Set<Step>(['take', 'send_back'])

/** What belongs to a step, refused where its own rule says so. */
export const dutyOf = <S extends Step>(step: S): Duty<S> => DUTIES[step] as Duty<S>

/** Takes a step: its rows, its event, its clocks, in this order and in one transaction. */
export async function take(taking: Taking, row: Transition, input: StepInput<Step>): Promise<Tail> {
  const { step } = row
  const duty = dutyOf(step) as Duty<Step>
  await duty.check?.(taking, input as never)
  await duty.carry?.(taking, input as never)
  const { tx, file, at, by, signed, law, today } = taking
  const tail = await addEvent(tx, file, {
    kind: step,
    at,
    actor: signed === null ? actorOf(by) : row.signed!,
    staff: by.id,
    to: destination(row, file),
    proposal: signed?.proposal ?? null,
    payload: duty.payload?.(input as never) ?? (input as Record<string, unknown>),
  })
  await applyEffects(tx, law, file, step, duty.on?.(input as never) ?? today)
  return tail
}

const destination = (
  { to }: Transition,
  { state, prior }: { state: CaseState; prior: CaseState | null },
): CaseState | null => (to === 'same' ? state : to === 'prior' ? prior : to)
