/**
 * Text that no spreadsheet program takes for a formula, now or when the file is saved again as CSV: before a first
 * character that could start one, full-width and small forms too, stands a `'` (OWASP ASVS 5.0, 1.2.10).
 */
export const inert = (text: string): string => (isDangerous(text) ? `'${text}` : text)

function isDangerous(text: string): boolean {
  if (/^[\t\r\n\0]/.test(text)) return true
  const start = text.search(/[^\s\p{C}]/u)
  return start >= 0 && /^[=+\-@]/.test(text.slice(start, start + 1).normalize('NFKC'))
}
