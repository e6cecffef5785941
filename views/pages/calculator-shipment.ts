import { isAlways } from '../../catalogue/chargeable.ts'
import { said } from '../locale/format.ts'
import type { Fieldset, Make } from './calculator-field.ts'

/** The form of a shipment. */
export const shipmentSections = (make: Make): Fieldset[] => [
  {
    ...EMPTY,
    ...{ id: 'goods', title: make.words.goods },
    fields: [make.choice('direction'), make.choice('trade'), make.count('bills', { hint: make.words.billsHint })],
  },
  {
    ...EMPTY,
    ...{ id: 'boxes', title: make.words.boxes, boxes: make.boxes() },
    fields: [make.number('box_m3', { hint: make.words.boxVolumeHint })],
  },
  {
    ...EMPTY,
    ...{ id: 'keeping', title: make.words.keeping },
    fields: [
      make.number('storage_days'),
      make.number('plug_days'),
      make.number('detention_days', { hint: make.words.detentionHint }),
    ],
  },
  items(make),
]

const EMPTY = { hint: null, fold: null, boxes: null, ticks: [], picks: null }

/** A choice that is not as it was offered: what is as usual stays folded, so that a phone shows the result sooner. */
const isChanged = ({ item, usual, counted }: Make['data']['choices'][number]): boolean =>
  !isAlways(item.code) && usual !== counted

/** 计入的费目 by link, those that such a shipment usually meets ticked. */
function items(make: Make): Fieldset {
  const { data, words, t } = make
  const { choices } = data
  const links = [...new Set(choices.map(({ item }) => item.link))]
  const ticks = links.map((link) => ({
    title: t.words.link[link],
    ticks: choices
      .filter(({ item }) => item.link === link)
      .map(({ item, counted, offered }) =>
        make.tick('item', item.code, said(item.name, t.locale).text, {
          ...said(item.name, t.locale),
          checked: counted,
          fixed: isAlways(item.code),
          note: offered ? (item.voluntary ? t.words.common.voluntary : null) : words.whyNobody,
        }),
      ),
  }))
  const count = ticks.flatMap((group) => group.ticks).filter(({ checked }) => checked).length
  return {
    ...EMPTY,
    ...{
      id: 'items',
      title: words.items,
      hint: words.itemsHint,
      fields: [],
      ticks,
      picks: choices
        .filter(({ item, usual }) => usual && !isAlways(item.code))
        .map(({ item }) => item.code)
        .join(','),
    },
    fold: { open: choices.some(isChanged), aside: t('calculator.itemsCount', { n: count }) },
  }
}
