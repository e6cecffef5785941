import { customPinyin, pinyin, polyphonic } from 'pinyin-pro'
import { unitsOf } from './units.ts'

/** Words of ports and places whose characters are read otherwise elsewhere. */
customPinyin({
  还箱: 'huán xiāng',
  还空箱: 'huán kōng xiāng',
  还柜: 'huán guì',
  调箱: 'diào xiāng',
  称重申报: 'chēng zhòng shēn bào',
  总重申报: 'zǒng zhòng shēn bào',
  重签: 'chóng qiān',
  乐清: 'yuè qīng',
})

const PLAIN = { toneType: 'none', type: 'array', v: true } as const

/** The sounds of a folded text, one per Chinese character, runs of letters as they are: `thc cao zuo fei`. */
export function soundsOf(norm: string): string[] {
  const units = unitsOf(norm)
  const read = pinyin(units.map(({ text, han }) => (han ? text : '，')).join(''), PLAIN)
  return units.map(({ text, han }, place) => (han ? (read[place] ?? text) : text))
}

/** All readings of one Chinese character, so that 引行费 sounds like 引航费 whichever way 行 is read there. */
export const readingsOf = (char: string): ReadonlySet<string> => new Set(polyphonic(char, PLAIN)[0])
