import type { Line } from '../../catalogue/release.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { releases } from '../../seeds/releases.ts'
import { replay } from '../../tests/seeds/replay.ts'

/** The port and the two items of the contract's example of an estimate. */
const PORT = 'CNNGB'
const ITEMS = ['cargo-port-dues', 'pilotage']

/** All that was ever told of these: the items, their standards at the port, and the documents behind them. */
export function contractLines(): Line[] {
  const told = [...replay(releases).values()].flat() as Line[]
  const ours = told.filter(isOurs)
  const named = new Set(JSON.stringify(ours).match(/(?<=")[a-z0-9]+(-[a-z0-9]+)+(?=")/g))
  const documents = told.filter(({ kind, key }) => kind === 'document' && named.has(key))
  return [...told.filter(({ kind, key }) => kind === 'port' && key === PORT), ...documents, ...ours].map(alone)
}

function isOurs({ kind, key, payload }: Line): boolean {
  if (kind === 'item') return ITEMS.includes(key)
  const { item, port, entity } = (payload ?? {}) as Partial<Payloads['standard']>
  return kind === 'standard' && ITEMS.includes(item ?? '') && entity === null && (port === null || port === PORT)
}

/** As if told at once, whatever release told it. */
const alone = ({ kind, key, valid, payload, change, why }: Line): Line => ({
  ...{ kind, key, valid, payload, why },
  change: change === 'withdraw' ? change : 'new',
})
