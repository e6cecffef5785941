import { CODES } from '../demo/entities.ts'
import type { DemoCase } from './case.ts'
import { charge, filing, keyOf } from './filing.ts'

const BOX = { quantity: '1', unit: '箱', facts: { trade: 'foreign', size: '20', load: 'laden' } } as const

/** Decided, refunded, confirmed, published, rated: the whole way. */
const SECURITY_FEE: DemoCase = {
  key: keyOf(1),
  at: '2026-06-08T10:20:00+08:00',
  filing: filing({
    category: 'over_standard',
    charges: [charge('港口设施保安费', '2026-03-02', '28.00', { ...BOX, invoice_no: '示例0001' })],
    statement: '3月2日进口一个二十英尺重箱，被收取港口设施保安费28元，公示标准为8元，请查处并退还多收的20元。',
  }),
  acts: [
    { at: '2026-06-09T09:10:00+08:00', by: 'handler', step: 'accept' },
    { at: '2026-06-12T14:00:00+08:00', by: 'handler', note: '已调取计费系统截图，与发票一致。' },
    { at: '2026-06-18T10:00:00+08:00', by: 'handler', step: 'file_case', signed: 'supervisor' },
    {
      at: '2026-06-19T09:30:00+08:00',
      by: 'handler',
      message: '您反映的事项已立案，我们将核查码头的计费记录。',
      tells: true,
    },
    {
      at: '2026-07-10T09:00:00+08:00',
      by: 'handler',
      reply: '系统升级时误用了四十英尺箱的档位，已更正，愿意退还多收部分。',
    },
    {
      at: '2026-07-20T10:00:00+08:00',
      by: 'handler',
      step: 'decide',
      input: {
        outcome: 'violation_found',
        findings: [{ n: 1, found: true, violation: 'above_standard' }],
        laws: ['above_standard'],
        refund: '20.00',
      },
      words: '经查，该箱港口设施保安费应为8.00元，实收28.00元，多收20.00元，责令退还。',
      signed: 'supervisor',
    },
    {
      at: '2026-07-21T10:00:00+08:00',
      by: 'handler',
      step: 'order_refund',
      input: { amount: '20.00', due_on: '2026-08-20', basis: 'overcharge' },
      words: '限期退还多收价款20.00元。',
      signed: 'supervisor',
    },
    { at: '2026-07-22T09:00:00+08:00', by: 'handler', step: 'notify', input: { delivery: 'portal', on: '2026-07-22' } },
    { at: '2026-08-05T09:00:00+08:00', by: 'handler', refund: 'paid', amount: '20.00' },
    { at: '2026-08-06T20:15:00+08:00', owner: 'confirm' },
    { at: '2026-08-06T20:20:00+08:00', owner: 'rate', score: 5, solved: true, words: '退款已到账。' },
    {
      at: '2026-08-12T10:00:00+08:00',
      by: 'handler',
      publish: {
        zh: '某进出口企业反映该码头超出公示标准收取港口设施保安费。经查属实：二十英尺重箱应收8.00元，实收28.00元。已责令退还20.00元，当事人已退还。',
        en: 'A trading company was charged 28.00 yuan instead of 8.00 for port facility security on a laden twenty-foot box. The charge was above the posted standard; 20.00 yuan were ordered back and have been repaid.',
        reply: '系统升级时误用了四十英尺箱的档位，已更正，愿意退还多收部分。',
      },
      signed: 'casepublisher',
    },
    { at: '2026-06-09T11:00:00+08:00', on: 2, by: 'porthandler', step: 'accept' },
    { at: '2026-06-10T09:00:00+08:00', on: 2, by: 'porthandler', step: 'mediate', input: { both_consent: 'yes' } },
    {
      at: '2026-07-24T09:00:00+08:00',
      on: 2,
      by: 'porthandler',
      step: 'decide',
      input: { outcome: 'refund_agreed', refund: '20.00' },
      words: '双方同意由码头退还20.00元。',
      signed: 'portsupervisor',
    },
    {
      at: '2026-07-24T15:00:00+08:00',
      on: 2,
      by: 'porthandler',
      step: 'notify',
      input: { delivery: 'portal', on: '2026-07-24' },
    },
  ],
}

