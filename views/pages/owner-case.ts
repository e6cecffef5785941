import { chinaDay } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { OwnedFiling } from '../../complaints/owned.ts'
import { type FrozenComparison, frozenComparison } from '../complaints/comparison.ts'
import { type FileLines, fileLines } from '../complaints/files.ts'
import { type CaseAround, type OwnerCaseView, ownerCaseView } from '../complaints/owner-case.ts'
import type { FormKeys, OwnerSent } from '../complaints/owner-forms.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import type { Said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import { areaName, portName } from '../words/names.ts'

export type { OwnerFault, OwnerSent } from '../complaints/owner-forms.ts'

type Filed = Parameters<typeof fileLines>[0][number] & {
  sender: 'complainant' | 'desk' | 'portal'
  messageId: number | null
}

/** What the page of an owner is made of; `before` is when somebody looked the time before. */
export type OwnerCaseData = Pick<CaseAround, 'rules' | 'calendar' | 'sent'> & {
  view: OwnedFiling & { files: readonly Filed[] }
  before: Date | null
  reference: Reference
  now: Date
  forms: FormKeys
}

/** `/complaints/case`: what was filed, and what became of it. */
export type OwnerCasePage = {
  frame: Frame
  done: string | null
  problems: { text: string; fields: { href: string; label: string; text: string }[] } | null
  receipt: string
  received: string
  seen: string
  notYou: string | null
  end: { action: string; csrf: string }
  facts: { term: string; text: string; lang: string | null }[]
  two: string | null
  cases: OwnerCaseView[]
  files: { title: string; list: FileLines }[]
  statement: string
  comparison: FrozenComparison | null
  contact: string
  consents: { term: string; text: string }[]
  digest: string
  words: Messages['owner']
}

export function ownerCasePage(ctx: PageContext, data: OwnerCaseData): OwnerCasePage {
  const t = translator(ctx.locale)
  const { view, reference, now, forms, sent } = data
  const around = { ...data, files: view.files, today: chinaDay(now), keys: forms }
  const { owner } = t.words
  const cases = view.cases.map((own) => ownerCaseView(own, around, t))
  return {
    frame: frame(ctx, { title: owner.title, description: owner.description, robots: 'noindex', bar: false }),
    done: doneWord(ctx, t),
    problems: problemsOf(cases, sent, t),
    receipt: view.receipt,
    received: t('owner.received', { day: momentText(view.receivedAt, t.locale) }),
    seen: data.before === null ? owner.firstSeen : t('owner.lastSeen', { at: momentText(data.before, t.locale) }),
    notYou: data.before === null ? null : owner.notYou,
    end: { action: address(ctx, '/complaints/case/end'), csrf: forms.csrf },
    facts: factsOf(view, reference, t),
    two: cases.length > 1 ? owner.twoCases : null,
    cases,
    files: filesOf(view.files, t),
    statement: view.statement ?? owner.purged,
    comparison: view.comparison && frozenComparison(view.comparison, reference, t.locale),
    contact: view.anonymous ? owner.anonymous : owner.contact,
    consents: [
      { term: owner.consentPublish, text: view.consentPublish ? owner.given : owner.notGiven },
      { term: owner.consentMediation, text: view.consentMediation ? owner.given : owner.notGiven },
    ],
    digest: view.acknowledgement,
    words: owner,
  }
}

function doneWord({ query }: PageContext, { words: { owner } }: Translate): string | null {
  const words: Readonly<Record<string, string>> = owner
  return query.done === undefined ? null : (words[`done-${query.done}`] ?? null)
}

function factsOf(view: OwnedFiling, ref: Reference, t: Translate): OwnerCasePage['facts'] {
  const { owner, caseWords } = t.words
  const named = (term: string, { text, lang }: Said) => ({ term, text, lang })
  const plain = (term: string, text: string) => ({ term, text, lang: null })
  const place = portName(ref, view.port, view.receivedOn, t.locale)
  const area = view.area && areaName(ref, view.port, view.area, view.receivedOn, t.locale)
  return [
    named(owner.about, {
      text: view.entityName,
      lang: t.locale === 'en' && HAN.test(view.entityName) ? 'zh-CN' : null,
    }),
    named(owner.place, { ...place, text: area ? `${place.text} ${area.text}` : place.text }),
    plain(owner.category, caseWords[`category-${view.category}`]),
    plain(owner.goals, view.goals.map((goal) => caseWords[`goal-${goal}`]).join(t.locale === 'en' ? '; ' : '、')),
  ]
}

const HAN = /\p{Script=Han}/u

const SENDERS = [
  ['complainant', 'filesYours'],
  ['desk', 'filesDesk'],
  ['portal', 'filesPortal'],
] as const

/** By who sent them; what came with a message stands there. */
const filesOf = (files: readonly Filed[], t: Translate): OwnerCasePage['files'] =>
  SENDERS.flatMap(([sender, title]) => {
    const own = files.filter((file) => file.sender === sender && file.messageId === null)
    const href = (id: string) => address({ locale: t.locale }, `/complaints/case/files/${id}`)
    return own.length === 0 ? [] : [{ title: t.words.owner[title], list: fileLines(own, t.locale, { href }) }]
  })

/** The faults of the form that came back, each leading to its field. */
function problemsOf(cases: OwnerCaseView[], sent: OwnerSent | null, t: Translate): OwnerCasePage['problems'] {
  if (sent === null) return null
  const own = cases[sent.n - 1]
  const forms = [own?.needed?.form, ...Object.values(own?.forms ?? {})].filter((form) => form != null)
  const form = forms.find(({ id }) => id === `${sent.act}-${sent.n}`)
  if (sent.refused !== null) return { text: t.words.owner[`refused-${sent.refused}`], fields: [] }
  const fields = [form?.words ?? null, form?.files ?? null].flatMap((field) =>
    field?.fault ? [{ href: `#${field.id}`, label: field.label, text: field.fault }] : [],
  )
  const chosen = (form?.choices ?? []).flatMap(({ legend, fault, options }) =>
    fault === null ? [] : [{ href: `#${options[0]!.id}`, label: legend, text: fault }],
  )
  const untaken = (form?.untaken ?? []).map((text) => ({
    href: `#${form!.id}-files`,
    label: t.words.owner.files,
    text,
  }))
  const all = [...chosen, ...fields, ...untaken]
  return all.length === 0 ? null : { text: t('owner.problems', { n: all.length }), fields: all }
}
