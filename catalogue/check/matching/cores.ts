import type { KnownName } from './known-names.ts'
import { isCharge, SAID_BESIDES } from './said-besides.ts'

const SUFFIX = /(?:费用|费)$/
const HAN = /\p{Script=Han}/u
const TOO_COMMON = 3

/**
 * 铅封 of 铅封费, `seal` of `seal fee`: a name without the word for charge, where the names of fewer than three items
 * have it in them, so that it says which is meant (港务, 查验 and 堆存 do not).
 */
export function coresOf(names: readonly KnownName[]): KnownName[] {
  const known = Map.groupBy(names, ({ key }) => key)
  const common = new Map<string, boolean>()
  return names.flatMap((name) => {
    const core = coreOf(name)
    if (core.length < (HAN.test(core) ? 2 : 3) || known.has(core) || SAID_BESIDES.has(core)) return []
    if (!common.has(core)) common.set(core, isCommon(core, known))
    return common.get(core) ? [] : [{ ...name, key: core, how: name.how === 'name' ? ('alias' as const) : name.how }]
  })
}

function isCommon(core: string, names: ReadonlyMap<string, readonly KnownName[]>): boolean {
  const items = new Set<string>()
  for (const [key, alike] of names) {
    if (!key.includes(core)) continue
    for (const { item } of alike) items.add(item)
    if (items.size >= TOO_COMMON) return true
  }
  return false
}

function coreOf({ key, term }: KnownName): string {
  if (HAN.test(key)) return key.replace(SUFFIX, '')
  return term
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !isCharge(word))
    .join('')
}
