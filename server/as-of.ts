import { z } from 'zod'
import { Day } from '../catalogue/day.ts'
import type { AsOf } from '../catalogue/listing.ts'
import { asOfCursor, BadCursor } from './db/cursor.ts'
import { Refusal } from './errors.ts'
import { HEAD_SECONDS, type Moment, type Present, presentOf } from './present.ts'

/** 发布 number in an address. */
export const ReleaseNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'not-a-release' })
  .transform(Number)
  .meta({ description: 'Release number; the newest one when left out', examples: ['3'] })

/** What a page's address may say of day and release, and an API address. */
export const pageDay = { on: Day.optional(), release: ReleaseNumber.optional() }
export const apiDay = { as_of: Day.optional(), release: ReleaseNumber.optional() }

/** The day and release that an address names; `cases` where its page tells of published cases as well. */
export type Asked = { on?: Day | undefined; release?: number | undefined; cases?: boolean }

/**
 * The day and release an answer is for: what was asked, else today and the newest; who follows a cursor stays on its
 * own, and may not ask for another. A release to come is refused.
 */
export function asOfNow(present: Present, asked: Asked & { cursor?: string | undefined }): AsOf {
  const { on, release } = asked.cursor === undefined ? asked : asOfCursor(asked.cursor)
  if (differs(asked.on, on) || differs(asked.release, release)) throw new BadCursor()
  const { today, release: newest } = presentOf(present)
  if (release !== undefined && release > newest)
    throw new Refusal('release-unknown', { release: String(release), head: String(newest) }, [
      { field: 'release', code: 'release-too-new', value: String(release) },
    ])
  return { on: on ?? today, release: release ?? newest, head: newest }
}

const differs = <T>(asked: T | undefined, followed: T): boolean => asked !== undefined && asked !== followed

/** Day and release both named: such an answer never changes. */
export const pinned = ({ on, release }: Asked): boolean => on !== undefined && release !== undefined

/** How long an answer stays true, as HTTP says it. Both named: for ever. Otherwise not past midnight in China. */
export const cacheControl = (asked: Asked, { seconds }: Moment): string =>
  pinned(asked)
    ? 'public, max-age=31536000, immutable'
    : `public, max-age=${Math.min(HEAD_SECONDS, seconds)}, stale-if-error=86400`

/**
 * The validator of an answer, made of release, day and the build that writes it (and the published cases, where it tells of them), never of its bytes. Where only one
 * of the two was asked for, the page also tells how far that is from the present, so the present is part of it.
 */
export function etagOf({ today, release: newest, outcomes }: Moment, asked: Asked, build: string): string {
  const { on, release, cases = false } = asked
  const half = !pinned(asked) && (on !== undefined || release !== undefined) ? `.${newest}.${today}` : ''
  const told = cases && !pinned(asked) ? `.c${outcomes}` : ''
  return `W/"r${release ?? newest}-${on ?? today}${half}${told}-${build}"`
}
