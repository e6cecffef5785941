/** 角色: what a member of staff may be. */
export const ROLES = [
  'entity_editor',
  'catalogue_editor',
  'reviewer',
  'publisher',
  'case_handler',
  'case_supervisor',
  'case_publisher',
  'administrator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** 不相容职务: who audits handles no cases. `auditors_handle_no_cases` of staff_role says the same. */
const CASE_ROLES: readonly Role[] = ['case_handler', 'case_supervisor', 'case_publisher']
export const clash = (roles: readonly Role[]): boolean =>
  roles.includes('auditor') && roles.some((role) => CASE_ROLES.includes(role))

/** How far a role reaches: everything, or only what belongs to the entities it is held for. */
export type Reach = 'all' | 'own'

/** Every role: what is one's own account. */
const EVERYONE = Object.fromEntries(ROLES.map((role) => [role, 'all'])) as Record<Role, Reach>
const EDITORS = { entity_editor: 'own', catalogue_editor: 'all' } as const
const CATALOGUE = { ...EDITORS, reviewer: 'all', publisher: 'all', auditor: 'all' } as const

/**
 * The one table of who may do what: action × role → reach. Every address of `/staff` names its action, and no other
 * place decides by role. An administrator has people and settings and sees no drafts; an auditor reads and changes nothing. Which cases one sees is decided by one's offices, in the database.
 */
export const ACCESS = {
  'desk.open': EVERYONE,
  'account.own': EVERYONE,
  'set.read': CATALOGUE,
  'set.write': EDITORS,
  'set.comment': { ...EDITORS, reviewer: 'all', publisher: 'all' },
  'set.review': { reviewer: 'all' },
  'set.publish': { publisher: 'all' },
  'set.emergency': { publisher: 'all' },
  'release.confirm': { reviewer: 'all' },
  'import.read': { ...EDITORS, auditor: 'all' },
  'import.write': EDITORS,
  'people.read': { administrator: 'all', auditor: 'all' },
  'people.write': { administrator: 'all' },
  'settings.read': { administrator: 'all', auditor: 'all' },
  'settings.write': { administrator: 'all' },
  'case.read': { case_handler: 'all', case_supervisor: 'all', case_publisher: 'all', auditor: 'all' },
  'case.handle': { case_handler: 'all' },
  'case.sign': { case_supervisor: 'all' },
  'case.publish': { case_publisher: 'all' },
  'case.write': { case_handler: 'all', case_supervisor: 'all' },
  'case.view': { case_handler: 'all', case_supervisor: 'all', case_publisher: 'all' },
  'case.open': { case_handler: 'all', case_supervisor: 'all' },
  'calendar.read': { case_handler: 'all', case_supervisor: 'all', administrator: 'all', auditor: 'all' },
  'calendar.write': { administrator: 'all' },
  'retention.read': { administrator: 'all', auditor: 'all' },
  'retention.write': { administrator: 'all' },
  'audit.read': { administrator: 'all', auditor: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Action = keyof typeof ACCESS

/** A role as a person holds it; an entity editor holds it for one entity. */
export type Held = { role: Role; entity: string | null }

/** What a person reaches with an action: everything, these entities' own, or nothing at all. */
export function reachOf(held: readonly Held[], action: Action): 'all' | ReadonlySet<string> | null {
  const reaches = ACCESS[action] as Partial<Record<Role, Reach>>
  const allowed = held.filter(({ role }) => reaches[role] !== undefined)
  if (allowed.some(({ role }) => reaches[role] === 'all')) return 'all'
  const own = new Set(allowed.flatMap(({ entity }) => entity ?? []))
  return own.size > 0 ? own : null
}

/** May a person do this to something that belongs to an entity, or (null) to the authority? */
export function reaches(held: readonly Held[], action: Action, entity: string | null): boolean {
  const reach = reachOf(held, action)
  return reach === 'all' || (reach !== null && entity !== null && reach.has(entity))
}
