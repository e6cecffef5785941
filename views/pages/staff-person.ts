import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import type { PersonListed } from './staff-people.ts'

/** Why something was not done to a person. */
export type PersonFault =
  | 'own-account'
  | 'last-administrator'
  | 'role-unknown'
  | 'entity-needed'
  | 'entity-unknown'
  | 'not-held'
  | 'roles-clash'

/** What the page is made of: the person, what may be chosen, a form that was refused, and a password shown this once. */
export type PersonData = {
  person: PersonListed & { madeAt: Date }
  roles: readonly string[]
  entities: readonly { code: string; name: string }[]
  sent: { values: Record<string, string>; fault: PersonFault } | null
  password: string | null
}

type Choice = { value: string; text: string; selected: boolean }

/** `/staff/people/:person`: one person, their roles, and what an administrator may do for them. */
export type StaffPersonPage = {
  frame: StaffFrame
  back: string
  name: string
  login: string
  facts: { label: string; value: string }[]
  held: { role: string; entity: string; text: string; of: string | null; remove: string }[]
  password: { says: string; value: string } | null
  problem: { text: string; href: string | null } | null
  may: boolean
  own: { says: string; href: string } | null
  roles: Choice[]
  entity: { value: string; fault: string | null }
  entities: readonly { code: string; name: string }[]
  hasFactor: boolean
  disabled: boolean
  actions: { roles: string; end: string; disabled: string; password: string; factor: string }
  words: Messages['people']
}

export function staffPersonPage(
  ctx: StaffContext,
  { person, roles, entities, sent, password }: PersonData,
): StaffPersonPage {
  const t = translator(ctx.locale)
  const words = t.words.people
  const own = ctx.person?.id === person.id
  const may = ctx.may('people.write') && !own
  const nameOf = (role: string) => t.words.signIn[`role-${role}` as keyof Messages['signIn']]
  const entityFault = sent?.fault === 'entity-needed' || sent?.fault === 'entity-unknown'
  return {
    frame: staffFrame(ctx, person.name),
    back: address(ctx, '/staff/people'),
    ...{ name: person.name, login: person.login },
    facts: factsOf(person, ctx, words),
    held: person.held.map(({ role, entity }) => ({
      ...{ role, entity: entity ?? '', text: nameOf(role) },
      of: entity === null ? null : `${entities.find(({ code }) => code === entity)?.name ?? ''} ${entity}`.trim(),
      remove: t('people.removeOf', { role: nameOf(role) }),
    })),
    password: password === null ? null : { says: t('people.passwordShown', { name: person.name }), value: password },
    problem: sent && { text: words[`fault-${sent.fault}`], href: entityFault ? '#entity' : null },
    may,
    own: own && ctx.may('people.write') ? { says: words.ownAccount, href: address(ctx, '/staff/account') } : null,
    roles: roles.map((role) => ({ value: role, text: nameOf(role), selected: sent?.values.role === role })),
    entity: { value: sent?.values.entity ?? '', fault: sent && entityFault ? words[`fault-${sent.fault}`] : null },
    entities,
    ...{ hasFactor: person.hasFactor, disabled: person.disabledAt !== null },
    actions: actionsOf(ctx, person.id),
    words,
  }
}

const actionsOf = (ctx: StaffContext, id: number): StaffPersonPage['actions'] => {
  const at = (what: string) => address(ctx, `/staff/people/${id}/${what}`)
  return {
    roles: at('roles'),
    end: at('roles/end'),
    disabled: at('disabled'),
    password: at('password'),
    factor: at('second-factor'),
  }
}

function factsOf(
  { madeAt, lastSignIn, hasFactor, disabledAt }: PersonData['person'],
  ctx: StaffContext,
  words: Messages['people'],
) {
  return [
    {
      label: words.state,
      value: disabledAt === null ? words.enabled : `${words.disabled} ${momentText(disabledAt, ctx.locale)}`,
    },
    { label: words.factor, value: hasFactor ? words.factorOn : words.factorOff },
    { label: words.signedIn, value: lastSignIn === null ? words.never : momentText(lastSignIn, ctx.locale) },
    { label: words.made, value: momentText(madeAt, ctx.locale) },
  ]
}
