import type { Match, MatchField } from '../listing.ts'
import type { Line } from '../release.ts'
import type { Payloads } from '../subject.ts'
import type { Text } from '../text.ts'
import { normalise } from './normalise.ts'
import { soundsOf } from './pinyin.ts'
import { isHan } from './units.ts'

/** 检索词: one name by which a subject can be found, folded, and the release that first said it. */
export type Term = { kind: Match['kind']; key: string; field: MatchField; term: string; norm: string; since: number }

type Name = readonly [field: Exclude<MatchField, 'pinyin'>, text: string]

const LONGEST = 160

/** All names that the lines of a release say, each once. Operators' own names find the item that they are for. */
export function termsOf(lines: readonly Line[], release: number): Term[] {
  const said = new Map<string, { kind: Term['kind']; key: string; name: Name }>()
  for (const line of lines)
    for (const found of namesOf(line)) said.set(`${found.kind} ${found.key} ${found.name[0]} ${found.name[1]}`, found)
  const terms = new Map<string, Term>()
  for (const { kind, key, name } of said.values())
    for (const term of inPieces(name)) {
      const made = { kind, key, ...term, since: release }
      const id = `${kind} ${key} ${term.field} ${term.norm}`
      if (term.norm !== '' && !terms.has(id)) terms.set(id, made)
    }
  return [...terms.values()]
}

type Said = { kind: Term['kind']; key: string; name: Name }

function namesOf({ kind, key, payload }: Line): Said[] {
  if (payload === null) return []
  if (kind === 'standard') {
    const { item, own_name } = payload as Payloads['standard']
    return own_name === null ? [] : [{ kind: 'item', key: item, name: ['own_name', own_name] }]
  }
  const names = NAMES[kind as Term['kind']] as ((of: unknown) => Name[]) | undefined
  return names ? names(payload).map((name) => ({ kind: kind as Term['kind'], key, name })) : []
}

const NAMES: { [K in Term['kind']]: (of: Payloads[K]) => Name[] } = {
  item: ({ code, name, aliases, content }) => [
    ['code', code],
    ...named(name),
    ...withoutBrackets(name.zh),
    ...aliases.map((alias): Name => ['alias', alias]),
    ...sentences(content).map((sentence): Name => ['content', sentence]),
  ],
  entity: ({ code, name }) => [['code', code], ...named(name), ...withoutBrackets(name.zh)],
  port: ({ code, name, city, also, areas }) => [
    ['code', code],
    ...named(name),
    ...also.map((other): Name => ['alias', other]),
    ...[city, ...areas.map((area) => area.name)]
      .flatMap(({ zh, en }) => [zh, en])
      .flatMap((text): Name[] => (text ? [['alias', text]] : [])),
  ],
  document: ({ number, title }) => [...(number === null ? [] : ([['code', number]] as const)), ...named(title)],
}

const named = ({ zh, en }: Text): Name[] => [['name_zh', zh], ...(en === null ? [] : ([['name_en', en]] as const))]

/** 引航（移泊）费 is also called 引航费. */
function withoutBrackets(name: string): Name[] {
  const short = name.replace(/[（(【〔][^）)】〕]*[）)】〕]/g, '').trim()
  return short === '' || short === name ? [] : [['alias', short]]
}

const sentences = ({ zh, en }: Text): string[] =>
  [zh, en ?? ''].flatMap((text) => text.split(/(?<=[。；;！？\n]|\.\s)/))

/** A long text is searched piece by piece; every name with Chinese in it also by its sounds, except the operators' own. */
function inPieces([field, text]: Name): Pick<Term, 'field' | 'term' | 'norm'>[] {
  const chars = [...text.trim()]
  const pieces = Array.from({ length: Math.ceil(chars.length / LONGEST) }, (_, at) =>
    chars.slice(at * LONGEST, (at + 1) * LONGEST).join(''),
  )
  return pieces.flatMap((term) => {
    const norm = [...normalise(term)].slice(0, LONGEST).join('').trimEnd()
    const heard = isHan(norm) && field !== 'own_name' && field !== 'content' && field !== 'code'
    return [
      { field, term, norm },
      ...(heard ? [{ field: 'pinyin' as const, term, norm: soundsOf(norm).join(' ') }] : []),
    ]
  })
}
