import type { Org } from '../../../complaints/law.ts'
import type { Track } from '../../../complaints/words.ts'
import { keep, timesSentBack } from '../../db/case-files.ts'
import { worksFor } from '../../db/case-offices.ts'
import type { Doing } from './doing.ts'
import type { Duties } from './duty.ts'
import { atField, Refused } from './outcome.ts'
import { keepInside } from './words-of.ts'

/** So often may a case be sent back; then only an office above, or one above both, says whose it is. */
export const MOST_SENT_BACK = 2

/** Which kind of office may have a case of a track: prices and consumers the market regulators, ports theirs, questions both. */
export const mayHave = (track: Track, { kind }: Pick<Org, 'kind'>): boolean =>
  track === 'platform' || kind === (track === 'port_industry' ? 'port' : 'market')

/** 转办、接收、退回 (Order 121 arts. 13, 14, 33, 41): the day of receipt never changes, so the age of a case never begins again. */
export const TRANSFERS: Pick<Duties, 'transfer' | 'take' | 'send_back'> = {
  transfer: {
    check: mayGoTo,
    carry: async (taking, { to }) => {
      await keepInside(taking)
      await keep(taking.tx, taking.file.id, { target_org: to, hops: taking.file.hops + 1, assignee: null })
    },
  },
  take: { check: isTargets },
  send_back: {
    check: async (doing) => {
      await isTargets(doing)
      if ((await timesSentBack(doing.tx, doing.file.id)) >= MOST_SENT_BACK) throw new Refused('hops-used')
    },
    carry: keepInside,
  },
}

async function mayGoTo({ tx, law: { orgs }, file }: Doing, { to }: { to: number }): Promise<void> {
  const target = orgs.find(({ id }) => id === to)
  const from = orgs.find(({ id }) => id === file.org_id)
  if (target === undefined || from === undefined || to === file.org_id || !mayHave(file.track, target))
    throw new Refused('no-such-office', { field: 'to' })
  if ((await timesSentBack(tx, file.id)) < MOST_SENT_BACK) return
  const superior = from.path.startsWith(target.path) || target.path.startsWith(from.path)
  if (!superior) throw new Refused('hops-used', { field: 'to' })
}

async function isTargets({ tx, by, file }: Doing): Promise<void> {
  if (file.target_org === null) throw atField('to')
  if (!(await worksFor(tx, by.id, file.target_org))) throw new Refused('unlawful-step')
}
