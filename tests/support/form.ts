import type { App } from './portal.ts'

export type Fields = Record<string, string>
export type FileSent = { name: string; bytes: Uint8Array | string; type?: string }

/** A form as a browser sends it: its fields, and a file where there is one. */
export async function sendForm(
  app: App,
  url: string,
  fields: Fields,
  file: FileSent | null = null,
  headers: Fields = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file !== null)
    form.append('file', new Blob([Buffer.from(file.bytes as string)], { type: file.type ?? 'text/csv' }), file.name)
  const sent = new Response(form)
  const type = sent.headers.get('content-type')!
  const payload = Buffer.from(await sent.arrayBuffer())
  return app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } })
}

/** The fields of the first form of a page that is sent by POST, as a browser would send them without a change. */
export function fieldsOf(html: string): Fields {
  const form = /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields: Fields = {}
  for (const [, attributes = ''] of form.matchAll(/<input\b([^>]*)>/g)) {
    const name = of(attributes, 'name')
    const type = of(attributes, 'type')
    if (name === null || type === 'file' || (type === 'radio' && !/\schecked/.test(attributes))) continue
    fields[name] = plain(of(attributes, 'value') ?? '')
  }
  for (const [, attributes = '', options = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)"[^>]* selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options)
    fields[of(attributes, 'name')!] = plain(chosen?.[1] ?? '')
  }
  for (const [, attributes = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g))
    fields[of(attributes, 'name')!] = plain(text)
  return fields
}

const of = (attributes: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? null

/** Text as it was before it was escaped for HTML. */
export const plain = (html: string): string =>
  html
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What a page says, without its tags. */
export const textOf = (html: string): string =>
  plain(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
