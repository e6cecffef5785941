import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

const KEYS = [
  [['j', 'k'], 'jk'],
  [['x'], 'x'],
  [['o', 'Enter'], 'o'],
  [['a'], 'a'],
  [['t'], 't'],
  [['n'], 'n'],
  [['m'], 'm'],
  [['/'], 'find'],
  [['g q'], 'gq'],
  [['?'], 'help'],
] as const

/** `/staff/cases/keys`: the single keys of the queue, and the switch that turns them off. */
export type StaffCasesKeysPage = {
  frame: StaffFrame
  keys: { keys: string[]; does: string }[]
  back: string
  words: Messages['caseQueue']
}

export function staffCasesKeysPage(ctx: StaffContext): StaffCasesKeysPage {
  const { caseQueue: words } = translator(ctx.locale).words
  return {
    frame: staffFrame(ctx, words.keysTitle),
    keys: KEYS.map(([keys, name]) => ({ keys: [...keys], does: words[`key-${name}`] })),
    back: address(ctx, '/staff/cases'),
    words,
  }
}
