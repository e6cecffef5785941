import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { newCode, newReceipt, readCode, readReceipt, showCode } from '../../complaints/receipt.ts'

const ON = day('2026-11-23')
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const many = (count: number) => Array.from({ length: count }, () => newReceipt(ON, randomBytes))
const receipts = fc.uint8Array({ minLength: 6, maxLength: 6 }).filter((bytes) => drawnOnce(bytes) !== null)

/** The receipt of these bytes; null where its check cannot be spoken and it would be drawn anew. */
function drawnOnce(bytes: Uint8Array): string | null {
  let drawn = 0
  try {
    return newReceipt(ON, () => {
      if (drawn++ > 0) throw new Error('drawn again')
      return bytes
    })
  } catch {
    return null
  }
}

test('a receipt is TS, the day, six characters and a check, all of which can be spoken', () => {
  for (const receipt of many(500)) expect(receipt).toMatch(/^TS20261123-[0-9A-HJKMNP-TV-Z]{7}$/)
})

test('a receipt and a code are read back as they were drawn', () => {
  fc.assert(fc.property(receipts, (bytes) => readReceipt(drawnOnce(bytes)!) === drawnOnce(bytes)))
  for (let n = 0; n < 500; n++) {
    const code = newCode(randomBytes)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect([readCode(code), readCode(showCode(code))]).toEqual([code, code])
  }
})

test('one character that is another is always noticed, wherever it stands', () => {
  for (const receipt of many(20))
    for (let at = 2; at < receipt.length; at++)
      for (const letter of LETTERS) {
        const typed = receipt.slice(0, at) + letter + receipt.slice(at + 1)
        if (typed !== receipt && receipt[at] !== '-') expect(readReceipt(typed), `${receipt} ${typed}`).toBe(null)
      }
})

test('two neighbours that were exchanged are always noticed', () => {
  for (const receipt of many(200))
    for (let at = 2; at < receipt.length - 1; at++) {
      const [a, b] = [receipt[at]!, receipt[at + 1]!]
      if (a === b || a === '-' || b === '-') continue
      expect(readReceipt(receipt.slice(0, at) + b + a + receipt.slice(at + 2)), receipt).toBe(null)
    }
})

test('of receipts made up, no more than one in 25 is taken for one: the check leaves one in 37', () => {
  let taken = 0
  for (let n = 0; n < 5_000; n++) {
    const made = [...randomBytes(7)].map((byte) => LETTERS[byte & 31]).join('')
    if (readReceipt(`TS20261123-${made}`) !== null) taken++
  }
  expect(taken).toBeGreaterThan(5_000 / 60)
  expect(taken).toBeLessThan(5_000 / 25)
})

test.for([
  ['as it is printed', (text: string) => text],
  ['in lower case', (text: string) => text.toLowerCase()],
  ['without its dash and its TS', (text: string) => text.replace('TS', '').replace('-', '')],
  ['with spaces', (text: string) => ` ${text.replace('-', ' ')} `],
  ['with a long dash', (text: string) => text.replace('-', '—')],
  ['in full width', (text: string) => [...text].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')],
  ['with letters that look like digits', (text: string) => text.replaceAll('0', 'o').replaceAll('1', 'l')],
  ['as the number of its case', (text: string) => `${text}-2`],
] as const)('a receipt is read %s', ([, typed]) => {
  for (const receipt of many(100)) expect(readReceipt(typed(receipt))).toBe(receipt)
})

test('a code is read with I, L and O for digits, in any case, width and grouping; and never with a character too many', () => {
  expect(readCode('oiL1 abcd-ef23.4567')).toBe('0111ABCDEF234567')
  expect(readCode('０１２３４５６７８９ＡＢＣＤＥＦ')).toBe('0123456789ABCDEF')
  for (const wrong of ['', 'H4TQ-9XWM-27RK-CD5', 'H4TQ-9XWM-27RK-CD5VV', 'U4TQ-9XWM-27RK-CD5V', '查询码'])
    expect(readCode(wrong)).toBe(null)
})

test('nothing that is typed does any harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const read = readReceipt(text)
      return (
        (read === null || /^TS\d{8}-[0-9A-Z*~$=]{7}$/.test(read)) &&
        [null, 'string'].includes(readCode(text) && 'string')
      )
    }),
  )
})
