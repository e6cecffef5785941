import { Link, Pricing } from '../../catalogue/fee-item.ts'
import { type Selection, Sort } from '../../catalogue/listing.ts'
import { allOn, nearest, type Reference } from '../../catalogue/reference.ts'
import { address, link, type PageContext } from '../frame.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** The form above the list: words to look for, and the choices that narrow it. Works as a plain GET form. */
export type Filters = {
  action: string
  q: string
  open: boolean
  kept: { name: string; value: string }[]
  choices: Choice[]
  clear: string | null
}
export type Choice = { name: string; label: string; options: Option[] }
type Option = { value: string; text: string; lang: string | null; selected: boolean }

/** The form for one selection; only ports, entities and links there are on that day are offered. */
export function filtersOf(selection: Selection, ctx: PageContext, ref: Reference, t: Translate): Filters {
  const { q, item, ...narrowing } = selection
  const choices = [
    choice('port', t.words.fees.port, portOptions(ctx, ref)),
    choice('entity', t.words.fees.entity, entityOptions(ctx, ref, selection)),
    choice('link', t.words.fees.link, linkOptions(ctx, ref, t)),
    choice(
      'pricing',
      t.words.fees.pricing,
      Pricing.options.map((value) => plain(value, t.words.pricing[value])),
    ),
    choice(
      'sort',
      t.words.fees.sort,
      Sort.options.slice(1).map((value) => plain(value, t.words.sort[value])),
    ),
  ]
  for (const { name, options } of choices) {
    options.unshift(plain('', name === 'sort' ? t.words.sort.item : t.words.common.all))
    for (const option of options) option.selected = option.value === (selection[name as keyof Selection] ?? '')
  }
  return {
    action: address(ctx, '/fees'),
    q: q ?? '',
    open: Object.keys(narrowing).length > 0,
    kept: keptOf(ctx, item),
    choices,
    clear: Object.keys(selection).length > 0 ? link(ctx, '/fees') : null,
  }
}

const choice = (name: string, label: string, options: Option[]): Choice => ({ name, label, options })
const plain = (value: string, text: string): Option => ({ value, text, lang: null, selected: false })

const keptOf = (ctx: PageContext, item: string | undefined) => [
  ...(ctx.pinned.on ? [{ name: 'on', value: ctx.on }] : []),
  ...(ctx.pinned.release ? [{ name: 'release', value: String(ctx.release) }] : []),
  ...(item ? [{ name: 'item', value: item }] : []),
]

const portOptions = ({ on, locale }: PageContext, ref: Reference): Option[] =>
  allOn(ref, 'port', on)
    .filter(({ reference }) => !reference)
    .map(({ code, name }) => ({ value: code, ...said(name, locale), selected: false }))

/** Of too many entities to choose from only the one already chosen is offered, until a port is. */
function entityOptions({ on, locale }: PageContext, ref: Reference, { port, entity }: Selection): Option[] {
  const there = allOn(ref, 'entity', on).filter(
    ({ ports }) => port === undefined || nearest(ref, 'port', port, on) === undefined || ports.includes(port),
  )
  const offered = there.length > TOO_MANY ? there.filter(({ code }) => code === entity) : there
  return offered.map(({ code, name }) => ({ value: code, ...said(name, locale), selected: false }))
}

const TOO_MANY = 100

function linkOptions({ on }: PageContext, ref: Reference, t: Translate): Option[] {
  const used = new Set(allOn(ref, 'item', on).map(({ link }) => link))
  return Link.options.filter((value) => used.has(value)).map((value) => plain(value, t.words.link[value]))
}
