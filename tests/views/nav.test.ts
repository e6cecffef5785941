import { expect, test } from 'vitest'
import { frame } from '../../views/frame.ts'
import { context } from './sample.ts'

const markedOn = (path: string): string[] =>
  frame(context('zh-CN', path), { title: '', description: '' })
    .nav.filter(({ current }) => current)
    .map(({ href }) => href)

test('a page is under the heading that its address begins with; what came of complaints is under theirs', () => {
  const under: [path: string, heading: string[]][] = [
    ['/fees/pilotage/history', ['/fees']],
    ['/check', ['/check']],
    ['/complaints/new', ['/complaints']],
    ['/cases', ['/complaints']],
    ['/cases/GS2026-0001', ['/complaints']],
    ['/stats', ['/complaints']],
    ['/verify', ['/complaints']],
    ['/', []],
    ['/quality', []],
    ['/feesx', []],
    ['/constructor', []],
  ]
  for (const [path, heading] of under) expect(markedOn(path), path).toEqual(heading)
})
