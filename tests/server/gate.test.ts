import { expect, test } from 'vitest'
import { gate } from '../../server/gate.ts'

/** Work that lasts until it is let go. */
function lasting() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { work: () => promise, go: resolve }
}

test('so many are inside at a time, so many wait, and one more is refused as busy', async () => {
  const enter = gate(2, 1)
  const [a, b, c] = [lasting(), lasting(), lasting()]
  const order: string[] = []
  const inside = [enter(a.work), enter(b.work)]
  const waiting = enter(async () => {
    order.push('c began')
    await c.work()
  })
  await expect(enter(async () => order.push('d'))).rejects.toMatchObject({ kind: 'busy' })
  expect(order).toEqual([])
  a.go()
  await inside[0]
  c.go()
  await waiting
  expect(order).toEqual(['c began'])
  b.go()
  await inside[1]
  expect(await enter(async () => 'free again')).toBe('free again')
})

test('work that fails gives its place back', async () => {
  const enter = gate(1, 0)
  await expect(
    enter(async () => {
      throw new Error('failed')
    }),
  ).rejects.toThrow('failed')
  expect(await enter(async () => 'next')).toBe('next')
})
