import type { Choice, Group, LineField, Make } from './field.ts'
import { choice, idOf } from './field.ts'

const BLANK = { open: true, aside: null, hint: null, fault: null, fields: [], groups: [], buttons: [] }

/** A part of the form under a heading of its own. */
export const section = (id: string, title: string, rest: Partial<Group>): Group => ({
  ...BLANK,
  ...{ id: `s-${id}`, title, level: 'section', ...rest },
})

/** A part that few lines need; open where something was filled in or is wrong. */
export function fold(id: string, title: string, aside: string | null, rest: Partial<Group>, make: Make): Group {
  const all = { ...BLANK, ...rest }
  return { ...all, id: `s-${id}`, title, level: 'fold', aside, open: touched(all, make) }
}

/** Fields that belong together within a part. */
export const part = (id: string, title: string, rest: Partial<Group>): Group => ({
  ...BLANK,
  ...{ id: `s-${id}`, title, level: 'part', ...rest },
})

type Row = { fields: LineField[]; groups?: Group[]; buttons?: Group['buttons'] }

/** Rows of the same fields, each to be taken away, and a button that adds one; at least so many are shown. */
export function rows(name: string, title: string, row: (at: string, n: number) => Row, make: Make, least = 0): Group {
  const { words, t } = make
  const count = Math.max(least, make.rows(name).length)
  const drawn = Array.from({ length: count }, (_, n): Group => {
    const { fields, groups = [], buttons = [] } = row(`${name}.${n}`, n)
    const drop = {
      value: `drop:${name}.${n}`,
      text: words.dropRow,
      label: t('lineForms.dropRowOf', { what: title, n: String(n + 1) }),
    }
    return {
      ...BLANK,
      ...{ id: idOf(`${name}.${n}`), title: t('lineForms.rowOf', { what: title, n: String(n + 1) }), level: 'row' },
      ...{ fields, groups, buttons: [...buttons, ...(make.rows(name).length > 0 ? [drop] : [])] },
    }
  })
  return {
    ...BLANK,
    ...{ id: idOf(name), title, level: 'part', fault: make.fault(name), groups: drawn },
    buttons: [{ value: `add:${name}`, text: words.addRow, label: `${words.addRow}: ${title}` }],
  }
}

/** The first choice of a list from which nothing need be chosen. */
export const orNone = (choices: readonly Choice[], none: string): Choice[] => [choice('', none), ...choices]

function touched({ fields, groups, fault }: Pick<Group, 'fields' | 'groups' | 'fault'>, make: Make): boolean {
  if (fault !== null) return true
  const filled = ({ fault, name, tick, value }: LineField) =>
    fault !== null || (tick === null ? value !== '' || make.texts(name).length > 0 : tick.checked)
  return fields.some(filled) || groups.some((group) => touched(group, make))
}
