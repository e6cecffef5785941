import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Locale, type Messages, type Translate, translator } from '../locale/locale.ts'
import { idOf } from '../words/sent-form.ts'
import { carriedBeside, FILING_STEPS, type FilingDraft, type FilingFault, type FilingStep } from './filing-draft.ts'
import { filingFaultText, labelOf } from './filing-words.ts'

/** What every page of the form is made of. `changing`: it was opened from the last page, and leads back there. */
export type FilingData = {
  key: string
  draft: FilingDraft
  faults: readonly FilingFault[]
  reference: Reference
  today: Day
  changing: boolean
}

/** What surrounds the questions of a page: where it goes, what it carries along unseen, what is wrong, the way back. */
export type FilingForm = {
  action: string
  title: string
  progress: string
  hidden: { name: string; value: string }[]
  problems: { text: string; fields: { href: string; label: string; text: string }[] } | null
  back: string | null
  next: string
  several: boolean
  other: { action: string; text: string; lang: Locale }
  step: FilingStep
  words: Messages['filing']
}

export type FilingPage = { frame: Frame; form: FilingForm }

export function filingPage(ctx: PageContext, step: FilingStep, data: FilingData): FilingPage {
  const t = translator(ctx.locale)
  const words = t.words.filing
  const n = FILING_STEPS.indexOf(step)
  const title = words[step]
  const other: Locale = ctx.locale === 'en' ? 'zh-CN' : 'en'
  return {
    frame: frame(ctx, { title, description: words.description, robots: 'noindex', bar: false }),
    form: {
      action: address(ctx, '/complaints/new'),
      title,
      progress: t('filing.progress', { n: n + 1, of: FILING_STEPS.length }),
      hidden: [
        { name: 'key', value: data.key },
        { name: 'step', value: step },
        ...(data.changing ? [{ name: 'changing', value: '1' }] : []),
        ...carriedBeside(data.draft, step),
      ],
      problems: problemsOf(data, t),
      back: data.changing ? words.backToCheck : n === 0 ? null : words.back,
      next: step === 'check' ? words.send : words.next,
      several: step === 'evidence',
      other: { action: address({ locale: other }, '/complaints/new'), text: t.words.frame.otherLanguage, lang: other },
      step,
      words,
    },
  }
}

function problemsOf({ faults }: FilingData, t: Translate): FilingForm['problems'] {
  if (faults.length === 0) return null
  return {
    text: t('filing.problems', { n: faults.length }),
    fields: faults.map((fault) => ({
      href: `#${idOf(fault.field)}`,
      label: labelOf(fault.field, t),
      text: filingFaultText(fault, t),
    })),
  }
}
