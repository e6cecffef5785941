import { drawable } from './face.ts'

/**
 * Text as it can stand on paper. What has no shape (controls, joiners, marks that turn the direction of writing) is
 * left out, every kind of space is a space, quotation marks beside Latin letters are narrow as those are, and a character
 * the font does not have is named: [U+20BB7].
 */
export const legible = (text: string): string => {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, (space) => (space === '\u3000' ? space : ' '))
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, (char) => (char === '\n' ? char : ''))
    .replace(/(?<=[!-~])[‘’]|[‘’](?=[!-~])/g, "'")
    .replace(/(?<=[!-~])[“”]|[“”](?=[!-~])/g, '"')
    .replace(/\u2212/g, '-')
    .replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/g, (char) => char.normalize('NFKC'))
  const composed = /\p{M}/u.test(plain) ? plain.normalize('NFC') : plain
  return composed.replace(/[^\n]/gu, (char) => (drawable(char) ? char : named(char)))
}

const named = (char: string): string => `[U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
