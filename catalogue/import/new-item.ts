import { pinyin } from 'pinyin-pro'
import type { FeeItem } from '../fee-item.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Scene } from './scene.ts'

/** 新项目: what a row would have to be if nothing in the catalogue is meant. Its code is made from its name and taken by none. */
export function newItemCode(name: string, { live, proposed }: Scene): string {
  const sounds = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('-')
  const plain = sounds
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  const base = plain === '' ? 'new-item' : plain
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`
    if (!live.reference.of.item.has(code) && !proposed.has(code)) return code
  }
}

/** The item itself, as little as can be said of it: an editor completes it before it is reviewed. */
export function newItem(code: string, name: string, standard: FeeStandard, { entity, port }: Scene): FeeItem {
  const kind = standard.port === null ? undefined : port(standard.port)?.kind
  return {
    ...{
      code,
      name: { zh: name, en: null },
      parent: null,
      position: 990_000,
      pricing: 'market',
      nature: 'service_fee',
    },
    ...{ link: entity?.link ?? 'terminal', payer: 'either', payee: null },
    content: standard.remark ?? { zh: name, en: null },
    at: [kind ?? 'sea'],
    facts: Object.keys(standard.conditions),
    ...{ aliases: [], voluntary: false, basis: [] },
    provenance: { mark: 'single', source: '收费单位报送的清单' },
    remark: null,
  }
}
