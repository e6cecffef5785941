import { expect } from 'vitest'
import type { z } from 'zod'
import type { Conditions, Facts } from '../../../catalogue/facts.ts'
import type { CheckOut } from '../../../server/routes/api/check-shapes.ts'
import type { EstimateOut } from '../../../server/routes/api/estimate-shapes.ts'
import type { StandardOut } from '../../../server/routes/api/shapes.ts'
import type { App } from '../../support/portal.ts'
import { json, test } from '../http/reader.ts'

type Standard = z.infer<typeof StandardOut>
type Posted = { port: string; entity: string; lines: Standard[] }

const KNOWN = {
  ...{ net_tonnage: '25000', days: '9', hours: '30', weight_t: '12', volume_m3: '9', distance_nm: '8', loa_m: '200' },
  ...{ tugs: '2', movements: '2' },
}

/** Facts for which a price is asked: what its conditions want, and sizes of everything else. */
const factsFor = (conditions: Conditions): Facts => ({
  ...KNOWN,
  ...Object.fromEntries(
    Object.entries(conditions).map(([fact, wanted]) => [
      fact,
      Array.isArray(wanted) ? wanted[0]! : (wanted.to ?? wanted.from ?? String(Number(wanted.over ?? '0') + 1)),
    ]),
  ),
})

async function lists(app: App): Promise<Posted[]> {
  const { data } = await json<{ data: Standard[] }>(app, '/api/v1/fees?as_of=2026-11-23&limit=1000&sort=entity')
  const posted = data.filter(({ entity }) => entity !== null)
  const lists = Map.groupBy(posted, ({ port, entity }) => `${port} ${entity}`)
  return [...lists.values()].map((lines) => ({ port: lines[0]!.port!, entity: lines[0]!.entity!, lines }))
}

const post = async <T>(app: App, address: string, payload: object): Promise<T> => {
  const answer = await app.inject({ method: 'POST', url: `/api/v1/${address}`, payload })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as T
}

/** Every price of a list that comes to one figure, and the amount an estimate gives. */
async function priced(app: App, { port, entity, lines }: Posted) {
  const asked = lines.map(({ item, conditions }) => ({ item, entity, quantity: '1', facts: factsFor(conditions) }))
  const { lines: estimated } = await post<z.infer<typeof EstimateOut>>(app, 'estimates', {
    ...{ as_of: '2026-11-23', port, lines: asked },
  })
  return lines.flatMap((standard, n) => {
    const amount = estimated[n]!.amount
    return amount === null ? [] : [{ standard, amount, facts: asked[n]!.facts }]
  })
}

const check = (app: App, { port, entity }: Posted, lines: object[]) =>
  post<z.infer<typeof CheckOut>>(app, 'invoice-checks', { port, entity, charged_on: '2026-11-23', number: '1', lines })

/** An agent of the demonstration posts an ISPS above the ceiling, deliberately. */
const FAULTY = 'ISPS'

test('what an estimate gives for any posted price a check finds right, to the fen', async ({ app }) => {
  let compared = 0
  for (const list of await lists(app)) {
    const asked = (await priced(app, list)).filter(({ standard }) => standard.own_name !== FAULTY)
    if (asked.length === 0) continue
    const lines = asked.map(({ standard: { item }, amount, facts }) => ({
      name: item,
      item,
      amount,
      quantity: '1',
      facts,
    }))
    const { lines: told } = await check(app, list, lines)
    const wrong = told.flatMap(({ verdict, name, reason }) =>
      verdict === 'match' ? [] : [[name, verdict, reason.text]],
    )
    expect(wrong).toEqual([])
    compared += told.length
  }
  expect(compared).toBeGreaterThan(250)
})

test('under the operator’s own names, nothing that its list says is called wrong', async ({ app }) => {
  const verdicts: string[] = []
  for (const list of await lists(app)) {
    const asked = (await priced(app, list)).filter(({ standard }) => standard.own_name !== FAULTY)
    if (asked.length === 0) continue
    const lines = asked.map(({ standard, amount, facts }) => ({
      name: standard.own_name,
      amount,
      quantity: '1',
      facts,
    }))
    const { lines: told, findings } = await check(app, list, lines)
    verdicts.push(
      ...told.map(({ verdict, name, item }) => (verdict === 'match' ? verdict : `${verdict} ${name} ${item}`)),
    )
    const found = findings.map(({ code }) => code)
    expect(
      found.filter((code) => !['missing_contents', 'security_beside_lumpsum', 'duplicate'].includes(code)),
    ).toEqual([])
  }
  const wrong = verdicts.filter((verdict) => !/^(match$|ambiguous |cannot_tell )/.test(verdict))
  expect(wrong).toEqual([])
  expect(verdicts.filter((verdict) => verdict === 'match').length / verdicts.length).toBeGreaterThan(0.95)
})
