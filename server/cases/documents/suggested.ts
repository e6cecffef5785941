import { addDays } from '../../../catalogue/day.ts'
import type { Form } from '../../../complaints/documents/forms.ts'
import type { Parts } from '../../../complaints/documents/parts.ts'
import { translator } from '../../../views/locale/locale.ts'
import { decisionsOf } from '../../db/case-decisions.ts'
import { proposalsOf } from '../../db/proposals.ts'
import type { Doing } from '../acts/doing.ts'
import type { Gathered } from './facts.ts'

const zh = translator('zh-CN')
type Suggest = (doing: Doing, gathered: Gathered) => Promise<Parts> | Parts

/** 预填: what the case already says of the parts of a form; whoever issues it changes what he likes. */
export const suggestedParts = (form: Form, doing: Doing, gathered: Gathered): Promise<Parts> | Parts =>
  SUGGESTED[form](doing, gathered)

const contact = ({ by, file }: Doing): string => `承办人 ${by.name}，也可在本平台用回执号和查询码查询案件 ${file.no}`

const SUGGESTED: Record<Form, Suggest> = {
  register_complaint: (doing, { facts, submission }) => ({
    facts: statementIn(doing, submission),
    request: facts.goals,
  }),
  register_report: (doing, { submission }) => ({ facts: statementIn(doing, submission) }),
  forward: (_, { events }) => {
    const reason = events.findLast(({ kind }) => kind === 'transfer')?.payload.reason
    const words: Readonly<Record<string, string>> = zh.words.caseActs
    return { reason: words[`reason-${reason}`] ?? '' }
  },
  prove_identity: (doing) => ({
    material: '投诉人的有效身份证件；单位投诉的，营业执照和授权委托书、经办人的有效身份证件。',
    by: addDays(doing.today, 7),
    contact: contact(doing),
  }),
  accept: (doing) => ({ contact: contact(doing) }),
  refuse: async (doing, { facts }) => ({
    ground: facts.refusal ?? (facts.receivedOn < '2026-04-15' ? 'incomplete' : 'incomplete_or_false'),
    reason: await signedWords(doing, ['refuse', 'lapse']),
  }),
  mediate: (doing) => ({ contact: contact(doing) }),
  end_mediation: async (doing) => {
    const [last] = await decisionsOf(doing.tx, doing.file.id)
    const { ground } = (last?.findings ?? {}) as { ground?: string | null }
    return { ground: ground ?? '', reason: await decisionWords(doing) }
  },
  settlement: async (doing) => ({ terms: await decisionWords(doing) }),
  report_result: async (doing, { facts }) => ({
    result:
      facts.state === 'not_accepted'
        ? await signedWords(doing, ['refuse', 'lapse'])
        : facts.decided === null
          ? '本机关将依法调查，作出处理决定后另行告知。'
          : await decisionWords(doing),
  }),
}

const statementIn = ({ desk }: Doing, { receipt, statement }: Gathered['submission']): string =>
  (statement && desk.keys.open(`submission/${receipt}/statement`, statement)) ?? ''

async function decisionWords({ desk, tx, file }: Doing): Promise<string> {
  const words = (await decisionsOf(tx, file.id))[0]?.words ?? null
  return (words && desk.keys.open(`decision/${file.no}`, words)) ?? ''
}

/** What was written for a step that was signed. */
async function signedWords({ desk, tx, file }: Doing, steps: readonly string[]): Promise<string> {
  const found = (await proposalsOf(tx, file.id)).find(
    ({ step, outcome }) => steps.includes(step) && outcome === 'signed',
  )
  return (found?.words && desk.keys.open(`proposal/${file.no}`, found.words)) ?? ''
}
