import { getDocumentProxy } from 'unpdf'
import type { ReadBill } from './bill.ts'
import type { Piece } from './layout.ts'
import type { BillLimits } from './limits.ts'
import { billOfPages } from './pages.ts'
import { SENT_PDF } from './pdf-outside.ts'
import { BillRefusal } from './refusal.ts'

/** The words of a PDF as a table, by where they stand. No script of it runs, nothing outside it is fetched. */
export async function readPdf(bytes: Uint8Array, limits: BillLimits): Promise<ReadBill> {
  const pdf = await opened(bytes)
  if (pdf.numPages > limits.pages) throw new BillRefusal('pdf-pages', { found: pdf.numPages, limit: limits.pages })
  const pages: Piece[][] = []
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await piecesOf(await pdf.getPage(number).catch(damaged)))
  if (pages.every((page) => page.every(({ text }) => text.trim() === ''))) throw new BillRefusal('pdf-scan')
  return billOfPages(pages, 'pdf', limits)
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), SENT_PDF)
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new BillRefusal('pdf-locked')
    return damaged()
  }
}

async function piecesOf(page: Page): Promise<Piece[]> {
  const [, , , top = 0] = page.view
  const { items } = await page.getTextContent().catch(damaged)
  return items.flatMap((item): Piece[] => {
    if (!('str' in item)) return []
    const [, , , , x, y] = item.transform as number[]
    const height = Math.hypot(item.transform[2], item.transform[3]) || item.height
    return [{ text: item.str.normalize('NFKC'), x: x!, y: top - y!, width: item.width, height }]
  })
}

const damaged = (): never => {
  throw new BillRefusal('damaged', { part: 'PDF' })
}
