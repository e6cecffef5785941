import { type PageContext, type Params, pinnedLink } from '../context.ts'

/** A file with the very selection on the page, fixed to its day and release. */
export type Download = { text: string; href: string; type: string }
export const downloadsOf = (path: string, params: Params, ctx: PageContext): Download[] => [
  { text: 'Excel', type: XLSX, href: pinnedLink(ctx, `${path}.xlsx`, params) },
  { text: 'CSV', type: 'text/csv', href: pinnedLink(ctx, `${path}.csv`, { ...params, bom: '1' }) },
  { text: 'JSON', type: 'application/json', href: pinnedLink(ctx, `${path}.json`, params) },
]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