/** An off-list surcharge; the refund is late. */
const NIGHT_SURCHARGE: DemoCase = {
  key: keyOf(2),
  at: '2026-08-03T16:45:00+08:00',
  filing: filing({
    category: 'off_list',
    charges: [charge('夜班操作附加费', '2026-07-18', '150.00', { quantity: '1', unit: '箱' })],
    statement: '7月18日夜间提箱，被加收夜班操作附加费150元，公示清单上没有这一项。',
  }),
  acts: [
    { at: '2026-08-05T10:00:00+08:00', by: 'handler', step: 'accept' },
    { at: '2026-08-14T10:00:00+08:00', by: 'handler', step: 'file_case', signed: 'supervisor' },
    { at: '2026-08-17T10:00:00+08:00', by: 'handler', message: '已立案，正在核查夜班附加费的收取依据。', tells: true },
    { at: '2026-09-02T10:00:00+08:00', by: 'handler', reply: '附加费系与客户口头约定，未列入公示清单，将予以整改。' },
    {
      at: '2026-09-28T10:00:00+08:00',
      by: 'handler',
      step: 'decide',
      input: {
        outcome: 'violation_found',
        findings: [{ n: 1, found: true, violation: 'beyond_mark' }],
        laws: ['beyond_mark'],
        refund: '150.00',
      },
      words: '经查，该费用未在公示清单列明，属标价之外收费，责令退还150.00元。',
      signed: 'supervisor',
    },
    {
      at: '2026-09-28T15:00:00+08:00',
      by: 'handler',
      step: 'order_refund',
      input: { amount: '150.00', due_on: '2026-10-30', basis: 'overcharge' },
      words: '限期退还150.00元。',
      signed: 'supervisor',
    },
    { at: '2026-09-30T09:00:00+08:00', by: 'handler', step: 'notify', input: { delivery: 'portal', on: '2026-09-30' } },
    {
      at: '2026-10-15T09:00:00+08:00',
      by: 'handler',
      publish: {
        zh: '某货代企业反映该码头收取清单外“夜班操作附加费”。经查属实，责令退还150.00元，并要求停止收取。',
        en: 'A forwarder was charged a “night shift surcharge” that is on no list. Found true: 150.00 yuan were ordered back and the charge must stop.',
      },
      signed: 'casepublisher',
    },
  ],
}

/** Under investigation, extended once; a supplement was asked for and given. */
const FORCED_BOOM: DemoCase = {
  key: keyOf(3),
  at: '2026-10-12T09:05:00+08:00',
  filing: filing({
    category: 'forced_service',
    charges: [charge('围油栏布防服务费', '2026-09-25', '4500.00', { quantity: '1', unit: '次' })],
    statement: '装卸非持久性油类，码头仍强制要求布设围油栏并收取布防服务费4500元，不付费不准靠泊。',
  }),
  acts: [
    {
      at: '2026-10-13T09:00:00+08:00',
      by: 'handler',
      step: 'ask_supplement',
      input: { deadline: '2026-10-30' },
      words: '请补充靠泊通知和付款凭证。',
    },
    { at: '2026-10-14T21:10:00+08:00', owner: 'supplement', words: '已上传靠泊通知，付款凭证编号见发票。' },
    { at: '2026-10-15T09:30:00+08:00', by: 'handler', step: 'accept' },
    { at: '2026-10-29T16:00:00+08:00', by: 'handler', step: 'file_case', signed: 'supervisor' },
    { at: '2026-10-30T09:00:00+08:00', by: 'handler', message: '已立案，正在向码头和海事部门核实。', tells: true },
  ],
}

/** A consumer's complaint in mediation. */
const PASSENGER: DemoCase = {
  key: keyOf(4),
  at: '2026-11-05T19:30:00+08:00',
  filing: filing({
    capacity: 'individual',
    goals: ['refund'],
    daily_life: true,
    consent_mediation: true,
    category: 'price_marking',
    charges: [charge('行李港务保管费', '2026-11-01', '60.00')],
    statement: '搬家行李到港，提取时才告知要收保管费60元，现场没有任何标价。',
    contact: { name: '示例个人', phone: '00000000002', address: '宁波市示例小区2号' },
  }),
  acts: [
    { at: '2026-11-09T09:00:00+08:00', by: 'handler', step: 'accept' },
    { at: '2026-11-10T10:00:00+08:00', by: 'handler', step: 'mediate', input: { both_consent: 'yes' } },
  ],
}

