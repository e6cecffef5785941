import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

export type NewPersonField = 'login' | 'name' | 'role' | 'entity'
export type NewPersonFault = { field: NewPersonField; code: string }

/** What the form is made of: what may be chosen, and what was sent with its faults. */
export type NewPersonData = {
  roles: readonly string[]
  entities: readonly { code: string; name: string }[]
  sent: { values: Record<string, string>; faults: readonly NewPersonFault[] } | null
}

type Field = { value: string; fault: string | null }

/** `/staff/people/new`: an account for somebody. */
export type StaffPersonNewPage = {
  frame: StaffFrame
  back: string
  action: string
  problems: { href: string; text: string }[]
  login: Field
  name: Field
  entity: Field
  role: Field
  roles: { value: string; text: string; selected: boolean }[]
  entities: readonly { code: string; name: string }[]
  words: Messages['people']
}

export function staffPersonNewPage(ctx: StaffContext, { roles, entities, sent }: NewPersonData): StaffPersonNewPage {
  const { words } = translator(ctx.locale)
  const said = (code: string) => words.people[`fault-${code}` as keyof Messages['people']]
  const fieldOf = (name: NewPersonField): Field => {
    const fault = sent?.faults.find(({ field }) => field === name)
    return { value: sent?.values[name] ?? '', fault: fault === undefined ? null : said(fault.code) }
  }
  return {
    frame: staffFrame(ctx, words.people.addTitle),
    back: address(ctx, '/staff/people'),
    action: address(ctx, '/staff/people/new'),
    problems: (sent?.faults ?? []).map(({ field, code }) => ({ href: `#${field}`, text: said(code) })),
    login: fieldOf('login'),
    name: fieldOf('name'),
    entity: fieldOf('entity'),
    role: fieldOf('role'),
    roles: roles.map((role) => ({
      value: role,
      text: words.signIn[`role-${role}` as keyof Messages['signIn']],
      selected: sent?.values.role === role,
    })),
    entities,
    words: words.people,
  }
}
