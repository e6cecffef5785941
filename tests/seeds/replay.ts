import type { Day } from '../../catalogue/day.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import { covers, overlap, type Validity } from '../../catalogue/validity.ts'
import type { SeedRelease } from '../../seeds/seed.ts'

type Told = Pick<Line, 'kind' | 'key' | 'payload' | 'change'> & { valid: Validity }

/** What all releases up to and including one tell, by the plainest means: each line cuts its days out of what was told before. */
export function replay(releases: readonly SeedRelease[]): Map<string, Told[]> {
  const told = new Map<string, Told[]>()
  for (const { lines } of releases)
    for (const line of lines) {
      const name = `${line.kind}:${line.key}`
      const left = (told.get(name) ?? []).flatMap((before) =>
        subtract(before.valid, [line.valid]).map((valid) => ({ ...before, valid })),
      )
      told.set(name, [...left, line])
    }
  return told
}

/** What a subject is on a day, as releases tell it. */
export const toldOn = <K extends SubjectKind>(
  told: Map<string, Told[]>,
  kind: K,
  key: string,
  day: Day,
): Payloads[K] | null =>
  ((told.get(`${kind}:${key}`) ?? []).find(({ valid }) => covers(valid, day))?.payload ?? null) as Payloads[K] | null

/** What is left of a stretch of days when others are taken out of it, in order of time. */
export function subtract(whole: Validity, taken: readonly Validity[]): Validity[] {
  const cuts = taken.filter((cut) => overlap(whole, cut)).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const rest: Validity[] = []
  let from: Day | null = whole.from
  for (const cut of cuts) {
    if (from === null) break
    if (from < cut.from) rest.push({ from, until: cut.from })
    from = cut.until !== null && cut.until < from ? from : cut.until
  }
  if (from !== null && (whole.until === null || from < whole.until)) rest.push({ from, until: whole.until })
  return rest
}
