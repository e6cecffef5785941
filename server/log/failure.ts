/** 不符: what verification found wrong, by the line it is about where it is about one. */
export type Failure = { release: number; n: number | null; kind: string | null; key: string | null; what: string }

/** Failures kept; where there are more, the first of them tell. */
const MOST = 200

/** Collects failures; `first` gives them in the order of lines. */
export function collecting() {
  const found: Failure[] = []
  return {
    add: (failure: Failure): void => {
      if (found.length < MOST) found.push(failure)
    },
    first: (): Failure[] => found.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.n ?? LAST) - (b.n ?? LAST)),
  }
}
export type Collecting = ReturnType<typeof collecting>

/** What is wrong with the log as a whole comes after what can be named. */
const LAST = Number.MAX_SAFE_INTEGER
const placeOf = ({ release }: Failure): number => (release === 0 ? LAST : release)

/** About a line of a release. */
export const ofLine = ({ release, n, kind, key }: Omit<Failure, 'what'>, what: string): Failure => ({
  release,
  n,
  kind,
  key,
  what,
})

/** About a release as a whole. */
export const ofRelease = (release: number, what: string): Failure => ({ release, n: null, kind: null, key: null, what })

/** `release 3, line 17 (standard pilotage/…): …` */
export const inWords = ({ release, n, kind, key, what }: Failure): string =>
  `${release === 0 ? 'the log' : `release ${release}`}${n === null ? '' : `, line ${n}`}${kind === null ? '' : ` (${kind} ${key})`}: ${what}`
