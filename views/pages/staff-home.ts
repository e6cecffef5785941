import type { ChangeSetState } from '../../catalogue/change-set.ts'
import type { Text } from '../../catalogue/text.ts'
import { type CaseTile, caseTiles, type TileTold } from '../cases/tiles.ts'
import { address } from '../context.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type ImportTold, stateWords } from '../words/import-row.ts'
import { momentText } from '../words/moment.ts'
import { type Named, rolesIn } from './staff-roles.ts'

/** Something that went wrong or is late, or an emergency release that waits for a third person. */
export type HomeAlarm =
  | { kind: 'overdue'; set: number; title: Text; at: Date }
  | { kind: 'unconfirmed' | 'to-confirm'; release: number; at: Date; reason: string }
  | { kind: 'unsigned'; first: number; count: number }
  | { kind: 'job'; task: string; error: string; at: Date }

/** An open set within reach; `own` when the reader wrote a part of it and so may not review it. */
export type HomeSet = {
  id: number
  title: Text
  state: ChangeSetState
  lines: number
  madeBy: { id: number; name: string }
  publishAt: Date | null
  entity: Text | null
  movedAt: Date
  own: boolean
}

export type HomeImport = {
  id: number
  name: string
  state: HomeImportState
  progress: number
  at: Date
  by: string
} & {
  errors: number
  open: number
}
type HomeImportState = ImportTold['state']

/** What needs a person now. */
export type HomeData = {
  alarms: readonly HomeAlarm[]
  sets: readonly HomeSet[]
  imports: readonly HomeImport[]
  person: number
  /** 时限看板, for who reads cases. */
  cases: readonly TileTold[] | null
}

type Row = {
  href: string
  number: string
  title: Said
  entity: Said
  lines: string
  by: string
  when: { text: string; datetime: string }
  tag: string | null
}
type Group = { title: string; lead: string; urgent: boolean; rows: Row[] }

/** `/staff`: what needs me now, alarms first. */
export type StaffHomePage = {
  frame: StaffFrame
  hello: string
  alarms: { text: string; href: string | null; link: string }[]
  groups: Group[]
  imports: { href: string; name: string; state: string; by: string; at: string; datetime: string }[]
  empty: { says: string; first: string | null } | null
  ways: { href: string; text: string; says: string }[]
  cases: { title: string; href: string; tiles: CaseTile[]; words: Messages['caseQueue'] } | null
  words: Messages['deskHome']
}

export function staffHomePage(ctx: StaffContext, data: HomeData, entities: Named): StaffHomePage {
  const t = translator(ctx.locale)
  const words = t.words.deskHome
  const groups = groupsOf(ctx, data, t)
  const imports = data.imports.map((one) => importOf(one, ctx, t))
  const waiting = groups.length > 0 || imports.length > 0 || data.alarms.length > 0 || data.cases !== null
  return {
    frame: staffFrame(ctx, words.title),
    hello: t('deskHome.hello', {
      name: ctx.person?.name ?? '',
      roles: rolesIn(ctx.locale, ctx.person?.held ?? [], entities),
    }),
    alarms: data.alarms.map((alarm) => alarmOf(alarm, ctx, t)),
    groups,
    imports,
    empty: waiting ? null : { says: words.empty, first: firstOf(ctx, words) },
    ways: waysOf(ctx, words),
    cases:
      data.cases === null
        ? null
        : {
            title: words.cases,
            href: address(ctx, '/staff/cases'),
            tiles: caseTiles(data.cases, ctx, null),
            words: t.words.caseQueue,
          },
    words,
  }
}

/** What to begin with where nothing waits. */
const firstOf = (ctx: StaffContext, words: Messages['deskHome']): string | null => {
  if (ctx.may('set.write')) return words.firstEditor
  if (ctx.may('set.review')) return words.firstReviewer
  if (ctx.may('set.publish')) return words.firstPublisher
  return ctx.may('people.read') ? words.firstAdministrator : null
}

const WAYS = [
  ['/staff/sets', 'sets', 'set.read'],
  ['/staff/imports', 'imports', 'import.read'],
  ['/staff/cases', 'cases', 'case.read'],
  ['/staff/calendar', 'calendar', 'calendar.read'],
  ['/staff/retention', 'retention', 'retention.read'],
  ['/staff/people', 'people', 'people.read'],
  ['/staff/settings', 'settings', 'settings.read'],
  ['/staff/audit', 'audit', 'audit.read'],
  ['/staff/account', 'account', 'account.own'],
] as const

