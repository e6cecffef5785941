import type { ClockRule } from '../../../complaints/rule.ts'
import { beginPause, endPauses } from '../../db/case-decisions.ts'
import { reReckon } from '../../db/clocks.ts'
import { type Running, runningClocks, writeExtension } from '../../db/extensions.ts'
import type { Doing } from './doing.ts'
import type { Duties } from './duty.ts'
import { Refused } from './outcome.ts'

type Extension = NonNullable<ClockRule['extension']>

/**
 * 中止、恢复、延期: an extension is asked for before the day is over and granted as often as the rule says (Order 121 art.
 * 27; 行政处罚程序规定 art. 64). A pause begins the day it is signed and ends the day work goes on, both within it.
 */
export const TIMES: Pick<Duties, 'suspend' | 'resume' | 'extend'> = {
  suspend: {
    carry: async ({ tx, law, file, today, signed }, { reason }) => {
      await beginPause(tx, { caseId: file.id, reason, from: today, proposal: signed!.proposal })
      await reReckon(tx, law, file.id)
    },
  },
  resume: {
    carry: async ({ tx, law, file, today }) => {
      await endPauses(tx, file.id, today)
      await reReckon(tx, law, file.id)
    },
  },
  extend: {
    check: async (doing) => void (await extendable(doing)),
    carry: async (taking) => {
      const { tx, law, file, today, signed } = taking
      const { clock, by } = await extendable(taking)
      const { proposal, askedOn } = signed!
      await writeExtension(tx, { clock: clock.id, by, askedOn, grantedOn: today, dueBefore: clock.dueOn, proposal })
      await reReckon(tx, law, file.id)
    },
  },
}

/** The running clock whose rule knows an extension that is not used up. Too late once its day is over, unless asked before. */
async function extendable(doing: Doing & { signed?: unknown }): Promise<{ clock: Running; by: Extension }> {
  const found = (await runningClocks(doing.tx, doing.file.id)).flatMap((clock) => {
    const by = doing.law.rules.find(({ id }) => id === clock.rule)?.extension
    return by === null || by === undefined || clock.times >= by.times ? [] : [{ clock, by }]
  })[0]
  if (found === undefined) throw new Refused('unlawful-step', { why: 'no-extension' })
  if (doing.signed === undefined && found.clock.dueOn < doing.today)
    throw new Refused('too-late', { due: found.clock.dueOn })
  return found
}
