import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../views/locale/locale.ts'
import type { StaffContext } from '../../views/staff.ts'
import { type Action, type Held, reaches, reachOf } from '../access.ts'
import type { CaseKeys } from '../cases/keys.ts'
import type { Db } from '../db/database.ts'
import type { LawReader } from '../db/law.ts'
import { Refusal } from '../errors.ts'
import { pathOf } from '../page.ts'
import type { Site } from '../site.ts'

/** 工作台: what the routes of `/staff` are given. They read and write, as the role `portal_app`. */
export type Desk = Omit<Site, 'db'> & {
  db: Db
  now: () => Date
  secretKey: string
  /** 密钥 of personal data. */
  keys: CaseKeys
  /** The calendar, the clock rules and the offices. */
  law: LawReader
  /** The folder of the encrypted attachments. */
  files: string
}

/** Who works here: id and login never change; `held` are the roles. */
export type Person = { id: number; login: string; name: string; held: Held[]; demo: boolean }

/**
 * A session of someone who gave a password. `stage` is `full` once everything asked for was given; before that only the
 * address of that stage answers. `strongAt` is when the second factor (or, where none is kept, the password) was last given.
 */
export type Session = {
  id: number
  person: Person
  csrf: string
  stage: 'code' | 'enrol' | 'password' | 'full'
  strongAt: Date | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, in the scope of `/staff`; null when nobody has signed in. */
    staff: Session | null
  }
  interface FastifyContextConfig {
    /** What an address of `/staff` does, as ACCESS names it; `anyone` for what comes before signing in. */
    action?: Action | 'anyone'
  }
}

/** The session of a request that the guard let through. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.staff === null) throw new Error('an address of /staff without a guard')
  return request.staff
}

/** What a person reaches with an action: for lists. */
export const reachFor = (request: FastifyRequest, action: Action) => reachOf(sessionOf(request).person.held, action)

/** Lets a request go on with something of an entity (null: of the authority). What is not theirs to read is not there: 404. */
export function mustReach(request: FastifyRequest, action: Action, read: Action, entity: string | null): void {
  const { held } = sessionOf(request).person
  if (!reaches(held, read, entity)) throw new Refusal('not-found')
  if (!reaches(held, action, entity)) throw new Refusal('not-allowed')
}

/** How long a second factor counts as just given. */
export const STRONG_MINUTES = 10

/** Was the second factor given within the last ten minutes? What publishes asks for it anew when not. */
export const isStrong = ({ strongAt }: Session, now: Date): boolean =>
  strongAt !== null && now.getTime() - strongAt.getTime() < STRONG_MINUTES * 60_000

/** What a page of the desk is told of its request. */
export function staffContextOf(desk: Desk, request: FastifyRequest, locale: Locale): StaffContext {
  const { staff } = request
  return {
    locale,
    path: pathOf(request.url),
    query: Object.fromEntries(Object.entries(request.query as object).map(([name, value]) => [name, String(value)])),
    publicUrl: desk.publicUrl,
    assets: desk.assets,
    now: desk.now(),
    demo: desk.demo,
    csrf: staff?.csrf ?? '',
    person: staff === null || staff.stage !== 'full' ? null : staff.person,
    may: (action) => staff !== null && reachOf(staff.person.held, action as Action) !== null,
    strong: staff !== null && isStrong(staff, desk.now()),
  }
}

/** After a form was sent: 303 to a page that shows what became of it. */
export const seeOther = (reply: FastifyReply, locale: Locale, path: string): FastifyReply =>
  reply.redirect(`${locale === 'en' ? '/en' : ''}${path}`, 303)
