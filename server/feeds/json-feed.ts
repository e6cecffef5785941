import type { Feed, FeedEntry } from './feed.ts'

/** A feed as JSON Feed 1.1; `next_url` leads to the older entries, page by page. */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.about === null ? {} : { description: feed.about }),
    home_page_url: feed.url,
    feed_url: feed.self,
    ...(feed.paging.previous === null ? {} : { next_url: feed.paging.previous }),
    language: feed.locale,
    authors: [{ name: feed.author }],
    items: feed.entries.map(itemOf),
  })

const itemOf = ({ id, url, title, text, published, updated, categories }: FeedEntry) => ({
  id,
  url,
  title: title.text,
  content_text: text || title.text,
  date_published: published.toISOString(),
  date_modified: updated.toISOString(),
  tags: categories.map(({ label }) => label),
  ...(title.lang === null ? {} : { language: title.lang }),
})
