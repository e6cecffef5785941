import { MOST_CHARGES } from '../../complaints/submission.ts'
import { CATEGORIES } from '../../complaints/words.ts'
import { goalsIn, LINE_FIELDS, LINES, type LineField, linesIn, TYPED_FIELDS } from '../complaints/filing-draft.ts'
import { type FilingData, type FilingPage, filingPage } from '../complaints/filing-form.ts'
import { filingFaultText } from '../complaints/filing-words.ts'
import { asking, type Question } from '../complaints/questions.ts'
import { exampleOf } from '../complaints/to-tell.ts'
import type { PageContext } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { idOf } from '../words/sent-form.ts'

/** One field of a charged line. */
type Cell = {
  id: string
  name: string
  label: string
  kind: string
  type: string
  mode: string | null
  value: string
  fault: string | null
}
type ChargedLine = {
  title: string
  n: number
  first: boolean
  cells: Cell[]
  unseen: { name: string; value: string }[]
}

/** What kind of wrong it is, and the charges line by line. */
export type ComplaintChargesPage = FilingPage & {
  category: Question
  lines: ChargedLine[]
  fault: string | null
  consult: boolean
  /** How a name says what a price depends on. */
  facts: string
  taken: string | null
  shown: number
  more: string | null
  words: Messages['filing']
}

export function complaintChargesPage(ctx: PageContext, data: FilingData): ComplaintChargesPage {
  const t = translator(ctx.locale)
  const { filing: words, caseWords } = t.words
  const { draft, faults } = data
  const typed = linesIn(draft)
  const asked = Number.parseInt(draft.lines ?? '', 10) || LINES.first
  const shown = Math.min(MOST_CHARGES, Math.max(LINES.first, asked, typed.length))
  const whole = faults.find(({ field }) => field === 'charges')
  const categories = CATEGORIES.map((one) => [one, caseWords[`category-${one}`]] as const)
  return {
    ...filingPage(ctx, 'charges', data),
    category: asking(data, t).select('category', [{ label: null, options: [['', words.choose], ...categories] }]),
    lines: Array.from({ length: shown }, (_, n) => lineOf(n, typed[n] ?? {}, data, t)),
    fault: whole === undefined ? null : filingFaultText(whole, t),
    consult: goalsIn(draft).every((goal) => goal === 'answer'),
    facts: factsHint(t),
    taken: takenFrom(draft.taken ?? '', t),
    shown,
    more: shown >= MOST_CHARGES ? null : t('filing.more', { n: Math.min(LINES.more, MOST_CHARGES - shown) }),
    words,
  }
}

const factsHint = (t: Translate): string => {
  const example = (['trade', 'size', 'load'] as const).map((fact) => exampleOf(fact, t))
  return t('filing.linesFacts', { example: [t.words.filing.linesFactsName, ...example].join(' ') })
}

/** `3/40`: three lines of forty were taken over from a check. */
function takenFrom(text: string, t: Translate): string | null {
  const [, n, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  if (n === undefined) return null
  return n === of
    ? t('filing.fromCheck', { n: Number(n) })
    : t('filing.fromCheckSome', { n: Number(n), of: Number(of) })
}

function lineOf(
  n: number,
  typed: Partial<Record<LineField, string>>,
  { faults }: FilingData,
  t: Translate,
): ChargedLine {
  const words = t.words.filing
  return {
    ...{ title: t('filing.lineTitle', { n: n + 1 }), n: n + 1, first: n === 0 },
    cells: TYPED_FIELDS.map((field) => {
      const name = `c${n}_${field}`
      const found = faults.find((one) => one.field === name)
      const value = typed[field] ?? ''
      return {
        ...{ id: idOf(name), name, label: words[field as 'amount'], kind: field, value },
        type: field === 'charged_on' && /^(\d{4}-\d\d-\d\d)?$/.test(value) && found === undefined ? 'date' : 'text',
        mode: field === 'amount' || field === 'quantity' ? 'decimal' : null,
        fault: found === undefined ? null : filingFaultText(found, t),
      }
    }),
    unseen: LINE_FIELDS.slice(TYPED_FIELDS.length).flatMap((field) =>
      typed[field] ? [{ name: `c${n}_${field}`, value: typed[field] }] : [],
    ),
  }
}
