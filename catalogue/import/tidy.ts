/** 单元格文字: NFC, full-width digits and letters as half-width ones, every run of spaces (U+3000 too) one space. */
export function tidyCell(text: string): string {
  if (/^[\x21-\x7E\u4E00-\u9FFF]*$/.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00A0\u200B\u3000\uFEFF\p{Cc}]+/gu, ' ')
    .trim()
}

/** The letters of a column, from 0: 2 → C, 26 → AA. */
export const lettersOf = (column: number): string =>
  (column > 25 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
