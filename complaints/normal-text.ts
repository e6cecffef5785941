/** A text as it is compared: in one width and case, figures in Han as figures, without what cannot be seen; answers are the very words of the original. */
export type Normal = {
  /** Every match of a pattern that is written for small letters and narrow figures. */
  matches(pattern: RegExp): string[]
  /** Every place where a secret stands in one of its forms, whatever spaces and hyphens are strewn in; Latin words stand alone. */
  where(...forms: string[]): string[]
  /** Every stretch of at least so many characters that another text has as well. */
  shared(other: string, least: number): string[]
}

/** Letters, figures and signs of a text without width, case, spaces and hyphens: for comparing codes and telephones. */
export const bare = (text: string): string => without(plain(text), LOOSE).text

export function normalOf(original: string): Normal {
  const normal = plain(original)
  const words = (of: Placed, from: number, to: number) => original.slice(of.at[from]!, of.end[to - 1]!).trim()
  const read = figured(normal.text)
  const spans = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }): Span => [index, index + found.length])
  const matches = (pattern: RegExp) => {
    const plainly = spans(normal.text, pattern)
    const inHan = read === normal.text ? [] : spans(read, pattern).filter((one) => !plainly.some(across(one)))
    return [...plainly, ...inHan].map(([from, to]) => words(normal, from, to))
  }
  return {
    matches,
    where: (...forms) => {
      const wanted = forms.filter((one) => bare(one).length >= 2).sort((a, b) => bare(b).length - bare(a).length)
      return wanted.length === 0 ? [] : matches(new RegExp(wanted.map(strewn).join('|'), 'gu'))
    },
    shared: (other, least) => {
      const theirs = without(plain(other), UNSAID).text
      const mine = without(normal, UNSAID)
      return stretches(mine.text, theirs, least).map(([from, to]) => words(mine, from, to))
    },
  }
}

/** 汉字数字: a text with figures that are read out one by one (一三八〇, 壹叁捌零, 幺三八) as figures, each in its place. Sums (壹佰) stay words. */
export const figured = (text: string): string =>
  text.replace(/[〇零○一壹幺二贰貳三叁參四肆五伍六陆陸七柒八捌九玖]|(?<![什怎那这多要])么/g, (one) => FIGURES[one]!)
const FIGURES: Record<string, string> = Object.fromEntries(
  ['〇零○', '一壹幺么', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap((written, n) =>
    [...written].map((one) => [one, String(n)]),
  ),
)

type Span = [from: number, to: number]
const across =
  ([from, to]: Span) =>
  ([start, end]: Span): boolean =>
    from < end && start < to

/** What is strewn into a number or a name to hide it, and what makes no difference between two sentences. */
const LOOSE = /[\s\-·.,，、()（）]/u
const UNSAID = /[\s\p{P}]/u

/** A secret as a pattern. So few letters are a word of their own; what is longer is found with its letters apart as well. */
function strewn(secret: string): string {
  const { text } = plain(secret)
  const units = [...text].filter((char) => !LOOSE.test(char))
  const short = units.length < 5 && /^\p{Script=Latin}+$/u.test(units.join(''))
  const parts = short ? text.split(LOOSE).filter((word) => word !== '') : units
  const body = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join(`${LOOSE.source}*`)
  const alone = !/\d/.test(text)
  const before = alone && LATIN.test(units[0]!) ? `(?<!${LATIN.source})` : ''
  const after = alone && LATIN.test(units.at(-1)!) ? `(?!${LATIN.source})` : ''
  return `${before}${body}${after}`
}
const LATIN = /\p{Script=Latin}/u

/** A text with, for each of its units, where in the original it began and ended. */
type Placed = { text: string; at: number[]; end: number[] }

function plain(original: string): Placed {
  const placed: Placed = { text: '', at: [], end: [] }
  let at = 0
  for (const char of original) {
    const end = at + char.length
    const written = /\p{Cf}/u.test(char) ? '' : char.normalize('NFKC').toLowerCase()
    placed.text += written
    for (let unit = 0; unit < written.length; unit++) {
      placed.at.push(at)
      placed.end.push(end)
    }
    at = end
  }
  return placed
}

function without({ text, at, end }: Placed, unsaid: RegExp): Placed {
  const kept = [...text.split('').keys()].filter((n) => !unsaid.test(text[n]!))
  return { text: kept.map((n) => text[n]).join(''), at: kept.map((n) => at[n]!), end: kept.map((n) => end[n]!) }
}

/** The longest stretches of `mine` of at least `least` units that stand in `theirs`. */
function stretches(mine: string, theirs: string, least: number): Span[] {
  const found: Span[] = []
  for (let from = 0; from + least <= mine.length; ) {
    let to = from + least
    if (!theirs.includes(mine.slice(from, to))) {
      from += 1
      continue
    }
    while (to < mine.length && theirs.includes(mine.slice(from, to + 1))) to += 1
    found.push([from, to])
    from = to
  }
  return found
}