const waysOf = (ctx: StaffContext, words: Messages['deskHome']): StaffHomePage['ways'] =>
  WAYS.filter(([, , action]) => ctx.may(action)).map(([path, word]) => ({
    href: address(ctx, path),
    text: words[`way-${word}`],
    says: words[`way-${word}-says`],
  }))

const dated = (at: Date, ctx: StaffContext) => ({ text: momentText(at, ctx.locale), datetime: at.toISOString() })

function alarmOf(alarm: HomeAlarm, ctx: StaffContext, t: Translate): StaffHomePage['alarms'][number] {
  const { alarmLink: link } = t.words.deskHome
  switch (alarm.kind) {
    case 'overdue': {
      const values = {
        set: String(alarm.set),
        title: said(alarm.title, ctx.locale).text,
        at: dated(alarm.at, ctx).text,
      }
      return { text: t('deskHome.alarm-overdue', values), href: address(ctx, `/staff/sets/${alarm.set}`), link }
    }
    case 'unsigned':
      return { text: t('deskHome.alarm-unsigned', { n: alarm.count, first: String(alarm.first) }), href: null, link }
    case 'job':
      return { text: t('deskHome.alarm-job', { ...alarm, at: dated(alarm.at, ctx).text }), href: null, link }
    default: {
      const values = { release: String(alarm.release), at: dated(alarm.at, ctx).text, reason: alarm.reason }
      const href = ctx.may('release.confirm') ? `/staff/releases/${alarm.release}/confirm` : `/changes/${alarm.release}`
      return { text: t(`deskHome.alarm-${alarm.kind}`, values), href: address(ctx, href), link }
    }
  }
}

/** Which sets stand under which heading; the first heading that claims a set has it. */
function groupsOf(ctx: StaffContext, { sets, person }: HomeData, t: Translate): Group[] {
  const words = t.words.deskHome
  const [writes, reviews, publishes] = (['set.write', 'set.review', 'set.publish'] as const).map((act) => ctx.may(act))
  const claims = [
    ['toMend', writes, ({ state }: HomeSet) => state === 'changes_requested'],
    ['toReview', reviews, ({ state, own }: HomeSet) => state === 'in_review' && !own],
    ['toPublish', publishes, ({ state }: HomeSet) => state === 'approved'],
    ['scheduled', true, ({ state }: HomeSet) => state === 'scheduled'],
    ['myDrafts', writes, ({ state, madeBy, own }: HomeSet) => state === 'draft' && (own || madeBy.id === person)],
    ['underReview', true, ({ state }: HomeSet) => state === 'in_review' || state === 'approved'],
    ['otherDrafts', true, ({ state }: HomeSet) => state === 'draft' || state === 'changes_requested'],
  ] as const
  const taken = new Set<number>()
  return claims.flatMap(([name, mine, claim]) => {
    const rows = mine ? sets.filter((set) => !taken.has(set.id) && claim(set)) : []
    for (const { id } of rows) taken.add(id)
    if (rows.length === 0) return []
    const urgent = name === 'toMend' || name === 'toReview' || name === 'toPublish'
    return [{ title: words[name], lead: words[`${name}Says`], urgent, rows: rows.map((set) => rowOf(set, ctx, t)) }]
  })
}

const rowOf = (set: HomeSet, ctx: StaffContext, t: Translate): Row => ({
  href: address(ctx, `/staff/sets/${set.id}`),
  number: String(set.id),
  title: said(set.title, ctx.locale),
  entity: set.entity === null ? { text: t.words.deskHome.authority, lang: null } : said(set.entity, ctx.locale),
  lines: t('deskHome.lines', { n: set.lines }),
  by: set.madeBy.name,
  when:
    set.publishAt === null
      ? dated(set.movedAt, ctx)
      : { ...dated(set.publishAt, ctx), text: t('deskHome.publishAt', { at: dated(set.publishAt, ctx).text }) },
  tag: set.own && set.state === 'in_review' ? t.words.deskHome.ownWork : null,
})

const importOf = ({ id, name, progress, at, by, ...one }: HomeImport, ctx: StaffContext, t: Translate) => ({
  href: address(ctx, `/staff/imports/${id}`),
  name,
  state: whereItStands(one, t) + (one.state === 'reading' ? ` ${Math.round(progress * 100)}%` : ''),
  ...{ by, at: dated(at, ctx).text, datetime: at.toISOString() },
})

/** A read import is told by what is to be done about it; one without a question waits to become a draft. */
function whereItStands(one: Pick<HomeImport, 'state' | 'errors' | 'open'>, t: Translate): string {
  const settled = one.state === 'read' && one.errors === 0 && one.open === 0
  return settled ? t.words.deskHome['import-read'] : stateWords(one, t).state
}
