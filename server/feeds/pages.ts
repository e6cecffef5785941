/** Releases on one page of the feed of changes. */
const PER_PAGE = 20

/**
 * A page of the feed of changes: releases `first` to `last`. An `archive` never changes again, so its neighbours are
 * settled too: it is closed once the page after it is full, and until then its releases are on the current page.
 */
export type FeedPage = { page: number | null; first: number; last: number; archive: boolean; archives: number }

/** The page that is written to (`null`): what no archive holds yet, at most 39 releases. */
export function feedPage(page: number | null, head: number): FeedPage | null {
  const full = Math.floor(head / PER_PAGE)
  const archives = Math.max(0, full - 1)
  if (page === null) return { page, first: archives * PER_PAGE + 1, last: head, archive: false, archives }
  if (!Number.isInteger(page) || page < 1 || page > full) return null
  return { page, first: (page - 1) * PER_PAGE + 1, last: page * PER_PAGE, archive: page <= archives, archives }
}
