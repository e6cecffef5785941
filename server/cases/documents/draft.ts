import { compose } from '../../../complaints/documents/compose.ts'
import type { FormContent } from '../../../complaints/documents/content.ts'
import { type Form, formsFor } from '../../../complaints/documents/forms.ts'
import { groundsFor, type PartFault, readParts } from '../../../complaints/documents/parts.ts'
import type { Ground } from '../../../complaints/refusal-grounds.ts'
import type { ContactFieldName } from '../../../complaints/words.ts'
import { audit } from '../../db/audit.ts'
import { worksFor } from '../../db/case-offices.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, mustBe } from '../acts/doing.ts'
import { type NotDone, Refused } from '../acts/outcome.ts'
import { gatherFacts } from './facts.ts'
import { suggestedParts } from './suggested.ts'

/** What a form is written with: `given` is what was filled in, null where nothing was yet. */
export type ToDraft = { no: string; form: Form; given: Readonly<Record<string, string>> | null; address: string }

/** 拟稿: what stands in the parts, what is wrong with them, and the form as it would be issued; null while something is wrong. */
export type Draft = {
  ok: true
  version: number
  given: Readonly<Record<string, string>>
  faults: PartFault[]
  grounds: readonly Ground[]
  content: FormContent | null
}

/** Drafts a form of a case for its office, and keeps nothing. What was opened for it is audited. */
export async function draftDocument(
  desk: Desk,
  by: Person,
  { no, form, given, address }: ToDraft,
): Promise<Draft | NotDone> {
  let opened: ContactFieldName[] = []
  const drafted = await acting(desk, by, no, async (doing) => {
    const gathered = await gatheredFor(doing, form)
    opened = gathered.opened
    const { file, today } = doing
    const about = { ...file, receivedOn: file.received_on, today }
    const values = given ?? (await suggestedParts(form, doing, gathered))
    const read = readParts(form, values, about)
    return {
      ...{ ok: true as const, version: file.version, given: values, grounds: groundsFor(form, about) },
      faults: read.ok ? [] : read.faults,
      content: read.ok ? compose(form, gathered.facts, read.parts) : null,
    }
  })
  await openedFor(desk, by, { no, form, address }, opened)
  return drafted
}

/** The facts for a form that fits the case, for those who handle it in its own office. */
export async function gatheredFor(doing: Doing, form: Form) {
  const { tx, by, file } = doing
  mustBe(by, 'case.handle')
  if (!(await worksFor(tx, by.id, file.org_id))) throw new Refused('unlawful-step')
  if (!formsFor({ ...file, receivedOn: file.received_on }).includes(form)) throw new Refused('unlawful-step')
  return gatherFacts(doing, form)
}

/** 审计: which fields of the complainant were opened, and for which form. */
export async function openedFor(
  desk: Desk,
  { id: by, login }: Person,
  { no, form, address }: Pick<ToDraft, 'no' | 'form' | 'address'>,
  fields: readonly ContactFieldName[],
): Promise<void> {
  if (fields.length === 0) return
  const object = `case/${no}/${fields.join('+')}`
  await audit(desk.db, {
    ...{ at: desk.now(), by, login, act: 'case.open', object, outcome: 'done' as const, address },
    detail: { form },
  })
}
