import type { Session } from '../../server/staff/desk.ts'
import type { DeskData } from './desk-data.ts'

type Sent = Record<string, string | readonly string[]>

/** A page of the desk: for whom (nobody: not signed in, or at a stage of signing in), where, what was sent, what answers. */
export type DeskPage = { as: string; path: string; stage?: Session['stage']; sent?: Sent; file?: true; status?: number }

const page = (as: string, path: string, rest: Omit<DeskPage, 'as' | 'path'> = {}): DeskPage => ({ as, path, ...rest })
const refused = (as: string, path: string, status: number, sent: Sent = {}): DeskPage => ({ as, path, status, sent })

/** One address of every kind of page of the desk, in its several states, on the prepared data. */
export const deskPages = (data: DeskData): Record<string, DeskPage> => ({
  ...homes,
  ...pagesOfSets(data),
  ...pagesOfLines(data),
  ...pagesOfImports(data),
  ...pagesOfOffice(data),
  ...pagesOfCases(data),
  ...refusals(data),
})

const homes: Record<string, DeskPage> = {
  'home of an editor': page('terminal', '/staff'),
  'home of a reviewer': page('reviewer', '/staff'),
  'home of a publisher': page('publisher', '/staff'),
  'home of a case handler': page('handler', '/staff'),
  'home with nothing to do': page('forwarder', '/staff'),
}

const pagesOfSets = ({ sets }: DeskData): Record<string, DeskPage> => ({
  sets: page('editor', '/staff/sets'),
  'sets, none': page('forwarder', '/staff/sets?state=published'),
  'a new set': page('editor', '/staff/sets/new'),
  'the words of a set': page('editor', `/staff/sets/${sets.every}/edit`),
  'a draft of every kind': page('editor', `/staff/sets/${sets.every}`),
  'a draft without lines': page('terminal', `/staff/sets/${sets.none}`),
  'a set in review': page('terminal', `/staff/sets/${sets.review}`),
  'a review': page('reviewer', `/staff/sets/${sets.review}/review`),
  'a review of every kind': page('reviewer', `/staff/sets/${sets.every}/review`),
  'a set asked to be changed': page('terminal', `/staff/sets/${sets.requested}`),
  'a set given up': page('terminal', `/staff/sets/${sets.abandoned}`),
  'an approved set': page('publisher', `/staff/sets/${sets.approved}`),
  'an overdue set': page('publisher', `/staff/sets/${sets.overdue}`),
  'a published set': page('terminal', `/staff/sets/${sets.published}`),
  'an emergency': page('reviewer', `/staff/sets/${sets.emergency}`),
  'a confirmation': page('reviewer', `/staff/releases/${sets.emergencyRelease}/confirm`),
  'no confirmation': page('reviewer', '/staff/releases/1/confirm'),
  effects: page('terminal', `/staff/sets/${sets.review}/effects`),
  'effects, a bad day': page('terminal', `/staff/sets/${sets.review}/effects?on=2027-02-30`, { status: 400 }),
  'a preview of the home page': page('terminal', `/staff/sets/${sets.review}/preview`),
  'a preview of an entity': page('terminal', `/staff/sets/${sets.review}/preview/entities/91330206MA2DEM0171`),
  'no preview': page('terminal', `/staff/sets/${sets.unpublishable}/preview`, { status: 409 }),
})

const BLANK = ['lineage', 'standard']

const pagesOfLines = ({ sets }: DeskData): Record<string, DeskPage> => {
  const lines = `/staff/sets/${sets.every}/lines`
  const stored = Array.from({ length: 15 }, (_, index) => index + 1)
  return {
    'what to change': page('editor', `${lines}/new`),
    'which price to change': page('editor', `${lines}/new?kind=standard&item=tally`),
    ...Object.fromEntries(
      BLANK.map((kind) => [`a blank ${kind}`, page('editor', `${lines}/new?kind=${kind}&blank=1`)]),
    ),
    ...Object.fromEntries(stored.map((n) => [`line ${n} of every kind`, page('editor', `${lines}/${n}`)])),
    'a frozen line': page('terminal', `/staff/sets/${sets.review}/lines/1`),
    'a line with faults': refused('editor', `${lines}/new`, 422, {
      ...{ kind: 'standard', change: 'new', step: 'save', from: '2027-02-30', 'payload.rate.form': 'tiered' },
      ...{ 'payload.rate.tiers.0.over': '五', 'payload.line': 'Ä', 'payload.posted': '' },
    }),
  }
}

const pagesOfImports = ({ imports }: DeskData): Record<string, DeskPage> => ({
  imports: page('terminal', '/staff/imports'),
  'imports, none': page('forwarder', '/staff/imports'),
  'a new import': page('terminal', '/staff/imports/new'),
  ...Object.fromEntries(
    Object.entries(imports).map(([state, id]) => [`an import, ${state}`, page('terminal', `/staff/imports/${id}`)]),
  ),
  'an import, only read': page('auditor', `/staff/imports/${imports.asking}`),
  'an import sent without a file': { ...refused('terminal', '/staff/imports', 422, { effective: 'x' }), file: true },
  'an import that cannot become a draft': refused('terminal', `/staff/imports/${imports.asking}/apply`, 409),
})

