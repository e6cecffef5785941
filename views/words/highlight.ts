/** A stretch of text, found or not. */
export type Segment = { text: string; hit: boolean }

/** Cuts a text at the marks a search left in it, to print the found stretches as such. */
export function segments(text: string, marks: readonly [start: number, end: number][]): Segment[] {
  const cut: Segment[] = []
  let at = 0
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    if (start < at || end <= start) continue
    if (at < start) cut.push({ text: text.slice(at, start), hit: false })
    cut.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) cut.push({ text: text.slice(at), hit: false })
  return cut
}
