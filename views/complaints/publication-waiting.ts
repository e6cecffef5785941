import type { PublicCase, Standing } from '../../complaints/publication.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import { type FieldAsked, type FormSent, factorAsked, wordOf } from './case-field.ts'
import { type CaseForm, caseForm } from './case-form.ts'

type Asking = { id: number; by: { id: number; name: string }; at: Date; words: string | null }
/** 待签发: a publication or its retraction that was asked for. */
export type Waiting =
  | (Asking & { step: 'publish'; content: PublicCase; standing: readonly Standing[]; sha256: string })
  | (Asking & { step: 'retract'; reason: string })

type Standings = { kind: string; text: string; reason: string }
/** The same as the page prints it, with what its reader may do about it. */
export type WaitingShown = {
  title: string
  asked: string
  words: string | null
  reason: string | null
  sha256: string | null
  standing: Standings[]
  note: string | null
  sign: CaseForm | null
  decline: CaseForm | null
  declining: boolean
  withdraw: CaseForm | null
}

/** What waits for a publisher, with what this person may do about it. */
export function waitingOf(
  waiting: Waiting,
  { no, form: sent }: { no: string; form: FormSent },
  ctx: StaffContext,
  t: Translate,
): WaitingShown {
  const { id, step, by, at } = waiting
  const { caseActs: acts, casePublication: words } = t.words
  const own = ctx.person?.id === by.id
  const signs = !own && ctx.may('case.publish')
  const form = (name: 'sign' | 'decline' | 'withdraw', button: string, fields: readonly FieldAsked[] = []) => {
    const place = name === 'withdraw' ? `/proposals/${id}/withdraw` : `/publication/${id}/${name}`
    const asked = { form: `${name}-${id}`, to: place, button, label: button, fields, grave: name === 'decline' }
    return caseForm(no, asked, sent, ctx, t)
  }
  const publish = step === 'publish'
  return {
    title: publish ? words.waitingPublish : words.waitingRetract,
    asked: t('caseFile.askedBy', { name: by.name, at: momentText(at, t.locale) }),
    ...{ words: waiting.words, sha256: publish ? waiting.sha256 : null },
    reason: publish ? null : wordOf(t.words.outcomes, [`retract-${waiting.reason}`]),
    standing: publish
      ? waiting.standing.map(({ kind, text, reason }) => ({ kind: words[`secret-${kind}`], text, reason }))
      : [],
    note: own ? t.words.caseFile.ownProposal : signs ? null : t.words.caseFile.waitsForPublisher,
    sign: signs ? form('sign', publish ? words.doPublish : words.doRetract, factorAsked(ctx, t)) : null,
    decline: signs ? form('decline', acts['do-decline'], [{ name: 'why', kind: 'words', rows: 2 }]) : null,
    declining: sent.form === `decline-${id}`,
    withdraw: own && ctx.may('case.write') ? form('withdraw', acts['do-withdraw']) : null,
  }
}
