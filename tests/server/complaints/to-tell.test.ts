import { expect } from 'vitest'
import { factsInName } from '../../../catalogue/check/read-facts.ts'
import { exampleOf, SAYABLE } from '../../../views/complaints/to-tell.ts'
import { translator } from '../../../views/locale/locale.ts'
import { ANSWERS, filled, type Sent, send, walk } from '../../support/filing.ts'
import { textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { Holder, test } from '../../support/owner.ts'

const charged = (c0_name: string, c0_amount: string): Sent => ({
  ...{ category: 'over_standard', c0_name, c0_charged_on: '2026-03-02', c0_amount },
})
const saidOf = (html: string) => textOf(/<td role="cell" class="said-verdict">([\s\S]*?)<\/td>/.exec(html)?.[1] ?? '')

test('whatever the hint tells to write is read from the name of a charge, one by one and together, in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const facts = SAYABLE.filter((fact) => fact !== 'quantity')
    const written = facts.map((fact) => exampleOf(fact, translator(locale)))
    for (const [n, fact] of facts.entries()) expect(factsInName(`某费 ${written[n]}`, null), fact).toHaveProperty(fact)
    expect(Object.keys(factsInName(['某费', ...written].join(' '), null)).toSorted()).toEqual(facts.toSorted())
  }
})

const ASKED = [
  ['', '写明箱型尺寸、重箱或空箱、外贸或内贸即可比较', '无法比对', '修改被收的费用'],
  [
    '/en',
    'whether it is laden or empty; foreign or domestic trade, and it can be compared',
    'cannot be compared',
    'Change the charges',
  ],
] as const

test.for(ASKED)(
  'a charge that cannot be compared says what to write, and once that is written it can be (%s)',
  async ([lang, hint, verdict, change], { app }) => {
    const url = `${lang}/complaints/new`
    const { page, pages } = await walk(app, 'check', { url, answers: { charges: charged('港口设施保安费', '8') } })
    expect(textOf(pages.charges!.html)).toMatch(
      lang === '' ? /“港口设施保安费 外贸 20尺 重箱”/ : /“[^”]+ foreign trade 20ft laden”/,
    )
    expect(saidOf(page.html)).toContain(hint)
    expect(page.html).toContain(`<button class="plain" name="do" value="go-charges" aria-label="${change}">`)
    expect(await faultsOf(page.html)).toEqual([])
    const charges = await send(app, url, { ...filled(page.html), do: 'go-charges' })
    expect(filled(charges.html)).toMatchObject({ step: 'charges', c0_name: '港口设施保安费', c0_amount: '8' })
    const [, example] = /“(港口设施保安费 [^”]+)”/.exec(saidOf(page.html))!
    const again = await send(app, url, { ...filled(charges.html), c0_name: example!, do: 'next' })
    expect(filled(again.html).step).toBe('check')
    expect(saidOf(again.html)).not.toContain(verdict)
    expect(again.html).not.toContain('class="to-tell"')
  },
)

test('what no name can say is asked by the invoice check, to which the hint leads', async ({ app }) => {
  const { page } = await walk(app, 'check', { answers: { charges: charged('引航费', '5000') } })
  expect(saidOf(page.html)).toContain('请在账单核对里回答')
  expect(page.html).toMatch(/class="to-tell">[^<]+<a href="\/check">账单核对<\/a>/)
})

test('once it is sent the comparison says what was not told, and offers nothing to change', async ({ app }) => {
  const { fields } = await walk(app, 'check', { answers: { charges: charged('港口设施保安费', '8') } })
  const { html } = await send(app, '/complaints/new', { ...fields, do: 'next' })
  const receipt = /TS\d{8}-[0-9A-Z*~$=]{7}/.exec(html)![0]
  const code = /<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/code>/.exec(html)![1]!
  const own = await (await Holder.of(app, { receipt, code } as Parameters<typeof Holder.of>[1])).page()
  expect(saidOf(own.html)).toContain('提交时没有写明箱型尺寸、重箱或空箱、外贸或内贸')
  expect(own.html).not.toContain('go-charges')
})

test('a charge that is compared has no hint', async ({ app }) => {
  const { page } = await walk(app, 'check', { answers: { charges: ANSWERS.charges! } })
  expect(saidOf(page.html)).not.toBe('')
  expect(page.html).not.toContain('class="to-tell"')
})
