import type { Reference } from '../../reference.ts'
import { normalise } from '../../search/normalise.ts'

/** Words of the names of ports, their cities and areas, with and without 港 or 港区: 宁波, 北仑, ningbo. */
export function placesOf(reference: Reference): ReadonlySet<string> {
  const texts = [...reference.of.port.values()].flat().flatMap(({ payload }) => {
    if (payload === null) return []
    const { name, city, also, areas } = payload
    return [...also, ...[name, city, ...areas.map((area) => area.name)].flatMap(({ zh, en }) => [zh, en ?? ''])]
  })
  const words = texts.flatMap((text) => normalise(text).split(' '))
  return new Set(words.flatMap((word) => [word, word.replace(/(?:市|港|港区)$/, '')]).filter((word) => word.length > 1))
}
