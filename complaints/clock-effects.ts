import type { Day } from '../catalogue/day.ts'
import type { Step } from './case.ts'
import { reckon } from './clocks.ts'
import type { Law } from './law.ts'
import { type ClockCode, type ClockRule, ruleFor } from './rule.ts'
import type { CaseType, Track } from './words.ts'
import type { WorkCalendar } from './working-days.ts'

/** What a step does to the clocks of a case: which it meets, which it begins, and which are no longer asked for. */
export type Effects = { meets: ClockCode[]; starts: ClockCode[]; closes: ClockCode[] | 'all' }
type ByType = Record<CaseType, ClockCode[]>
type Rows = { meets?: ByType; starts?: ByType; closes?: ByType | 'all' }

const same = (...codes: ClockCode[]): ByType => ({ report: codes, complaint: codes, consultation: codes })
const of = (report: ClockCode[], complaint: ClockCode[], consultation: ClockCode[] = []): ByType => ({
  report,
  complaint,
  consultation,
})

/** 收件期限: a report is verified, a complaint accepted or not, a consultation answered. */
const INTAKE = of(['verify'], ['accept'], ['answer'])
/** 主办期限: what runs once a case was accepted. */
const MAIN = of(['verify'], ['mediate'], ['answer'])
const NONE: Rows = {}

/**
 * 环节与期限: every step, and what it does. Time does not stop while a case is on its way to another office: the receiver's
 * clock begins when it takes the case, and only then the sender's is closed; a case sent back has its own still running.
 * A refusal is told as it is made (art. 15), so no clock for telling follows it. 中止 and 延期 change days, not clocks.
 */
export const EFFECTS: Record<Step | 'submitted', Rows> = {
  submitted: { starts: INTAKE },
  ask_supplement: NONE,
  supplement: NONE,
  lapse: { meets: INTAKE, closes: 'all', starts: of(['appeal'], ['appeal']) },
  accept: { meets: same('accept'), starts: MAIN },
  refuse: { meets: INTAKE, closes: 'all', starts: of(['appeal'], ['appeal']) },
  transfer: NONE,
  take: { closes: INTAKE, starts: INTAKE },
  send_back: NONE,
  file_case: { meets: same('verify'), starts: same('penalty', 'tell_filing') },
  decide_not_to_file: { meets: same('verify'), starts: same('tell_filing') },
  mediate: NONE,
  decide: { meets: of(['penalty'], ['mediate']), starts: same('tell') },
  answer: { meets: same('answer'), closes: 'all' },
  suspend: NONE,
  resume: NONE,
  extend: NONE,
  withdraw: { closes: 'all' },
  notify: { meets: same('tell_filing', 'tell'), closes: 'all', starts: same('appeal') },
  order_refund: NONE,
  publish: NONE,
  retract: NONE,
  appeal: { meets: same('appeal') },
  reopen: { closes: 'all', starts: MAIN },
  archive: { closes: 'all' },
}

/** The same for a case of one type. What is met comes first, then what is closed, then what begins. */
export function effectsOf(step: Step | 'submitted', type: CaseType): Effects {
  const { meets, starts, closes } = EFFECTS[step]
  return {
    meets: meets?.[type] ?? [],
    starts: starts?.[type] ?? [],
    closes: closes === 'all' ? 'all' : (closes?.[type] ?? []),
  }
}

/** A clock as it begins; `rule` is the number of its row of the law. */
export type StartedClock = { code: ClockCode; rule: number; startedOn: Day; dueOn: Day; provisional: boolean }

/** The clocks that begin on a day, by the rules in force when the case was received; codes without a rule are left out. */
export const startedClocks = (
  codes: readonly ClockCode[],
  about: { type: CaseType; track: Track; receivedOn: Day },
  startedOn: Day,
  { rules, calendar }: Pick<Law, 'rules' | 'calendar'>,
): StartedClock[] =>
  codes.flatMap((code) => {
    const rule = ruleFor(rules, code, about)
    if (rule === undefined) return []
    return [{ code, rule: rule.id, startedOn, ...begun(rule, startedOn, calendar) }]
  })

type Reckoned = ReturnType<typeof reckon>

/** Clocks that begin on one day by one count end on one day: walked to once for a calendar. */
function begun({ count, roll }: ClockRule, startedOn: Day, calendar: WorkCalendar): Reckoned {
  const known = BEGUN.get(calendar) ?? new Map<string, Reckoned>()
  BEGUN.set(calendar, known)
  const key = `${startedOn} ${count.amount} ${count.unit} ${roll}`
  const reckoned = known.get(key) ?? reckon({ rule: { count, roll }, startedOn, pauses: [], extensions: [] }, calendar)
  return known.set(key, reckoned).get(key)!
}
const BEGUN = new WeakMap<WorkCalendar, Map<string, Reckoned>>()
