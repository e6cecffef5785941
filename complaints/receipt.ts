import type { Day } from '../catalogue/day.ts'

/** Random bytes, so many of them: `randomBytes` of node:crypto outside tests. */
export type Random = (size: number) => Uint8Array

/**
 * 回执号: `TS`, the day it was received, six Crockford characters at random and one that checks all fourteen. It is no
 * secret, can be read out over the telephone, and says nothing of how many there were that day.
 */
export function newReceipt(on: Day, random: Random): string {
  const date = on.replaceAll('-', '')
  for (;;) {
    const drawn = letters(random(6))
    const check = checkOf(date + drawn)
    if (LETTERS.includes(check)) return `TS${date}-${drawn}${check}`
  }
}

/** 查询码: sixteen Crockford characters at random, 80 bits. Only its holder has it. */
export const newCode = (random: Random): string => letters(random(16))

/** How a code is shown: `H4TQ-9XWM-27RK-CD5V`. */
export const showCode = (code: string): string => code.match(/.{1,4}/g)!.join('-')

/**
 * A receipt as people type it: any case and width, with or without spaces, dashes and `TS`, `I` and `L` for 1, `O` for 0;
 * the number of a case (`…-1`) is read as its receipt. Null when it is none: one character wrong, or two neighbours
 * exchanged, is always noticed, anything else 36 times in 37.
 */
export const readReceipt = (text: string): string | null => whole(text) ?? whole(text.trimEnd().replace(OF_CASE, ''))

function whole(text: string): string | null {
  const typed = plain(text).replace(/^TS/, '')
  const [, date, drawn, check] = /^(\d{8})([0-9A-HJKMNP-TV-Z]{6})([0-9A-HJKMNP-Z*~$=])$/.exec(typed) ?? []
  if (date === undefined || checkOf(date + drawn!) !== check) return null
  return `TS${date}-${drawn}${check}`
}

/** A code as people type it; null when it is none. */
export function readCode(text: string): string | null {
  const typed = plain(text)
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(typed) ? typed : null
}

/** What the number of a case has behind its receipt. */
const OF_CASE = /[\p{Pd}\u2212][12１２]$/u

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECKS = `${LETTERS}*~$=U`

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => LETTERS[byte & 31]).join('')

/** Crockford's check symbol: the number that the characters write in base 32, modulo the prime 37. */
const checkOf = (text: string): string =>
  CHECKS[[...text].reduce((rest, letter) => (rest * 32 + LETTERS.indexOf(letter)) % 37, 0)]!

/** Typed text in the one form: half-width, upper case, without spaces and dashes, its look-alikes as digits. */
const plain = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212_.]/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
