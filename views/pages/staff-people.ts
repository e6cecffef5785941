import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import { type Named, rolesIn } from './staff-roles.ts'

/** A member of staff as the list tells them. */
export type PersonListed = {
  id: number
  login: string
  name: string
  held: readonly { role: string; entity: string | null }[]
  demo: boolean
  hasFactor: boolean
  disabledAt: Date | null
  lastSignIn: Date | null
}

/** `/staff/people`: everyone who may sign in, or once could. */
export type StaffPeoplePage = {
  frame: StaffFrame
  add: string | null
  rows: {
    href: string
    name: string
    login: string
    roles: string
    factor: string
    signedIn: string
    state: string
    disabled: boolean
    demo: boolean
  }[]
  words: Messages['people']
  common: Messages['common']
}

export function staffPeoplePage(ctx: StaffContext, people: readonly PersonListed[], entities: Named): StaffPeoplePage {
  const { words } = translator(ctx.locale)
  return {
    frame: staffFrame(ctx, words.people.title),
    add: ctx.may('people.write') ? address(ctx, '/staff/people/new') : null,
    rows: people.map((one) => rowOf(one, ctx, words.people, entities)),
    words: words.people,
    common: words.common,
  }
}

const rowOf = (
  { id, login, name, held, demo, hasFactor, disabledAt, lastSignIn }: PersonListed,
  ctx: StaffContext,
  words: Messages['people'],
  entities: Named,
): StaffPeoplePage['rows'][number] => ({
  ...{ href: address(ctx, `/staff/people/${id}`), name, login, demo },
  roles: held.length === 0 ? words.noRole : rolesIn(ctx.locale, held, entities),
  factor: hasFactor ? words.factorOn : words.factorOff,
  signedIn: lastSignIn === null ? words.never : momentText(lastSignIn, ctx.locale),
  state: disabledAt === null ? words.enabled : words.disabled,
  disabled: disabledAt !== null,
})
