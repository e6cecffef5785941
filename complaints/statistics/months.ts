/** Every month from the first to the last of these, as `2026-11`. */
export function monthsOf(months: readonly string[]): string[] {
  const [first, last] = [months.reduce(earlier, '9999-12'), months.reduce(later, '0000-01')]
  const all: string[] = []
  for (let month = first; month <= last; month = after(month)) all.push(month)
  return all
}

const earlier = (a: string, b: string) => (a < b ? a : b)
const later = (a: string, b: string) => (a > b ? a : b)

const after = (month: string): string => {
  const [year, n] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`
}
