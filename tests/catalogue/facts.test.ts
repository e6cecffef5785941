import { expect, test } from 'vitest'
import { Facts } from '../../catalogue/facts.ts'

test('what every object answers to is no fact, and an item may have facts of its own', () => {
  for (const name of ['constructor', 'toString'])
    expect(Facts.safeParse(JSON.parse(`{"${name}":"x"}`)).success).toBe(false)
  expect(Facts.safeParse({ goods_class: '3' }).success).toBe(true)
})
