/** How words and a name agree, best first; `part` is one of several words, `near` only looks alike. */
export const HOW = {
  exact: 9,
  prefix: 8,
  contains: 7,
  words: 6,
  sound: 5,
  initials: 4,
  content: 3,
  typo: 2,
  part: 1,
  near: 0,
} as const
export type How = keyof typeof HOW

/** One agreement, how much of the name it is (0 to 1), and the stretches of it, in places without spaces or in units. */
export type Hit = { how: How; closeness: number; stretches: Stretch[] }
export type Stretch = [start: number, end: number]

/** Words that stand in so many names that they tell none of them apart. */
const GENERIC = new Set(
  '费 收费 费用 服务 服务费 标准 fee fees charge charges cost costs service services of the for and in at per'.split(
    ' ',
  ),
)

/** Does a word say anything by itself: two characters or three letters, and not just 费? */
export const telling = (word: string, han: boolean): boolean => word.length >= (han ? 2 : 3) && !GENERIC.has(word)
