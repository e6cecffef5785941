import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'

/** The two weights of a printed document. */
export type Weight = 'regular' | 'bold'

/** Noto Sans Hans as a file; each document opens it anew, for an opened font remembers the texts it was used for. */
export const fontFile = (weight: Weight): Buffer => (files[weight] ??= readFileSync(join(FOLDER, FILES[weight])))

/** Has the font a glyph for the character? */
export const drawable = (char: string): boolean => faceOf('regular').hasGlyphForCodePoint(char.codePointAt(0)!)

/** How wide a character is at a size of 1. */
export function widthOf(char: string, weight: Weight): number {
  const known = widths[weight].get(char)
  if (known !== undefined) return known
  const face = faceOf(weight)
  const width = face.glyphForCodePoint(char.codePointAt(0)!).advanceWidth / face.unitsPerEm
  widths[weight].set(char, width)
  return width
}

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
const FILES: Record<Weight, string> = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' }
const files: Partial<Record<Weight, Buffer>> = {}
const widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() }

/** What pdfkit’s font is asked besides drawing; its types do not name it. */
type Face = {
  unitsPerEm: number
  hasGlyphForCodePoint: (codePoint: number) => boolean
  glyphForCodePoint: (codePoint: number) => { advanceWidth: number }
}

const faces: Partial<Record<Weight, Face>> = {}
const faceOf = (weight: Weight): Face => (faces[weight] ??= opened(fontFile(weight)))

function opened(file: Buffer): Face {
  const document = new PDFDocument({ font: '', autoFirstPage: false })
  document.font(file)
  return (document as unknown as { _font: { font: Face } })._font.font
}
