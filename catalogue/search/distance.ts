/** The stretch of a text that is fewest edits from the words: one letter wrong, missing, too many, or two changed round. */
export type Closest = { edits: number; start: number; end: number }

/** Finds it; the stretch may begin and end anywhere in the text. */
export const closest = (words: string, text: string): Closest => lastRow(words, text, true).reduce(better)

/** Edits between two whole words (Damerau–Levenshtein). */
export const edits = (a: string, b: string): number => lastRow(a, b, false).at(-1)!.edits

const better = (a: Closest, b: Closest): Closest => (b.edits < a.edits ? b : a)

function lastRow(words: string, text: string, anywhere: boolean): Closest[] {
  let before: Closest[] = []
  let row: Closest[] = Array.from({ length: text.length + 1 }, (_, at) => ({
    edits: anywhere ? 0 : at,
    start: anywhere ? at : 0,
    end: at,
  }))
  for (let w = 1; w <= words.length; w++) {
    const next: Closest[] = [{ edits: w, start: 0, end: 0 }]
    for (let t = 1; t <= text.length; t++) {
      const same = words[w - 1] === text[t - 1]
      const turned = w > 1 && t > 1 && words[w - 1] === text[t - 2] && words[w - 2] === text[t - 1]
      let from = row[t - 1]!
      let cost = from.edits + (same ? 0 : 1)
      for (const other of [row[t]!, next[t - 1]!]) if (other.edits + 1 < cost) [from, cost] = [other, other.edits + 1]
      if (turned && before[t - 2]!.edits + 1 < cost) [from, cost] = [before[t - 2]!, before[t - 2]!.edits + 1]
      next.push({ edits: cost, start: from.start, end: t })
    }
    before = row
    row = next
  }
  return row
}
