import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** A lookup as it was sent; `kept` is what somebody had written when his visit was over. */
export type LookupData = {
  typed: { receipt: string; code: string }
  blank: readonly ('receipt' | 'code')[]
  unknown: boolean
  done: 'ended' | 'over' | null
  kept: string | null
  plain: boolean
}

/** `/complaints/lookup`: the form that finds a case by its receipt and code. */
export type LookupPage = {
  frame: Frame
  action: string
  notice: { title: string; says: string } | null
  kept: string | null
  problems: { text: string; fields: { href: string; label: string; text: string }[] } | null
  unknown: boolean
  fields: {
    id: string
    name: string
    label: string
    hint: string
    value: string
    fault: string | null
    described: string
  }[]
  plain: boolean
  words: Messages['owner']
}

export function lookupPage(ctx: PageContext, data: LookupData): LookupPage {
  const t = translator(ctx.locale)
  const { owner } = t.words
  const fields = (['receipt', 'code'] as const).map((name) => {
    const fault = data.blank.includes(name) ? owner['fault-missing'] : null
    const id = `f-${name}`
    const described = `${id}-hint${fault === null ? '' : ` ${id}-fault`}`
    return { id, name, label: owner[name], hint: owner[`${name}Hint`], value: data.typed[name], fault, described }
  })
  const wrong = fields.flatMap(({ id, label, fault }) =>
    fault === null ? [] : [{ href: `#${id}`, label, text: fault }],
  )
  return {
    frame: frame(ctx, { title: owner.title, description: owner.description, bar: false }),
    action: address(ctx, '/complaints/lookup'),
    notice:
      data.done === null
        ? null
        : data.done === 'ended'
          ? { title: owner['done-ended'], says: '' }
          : { title: owner.ended, says: owner.endedLead },
    kept: data.kept,
    problems: wrong.length === 0 ? null : { text: t('owner.problems', { n: wrong.length }), fields: wrong },
    unknown: data.unknown,
    fields,
    plain: data.plain,
    words: owner,
  }
}
