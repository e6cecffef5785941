import type { CaseCells } from './case-counts.ts'
import { BESIDE, FEATURES, type Feature, type Featured, type Values } from './features.ts'
import type { Otherwise } from './secret.ts'

/** What would make a cell another number. */
export type OtherwiseIn = {
  ofTotal: (feature: Feature, value: string) => Iterable<Otherwise>
  ofBoth: (row: Feature, value: string, column: Feature, its: string) => Iterable<Otherwise>
}

/**
 * What may have happened instead of what did: one case had another value of a feature, or each of two had that of the other.
 * It is said of cases that are there, so all tables still agree with each other and with the number of all cases.
 */
export function otherwiseIn(cases: readonly Featured[], values: Values, cells: CaseCells): OtherwiseIn {
  const { changed, exchanged } = changesIn(cells)
  const kinds = Object.fromEntries(FEATURES.map((one) => [one, distinct(cases, one)])) as Record<Feature, Featured[]>
  const moved = (one: Featured, feature: Feature, value: string): Otherwise[] =>
    one[feature] === value
      ? values[feature].filter((to) => to !== value).map((to) => changed(one, feature, to))
      : [changed(one, feature, value)]
  function* through(feature: Feature, value: string, other: Feature, its: string): Iterable<Otherwise> {
    const { within = [], outside = [] } = Object.groupBy(kinds[feature], (one) =>
      one[other] === its ? 'within' : 'outside',
    )
    for (const one of within)
      for (const two of outside)
        if (one[feature] !== two[feature] && (one[feature] === value || two[feature] === value))
          yield exchanged(one, two, feature)
    for (const one of within) yield* moved(one, feature, value)
  }
  return {
    *ofTotal(feature, value) {
      for (const one of kinds[feature]) yield* moved(one, feature, value)
    },
    *ofBoth(row, value, column, its) {
      yield* through(row, value, column, its)
      if (column !== 'ended') yield* through(column, its, row, value)
      else for (const one of kinds.ended) if (one.ended === its && one[row] === value) yield* moved(one, 'ended', its)
    },
  }
}

function changesIn({ total, both }: CaseCells) {
  /** From one row or column to another, in every table that has the feature. */
  const moves = (one: Featured, feature: Feature, to: string, others: readonly Feature[]): Otherwise =>
    others.flatMap(
      (other): Otherwise => [
        [both(feature, one[feature], other, one[other]), -1],
        [both(feature, to, other, one[other]), 1],
      ],
    )
  return {
    changed: (one: Featured, feature: Feature, to: string): Otherwise => [
      [total(feature, one[feature]), -1],
      [total(feature, to), 1],
      ...moves(one, feature, to, BESIDE[feature]),
    ],
    exchanged: (one: Featured, two: Featured, feature: Feature): Otherwise => {
      const unlike = BESIDE[feature].filter((other) => one[other] !== two[other])
      return [...moves(one, feature, two[feature], unlike), ...moves(two, feature, one[feature], unlike)]
    },
  }
}

/** One case of each kind, as far as a feature and those it is crossed with tell them apart. */
const distinct = (cases: readonly Featured[], feature: Feature): Featured[] => [
  ...new Map(cases.map((one) => [[feature, ...BESIDE[feature]].map((each) => one[each]).join(' '), one])).values(),
]
