import type { Page } from '../../catalogue/listing.ts'
import { link, type PageContext, type Params } from '../context.ts'

/** The ways to the pages on either side; null when the whole list is on this one. */
export type Pager = { previous: string | null; next: string | null }
export function pagerOf(
  page: Pick<Page, 'next' | 'previous'>,
  path: string,
  params: Params,
  ctx: PageContext,
): Pager | null {
  const to = (cursor: string | null) => (cursor === null ? null : link(ctx, path, { ...params, cursor }))
  return page.next === null && page.previous === null ? null : { previous: to(page.previous), next: to(page.next) }
}
