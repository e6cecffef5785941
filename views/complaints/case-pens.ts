import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import type { Beside } from './case-acts.ts'
import { type FieldAsked, type FormSent, factorAsked } from './case-field.ts'
import { type CaseForm, caseForm, type FormAsked } from './case-form.ts'
import type { CaseTold } from './case-told.ts'

/** 两支笔: what is written for the office alone, and what the complainant will read; null for who may not write. */
export type Pens = { note: MoreForm; message: MoreForm } | null

/** 其他事务: a form that stands folded under its title. */
export type MoreForm = { title: string; open: boolean; form: CaseForm }

/** The two pens, and what else may be done to a case that is no step of its life. */
export function pensOf(
  told: CaseTold,
  sent: FormSent | null,
  beside: Beside,
  ctx: StaffContext,
  t: Translate,
): { pens: Pens; more: MoreForm[] } {
  const words = t.words.caseActs
  const form = (asked: FormAsked) => caseForm(told.no, asked, sent, ctx, t)
  const more = (title: string, asked: FormAsked) => ({ title, open: sent?.form === asked.form, form: form(asked) })
  const message = { name: 'words', kind: 'words', rows: 4 } as const
  return {
    pens: ctx.may('case.write')
      ? {
          note: more(words.note, {
            form: 'note',
            to: '/notes',
            button: words['do-note'],
            says: words.noteSays,
            label: words.note,
            fields: [{ name: 'words', kind: 'words', rows: 3 }],
          }),
          message: more(words.message, {
            form: 'message',
            to: '/messages',
            button: words['do-message'],
            says: words.messageSays,
            label: words.message,
            hidden: draftOf(sent),
            fields: [message, ...filesOf(sent, t), { name: 'asks', kind: 'tick', optional: true }, ...tellsOf(told)],
          }),
        }
      : null,
    more: [
      ...(ctx.may('case.write')
        ? [
            more(words.assign, {
              form: 'assign',
              to: '/assign',
              button: words['do-assign'],
              fields: [
                {
                  name: 'to',
                  kind: 'select',
                  label: words['field-to'],
                  value: String(told.assignee?.id ?? ''),
                  options: [
                    { value: '', text: words.toNobody },
                    ...beside.colleagues.map(({ id, name }) => ({ value: String(id), text: name })),
                  ],
                },
              ],
            }),
          ]
        : []),
      ...(ctx.may('case.handle')
        ? [
            more(words.replyTitle, {
              form: 'reply',
              to: '/reply',
              button: words['do-reply'],
              fields: [
                { name: 'on', kind: 'day', value: beside.today },
                { name: 'words', kind: 'words' },
              ],
            }),
          ]
        : []),
      ...(ctx.may('case.sign')
        ? [
            more(told.hold ? words.holdOff : words.holdOn, {
              form: 'hold',
              to: '/hold',
              button: words['do-hold'],
              says: t.words.caseFile.holdSays,
              hidden: { hold: told.hold ? 'no' : 'yes' },
              fields: [],
            }),
          ]
        : []),
      ...codeForms(told, ctx, t).map((asked) => ({
        ...more(words.codeTitle, asked),
        ...(told.codeSigned ? OPEN : {}),
      })),
    ],
  }
}

const OPEN = { open: true }

/** 更换查询码: asked for with how the complainant's identity was checked; once another signed, made by who asked. Nothing while it waits. */
function codeForms(told: CaseTold, ctx: StaffContext, t: Translate): FormAsked[] {
  const words = t.words.caseActs
  if (!ctx.may('case.write')) return []
  if (told.codeSigned) {
    const fields = factorAsked(ctx, t)
    return [{ form: 'code', to: '/code', button: words['do-code'], says: words.codeReady, grave: true, fields }]
  }
  if (told.proposals.some(({ step }) => step === 'code')) return []
  const fields = [{ name: 'words', kind: 'words', rows: 2, most: 400 }] as const
  return [{ form: 'code-ask', to: '/code/ask', button: words['do-code-ask'], says: words.codeSays, fields }]
}

/** Whether the message tells that a case was filed: asked only while the clock of telling so runs. */
const tellsOf = ({ clocks }: CaseTold): FieldAsked[] =>
  clocks.some(({ code, met, closed }) => code === 'tell_filing' && met === null && closed === null)
    ? [{ name: 'tells', kind: 'tick', optional: true }]
    : []

/** 附件: files to choose, and those that came before, each to be left out. */
const filesOf = (sent: FormSent | null, t: Translate): FieldAsked[] => [
  { name: 'files', kind: 'files', optional: true },
  ...(sent?.attached ?? []).map(
    ({ id, name }): FieldAsked => ({
      ...{ name: `drop.${id}`, kind: 'tick', optional: true },
      label: t('caseActs.leaveOut', { name }),
    }),
  ),
]

/** The files that came before are found again by this. */
const draftOf = (sent: FormSent | null): Record<string, string> =>
  sent?.attached === undefined || sent.attached.length === 0 ? {} : { draft: sent.values.draft ?? '' }
