/** Where a preview lives: the address of its home page in Chinese, and in English. */
export type PreviewPlace = { zh: string; en: string; publicUrl: string }

/** The place of the preview of a set. */
export const previewPlace = (set: number, publicUrl: string): PreviewPlace => ({
  zh: `/staff/sets/${set}/preview`,
  en: `/en/staff/sets/${set}/preview`,
  publicUrl,
})

/**
 * A public page inside a preview: every page it leads to is previewed too, `strip` says so at its top, files cannot be
 * fetched and nothing can be sent, and it tells search engines and other programs of no address.
 */
export function inPreview(html: string, place: PreviewPlace, strip: string): string {
  return html
    .replace(/<link rel="(canonical|alternate|search)"[^>]*>\n?/g, '')
    .replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')
    .replace(/<form\b[^>]*\bmethod="post"[\s\S]*?<\/form>/g, unsendable)
    .replaceAll(
      new RegExp(`${literally(place.publicUrl)}(/[^\\s"<]*)?`, 'g'),
      (_, path = '/') => place.publicUrl + moved(path, place),
    )
    .replace(/<a\b([^>]*?) href="(\/[^"]*)"([^>]*)/g, (_, before: string, path: string, after: string) =>
      isFile(path)
        ? `<a${ofLink(before + after)} aria-disabled="true"`
        : `<a${before} href="${moved(path, place)}"${after}`,
    )
    .replace(
      /(<form\b[^>]*?) action="(\/[^"]*)"/g,
      (_, before: string, path: string) => `${before} action="${moved(path, place)}"`,
    )
    .replace('<header class="masthead">', () => `${strip}<header class="masthead">`)
}

/** The address inside the preview of a public page; what is no public page stays where it is. */
export function moved(path: string, { zh, en }: PreviewPlace): string {
  if (OUTSIDE.test(path) || isFile(path)) return path
  if (/^\/en(?=[/?#]|$)/.test(path)) return en + path.slice(3)
  return zh + (path === '/' ? '' : path.replace(/^\/(?=[?#])/, ''))
}

const OUTSIDE = /^\/(en\/)?(staff|api|assets|log|quality)(?=[/?#]|$)/

/** Something to be saved or read by a program, not a page. */
export const isFile = (path: string): boolean => /^[^?#]*\.(csv|xlsx|json|atom|ics|xml|pdf|txt)(?=[?#]|$)/.test(path)

/** What is said of a link that leads nowhere here: not of which type the file would be. */
const ofLink = (attributes: string): string => attributes.replace(/ (type|rel|hreflang|download)(="[^"]*")?/g, '')

/** The fields of a form that would be sent are shown and cannot be used. */
const unsendable = (form: string): string =>
  form
    .replace(/^<form\b[^>]*>/, (start) => `${start}<fieldset class="unsent" disabled>`)
    .replace(/<\/form>$/, '</fieldset></form>')

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
