import { type Draft, isBlank, type Parts, rowsAt, withAt } from './draft.ts'

/** A step of filling in a form that is not yet sending it: `add:payload.basis` adds a row, `drop:payload.basis.1` takes one away. */
export function afterStep(draft: Parts, step: string): Parts {
  const [act, place = ''] = step.split(':')
  const path = place.split('.')
  if (!path.every((part) => /^[a-z0-9_]+$/.test(part) && !(part in Object.prototype))) return draft
  if (act === 'add') return added(draft, path)
  return act === 'drop' ? dropped(draft, path) : draft
}

const MOST = 60

function added(draft: Parts, path: string[]): Parts {
  const rows = rowsAt(draft, path.join('.'))
  return rows.length >= MOST || !holdsRows(draft, path) ? draft : (withAt(draft, path, [...rows, {}]) as Parts)
}

/** Are there rows at this place, or nothing yet? What else stands there is left alone. */
function holdsRows(draft: Draft | undefined, [part, ...rest]: readonly string[]): boolean {
  if (draft === undefined) return part === undefined || (!/^\d+$/.test(part) && holdsRows(undefined, rest))
  if (part === undefined) return Array.isArray(draft) && draft.every((row) => typeof row !== 'string')
  if (typeof draft === 'string') return false
  return Array.isArray(draft)
    ? Number(part) < draft.length && holdsRows(draft[Number(part)], rest)
    : holdsRows(draft[part], rest)
}

function dropped(draft: Parts, path: string[]): Parts {
  const [within, n] = [path.slice(0, -1), Number(path.at(-1))]
  const rows: Draft[] = rowsAt(draft, within.join('.'))
  return rows.length === 0
    ? draft
    : (withAt(
        draft,
        within,
        rows.filter((row, at) => at !== n && !isBlank(row)),
      ) as Parts)
}
