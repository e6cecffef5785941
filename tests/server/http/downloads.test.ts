import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import type { App } from '../../support/portal.ts'
import { json, test } from './reader.ts'

type Row = { key: string; item: string; line: string; entity: string | null; posted: string }
type Page = { data: Row[]; next: string | null; total: number }

const SELECTIONS = [
  '',
  'port=CNNGB',
  'port=CNWNZ&pricing=market&sort=effective',
  'q=%E5%A0%86%E5%AD%98',
  'entity=91330206MA2DEM0171',
  'link=tally&sort=port',
  'on=2020-05-01&release=20',
  'q=xyzzy',
]

/** The rows of a selection as the API pages them, `on` being its `as_of`. */
async function paged(app: App, selection: string): Promise<Row[]> {
  const rows: Row[] = []
  const asked = selection.replace('on=', 'as_of=')
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = await json(app, `/api/v1/fees?${asked}&limit=90&cursor=${cursor}`)
    rows.push(...page.data)
    cursor = page.next
  }
  return rows
}

const records = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true })

test.for(SELECTIONS)('the files of “%s” hold the very rows of the list, in its order', async (selection, { app }) => {
  const rows = await paged(app, selection)
  for (const prefix of ['', '/en']) {
    const csv = await app.inject(`${prefix}/fees.csv?${selection}`)
    expect([csv.statusCode, csv.headers['x-row-count']]).toEqual([200, String(rows.length)])
    expect(records(csv.body).map(({ item_code, posted }) => [item_code, posted])).toEqual(
      rows.map(({ item, posted }) => [item, posted]),
    )
    const file = await app.inject(`${prefix}/fees.json?${selection}`)
    const { data, total, meta } = file.json<Page & { meta: object }>()
    expect(data.map(({ key }) => key)).toEqual(rows.map(({ key }) => key))
    expect([total, 'as_of' in meta, 'release' in meta]).toEqual([rows.length, true, true])
  }
  if (prefixless(selection)) {
    const { rawPayload } = await app.inject(`/fees.xlsx?${selection}`)
    const { sheets } = await readXlsx(rawPayload)
    expect([sheets.length, sheets[0]!.rows.length]).toEqual([3, rows.length + 1])
    for (const [n, { posted }] of rows.entries()) expect(sheets[0]!.rows[n + 1]!.map(String)).toContain(posted)
  }
})

/** Workbooks take long to make; two say as much as all. */
const prefixless = (selection: string) => ['port=CNNGB', 'on=2020-05-01&release=20'].includes(selection)

test('a file is typed, and saved under a name that says its day and release', async ({ app }) => {
  for (const [ending, type] of [
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ]) {
    const { headers } = await app.inject(`/fees.${ending}?on=2024-01-01&release=30&port=CNWNZ`)
    const [, plain, full] = String(headers['content-disposition']).match(
      /^attachment; filename="([^"]+)"; filename\*=UTF-8''(.+)$/,
    )!
    expect([headers['content-type'], plain, decodeURIComponent(full!)]).toEqual([
      type,
      `port-fees-2024-01-01-r30.${ending}`,
      `口岸收费标准-2024-01-01-第30号.${ending}`,
    ])
    const inEnglish = await app.inject(`/en/fees.${ending}?on=2024-01-01&release=30&port=CNWNZ`)
    expect(decodeURIComponent(String(inEnglish.headers['content-disposition']))).toMatch(
      new RegExp(`filename\\*=UTF-8''Port fees 2024-01-01 release 30\\.${ending}$`),
    )
  }
})

test('CSV begins with a byte order mark for who asks for one, and for nobody else', async ({ app }) => {
  const begins = async (query: string) => [
    ...(await app.inject(`/fees.csv?port=CNWNZ${query}`)).rawPayload.subarray(0, 3),
  ]
  const mark = [0xef, 0xbb, 0xbf]
  expect(
    [await begins('&bom=1'), await begins(''), await begins('&bom=0')].map((one) => one.join() === mark.join()),
  ).toEqual([true, false, false])
  const [marked, plain] = [await app.inject('/fees.csv?port=CNWNZ&bom=1'), await app.inject('/fees.csv?port=CNWNZ')]
  expect(marked.rawPayload.subarray(3)).toEqual(plain.rawPayload)
  expect(plain.body.split('\r\n').length).toBeGreaterThan(100)
})

test('a file is refused for what its page is refused for, as a problem', async ({ app }) => {
  for (const ending of ['csv', 'xlsx', 'json'])
    for (const [query, status, field] of [
      ['on=2024-02-30', 400, 'on'],
      ['release=x', 400, 'release'],
      ['port=CNXXX', 400, 'port'],
      ['cursor=x', 400, 'cursor'],
      ['limit=5', 400, 'limit'],
      ['release=99', 404, 'release'],
    ] as const) {
      const refused = await app.inject(`/fees.${ending}?${query}`)
      expect([refused.statusCode, refused.json<{ errors?: { field: string }[] }>().errors?.[0]?.field]).toEqual([
        status,
        field,
      ])
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(refused.headers).not.toHaveProperty('content-disposition')
    }
})

test('the page links the very selection it shows, fixed to its day and release', async ({ app }) => {
  const { body } = await app.inject('/fees?port=CNNGB&pricing=market&sort=port')
  const links = [...body.matchAll(/href="(\/fees\.(?:csv|xlsx|json)\?[^"]+)"/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  )
  const chosen = links.filter((link) => link.includes('port='))
  expect(new Set(chosen.map((link) => link.slice(0, 9))).size).toBeGreaterThanOrEqual(2)
  for (const link of chosen) {
    expect(Object.fromEntries(new URL(link, 'https://x').searchParams)).toMatchObject({
      port: 'CNNGB',
      pricing: 'market',
      sort: 'port',
      on: '2026-11-23',
      release: '55',
    })
    expect((await app.inject(link)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  }
})
