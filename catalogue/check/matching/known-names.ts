import type { CreditCode, FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import type { Reference } from '../../reference.ts'
import { normalise, tight } from '../../search/normalise.ts'
import type { NameSource } from '../names.ts'
import { PASSED_ON } from './said-besides.ts'

/**
 * A name an item goes by. `key` is the name folded and without spaces; `until` the day from which it was the official
 * name no longer; `entity` the one whose own name it is.
 */
export type KnownName = {
  item: FeeItemCode
  how: 'name' | 'own_name' | 'alias'
  entity: CreditCode | null
  term: string
  key: string
  until: Day | null
}

/** Every name of every item at a release, on all days, each once; then the operators' own names. */
export function knownNames({ reference, ownNames }: NameSource): KnownName[] {
  const all = new Map<string, KnownName>()
  const add = ({ item, how, entity, term, until }: Omit<KnownName, 'key'>) => {
    const key = tight(normalise(term))
    const id = `${item} ${how} ${entity} ${key}`
    const said = all.get(id)
    if (said) said.until = later(said.until, until)
    else if (key !== '') all.set(id, { item, how, entity, term, key, until })
  }
  for (const name of ofItems(reference)) add(name)
  for (const name of ofPassingOn([...all.values()])) add(name)
  for (const { item, entity, name } of ownNames) add({ item, how: 'own_name', entity, term: name, until: null })
  return [...all.values()]
}

function* ofItems(reference: Reference): Generator<Omit<KnownName, 'key'>> {
  for (const [item, versions] of reference.of.item)
    for (const { payload, valid } of versions) {
      if (payload === null) continue
      const { name, aliases } = payload
      for (const term of [name.zh, name.en])
        if (term !== null) yield { item, how: 'name', entity: null, term, until: valid.until }
      for (const term of [...aliases, withoutBrackets(name.zh)])
        yield { item, how: 'alias', entity: null, term, until: null }
    }
}

/** 代垫港务费, 代收代付货物港务费: passing on a charge, where that is an item of its own (代收货物港务费), by every name of the charge. */
function ofPassingOn(names: readonly KnownName[]): Omit<KnownName, 'key'>[] {
  return names
    .filter(({ how, key }) => how === 'name' && key.startsWith('代收'))
    .flatMap(({ item, key }) => {
      const passed = names.find(({ how, key: other }) => how === 'name' && other === key.slice(2))?.item
      const terms = names.filter((name) => name.item === passed && name.key.endsWith('费')).map(({ key }) => key)
      return terms.flatMap((term) =>
        PASSED_ON.map((word) => ({ item, how: 'alias' as const, entity: null, term: word + term, until: null })),
      )
    })
}

/** 引航（移泊）费 is also called 引航费. */
export const withoutBrackets = (name: string): string => name.replace(/[（(【〔[][^）)】〕\]]*[）)】〕\]]/g, ' ').trim()

const later = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a > b ? a : b)
