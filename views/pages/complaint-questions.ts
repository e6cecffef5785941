import { allOn, nearest } from '../../catalogue/reference.ts'
import { CAPACITIES, GOALS } from '../../complaints/words.ts'
import { type FilingData, type FilingPage, filingPage } from '../complaints/filing-form.ts'
import { asking, type Offered, type QuestionGroup } from '../complaints/questions.ts'
import type { PageContext } from '../frame.ts'
import { said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { areaName, portName } from '../words/names.ts'

/** Steps of `/complaints/new` that only ask: who and what for, where and who charged, what happened, how to reach. */
export type ComplaintQuestionsPage = FilingPage & {
  groups: QuestionGroup[]
  notice: { title: string; rows: { label: string; says: string }[] } | null
  entities: { value: string; text: string }[]
  resumable: boolean
  words: Messages['filing']
}

const ASKED = { about, place, statement, contact } as const

/** One of those pages. */
export function complaintQuestionsPage(
  ctx: PageContext,
  step: keyof typeof ASKED,
  data: FilingData,
): ComplaintQuestionsPage {
  const t = translator(ctx.locale)
  return {
    ...filingPage(ctx, step, data),
    groups: ASKED[step](asking(step === 'place' ? withName(ctx, data) : data, t), t, ctx, data),
    notice: step === 'contact' ? noticeOf(t) : null,
    entities: step === 'place' ? entitiesOf(ctx, data) : [],
    resumable: step === 'about',
    words: t.words.filing,
  }
}

type Ask = ReturnType<typeof asking>

function about(ask: Ask, t: Translate): QuestionGroup[] {
  const { filing: words, caseWords } = t.words
  const capacities = CAPACITIES.map((one) => [one, caseWords[`capacity-${one}`]] as const)
  const goals = GOALS.map((one) => [`goal_${one}`, caseWords[`goal-${one}`], words[`goal-hint-${one}`]] as const)
  return [
    grouped(ask.radios('capacity', capacities, { hint: words.capacityHint })),
    grouped(ask.ticks('goals', goals, { hint: words.goalsHint })),
    grouped({
      ...ask.ticks('daily_life', [['daily_life', words.daily_life]], { hint: words.dailyLifeHint }),
      label: words.dailyLife,
    }),
  ]
}

function place(ask: Ask, t: Translate, ctx: PageContext, data: FilingData): QuestionGroup[] {
  const { filing: words } = t.words
  return [
    grouped(ask.select('place', placesOf(ctx, data, t), { hint: words.placeHint })),
    grouped(ask.input('entity', { hint: words.entityHint, list: 'entities' })),
  ]
}

function statement(ask: Ask, { words }: Translate): QuestionGroup[] {
  return [grouped(ask.area('statement', { hint: words.filing.statementHint }))]
}

function contact(ask: Ask, { words: { filing: words } }: Translate): QuestionGroup[] {
  const choices = (['no', 'yes'] as const).map(
    (one) => [one, words[`anonymous-${one}`], words[`anonymous-${one}-hint`]] as const,
  )
  return [
    grouped(ask.radios('anonymous', choices)),
    {
      title: words.contactFields,
      hint: null,
      questions: [
        ask.input('name', { complete: 'name' }),
        ask.input('phone', { complete: 'tel', type: 'tel', mode: 'tel' }),
        ask.input('email', { complete: 'email', mode: 'email', optional: true }),
        ask.input('address', { optional: true }),
        ask.input('company', { complete: 'organization', optional: true }),
        ask.input('credit_code', { optional: true }),
      ],
    },
    grouped(
      ask.ticks(
        'consents',
        (['consent_publish', 'consent_mediation'] as const).map((one) => [one, words[one]] as const),
        { hint: words.consentsHint },
      ),
    ),
  ]
}

const grouped = (...questions: QuestionGroup['questions']): QuestionGroup => ({ title: null, hint: null, questions })

/** Ports with their areas, each under its port. */
const placesOf = ({ today, locale }: PageContext, { reference }: FilingData, t: Translate): Offered[] => [
  { label: null, options: [['', t.words.filing.choosePlace]] },
  ...allOn(reference, 'port', today)
    .filter((port) => !port.reference)
    .map(({ code, areas }): Offered => {
      const port = portName(reference, code, today, locale).text
      const named = (area: string) => `${port} · ${areaName(reference, code, area, today, locale).text}`
      return {
        label: port,
        options: [
          [code, areas.length === 0 ? port : t('filing.wholePort', { port })],
          ...areas.map((area) => [`${code}:${area.code}`, named(area.code)] as const),
        ],
      }
    }),
]

/** A credit code that the portal knows is shown as the name it stands for. */
function withName({ today, locale }: PageContext, data: FilingData): FilingData {
  const { entity = '' } = data.draft
  const known = entity === '' ? undefined : nearest(data.reference, 'entity', entity, today)
  return known === undefined ? data : { ...data, draft: { ...data.draft, entity: said(known.name, locale).text } }
}

const entitiesOf = ({ today, locale }: PageContext, { reference }: FilingData) =>
  allOn(reference, 'entity', today).map(({ code, name }) => ({ value: said(name, locale).text, text: code }))

const noticeOf = ({ words: { filing: words } }: Translate): ComplaintQuestionsPage['notice'] => ({
  title: words.noticeTitle,
  rows: [
    { label: words.noticeWho, says: words.noticeWhoSays },
    { label: words.noticeWhy, says: words.noticeWhySays },
    { label: words.noticeLong, says: words.noticeLongSays },
    { label: words.noticeRights, says: words.noticeRightsSays },
  ],
})
