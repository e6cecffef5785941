/**
 * 一格: a number, what a reader is told of any number in its place, and whether it is withheld. `price` is how bad it is to
 * withhold it; it is at least `least`, as is known from elsewhere.
 */
export type Cell = {
  n: number
  least: number
  says: (n: number) => string
  price: number
  withheld: boolean
}

/** What may have happened instead: these cells would count so many more or fewer, all others the same. */
export type Otherwise = readonly (readonly [cell: Cell, by: 1 | -1])[]

/**
 * 不可推算: withholds cells until something else may as well have happened: the reader would be told exactly the same of it,
 * in every table, and the secret would be another number. Of all such things that is taken which withholds least. `ways`
 * are what would make the secret another number; false where none of them may be.
 */
export function keepSecret(ways: Iterable<Otherwise>): boolean {
  const best = cheapest(ways)
  for (const [cell, by] of best ?? []) if (!saysTheSame(cell, by)) cell.withheld = true
  return best !== null
}

function cheapest(ways: Iterable<Otherwise>): Otherwise | null {
  let [best, least]: [Otherwise | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const way of ways) {
    const price = priceOf(way, least)
    if (price < least) [best, least] = [way, price]
    if (least === 0) break
  }
  return best
}

/** What it would cost to make it possible; not reckoned further once it is more than another costs. */
function priceOf(way: Otherwise, least: number): number {
  let price = 0
  for (const [cell, by] of way) {
    if (cell.n + by < cell.least) return Number.POSITIVE_INFINITY
    if (!saysTheSame(cell, by)) price += cell.price
    if (price >= least) break
  }
  return price
}

const saysTheSame = (cell: Cell, by: number): boolean => cell.withheld || cell.says(cell.n + by) === cell.says(cell.n)
