import type { AreaCode, PortCode } from '../codes.ts'
import type { Conditions, KnownFact } from '../facts.ts'
import { normalise, tight } from '../search/normalise.ts'
import { FACT_COLUMNS, otherConditionsIn } from './conditions-text.ts'
import { doubtful, type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import type { Scene } from './scene.ts'

/** Where a price holds: a port, and a part of it; everywhere where government says nothing else. */
export type Place = { port: PortCode | null; area: AreaCode | null }

/** 口岸 and 港区 of a row; null where they cannot be told, which is then noted. */
export function placeOfRow(row: ReadRow, scene: Scene, spot: Spot): Place | null {
  const { said, faulty } = row
  if (faulty.has('port') || faulty.has('area')) return null
  const { entity, port: portNamed, whose } = scene
  const named = said.port ? portNamed(said.port) : undefined
  if (said.port && named === undefined) return no('unknown-port', { value: said.port })
  const only = entity?.ports.length === 1 ? portNamed(entity.ports[0]!) : undefined
  const port = named ?? only
  if (port === undefined) {
    if (whose !== null) return no('port-missing', {})
    return said.area ? no('area-without-port', {}) : { port: null, area: null }
  }
  if (entity !== null && !entity.ports.includes(port.code))
    doubtful(spot, 'port-unusual', columnOf(row, 'port'), {
      value: port.name.zh,
      value_en: port.name.en ?? port.name.zh,
    })
  if (!said.area) return { port: port.code, area: null }
  const name = tight(normalise(said.area))
  const area = port.areas.find((one) =>
    [one.code, one.name.zh, one.name.en ?? ''].some((each) => tight(normalise(each)) === name),
  )
  if (area !== undefined) return { port: port.code, area: area.code }
  return no('unknown-area', { value: said.area, port: port.name.zh, port_en: port.name.en ?? port.name.zh })

  function no(code: string, values: Record<string, string>): null {
    wrong(spot, code, columnOf(row, code.includes('area') ? 'area' : 'port'), values)
    return null
  }
}

/** 适用条件 of a row; of a column that the file has not, what is published stands. Null where they cannot be read. */
export function conditionsOfRow(row: ReadRow, published: Conditions, spot: Spot): Conditions | null {
  const { said, faulty, columns } = row
  if (faulty.has('conditions') || FACT_COLUMNS.some((fact) => faulty.has(fact))) return null
  const others = said.conditions ? otherConditionsIn(said.conditions) : {}
  if (others === null) {
    wrong(spot, 'conditions-unclear', columnOf(row, 'conditions'), { value: said.conditions!.slice(0, 120) })
    return null
  }
  const twice = Object.keys(others).find((fact) => said[fact])
  if (twice !== undefined) {
    wrong(spot, 'condition-twice', columnOf(row, 'conditions'), { fact: twice })
    return null
  }
  const conditions: Conditions = {}
  for (const [fact, wanted] of Object.entries(published))
    if (!columns.has(FACT_COLUMNS.includes(fact as KnownFact) ? fact : 'conditions')) conditions[fact] = wanted
  for (const fact of FACT_COLUMNS) if (said[fact]) conditions[fact] = said[fact].split('|')
  return { ...conditions, ...others }
}
