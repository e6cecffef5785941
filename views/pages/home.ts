import { allOn, type Reference } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { instantText, releaseText, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type Coming, type ComingLine, comingLine } from '../words/coming.ts'
import { itemName } from '../words/names.ts'

/** What the home page is made of: newest releases first, what comes next first, and how much there is today. */
export type HomeData = {
  reference: Reference
  releases: Release[]
  upcoming: Coming[]
  standards: number
}

/** `/`: search, ports, what changed, what will, how to complain. */
export type HomePage = {
  frame: Frame
  search: { action: string; kept: { name: string; value: string }[] }
  counts: string
  popular: { href: string; name: Said }[]
  ports: { href: string; name: Said; kind: string; city: Said | null }[]
  releases: { href: string; number: string; day: string; title: Said; lines: string }[]
  upcoming: ComingLine[]
  kinds: { shape: string; word: string; says: string }[]
  phones: { number: string; says: string }[]
  links: {
    calculator: string
    check: string
    fees: string
    ports: string
    changes: string
    upcoming: string
    policies: string
    complaints: string
  }
  words: Messages['home']
  fees: Messages['fees']
}

export function homePage(ctx: PageContext, { reference, releases, upcoming, standards }: HomeData): HomePage {
  const t = translator(ctx.locale)
  const { home, fees } = t.words
  return {
    frame: frame(ctx, { title: home.title, description: home.description, jsonLd: websiteLd(ctx, t) }),
    search: { action: address(ctx, '/fees'), kept: pinsOf(ctx) },
    counts: countsOf(reference, standards, ctx, t),
    popular: POPULAR.map((code) => ({
      href: link(ctx, `/fees/${code}`),
      name: itemName(reference, code, ctx.on, ctx.locale),
    })),
    ports: portsOf(reference, ctx, t),
    releases: releases.slice(0, 6).map((release) => releaseLine(release, ctx, t)),
    upcoming: upcoming.slice(0, 6).map((coming) => comingLine(coming, ctx, reference, t)),
    kinds: [
      { shape: 'gov_set', word: t.words.pricing.gov_set, says: home.govSet },
      { shape: 'gov_guided', word: t.words.pricing.gov_guided, says: home.govGuided },
      { shape: 'market', word: t.words.pricing.market, says: home.market },
    ],
    phones: [
      { number: '12315', says: home.call12315 },
      { number: '12345', says: home.call12345 },
      { number: '12328', says: home.call12328 },
    ],
    links: {
      calculator: link(ctx, '/calculator'),
      check: link(ctx, '/check'),
      fees: link(ctx, '/fees'),
      ports: link(ctx, '/ports'),
      changes: link(ctx, '/changes'),
      upcoming: link(ctx, '/upcoming'),
      policies: link(ctx, '/policies'),
      complaints: address(ctx, '/complaints'),
    },
    words: home,
    fees,
  }
}

const POPULAR = ['pilotage', 'towage', 'cargo-port-dues', 'port-operation-lumpsum', 'yard-storage', 'tally']

const pinsOf = ({ pinned, on, release }: PageContext) => [
  ...(pinned.on ? [{ name: 'on', value: on as string }] : []),
  ...(pinned.release ? [{ name: 'release', value: String(release) }] : []),
]

const countsOf = (ref: Reference, standards: number, { on }: PageContext, t: Translate): string =>
  t('home.counts', {
    items: allOn(ref, 'item', on).length,
    standards,
    entities: allOn(ref, 'entity', on).length,
    ports: allOn(ref, 'port', on).filter(({ reference }) => !reference).length,
  })

const portsOf = (ref: Reference, ctx: PageContext, t: Translate): HomePage['ports'] =>
  allOn(ref, 'port', ctx.on)
    .filter(({ reference }) => !reference)
    .map(({ code, name, kind, city }) => ({
      href: link(ctx, `/ports/${code}`),
      name: said(name, ctx.locale),
      kind: t.words.portKind[kind],
      city: said(city, ctx.locale),
    }))

const releaseLine = (release: Release, ctx: PageContext, t: Translate) => ({
  href: address(ctx, `/changes/${release.seq}`),
  number: releaseText(release.seq, t),
  day: instantText(release.publishedAt, ctx.locale),
  title: said(release.title, ctx.locale),
  lines: t('home.lines', { n: release.lines }),
})

const websiteLd = (ctx: PageContext, t: Translate) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: t.words.frame.site,
  url: ctx.publicUrl + address(ctx, '/'),
  inLanguage: ctx.locale,
  potentialAction: {
    '@type': 'SearchAction',
    target: `${ctx.publicUrl}${address(ctx, '/fees')}?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
})
