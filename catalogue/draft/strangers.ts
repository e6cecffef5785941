import type { Line } from '../release.ts'
import type { Payloads, SubjectKind } from '../subject.ts'
import type { FormFault } from './line-form.ts'

type Named = { field: string; kind: 'item' | 'port' | 'entity' | 'document'; code: string }

/** Does the portal, or the set itself, know of a subject? */
export type Knows = (kind: Named['kind'], code: string) => boolean

/** Faults for all that a line names and nobody has published: items, ports and areas, entities, documents. */
export function strangersIn(line: Line, knows: Knows, areasOf: (port: string) => readonly string[]): FormFault[] {
  const named = [...namedIn(line), ...line.why.documents.map((code) => of('why.documents', 'document', code))]
  const unknown = named.filter(({ kind, code }) => !knows(kind, code))
  return [
    ...unknown.map(({ field, kind, code }) => ({ field, code: `${kind}-unknown`, value: code })),
    ...strangeArea(line, areasOf),
  ]
}

const of = (field: string, kind: Named['kind'], code: string): Named => ({ field, kind, code })

type Parts = { [K in 'item' | 'port' | 'entity' | 'parent' | 'area']?: string | null } & {
  ports?: readonly string[]
  basis?: Payloads['item']['basis']
}

function namedIn({ kind, payload }: Line): Named[] {
  if (payload === null) return []
  const parts = payload as Parts
  const single = (['item', 'port', 'entity'] as const).flatMap((name) =>
    typeof parts[name] === 'string' ? [of(`payload.${name}`, name, parts[name])] : [],
  )
  const basis = (parts.basis ?? []).map(({ document }, n) => of(`payload.basis.${n}.document`, 'document', document))
  return [
    ...single,
    ...(parts.ports ?? []).map((port) => of('payload.ports', 'port', port)),
    ...basis,
    ...itemsIn(kind, payload),
  ]
}

function itemsIn(kind: SubjectKind, payload: Payloads[SubjectKind]): Named[] {
  if (kind === 'lineage') {
    const { from, to } = payload as Payloads['lineage']
    return [of('payload.from', 'item', from), of('payload.to', 'item', to)]
  }
  if (kind === 'item') {
    const { parent } = payload as Payloads['item']
    return parent === null ? [] : [of('payload.parent', 'item', parent)]
  }
  if (kind !== 'standard') return []
  const { rate } = payload as Payloads['standard']
  const rates = rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]
  return rates.flatMap((one, n) =>
    one.form === 'percent_of'
      ? [of(rate.form === 'sum' ? `payload.rate.parts.${n}.rate.item` : 'payload.rate.item', 'item', one.item)]
      : [],
  )
}

function strangeArea({ payload }: Line, areasOf: (port: string) => readonly string[]): FormFault[] {
  const { port, area } = (payload ?? {}) as Parts
  const strange = typeof port === 'string' && typeof area === 'string' && !areasOf(port).includes(area)
  return strange ? [{ field: 'payload.area', code: 'area-unknown', value: area }] : []
}
