/** A price as a column of figures sets it: the part before the decimal point and the part from it on. */
export type Figure = { whole: string; fraction: string }

/** Splits a plain amount so that a column aligns on the point; anything else, a span or words, is not a figure. */
export function figureOf(price: string): Figure | null {
  if (!/^[\d,]+(\.\d+)?$/.test(price)) return null
  const point = price.indexOf('.')
  return point < 0 ? { whole: price, fraction: '' } : { whole: price.slice(0, point), fraction: price.slice(point) }
}
