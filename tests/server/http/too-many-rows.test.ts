import { expect, vi } from 'vitest'
import { test } from './reader.ts'

vi.mock('../../../server/files/xlsx.ts', async (original) => {
  const real = await original<typeof import('../../../server/files/xlsx.ts')>()
  const feesWorkbook = () => Promise.reject(new real.TooManyRows('more than fits'))
  return { ...real, feesWorkbook }
})

test('a selection larger than a workbook holds is refused with its size and the way out, before anything is sent', async ({
  app,
}) => {
  const refused = await app.inject('/fees.xlsx')
  expect(refused.statusCode).toBe(413)
  expect(refused.headers).not.toHaveProperty('content-disposition')
  const { type, detail } = refused.json<{ type: string; detail: string }>()
  expect(type).toBe('https://fees.example.cn/problems#too-many-rows')
  const { total } = (await app.inject('/api/v1/fees?limit=1')).json<{ total: number }>()
  expect(detail).toContain(String(total))
  expect(detail).toContain('CSV')
})
