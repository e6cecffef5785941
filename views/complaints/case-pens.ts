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
            fields: [message, { name: 'asks', kind: 'tick', optional: true }, ...tellsOf(told)],
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
            more(words.codeTitle, {
              form: 'code',
              to: '/code',
              button: words['do-code'],
              says: words.codeSays,
              grave: true,
              fields: factorAsked(ctx, t),
            }),
          ]
        : []),
    ],
  }
}

/** Whether the message tells that a case was filed: asked only while the clock of telling so runs. */
const tellsOf = ({ clocks }: CaseTold): FieldAsked[] =>
  clocks.some(({ code, met, closed }) => code === 'tell_filing' && met === null && closed === null)
    ? [{ name: 'tells', kind: 'tick', optional: true }]
    : []
