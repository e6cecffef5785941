import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { from, type SeedRelease, why } from '../../seed.ts'
import { towageOf2016 } from '../items-later.ts'

const said = why(
  '交通运输部办公厅2016年11月9日函明确拖轮费的适用范围。',
  'A letter of 9 November 2016 from the ministry’s general office sets out what the towage charge covers.',
  'tug-letter-2016',
)

/** 2016-11-09: what the towage charge covers. */
export const tugScopeOf2016: SeedRelease = {
  publishedAt: '2016-11-09T15:00:00+08:00',
  title: text('明确拖轮费适用范围', 'Scope of the towage charge'),
  note: null,
  backfilled: true,
  lines: [
    ...publishDocuments('2016-11-09', said, 'tug-letter-2016'),
    say('item', towageOf2016, from('2016-11-09'), said, 'revise'),
  ],
}
