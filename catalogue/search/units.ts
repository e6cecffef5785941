/** What a folded text is made of: each Chinese character, and each run of letters and digits; places without spaces. */
export type Unit = { text: string; start: number; end: number; han: boolean }

const UNIT = /\p{Script=Han}|[^\p{Script=Han}\s]+/gu
const HAN = /\p{Script=Han}/u

/** Takes a folded text apart. */
export function unitsOf(norm: string): Unit[] {
  let end = 0
  return (norm.match(UNIT) ?? []).map((text) => {
    const start = end
    end += text.length
    return { text, start, end, han: isHan(text) }
  })
}

/** Is there a Chinese character in it? */
export const isHan = (text: string): boolean => HAN.test(text)
