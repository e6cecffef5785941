import type { Proposed } from '../../complaints/case.ts'
import { address } from '../context.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import { detailsOf } from './case-event-details.ts'
import type { CaseTold, EventTold, MessageTold } from './case-told.ts'
import { type FileLines, filesWith } from './files.ts'
import { proposedText } from './proposed.ts'

/** One entry of what happened: an event, with the note or message that was written by it. `side` is who sees it. */
export type Happened = {
  id: string
  n: string | null
  side: 'shown' | 'internal'
  sideWord: string
  tone: 'step' | 'note' | 'message' | 'letter' | 'plain'
  what: string
  became: string | null
  by: string
  at: string
  datetime: string
  details: string[]
  words: string[] | null
  files: FileLines | null
  mark: string | null
}

/** 经过: newest first; notes and messages stand where they were written. */
export function happenedIn(told: CaseTold, t: Translate): Happened[] {
  const notes = writtenBy(told.events, told.notes, NOTES)
  const messages = writtenBy(told.events, told.messages, MESSAGES)
  const moved = movesOf(told.events)
  return told.events
    .map((event) =>
      entryOf(
        { ...event, to: moved.has(event.seq) ? event.to : null },
        notes.get(event.seq),
        messages.get(event.seq),
        told,
        t,
      ),
    )
    .toReversed()
}

/** The events after which the case stood elsewhere than before. */
function movesOf(events: readonly EventTold[]): ReadonlySet<number> {
  const moves = new Set<number>()
  let stands: string | null = null
  for (const { seq, to } of events) {
    if (to === null) continue
    if (to !== stands) moves.add(seq)
    stands = to
  }
  return moves
}

/** What goes with words: always, or where some were written. */
const NOTES = { always: ['note', 'transfer', 'send_back'], maybe: ['supplement', 'accept', 'mediate', 'appeal'] }
const MESSAGES = {
  always: ['message', 'ask_supplement', 'answer', 'refuse'],
  maybe: ['supplement', 'lapse', 'notify', 'evidence', 'withdraw', 'appeal', 'not_solved'],
}

/** Which words were written with which event: those of its moment, each once. */
function writtenBy<T extends { at: Date }>(
  events: readonly EventTold[],
  words: readonly T[],
  kinds: typeof NOTES,
): Map<number, T> {
  const left = [...words]
  const found = new Map<number, T>()
  for (const those of [kinds.always, kinds.maybe])
    for (const { seq, kind, at } of events) {
      const place = those.includes(kind) ? left.findIndex((one) => one.at.getTime() === at.getTime()) : -1
      if (place >= 0) found.set(seq, left.splice(place, 1)[0]!)
    }
  return found
}

type Note = CaseTold['notes'][number]

function entryOf(
  event: EventTold,
  note: Note | undefined,
  message: MessageTold | undefined,
  told: CaseTold,
  t: Translate,
): Happened {
  const { seq, at, by, actor, shown, to } = event
  const { caseFile: words, caseWords } = t.words
  const written = message ?? note ?? askingOf(event, told)
  const href = (file: string) => address(t, `/staff/cases/${encodeURIComponent(told.no)}/files/${file}`)
  return {
    ...{ id: `event-${seq}`, n: String(seq), side: shown ? 'shown' : 'internal', tone: toneOf(event, note, message) },
    sideWord: shown ? words.shown : words.internal,
    what: whatOf(event, message, t),
    became: to === null ? null : t('caseFile.movedTo', { state: caseWords[`state-${to}`] }),
    by: by ?? caseWords[`actor-${actor}`],
    ...{ at: momentText(at, t.locale), datetime: at.toISOString() },
    details: detailsOf(event, told, t),
    words: written === undefined ? null : (written.words ?? words.wordsGone).split(/\n+/),
    files: message === undefined ? null : filesWith(message.id, told.files, t.locale, { href }),
    mark: markOf(message, t),
  }
}

/** What was written for a request that another sign, or for declining it; nothing where nothing was. */
function askingOf({ kind, payload }: EventTold, { askings }: CaseTold): { words: string | null } | undefined {
  const asking = askings.find(({ id }) => id === payload.proposal)
  const words = kind === 'asked_to_sign' ? asking?.words : kind === 'declined_to_sign' ? asking?.why : undefined
  return words === undefined || words === null ? undefined : { words }
}

const toneOf = ({ to }: EventTold, note: Note | undefined, message: MessageTold | undefined): Happened['tone'] =>
  note !== undefined
    ? 'note'
    : message?.sender === 'desk'
      ? 'message'
      : message
        ? 'letter'
        : to !== null
          ? 'step'
          : 'plain'

function whatOf({ kind, payload }: EventTold, message: MessageTold | undefined, t: Translate): string {
  const { caseFile: words, caseWords } = t.words
  if (kind === 'message') return message?.sender === 'desk' ? words.toComplainant : words.fromComplainant
  if (kind === 'clustered' && payload.cluster === null) return caseWords['event-unclustered']
  const step = payload.step as Proposed
  if (kind === 'asked_to_sign') return t('caseFile.askedOf', { step: proposedText(step, t) })
  if (kind === 'declined_to_sign') return t('caseFile.declinedOf', { step: proposedText(step, t) })
  return (
    caseWords[`step-${kind}` as keyof Messages['caseWords']] ??
    caseWords[`event-${kind}` as keyof Messages['caseWords']] ??
    kind
  )
}

function markOf(message: MessageTold | undefined, t: Translate): string | null {
  if (message === undefined || message.sender !== 'desk') return null
  const read =
    message.read === null ? t.words.caseFile.unread : t('caseFile.readAt', { at: momentText(message.read, t.locale) })
  return message.asks ? `${t.words.caseFile.asks} · ${read}` : read
}
