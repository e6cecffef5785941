import type { Basis } from '../basis.ts'
import { type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import type { Scene } from './scene.ts'

/** 收费依据 of a row: documents and, one for each, their articles; what is published where the file has no such column. */
export function basisOfRow(row: ReadRow, published: readonly Basis[], scene: Scene, spot: Spot): Basis[] | null {
  if (row.faulty.has('basis_document') || row.faulty.has('basis_article')) return null
  if (!row.columns.has('basis_document')) return [...published]
  const documents = partsOf(row.said.basis_document)
  const articles = partsOf(row.said.basis_article)
  if (articles.length > documents.length && articles.some((article) => article !== '')) {
    wrong(spot, 'article-without-document', columnOf(row, 'basis_article'), { value: articles.join('; ').slice(0, 80) })
    return null
  }
  const basis = documents.map((written, n) => {
    const document = scene.document(written)
    if (document === undefined)
      wrong(spot, 'unknown-document', columnOf(row, 'basis_document'), { value: written.slice(0, 80) })
    return { document: document?.code ?? '', article: articles[n] || null }
  })
  return basis.every(({ document }) => document !== '') ? basis : null
}

const partsOf = (text: string | null | undefined): string[] =>
  text ? text.split(/[;；]/).map((part) => part.trim()) : []