/** Not for daily life: refused, with the reason and the other ways. */
const REFUSED: DemoCase = {
  key: keyOf(5),
  at: '2026-09-14T11:00:00+08:00',
  filing: filing({
    capacity: 'individual',
    goals: ['refund'],
    daily_life: true,
    category: 'duplicate',
    charges: [charge('码头操作费', '2026-09-01', '620.00'), charge('码头操作费', '2026-09-01', '620.00')],
    statement: '同一票货物被收取两次码头操作费，要求退还一次。',
    contact: { name: '示例个人', phone: '00000000003', address: '宁波市示例小区3号' },
  }),
  acts: [
    {
      at: '2026-09-16T10:00:00+08:00',
      by: 'handler',
      step: 'refuse',
      input: { ground: 'not_daily_life' },
      words: '所附提单显示为企业进口货物，不属于为生活消费接受服务；可以举报价格违法，或者向港口主管部门投诉。',
      signed: 'supervisor',
    },
  ],
}

/** On its way to another district. */
const TRANSFERRED: DemoCase = {
  key: keyOf(6),
  at: '2026-11-16T14:00:00+08:00',
  filing: filing({
    goals: ['investigate'],
    entity: undefined,
    entity_name: '镇海某散货码头（示例）',
    category: 'split',
    charges: [charge('卸船费', '2026-11-02', '12000.00'), charge('船边作业费', '2026-11-02', '3000.00')],
    statement: '原来一项卸船费被拆成卸船费和船边作业费两项，合计高于公示的包干费。',
  }),
  acts: [
    {
      at: '2026-11-18T09:00:00+08:00',
      by: 'handler',
      step: 'transfer',
      input: { to: 12, reason: 'not_our_area' },
      words: '码头在镇海港区，属镇海区局管辖。',
    },
  ],
}

/** Waits for the supervisor's signature. */
const TO_SIGN: DemoCase = {
  key: keyOf(7),
  at: '2026-11-03T10:00:00+08:00',
  filing: filing({
    anonymous: true,
    goals: ['investigate'],
    contact: {},
    category: 'pass_through_markup',
    entity: CODES.forwarder,
    entity_name: '宁波示例国际货运代理有限公司',
    charges: [charge('代收港口设施保安费', '2026-10-20', '35.00', BOX)],
    statement: '货代代收港口设施保安费时加价，每箱收35元。',
  }),
  acts: [
    { at: '2026-11-04T09:00:00+08:00', by: 'handler', step: 'accept' },
    { at: '2026-11-19T16:30:00+08:00', by: 'handler', step: 'file_case' },
  ],
}

/** A question, answered the next day. */
const QUESTION: DemoCase = {
  key: keyOf(8),
  at: '2026-11-10T15:00:00+08:00',
  filing: filing({
    goals: ['answer'],
    category: 'other',
    statement: '请问空箱是否还要缴纳港口设施保安费？依据哪一条？',
  }),
  acts: [
    {
      at: '2026-11-11T10:00:00+08:00',
      by: 'handler',
      step: 'answer',
      words: '请看平台上港口设施保安费一项所附的公示原文；清单未列空箱标准，码头不得自行收取。',
    },
    { at: '2026-11-11T12:00:00+08:00', owner: 'rate', score: 4, solved: true, words: '' },
  ],
}

/** Received on the last working day, and yet to be looked at. */
const NEW: DemoCase = {
  key: keyOf(9),
  at: '2026-11-20T17:40:00+08:00',
  filing: filing({
    category: 'abolished_item',
    charges: [charge('港口建设费', '2026-11-12', '64.00', { quantity: '1', unit: '箱' })],
    statement: '港口建设费2021年已取消，账单上仍有这一项。',
  }),
  acts: [],
}

/** The complainant took it back. */
const WITHDRAWN: DemoCase = {
  key: keyOf(10),
  at: '2026-10-20T10:00:00+08:00',
  filing: filing({
    goals: ['investigate'],
    category: 'off_list',
    charges: [charge('单证信息费', '2026-10-10', '30.00')],
    statement: '账单里多了一项单证信息费30元，清单上没有。',
  }),
  acts: [{ at: '2026-10-22T09:00:00+08:00', owner: 'withdraw' }],
}

/** 示例案件 in every state, told one by one. */
export const STORIES: readonly DemoCase[] = [
  SECURITY_FEE,
  NIGHT_SURCHARGE,
  FORCED_BOOM,
  PASSENGER,
  REFUSED,
  TRANSFERRED,
  TO_SIGN,
  QUESTION,
  NEW,
  WITHDRAWN,
]
