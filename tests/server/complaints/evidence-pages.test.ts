import { expect } from 'vitest'
import { draftFiles } from '../../../server/cases/files/take.ts'
import { asClerk } from '../../../server/db/case-doors.ts'
import { ANSWERS, filled, send, walk } from '../../support/filing.ts'
import { sendForm, textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { test } from '../../support/portal.ts'

const CSV = { name: '账单.csv', bytes: '费用,金额\n保安费,20\n' }

test('files are added several at once, listed and taken away; what is not taken is told by its name', async ({
  app,
}) => {
  const { fields } = await walk(app, 'evidence')
  const svg = { name: 'logo.svg', bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
  const page = await send(app, '/complaints/new', { ...fields, do: 'add' }, [CSV, svg])
  expect(textOf(page.html)).toMatch(/logo\.svg 不接收 SVG/)
  expect(textOf(page.html)).toContain('账单.csv')
  expect(await faultsOf(page.html)).toEqual([])
  const [kept] = await draftFiles(app.desk, fields.key!)
  const removed = await send(app, '/complaints/new', { ...filled(page.html), do: `remove-${kept!.id}` }, [])
  expect(textOf(removed.html)).toContain('还没有添加材料')
  expect(await draftFiles(app.desk, fields.key!)).toEqual([])
})

test('files go with the filing, and stay with its key only', async ({ app, db }) => {
  const { fields } = await walk(app, 'evidence')
  let page = await send(app, '/complaints/new', { ...fields, do: 'next' }, [CSV])
  page = await send(app, '/complaints/new', { ...filled(page.html), ...ANSWERS.contact, do: 'next' })
  expect(textOf(page.html)).toContain('账单.csv')
  expect((await send(app, '/complaints/new', { ...filled(page.html), do: 'next' })).status).toBe(201)
  const rows = await asClerk(db, (tx) => tx.selectFrom('attachment').select(['submission_id', 'sender']).execute())
  expect(rows).toEqual([{ submission_id: expect.any(Number), sender: 'complainant' }])
})

test('a file too large is not taken and no answer is lost', async ({ app }) => {
  const { fields } = await walk(app, 'evidence')
  const big = { name: 'big.pdf', bytes: Buffer.alloc(10 * 2 ** 20 + 1) }
  const page = await send(app, '/complaints/new', { ...fields, do: 'add' }, [big])
  expect(page.status).toBe(422)
  expect(textOf(page.html)).toContain('单个不超过 10 MB')
  expect(filled(page.html)).toMatchObject(ANSWERS.charges!)
})

test('a check of a bill goes on as a complaint: its lines in question, and its report attached', async ({ app }) => {
  const lines = [
    {
      name: '港口设施保安费',
      amount: '20.00',
      quantity: '1',
      unit: '箱',
      facts: { trade: 'foreign', size: '20', load: 'laden' },
    },
    { name: '码头高质量服务费', amount: '300.00', facts: {} },
    { name: '红字', amount: '-5.00', facts: {} },
  ]
  const bill = { port: 'CNNGB', charged_on: '2026-03-02', entity: '91330206MA2DEM0171', number: 'B-7' }
  const asked = { step: 'result', lines: JSON.stringify(lines), ...bill }
  const result = await sendForm(app, '/check', asked)
  expect(result.body).toContain('formaction="/complaints/from-check"')
  const begun = await sendForm(app, '/complaints/from-check', asked)
  const fields = filled(begun.body)
  expect(fields).toMatchObject({
    place: 'CNNGB',
    c0_name: '港口设施保安费',
    c0_invoice_no: 'B-7',
    c1_amount: '300.00',
    taken: '2/3',
  })
  expect(JSON.parse(fields.c0_facts!)).toMatchObject({ size: '20' })
  expect(fields.c2_name).toBeUndefined()
  expect(await faultsOf(begun.body)).toEqual([])
  const files = await draftFiles(app.desk, fields.key!)
  expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^账单核对-B-7-2026-03-02-r\d+\.pdf$/)])
})
