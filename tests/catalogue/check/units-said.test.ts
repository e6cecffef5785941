import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitsSaid } from '../../../catalogue/check/units-said.ts'
import { UNITS } from '../../../catalogue/unit.ts'
import { UNIT_ZH } from '../../../seeds/demo/unit-words.ts'

test.for([
  ['箱', 'container'],
  ['柜', 'container'],
  ['UNIT', 'container'],
  ['CNTR', 'container'],
  ['元/箱', 'container'],
  ['每箱', 'container'],
  ['20GP', 'container'],
  ["40'HQ", 'container'],
  ['CNY/40HQ', 'container'],
  ['票', 'bill'],
  ['BL', 'bill'],
  ['/BL', 'bill'],
  ['per B/L', 'bill'],
  ['净吨', 'net_ton'],
  ['NT', 'net_ton'],
  ['W/M', 'revenue_ton'],
  ['计费吨', 'revenue_ton'],
  ['拖轮艘次', 'tug_movement'],
  ['航次', 'voyage'],
  ['件', 'piece'],
  ['枚', 'seal'],
  ['小时', 'hour'],
  ['天', 'day'],
  ['箱·天', 'container_day'],
  ['箱/天', 'container_day'],
  ['天/箱', 'container_day'],
  ['40HQ/天', 'container_day'],
  ['吨·天', 'ton_day'],
  ['净吨·日', 'net_ton_day'],
  ['净吨小时', 'net_ton_hour'],
  ['KWH', 'kwh'],
  ['m³', 'm3'],
  ['公斤', 'kg'],
  ['噸', 'ton'],
] as const)('%s is %s', ([written, unit]) => {
  expect(unitsSaid(written)[0]).toBe(unit)
})

test.for([
  ['吨', ['ton', 'revenue_ton', 'net_ton']],
  ['天', ['day', 'container_day', 'net_ton_day', 'ton_day', 'm3_day', 'm2_day']],
  ['次', ['time', 'call', 'tug_movement', 'declaration']],
  ['个', ['container', 'piece', 'seal']],
  ['艘次', ['tug_movement', 'call']],
] as const)('%s may mean several', ([written, units]) => {
  expect(unitsSaid(written)).toEqual(units)
})

test('the words of a posted list are understood, each as its own unit', () => {
  for (const [unit, written] of Object.entries(UNIT_ZH)) expect(unitsSaid(written)[0], written).toBe(unit)
})

test('TEU counts no boxes, and what is not a unit is none', () => {
  for (const written of ['TEU', 'FEU', '', ' ', '/', '元', '美元', '进口', '__proto__', 'constructor'])
    expect(unitsSaid(written), written).toEqual([])
})

test('anything may be written there', () => {
  const piece = fc.constantFrom(...Object.values(UNIT_ZH), '/', '元', '每', '20', 'GP', ' ', '·')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((all) => all.join('')),
      ),
      (written) => {
        for (const unit of unitsSaid(written)) expect(UNITS).toHaveProperty(unit)
      },
    ),
  )
})
