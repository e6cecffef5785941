import { describe, expect, test } from 'vitest'
import { type Known, redactionsIn, type Secret } from '../../complaints/redaction.ts'

const KNOWN: Known = {
  contact: {
    name: '周小舟',
    phone: '139-5740-8866',
    email: 'zhou@example.com',
    address: '北仑区甬江路一万号',
    company: '示例货代有限公司',
    credit_code: '91330206MA2DEM0999',
  },
  receipt: 'TS20261123-7K3M9QX',
  files: ['三月账单扫描件.pdf', 'IMG_20260302_101500.jpg'],
  statement: '三月二日提箱，账单上的港口设施保安费每箱二十元，公示为八元，码头不肯说明依据。',
  consent: false,
  open: ['91330206MA2DEM0171', '0574-27680000'],
}
const kindsIn = (text: string, known = KNOWN): Secret[] =>
  redactionsIn([{ field: 'summary_zh', text }], known).map(({ kind }) => kind)

/** What a careless draft might hold, and as what it must be found. */
const CORPUS: readonly (readonly [text: string, kind: Secret])[] = [
  ['周小舟来电反映', 'contact'],
  ['周 小 舟来电反映', 'contact'],
  ['周\u200b小舟来电反映', 'contact'],
  ['周先生来电反映', 'contact'],
  ['电话１３９５７４０８８６６', 'contact'],
  ['电话139 5740 8866', 'contact'],
  ['寄往北仑区甬江路一万号', 'contact'],
  ['写信给ＺＨＯＵ＠example.com', 'contact'],
  ['示例货代有限公司反映', 'company'],
  ['代码91330206MA2DEM0999', 'company'],
  ['代码 9133 0206 MA2D EM09 99', 'company'],
  ['其称“港口设施保安费每箱二十元，公示为八元，码头不肯说明”', 'statement'],
  ['回执TS20261123-7K3M9QX', 'receipt'],
  ['回执 TS20261123-0000000', 'receipt'],
  ['见三月账单扫描件.pdf', 'file_name'],
  ['见三月账单扫描件一份', 'file_name'],
  ['另见 bill-march.xlsx 第二页', 'file_name'],
  ['手机一三八不算，138 0000 1234 算', 'phone'],
  ['座机0571-88886666', 'phone'],
  ['请发 someone.else@port.example.cn', 'email'],
  ['身份证330206 19900101 123X', 'id_number'],
  ['另一企业91330200MA281A2B3C', 'credit_code'],
  ['车牌浙B·12345', 'plate'],
  ['车牌浙 B D12345', 'plate'],
  ['联系人：张三', 'person'],
  ['contact: Zhang San', 'person'],
  ['照片 DSC_0042', 'metadata'],
  ['EXIF: Canon EOS', 'metadata'],
  ['拍摄于 29.8683, 121.5440', 'metadata'],
]

describe('what must not be read by the public', () => {
  test.each(CORPUS)('%s is found as %s', (text, kind) => {
    expect(kindsIn(text)).toContain(kind)
  })

  test('what is found is the very words, wherever they stand', () => {
    const [found] = redactionsIn([{ field: 'reply', text: '问 １３９ ５７４０ ８８６６ 可知' }], KNOWN)
    expect(found).toMatchObject({ field: 'reply', text: '１３９ ５７４０ ８８６６', mayStand: false })
  })

  test('a decision in plain words, the respondent’s own code and telephone, sums and days are let alone', () => {
    for (const text of [
      '经查，该码头2026年3月2日多收港口设施保安费12.00元，责令退还。',
      '被反映单位91330206MA2DEM0171，电话0574-27680000。',
      '依据国务院令第585号第九条，应收8.00元，实收20.00元，共1,250箱。',
      'GS2026-0001',
    ])
      expect([text, kindsIn(text)]).toEqual([text, []])
  })

  test('words and company may stand with consent, name and telephone never', () => {
    const may = (text: string, consent: boolean) =>
      redactionsIn([{ field: 'summary_zh', text }], { ...KNOWN, consent }).map(({ mayStand }) => mayStand)
    expect([may('示例货代有限公司反映', false), may('示例货代有限公司反映', true)]).toEqual([[false], [true]])
    expect([may('周小舟反映', true), may('139-5740-8866', true)]).toEqual([[false], [false]])
  })
})
