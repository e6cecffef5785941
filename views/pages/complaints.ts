import type { Opened } from '../../complaints/tracks.ts'
import { type BasisSaid, type Opening, openedCase } from '../complaints/opened.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import type { Said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'

type Promise = { kind: string; what: string; says: Said; basis: BasisSaid | null; unverified: boolean }

/** `/complaints`: what can be done here, what happens then and by when, and what this portal is not. */
export type ComplaintsPage = {
  frame: Frame
  doors: { href: string; title: string; says: string }[]
  happens: string[]
  standing: string[]
  promises: Promise[]
  ready: string[]
  begin: string
  channels: string
  phones: { number: string; says: string }[]
  words: Messages['filing']
  common: Messages['common']
}

const OPENED: readonly Opened[] = [
  { type: 'report', track: 'samr_price' },
  { type: 'complaint', track: 'port_industry' },
  { type: 'complaint', track: 'samr_consumer' },
  { type: 'consultation', track: 'platform' },
]

export function complaintsPage(ctx: PageContext, told: Omit<Opening, 'at'>): ComplaintsPage {
  const t = translator(ctx.locale)
  const { filing: words, home } = t.words
  return {
    frame: frame(ctx, { title: words.title, description: words.description, bar: false }),
    doors: [
      { href: address(ctx, '/complaints/new'), title: words.doorFile, says: words.doorFileSays },
      { href: address(ctx, '/complaints/new', { goal: 'answer' }), title: words.doorAsk, says: words.doorAskSays },
      { href: address(ctx, '/complaints/lookup'), title: words.doorLookup, says: words.doorLookupSays },
      { href: address(ctx, '/verify'), title: words.doorVerify, says: words.doorVerifySays },
    ],
    happens: [words.happens1, words.happens2, words.happens3],
    standing: [words.standing1, words.standing2, words.standing3],
    promises: OPENED.flatMap((one) => {
      const { track, clock } = openedCase(one, { ...told, at: null }, t)
      return clock === null ? [] : [{ kind: track, ...clock }]
    }),
    ready: [words.ready1, words.ready2, words.ready3, words.ready4],
    begin: address(ctx, '/complaints/new'),
    channels: `${link(ctx, '/policies')}#channels`,
    phones: [
      { number: '12315', says: home.call12315 },
      { number: '12345', says: home.call12345 },
      { number: '12328', says: home.call12328 },
    ],
    words,
    common: t.words.common,
  }
}
