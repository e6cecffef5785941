import type { Day } from '../../catalogue/day.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import { covers, subtract, type Validity } from '../../catalogue/validity.ts'
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
