import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { instantText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'

type Key = { name: string; id: string }
type Range = { first: number; last: number } | null

/** What the page of the log is made of: the newest checkpoint that is signed, every key, and the releases that wait. */
export type LogData = {
  signed: {
    release: number
    size: number
    root: Uint8Array
    origin: string
    note: string
    signatures: (Key & { kind: 'log' | 'witness'; at: Date })[]
  } | null
  keys: { verifier: Key; vkey: string; kind: 'log' | 'witness'; signed: Range }[]
  unsigned: number
}

/** `/log`: what the log is, its newest checkpoint, its keys and witnesses, and how to verify without trusting the portal. */
export type LogPage = {
  frame: Frame
  waiting: string | null
  newest: { release: string; href: string; leaves: string; root: string; origin: string; note: string } | null
  keys: { vkey: string; signed: string; state: string; current: boolean }[]
  witnesses: { name: string; vkey: string; seen: string }[]
  commands: { verify: string; make: string; cosign: string }
  machine: string[]
  words: Messages['transparency']
  common: Messages['common']
}

export function logPage(ctx: PageContext, { signed, keys, unsigned }: LogData): LogPage {
  const t = translator(ctx.locale)
  const { title, description } = t.words.transparency
  return {
    frame: frame(ctx, { title, description, bar: false }),
    waiting: unsigned === 0 ? null : t('transparency.waiting', { n: unsigned }),
    newest: signed && newestOf(signed, ctx, t),
    keys: keysOf(keys, t),
    witnesses: witnessesOf(keys, signed, ctx, t),
    commands: commandsOf(ctx),
    machine: ['/log/checkpoint', '/log/key', '/log/tile/0/000', '/log/tile/entries/000'],
    words: t.words.transparency,
    common: t.words.common,
  }
}

const newestOf = (
  { release, size, root, origin, note }: NonNullable<LogData['signed']>,
  ctx: PageContext,
  t: Translate,
) => ({
  release: t('common.nth', { release: String(release) }),
  href: address(ctx, `/changes/${release}`),
  leaves: t('transparency.leafCount', { n: size }),
  root: hex(root),
  origin,
  note,
})

/** Keys of the log, the newest first: that one is in use. */
const keysOf = (keys: LogData['keys'], t: Translate): LogPage['keys'] =>
  keys
    .filter(({ kind }) => kind === 'log')
    .toReversed()
    .map(({ vkey, signed }, place) => ({
      vkey,
      signed: rangeOf(signed, t),
      current: place === 0,
      state: place === 0 ? t.words.transparency.current : t.words.transparency.former,
    }))

const rangeOf = (signed: Range, t: Translate): string =>
  signed === null
    ? t.words.transparency.signedNone
    : t('transparency.signedRange', { first: String(signed.first), last: String(signed.last) })

function witnessesOf(keys: LogData['keys'], signed: LogData['signed'], { locale }: PageContext, t: Translate) {
  return keys
    .filter(({ kind }) => kind === 'witness')
    .map(({ verifier, vkey, signed: range }) => {
      const now = signed?.signatures.find(({ name, id }) => name === verifier.name && id === verifier.id)
      const release = range && t('transparency.seenAt', { release: String(range.last) })
      const seen =
        release === null
          ? t.words.transparency.seenNever
          : now
            ? `${release} · ${instantText(now.at, locale)}`
            : release
      return { name: verifier.name, vkey, seen }
    })
}

const commandsOf = ({ publicUrl }: PageContext): LogPage['commands'] => ({
  verify: `npm run portal -- verify --url ${publicUrl} --state seen`,
  make: 'npm run portal -- cosign --key witness-key --make witness.example.org',
  cosign: `npm run portal -- cosign --key witness-key --url ${publicUrl}`,
})

/** Bytes as people compare them. */
export const hex = (bytes: Uint8Array): string => bytes.toHex()