const pagesOfOffice = ({ people }: DeskData): Record<string, DeskPage> => ({
  people: page('admin', '/staff/people'),
  'people, only read': page('auditor', '/staff/people'),
  'a new person': page('admin', '/staff/people/new'),
  'a person': page('admin', `/staff/people/${people.reviewer}`),
  'a person who left': page('admin', `/staff/people/${people.leaver}`),
  'a person, only read': page('auditor', `/staff/people/${people.newcomer}`),
  settings: page('admin', '/staff/settings'),
  'settings, only read': page('auditor', '/staff/settings'),
  audit: page('auditor', '/staff/audit'),
  'audit, none': page('auditor', '/staff/audit?who=nobody'),
  'audit, a bad day': page('auditor', '/staff/audit?from=2027-02-30', { status: 400 }),
  account: page('terminal', '/staff/account'),
  'account of a reviewer': page('reviewer', '/staff/account'),
  'a second factor': page('terminal', '/staff/account/second-factor'),
  'signing in, the code': page('reviewer', '/staff/sign-in/code', { stage: 'code' }),
  'signing in, a second factor': page('newcomer', '/staff/sign-in/second-factor', { stage: 'enrol' }),
  'signing in, a new password': page('newcomer', '/staff/sign-in/password', { stage: 'password' }),
})

const pagesOfCases = ({ waiting }: DeskData): Record<string, DeskPage> => ({
  cases: page('supervisor', '/staff/cases'),
  'cases, none': page('handler2', '/staff/cases?assignee=me'),
  'cases, wrongly filtered': page('handler', '/staff/cases?from=2027-02-30&min=x', { status: 400 }),
  'a case that waits for a signature': page('supervisor', `/staff/cases/${waiting}`),
  'the publication of a case, nothing decided': page('casepublisher', `/staff/cases/${waiting}/publication`),
  'a refusal to sign without words': refused('supervisor', `/staff/cases/${waiting}/proposals/1/decline`, 422),
  'a cluster': page('supervisor', '/staff/cases/clusters/1'),
  'a decision for a cluster without its words': refused('handler', '/staff/cases/clusters/1/decide', 422, {
    outcome: 'violation_found',
  }),
  calendar: page('admin', '/staff/calendar'),
  'calendar, only read': page('handler', '/staff/calendar?year=2027'),
  'a notice that cannot be read': refused('admin', '/staff/calendar', 422, { text: '放假' }),
  retention: page('admin', '/staff/retention'),
  'retention, only read': page('auditor', '/staff/retention'),
  'a destruction that was not confirmed': refused('admin', '/staff/retention', 422, { due: '0' }),
})

const refusals = ({ sets }: DeskData): Record<string, DeskPage> => ({
  'not allowed': page('terminal', '/staff/people', { status: 403 }),
  'of another entity': page('forwarder', `/staff/sets/${sets.review}`, { status: 404 }),
  'a form of another session': refused('terminal', '/staff/sets/new', 403, { csrf: 'forged' }),
  'signing in, refused': { ...refused('', '/staff/sign-in', 400, { login: 'terminal', password: '' }) },
  'an act out of turn': refused('publisher', `/staff/sets/${sets.every}/publish`, 409),
  'a set that breaks rules, submitted': refused('editor', `/staff/sets/${sets.every}/submit`, 422),
  'a set given up without a reason': refused('terminal', `/staff/sets/${sets.none}/abandon`, 422),
  'a set without a title': refused('editor', '/staff/sets/new', 422, { title_zh: '', entity: 'nobody' }),
  'a set scheduled for no time': refused('publisher', `/staff/sets/${sets.approved}/schedule`, 422, { day: 'x' }),
  'an approval with open warnings': refused('reviewer', `/staff/sets/${sets.review}/approve`, 409, { sha: '' }),
  'changes asked for without words': refused('reviewer', `/staff/sets/${sets.review}/request-changes`, 422),
  'a confirmation without words': refused('reviewer', `/staff/releases/${sets.emergencyRelease}/confirm`, 422),
  'an emergency without a reason': refused('publisher', `/staff/sets/${sets.none}/emergency`, 422),
  'a person without a name': refused('admin', '/staff/people/new', 422, { login: 'É', role: 'entity_editor' }),
  'settings without a reason': refused('admin', '/staff/settings', 422, { noticeDays: '-1', why: '' }),
  'a password that is wrong': refused('terminal', '/staff/account/password', 400, { present: 'x', password: 'short' }),
  'a token without a name': refused('terminal', '/staff/account/tokens', 400),
})
