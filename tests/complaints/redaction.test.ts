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
  ['电话１３８ ００００ １２３５', 'phone'],
  ['电话一三八〇〇〇〇一二三四', 'phone'],
  ['电话一三八零零零零一一一一', 'phone'],
  ['打幺三八，不，幺三八零零零零幺二三四', 'phone'],
  ['手机么三八 零零零零 一二三四', 'phone'],
  ['你有什么一三八零零零零一二三四', 'phone'],
  ['电话壹叁捌零零零零壹贰叁肆', 'phone'],
  ['电话1三8零0零0一2三4', 'phone'],
  ['座机零五七一 八八八八六六六六', 'phone'],
  ['QQ群一二三四五六', 'account'],
  ['卡号六二二二 零二一三 九五七四 零八八六 六一二', 'bank_card'],
  ['身份证三三零二零六一九九零零一零一一二三X', 'id_number'],
  ['电话一三九五七四〇八八六六', 'contact'],
  ['请发 someone.else@port.example.cn', 'email'],
  ['身份证330206 19900101 123X', 'id_number'],
  ['另一企业91330200MA281A2B3C', 'credit_code'],
  ['车牌浙B·12345', 'plate'],
  ['车牌浙 B D12345', 'plate'],
  ['联系人：张三', 'person'],
  ['contact: Zhang San', 'person'],
  ['微信号 zhou_xz66', 'account'],
  ['加微信：zhou_xz66', 'account'],
  ['WeChat ID: zhou_xz66', 'account'],
  ['wechat zhou66xz', 'account'],
  ['微信 zhouxz', 'account'],
  ['QQ 12345', 'account'],
  ['扣扣号：１２３４５６７８９', 'account'],
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
      '二〇二六年三月二日，按每箱二十元收取，共壹仟贰佰伍拾元整，一千二百五十箱，一一核对。',
      '电话零五七四二七六八零零零零。',
    ])
      expect([text, kindsIn(text)]).toEqual([text, []])
  })

  test('words and company may stand with consent, name and telephone never', () => {
    const may = (text: string, consent: boolean) =>
      redactionsIn([{ field: 'summary_zh', text }], { ...KNOWN, consent }).map(({ mayStand }) => mayStand)
    expect([may('示例货代有限公司反映', false), may('示例货代有限公司反映', true)]).toEqual([[false], [true]])
    expect([may('周小舟反映', true), may('139-5740-8866', true)]).toEqual([[false], [false]])
  })

  const own = (contact: Known['contact'], text: string) =>
    redactionsIn([{ field: 'reply', text }], { ...KNOWN, contact, statement: null })
      .filter(({ kind }) => kind === 'contact' || kind === 'company')
      .map(({ kind, text, mayStand }) => [kind, text, mayStand])

  test.each([
    ['+86 139 5740 8866', '电话13957408866', '13957408866'],
    ['0086-139-5740-8866', '电话139 5740 8866', '139 5740 8866'],
    ['8613957408866', '电话13957408866', '13957408866'],
    ['139-5740-8866', '电话+86 139 5740 8866', '+86 139 5740 8866'],
    ['0574-87654321', '电话 8765 4321', '8765 4321'],
    ['(0574) 87654321', '电话0574-87654321', '0574-87654321'],
    ['+86 574 8765 4321', '电话(0574)87654321', '0574)87654321'],
    ['057487654321', '电话+86 574 87654321', '+86 574 87654321'],
    ['010-65432100', '电话65432100', '65432100'],
  ])('the complainant’s telephone %s is found in %s', (phone, text, words) => {
    expect(own({ phone }, text)).toEqual([['contact', words, false]])
  })

  test('a service number has no area code to leave out', () => {
    expect(own({ phone: '400-820-8820' }, '编号8208820')).toEqual([])
  })

  test('figures in Han are found as the words they stand in, once, and no further than the figures go', () => {
    const words = (text: string) => redactionsIn([{ field: 'reply', text }], KNOWN).map(({ text }) => text)
    expect(words('问 一三八〇 〇〇〇 一二三四 可知')).toEqual(['一三八〇 〇〇〇 一二三四'])
    expect(words('QQ 12345 一事')).toEqual(['QQ 12345'])
    expect(words('电话138 0000 1234一事')).toEqual(['138 0000 1234'])
  })

  test('a short name is found as a word of its own, not within another', () => {
    expect(own({ name: 'Li' }, 'The delivery and the bill of lading; a reliable relief')).toEqual([])
    expect(own({ name: 'Ann' }, 'The annual plan, an n-fold charge, channels')).toEqual([])
    expect(own({ name: 'Zhang San' }, 'zhangsanitation')).toEqual([])
    for (const [name, text, words] of [
      ['Li', 'Reported by LI, twice', 'LI'],
      ['Li', '投诉人Li反映', 'Li'],
      ['Li Na', 'said li-na', 'li-na'],
      ['Zhang San', 'said Z h a n g San', 'Z h a n g San'],
      ['Zhang San', 'said ZhangSan.', 'ZhangSan'],
    ] as const)
      expect([name, own({ name }, text)]).toEqual([name, [['contact', words, false]]])
  })

  test('a company is found without its legal form, and without its place where enough is left', () => {
    const company = '宁波市北仑甬新达货代（宁波）股份有限公司'
    for (const [text, words, mayStand] of [
      [`${company}反映`, company, false],
      ['宁波市北仑甬新达货代(宁波)反映', '宁波市北仑甬新达货代(宁波', false],
      ['甬新达货代反映', '甬新达货代', true],
    ] as const)
      expect(own({ company }, text)).toEqual([['company', words, mayStand]])
    expect(own({ company: '示例货代有限责任公司' }, '示例货代反映')).toEqual([['company', '示例货代', false]])
    expect(own({ company: 'Ningbo Shili Logistics Company Limited' }, 'by Shili Logistics')).toEqual([
      ['company', 'Shili Logistics', true],
    ])
    expect(own({ company: '宁波甬新有限公司' }, '甬新路一号')).toEqual([])
    expect(own({ company: 'Shili Logistics Co., Ltd.' }, 'by SHILI LOGISTICS today')).toEqual([
      ['company', 'SHILI LOGISTICS', false],
    ])
  })

  test('the number of a bank card is found whole, and no telephone within it', () => {
    for (const number of ['6222 0213 9574 0886 612', '6225-8801-3957-4088', '6222021395740123123'])
      expect(redactionsIn([{ field: 'reply', text: `卡号${number}。` }], KNOWN)).toContainEqual({
        ...{ kind: 'bank_card', field: 'reply', text: number, mayStand: true },
      })
    expect(kindsIn('卡号6222 0213 8000 1234 612')).toEqual(['bank_card'])
  })

  test('paying by WeChat, a QQ group without a number, sums and days are let alone', () => {
    for (const text of [
      '用微信支付20.00元',
      'paid by WeChat transfers',
      'QQ群通知',
      '1,250,000.00',
      '2026年11月23日至12月20日',
    ])
      expect([text, kindsIn(text)]).toEqual([text, []])
  })
})
