import { formsFor } from '../../complaints/documents/forms.ts'
import { address } from '../context.ts'
import { dayText, inChinese, type Said, said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import type { FormSent } from './case-field.ts'
import { type CaseForm, caseAddress, caseForm } from './case-form.ts'
import type { CaseTold } from './case-told.ts'

/** 文书: a form that was made, its number, whether it was delivered. */
export type DocumentRow = { title: string; number: Said; href: string | null; by: string; delivered: string }

export const documentsOf = (told: CaseTold, ctx: StaffContext, t: Translate): DocumentRow[] =>
  told.documents.map(({ id, form, number, by, at, delivered }) => ({
    title: t.words.caseForms[`form-${form}` as keyof Messages['caseForms']] ?? form,
    number: inChinese(number, t.locale),
    href: ctx.may('case.open') ? caseAddress(ctx, told.no, `/documents/${id}`) : null,
    by: `${by} ${momentText(at, t.locale)}`,
    delivered:
      delivered === null
        ? t.words.caseFile.undelivered
        : t('caseFile.delivered', { day: dayText(delivered, t.locale) }),
  }))

/** 可出具的文书: the forms that fit the case as it stands, for those who handle it. */
export const newDocumentsOf = (told: CaseTold, ctx: StaffContext, t: Translate): { href: string; text: string }[] =>
  ctx.may('case.handle') && told.theirs.office && told.purged === null
    ? formsFor({ ...told, receivedOn: told.received.on }).map((form) => ({
        href: caseAddress(ctx, told.no, '/documents/new', { form }),
        text: t.words.caseForms[`form-${form}`],
      }))
    : []

/** 决定: what was decided, by whom drafted and signed. */
export type DecisionRow = {
  title: string
  outcome: string
  by: string
  at: string
  words: string[]
  findings: string[]
  refund: string | null
}

export const decisionsOf = (told: CaseTold, t: Translate): DecisionRow[] =>
  told.decisions.map(({ n, outcome, words, findings, refund, drafted, signed, at }) => ({
    title: t('caseFile.decisionNth', { n }),
    outcome: t.words.caseWords[`outcome-${outcome}`],
    by: t('caseFile.draftedBy', { drafted, signed }),
    at: momentText(at, t.locale),
    words: (words ?? t.words.caseFile.wordsGone).split(/\n+/),
    findings: findings.map(({ charge, violation }) => {
      const found = violation === null ? t.words.caseActs['finding-none'] : said(violation, t.locale).text
      return `${charge} — ${found}`
    }),
    refund: refund === null ? null : t('caseFile.refundOf', { amount: refund }),
  }))

/** 关联: the twin, linked cases, the cluster. */
export type Others = {
  twin: { no: string; href: string } | null
  links: { text: string; href: string; kind: string; end: CaseForm | null }[]
  cluster: { text: string; href: string; leave: CaseForm | null } | null
  link: CaseForm | null
  linking: boolean
  join: CaseForm | null
  joining: boolean
}

export function othersOf(told: CaseTold, sent: FormSent | null, ctx: StaffContext, t: Translate): Others {
  const { caseActs: words, caseFile } = t.words
  const may = ctx.may('case.write')
  const kinds = (['duplicate', 'related'] as const).map((value) => ({ value, text: words[`kind-${value}`] }))
  const fields = [
    { name: 'other', kind: 'text', most: 30 },
    { name: 'kind', kind: 'radios', options: kinds, value: 'related' },
  ] as const
  return {
    twin: told.twin === null ? null : { no: told.twin, href: caseAddress(ctx, told.twin) },
    links: told.links.map(({ id, no, kind }) => ({
      text: no,
      href: caseAddress(ctx, no),
      kind: caseFile[`link-${kind}`],
      end: may
        ? caseForm(
            told.no,
            {
              form: `end-link-${id}`,
              to: `/links/${id}/end`,
              button: words['do-end-link'],
              quiet: true,
              fields: [],
              label: `${words['do-end-link']} ${no}`,
            },
            sent,
            ctx,
            t,
          )
        : null,
    })),
    cluster: told.cluster && clusterIn(told, told.cluster, sent, ctx, t),
    link: may
      ? caseForm(told.no, { form: 'link', to: '/links', button: words['do-link'], fields }, sent, ctx, t)
      : null,
    linking: sent?.form === 'link',
    joining: sent?.form === 'cluster',
    join:
      may && told.cluster === null && told.asked.entity !== null
        ? caseForm(
            told.no,
            { form: 'cluster', to: '/cluster', button: words['do-cluster'], fields: [], says: words.clusterSays },
            sent,
            ctx,
            t,
          )
        : null,
  }
}

/** 所在并案: its page, and the way out of it. */
function clusterIn(
  { no, theirs }: CaseTold,
  { id, title, cases }: NonNullable<CaseTold['cluster']>,
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): Others['cluster'] {
  const words = t.words.caseCluster
  const leave = { form: 'leave-cluster', to: '/cluster/leave', button: words.leave, quiet: true, fields: [] }
  return {
    text: t('caseFile.clusterOf', { title, n: cases }),
    href: address(ctx, `/staff/cases/clusters/${id}`),
    leave: ctx.may('case.write') && theirs.office ? caseForm(no, leave, sent, ctx, t) : null,
  }
}
