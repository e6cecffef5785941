import { randomBytes } from 'node:crypto'
import type { Step } from '../../complaints/case.ts'
import type { Role } from '../../server/access.ts'
import type { ActOutcome } from '../../server/cases/acts/outcome.ts'
import { askToSign, sign } from '../../server/cases/acts/signing.ts'
import { takeStep } from '../../server/cases/acts/steps.ts'
import { asCaseStaff } from '../../server/db/case-doors.ts'
import { type CaseFile, caseFile } from '../../server/db/case-files.ts'
import type { Db } from '../../server/db/database.ts'
import { addStaff, findLogin } from '../../server/db/staff.ts'
import type { Desk, Person } from '../../server/staff/desk.ts'
import { NOW } from './now.ts'

/** Somebody of the demonstration, as a session knows him. */
export async function person(db: Db, login: string): Promise<Person> {
  const found = await findLogin(db, login)
  if (found === undefined) throw new Error(`nobody here is ${login}`)
  return found
}

/** Somebody new, in a role and an office. */
export async function colleague(db: Db, role: Role, office: number): Promise<Person> {
  const login = `new-${randomBytes(4).toString('hex')}`
  const held = [{ role, entity: null }]
  const id = await addStaff(db, { login, name: login, held, password: 'x', mustChange: false }, NOW)
  await db.insertInto('staff_org').values({ staff_id: id!, org_id: office }).execute()
  return person(db, login)
}

/** The same desk on another day at ten. */
export const onDay = (desk: Desk, day: string): Desk => ({ ...desk, now: () => new Date(`${day}T10:00:00+08:00`) })

/** A case as somebody sees it. */
export async function seen(desk: Desk, by: Person, no: string): Promise<CaseFile> {
  const found = await asCaseStaff(desk.db, by.id, (tx) => caseFile(tx, no))
  if (found === undefined) throw new Error(`${by.login} does not see ${no}`)
  return found
}

type Taken = { no: string; step: Step; input?: object; words?: string }

/** Takes a step on the version that is there. */
export async function step(desk: Desk, by: Person, { no, step, input = {}, words = '' }: Taken): Promise<ActOutcome> {
  const { version } = await seen(desk, by, no)
  return takeStep(desk, by, { no, step, version, input, words })
}

/** Asks for a step that another signs. */
export async function asking(desk: Desk, by: Person, { no, step, input = {}, words = 'why so' }: Taken) {
  const { version } = await seen(desk, by, no)
  return askToSign(desk, by, { no, step, version, input, words })
}

/** Asks for a step and has it signed. */
export async function signed(desk: Desk, [by, other]: readonly [Person, Person], taken: Taken): Promise<ActOutcome> {
  const asked = await asking(desk, by, taken)
  return asked.ok ? sign(desk, other, { no: taken.no, proposal: asked.proposal! }) : asked
}
