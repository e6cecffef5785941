import fastify from 'fastify'
import pg from 'pg'
import { serve } from './serve.ts'

/**
 * The list of fees as one would write it by hand for speed alone: two queries, names read once at the start, the rows
 * in a template string, everything around them (masthead, filters, footer) a constant. Arguments: the database, a page
 * of the portal to take that constant from, and `counted` or `uncounted`.
 */
const [, , url, page, counting] = process.argv
const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c jit=off' })
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const [before, after] = await around(page!)
const names = await readNames()

const LIST = `select payload, lower(valid) as "from", upper(valid) as until from subject join statement on subject_id = subject.id
  where subject.kind = 'standard' and valid @> $1::date and known @> $2::bigint and payload is not null order by list_key limit 50`
const COUNT = `select count(*) from subject join statement on subject_id = subject.id
  where subject.kind = 'standard' and valid @> $1::date and known @> $2::bigint and payload is not null`

const app = fastify()
app.get<{ Querystring: { on: string; release: string } }>('/fees', async (request, reply) => {
  const { on, release } = request.query
  const [list, count] = await Promise.all([
    pool.query(LIST, [on, release]),
    counting === 'counted' ? pool.query(COUNT, [on, release]).then(({ rows }) => Number(rows[0].count)) : 0,
  ])
  return reply
    .type('text/html; charset=utf-8')
    .send(`${before.replace('COUNT', String(count))}${list.rows.map((one) => row(one, on, release)).join('')}${after}`)
})
await serve(app)

type Row = { payload: Payload; from: string; until: string | null }
type Payload = {
  item: string
  port: string | null
  entity: string | null
  own_name: string | null
  conditions: { size?: string[]; load?: string[] }
  rate: { form: 'fixed'; amount: string } | { form: 'range'; low: string; high: string }
  ceiling: boolean
  basis: { document: string }[]
}

function row({ payload, from, until }: Row, on: string, release: string): string {
  const { item, port, entity, own_name, conditions, rate, ceiling, basis } = payload
  const at = `?on=${on}&amp;release=${release}`
  const { name, pricing } = names.get(item)!
  const [whole, fraction] = rate.form === 'fixed' ? grouped(rate.amount).split('.') : []
  const when = [...(conditions.size ?? []).map((size) => `${size}英尺`), ...(conditions.load ? ['重箱'] : [])].join(
    ' · ',
  )
  const who = entity === null ? null : names.get(entity)!
  return `
  <tr role="row">
    <th role="rowheader" scope="row"><a href="/fees/${item}${at}">${safe(name)}</a>
      ${own_name === null ? '' : ` <span class="own">${safe(own_name)}</span>`}
      ${when === '' ? '' : ` <small>${when}</small>`}</th>
    <td role="cell" class="price">${
      rate.form === 'fixed'
        ? `<span class="figure">${whole}<span>.${fraction}</span></span>`
        : `${grouped(rate.low)}–${grouped(rate.high)}`
    }</td>
    <td role="cell" class="unit">元/箱</td>
    <td role="cell" class="pricing"><span class="${pricing}">${PRICING[pricing]}</span>${ceiling ? ' <small>上限</small>' : ''}</td>
    <td role="cell" class="who">${who === null ? '政府' : `<a href="/entities/${entity}${at}">${safe(who.name)}</a>`}
      <small>${port === null ? '全国' : safe(names.get(port)!.name)}${who === null ? '' : ' · <b class="demo">示例</b>'}</small></td>
    <td role="cell" class="valid" data-label="有效期">${dayText(from)}${until === null ? '' : `<br>– ${dayText(dayBefore(until))}`}</td>
    <td role="cell" class="basis" data-label="依据"><a href="/policies${at}#${basis[0]!.document}">${safe(names.get(basis[0]!.document)!.name)}</a></td>
  </tr>`
}

const PRICING: Record<string, string> = { gov_set: '政府定价', gov_guided: '政府指导价', market: '市场调节价' }
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
function safe(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (mark) => MARKS[mark]!) : text
}
function grouped(amount: string): string {
  return amount.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')
}
function dayText(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

async function around(address: string): Promise<[string, string]> {
  const html = await (await fetch(address)).text()
  const [start, end] = [html.indexOf('<tbody') + '<tbody role="rowgroup">'.length, html.indexOf('</tbody>')]
  return [html.slice(0, start), html.slice(end)]
}

async function readNames(): Promise<Map<string, { name: string; pricing: string }>> {
  const { rows } = await pool.query(`
    select key, coalesce(payload->>'number', payload->'name'->>'zh', payload->'title'->>'zh') as name, payload->>'pricing' as pricing
    from statement join subject on subject.id = subject_id where subject.kind in ('item', 'entity', 'port', 'document')`)
  return new Map(rows.map(({ key, ...said }) => [key, said]))
}
