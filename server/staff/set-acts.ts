import { z } from 'zod'
import { Day, startOfDay } from '../../catalogue/day.ts'
import { findingId } from '../../catalogue/lint/lint.ts'
import { Clock } from '../../catalogue/port.ts'
import type { ActFault } from '../../views/words/set-acts.ts'
import { acceptedOf } from '../../views/words/warnings.ts'
import type { Action } from '../access.ts'
import * as sets from '../change-sets.ts'
import type { ChangeSet } from '../db/change-sets.ts'
import type { Desk, Person } from './desk.ts'
import type { Fields } from './form.ts'

type Go = (desk: Desk, set: ChangeSet, by: Person) => Promise<sets.Outcome>

/** One thing that is done to a set by a form: who may, on which page the form stands, and what it says. `strong` asks for the second factor. */
export type Act = {
  name: string
  action: Action
  on: 'set' | 'review'
  strong: boolean
  read: (body: Fields) => { ok: true; go: Go } | { ok: false; faults: ActFault[] }
}

/** An act whose form is read by a schema. */
function act<F>(name: string, action: Action, form: z.ZodType<F>, go: (asked: F) => Go, rest: Partial<Act> = {}): Act {
  return {
    ...{ name, action, on: 'set', strong: false },
    ...rest,
    read: (body) => {
      const read = form.safeParse({ ...body })
      return read.success ? { ok: true, go: go(read.data) } : { ok: false, faults: faultsIn(read.error) }
    },
  }
}

const faultsIn = ({ issues }: z.ZodError): ActFault[] =>
  issues.map(({ path, code }) => ({ field: String(path[0]), code: code === 'too_small' ? 'short' : code }))

const Nothing = z.object({})
const words = (least: number) => z.string().trim().min(least).max(2000)
/** A time in China to the minute. */
const When = z
  .object({ day: Day, time: Clock })
  .transform(({ day, time }) => new Date(startOfDay(day).getTime() + minutesOf(time) * 60_000))
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The hash of what the page showed: what was read is what is decided of. */
const Sha = z
  .string()
  .regex(/^[0-9a-f]{0,64}$/)
  .default('')
const ticks = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat())

const onReview = { on: 'review' } as const
const strong = { strong: true } as const

/** Everything that is done to a set, by the last word of its address. */
export const ACTS: readonly Act[] = [
  act(
    'submit',
    'set.write',
    Nothing,
    () =>
      (desk, { id }, by) =>
        sets.submit(desk, id, by),
  ),
  act(
    'recall',
    'set.write',
    Nothing,
    () =>
      (desk, { id }, by) =>
        sets.recall(desk, id, by),
  ),
  act(
    'abandon',
    'set.write',
    z.object({ reason: words(1) }),
    ({ reason }) =>
      (desk, { id }, by) =>
        sets.abandon(desk, id, by, reason),
  ),
  act(
    'request-changes',
    'set.review',
    z.object({ comment: words(1), sha: Sha }),
    (read) =>
      (desk, { id }, by) =>
        sets.requestChanges(desk, id, by, read),
    onReview,
  ),
  act(
    'approve',
    'set.review',
    z.object({ accept: ticks, comment: z.string().trim().max(2000).default(''), sha: Sha }),
    ({ accept, comment, sha }) =>
      (desk, set, by) =>
        sets.approve(desk, set.id, by, {
          sha,
          accepted: accepted(set, accept),
          comment: comment === '' ? null : comment,
        }),
    onReview,
  ),
  act(
    'schedule',
    'set.publish',
    When,
    (at) =>
      (desk, { id }, by) =>
        sets.schedule(desk, id, by, at),
    strong,
  ),
  act(
    'unschedule',
    'set.publish',
    Nothing,
    () =>
      (desk, { id }, by) =>
        sets.unschedule(desk, id, by),
  ),
  act(
    'publish',
    'set.publish',
    Nothing,
    () =>
      (desk, { id }, by) =>
        sets.publishNow(desk, id, by),
    strong,
  ),
  act(
    'emergency',
    'set.emergency',
    z.object({ reason: words(10) }),
    ({ reason }) =>
      (desk, { id }, by) =>
        sets.publishInEmergency(desk, id, by, reason),
    strong,
  ),
]

/** The warnings that the ticks of a form accept, the rest of a rule among them. */
const accepted = ({ lint }: ChangeSet, ticks: readonly string[]): string[] =>
  acceptedOf(
    (lint?.findings ?? [])
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => ({ id: findingId(finding), rule: finding.rule })),
    ticks,
  )
