import { citedBy, citedText } from './articles.ts'
import type { FormContent } from './content.ts'
import type { DocumentFacts } from './facts.ts'
import { fieldsOf } from './fields.ts'
import { type Form, KINDS } from './forms.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Parts } from './parts.ts'
import { partyText } from './party.ts'
import { remediesOf } from './remedies.ts'

/** 文书: a form written out of the facts of a case and the parts filled in; without a number until it is issued. */
export function compose(form: Form, facts: DocumentFacts, parts: Parts, number: string | null = null): FormContent {
  const cited = citedBy(form, facts, parts)
  return {
    ...{ form, number, title: KINDS[form].title, case: facts.no, office: facts.office, day: facts.today },
    addressee: addresseeOf(form, facts),
    fields: fieldsOf(form, facts, parts),
    paragraphs: paragraphsOf(form, { facts, parts, basis: cited.map(citedText).join('、') }),
    articles: cited.map((one) => ({ says: citedText(one), mark: one.mark })),
    remedies: remediesOf(form, facts),
    signers: form === 'settlement' ? ['投诉人（签名或者盖章）：', '被投诉人（签名或者盖章）：'] : [],
  }
}

function addresseeOf(form: Form, facts: DocumentFacts): string | null {
  const { to } = KINDS[form]
  if (to === 'file') return null
  if (to === 'office') return facts.target
  return form === 'mediate' || form === 'settlement'
    ? `${partyText(facts)}、${facts.respondent.name}`
    : partyText(facts)
}
