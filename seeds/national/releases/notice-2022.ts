import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { basis, between, from, type SeedRelease, sayAll, why } from '../../seed.ts'
import { coverage } from '../coverage.ts'
import { lumpsumOf2022, pilotageOf2022, securityOf2022, towageOf2022 } from '../items-later.ts'
import { internationalOfNingbo, internationalOfShanghai, internationalOfShanghaiFrom2024 } from '../pilotage.ts'
import { securityCeilingOf2022 } from '../port-facility-security.ts'

const VALID = from('2022-04-01')
const absorbed = why(
  '港口设施保安费并入港口作业包干费，作为子项不得超过原标准8/12元。',
  'The port facility security charge goes into the port operation lump sum; as a sub-item it may not exceed the former 8/12.',
  'jsg-2022-3',
)
const lowered = why(
  '引航（移泊）费基准费率按港口下调：宁波舟山港降10%，上海港2023年底前降5%、2024年起降10%。',
  'Pilotage base rates are lowered by port: 10 % at Ningbo-Zhoushan; at Shanghai 5 % until the end of 2023 and 10 % from 2024.',
  'jsg-2022-3',
)
const tugs = why(
  '长江干线港口150米及以下中国籍船舶可不使用拖轮。',
  'Chinese-flag ships up to 150 m in Yangtze trunk ports may decline tugs.',
  'jsg-2022-3',
)

/** 2022年通知: announced in March, in force from 1 April, with a second step in 2024. */
export const noticeOf2022: SeedRelease = {
  publishedAt: '2022-03-11T10:00:00+08:00',
  title: text(
    '减并港口收费：保安费并入包干费，引航费按港口下调',
    'Port charges reduced and merged: security into the lump sum, pilotage lower by port',
  ),
  note: text(
    '发布日待核实。引航费降15%：深圳、湄洲湾、日照、锦州；降10%：上海（2023年底前5%）、宁波舟山、大连、唐山、青岛、连云港、湛江、福州、防城、威海、黄骅、烟台、厦门、泉州。其他港口（含温州、台州、嘉兴）不变。',
    'Day of announcement to be verified. Pilotage 15 % lower: Shenzhen, Meizhouwan, Rizhao, Jinzhou; 10 % lower: Shanghai (5 % until the end of 2023), Ningbo-Zhoushan, Dalian, Tangshan, Qingdao, Lianyungang, Zhanjiang, Fuzhou, Fangcheng, Weihai, Huanghua, Yantai, Xiamen, Quanzhou. Other ports, Wenzhou, Taizhou and Jiaxing among them, are unchanged.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments('2022-03-11', absorbed, 'jsg-2022-3'),
    say('item', securityOf2022, VALID, absorbed, 'revise'),
    say('item', lumpsumOf2022, VALID, absorbed, 'revise'),
    say('item', pilotageOf2022, VALID, lowered, 'revise'),
    say('item', towageOf2022, VALID, tugs, 'revise'),
    ...sayAll('standard', securityCeilingOf2022(), VALID, absorbed, 'revise'),
    say(
      'lineage',
      {
        from: 'port-facility-security',
        to: 'port-operation-lumpsum',
        kind: 'absorbed_as_subitem',
        ceiling: true,
        basis: [basis('jsg-2022-3')],
        note: text(
          '2022年4月1日起作为港口作业包干费子项，不得超过原标准。',
          'A sub-item of the port operation lump sum since 1 April 2022, capped at the former rate.',
        ),
      },
      VALID,
      absorbed,
    ),
    say('standard', internationalOfNingbo(), VALID, lowered),
    say('standard', internationalOfShanghai(), between('2022-04-01', '2024-01-01'), lowered),
    say('standard', internationalOfShanghaiFrom2024(), from('2024-01-01'), lowered, 'revise'),
    coverage('2022-04-01', absorbed, 'confirm'),
  ],
}
