/** How often each pair occurs. */
export function crossed(
  pairs: readonly (readonly [string, string])[],
  rows: readonly string[],
  columns: readonly string[],
): number[][] {
  const counts = rows.map(() => columns.map(() => 0))
  const rowAt = new Map(rows.map((code, n) => [code, n]))
  const columnAt = new Map(columns.map((code, n) => [code, n]))
  for (const [r, c] of pairs) counts[rowAt.get(r)!]![columnAt.get(c)!]! += 1
  return counts
}

/** Each code once, by the alphabet. */
export const inOrder = (codes: readonly string[]): string[] => [...new Set(codes)].toSorted()
