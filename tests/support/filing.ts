import { plain } from './form.ts'
import type { App } from './portal.ts'

export type Sent = Record<string, string>
export type Got = { status: number; html: string; headers: Record<string, unknown>; cookie: string | undefined }

/** The answers of a forwarder who was charged 20.00 for a box's security, page by page. */
export const ANSWERS: Record<string, Sent> = {
  about: { capacity: 'enterprise', goal_refund: '1', goal_investigate: '1' },
  opens: {},
  place: { place: 'CNNGB:beilun', entity: '91330206MA2DEM0171' },
  charges: {
    category: 'over_standard',
    c0_name: '港口设施保安费',
    c0_charged_on: '2026-03-02',
    c0_amount: '￥20.00',
    c0_quantity: '1箱',
    c0_invoice_no: 'INV-1',
  },
  statement: { statement: '三月二日提箱，账单上的港口设施保安费每箱二十元。\n问过码头，没有答复。' },
  evidence: {},
  contact: { anonymous: 'no', name: '周小舟', phone: '１３８ 0000 1234', consent_publish: '1' },
}

/** Every field of the page's form as a browser without scripts sends it; a name of a box or choice only when it is set. */
export function filled(html: string): Sent {
  const form = /<form[^>]*id="filing"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields: Sent = {}
  for (const [, attributes = ''] of form.matchAll(/<input\b([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1]
    const name = of('name')
    const unset = /^(radio|checkbox)$/.test(of('type') ?? '') && !/\schecked/.test(attributes)
    if (name !== undefined && of('type') !== 'file' && !unset) fields[name] = plain(of('value') ?? '')
  }
  for (const [, name, options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name!] = plain(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  for (const [, name, text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g))
    fields[name!] = plain(text)
  return fields
}

export async function open(app: App, url: string, headers: Record<string, string> = {}): Promise<Got> {
  return got(await app.inject({ method: 'GET', url, headers }))
}

/** Sends the form of a page with these answers over what stands in it; `files` as a browser sends them. */
export async function send(
  app: App,
  url: string,
  fields: Sent,
  files: { name: string; bytes: Buffer | string }[] | null = null,
): Promise<Got> {
  if (files === null)
    return got(
      await app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { name, bytes } of files) form.append('files', new Blob([Buffer.from(bytes as string)]), name)
  const sent = new Response(form)
  const type = sent.headers.get('content-type')!
  return got(
    await app.inject({
      method: 'POST',
      url,
      payload: Buffer.from(await sent.arrayBuffer()),
      headers: { 'content-type': type },
    }),
  )
}

/** From the first page to the one named, with the forwarder's answers or others; gives every page on the way. */
export async function walk(
  app: App,
  to: string,
  { answers = {}, url = '/complaints/new' }: { answers?: Record<string, Sent>; url?: string } = {},
) {
  const action = url.split('?')[0]!
  const pages: Record<string, Got> = {}
  let page = await open(app, url)
  for (;;) {
    const step = filled(page.html).step ?? 'none'
    if (pages[step] !== undefined)
      throw new Error(`${step} came twice: ${page.html.replace(/<[^>]+>/g, ' ').slice(0, 2000)}`)
    pages[step] = page
    if (step === to) return { page, pages, fields: filled(page.html) }
    page = await send(
      app,
      action,
      { ...filled(page.html), ...(answers[step] ?? ANSWERS[step]), do: 'next' },
      step === 'evidence' ? [] : null,
    )
  }
}

type Injected = Awaited<ReturnType<App['inject']>>

const got = ({ statusCode, body, headers, cookies }: Injected): Got => ({
  ...{ status: statusCode, html: body, headers },
  cookie: cookies.find(({ name }) => name === '__Host-filed')?.value,
})
