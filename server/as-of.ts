import { z } from 'zod'
import { chinaDay, Day, secondsToMidnight } from '../catalogue/day.ts'
import type { AsOf } from '../catalogue/listing.ts'
import { asOfCursor, BadCursor } from './db/cursor.ts'
import type { Head } from './db/head.ts'
import { Refusal } from './errors.ts'

/** 发布 number in an address. */
export const ReleaseNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'not-a-release' })
  .transform(Number)
  .meta({ description: 'Release number; the newest one when left out', examples: ['3'] })

/** What a page's address may say of day and release, and an API address. */
export const pageDay = { on: Day.optional(), release: ReleaseNumber.optional() }
export const apiDay = { as_of: Day.optional(), release: ReleaseNumber.optional() }

/** The clock and the newest release: all it takes to date an answer, and no table. */
export type Present = { now: () => Date; head: Head }

export type Asked = { on?: Day | undefined; release?: number | undefined }

/**
 * The day and release an answer is for: what was asked, else today and the newest; who follows a cursor stays on its
 * own, and may not ask for another. A release to come is refused.
 */
export function asOfNow({ now, head }: Present, asked: Asked & { cursor?: string | undefined }): AsOf {
  const { on, release } = asked.cursor === undefined ? asked : asOfCursor(asked.cursor)
  if (differs(asked.on, on) || differs(asked.release, release)) throw new BadCursor()
  const newest = head.release()
  if (release !== undefined && release > newest) throw new Refusal('release-unknown', { release, head: newest })
  return { on: on ?? chinaDay(now()), release: release ?? newest, head: newest }
}

const differs = <T>(asked: T | undefined, followed: T): boolean => asked !== undefined && asked !== followed

/** How long an answer stays true, as HTTP says it. Both named: it never changes. Otherwise not past midnight in China. */
export const cacheControl = ({ on, release }: Asked, now: Date): string =>
  on !== undefined && release !== undefined
    ? 'public, max-age=31536000, immutable'
    : `public, max-age=${Math.min(HEAD_SECONDS, secondsToMidnight(now))}, stale-if-error=86400`

/** A page of the newest release may be this old; a reader who asks again gets a 304 or the new one. */
export const HEAD_SECONDS = 120

/**
 * The validator of an answer, made of release, day and the build that writes it, never of its bytes. Where only one
 * of the two was asked for, the page also tells how far that is from the present, so the present is part of it.
 */
export function etagOf(present: Present, asked: Asked, build: string): string {
  const today = chinaDay(present.now())
  const newest = present.head.release()
  const pinned = asked.on !== undefined && asked.release !== undefined
  const half = !pinned && (asked.on !== undefined || asked.release !== undefined) ? `.${newest}.${today}` : ''
  return `W/"r${asked.release ?? newest}-${asked.on ?? today}${half}-${build}"`
}
