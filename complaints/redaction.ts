import { bare, figured, type Normal, normalOf } from './normal-text.ts'
import { companyForms, phoneForms } from './other-forms.ts'
import type { ContactFieldName } from './words.ts'

/** 须遮盖的内容: what must not stand in what the public reads. */
export const SECRETS = [
  'contact', //     the complainant's own name, phone, address …, whatever they look like
  'company', //     the complainant's company or credit code
  'statement', //   the complainant's own words
  'receipt',
  'file_name',
  'phone',
  'account', //     of WeChat or QQ
  'email',
  'id_number',
  'bank_card',
  'credit_code',
  'plate',
  'person', //      a person named with a title or a role
  'metadata', //    what a camera or an office program writes into a file
] as const
export type Secret = (typeof SECRETS)[number]

/** One thing found: in which field, the very words, and whether somebody may decide with a reason that they stand. */
export type Found = { kind: Secret; field: string; text: string; mayStand: boolean }

/** What is known of a case and must not be told: its own contacts, receipt, file names, and the complainant's words. */
export type Known = {
  contact: Partial<Record<ContactFieldName, string>>
  receipt: string
  files: readonly string[]
  statement: string | null
  /** Did the complainant agree that his words are published? */
  consent: boolean
  /** What is public already: the respondent's own code and telephones. */
  open: readonly string[]
}

export type Field = { field: string; text: string }

/**
 * 公示前的检查: everything in these texts that names or could name a person. Full-width figures and figures in Han, spaces and
 * hyphens within a number, capitals and invisible characters hide nothing.
 */
export function redactionsIn(fields: readonly Field[], known: Known): Found[] {
  return fields.flatMap(({ field, text }) => {
    const normal = normalOf(text)
    const found = [...ownOf(normal, known), ...patternsIn(normal, known.open)].map((one) => ({ ...one, field }))
    return found.filter(
      (one, n) => found.findIndex((other) => other.text === one.text && rank(other) <= rank(one)) === n,
    )
  })
}

const rank = ({ kind }: { kind: Secret }): number => SECRETS.indexOf(kind)

type Hit = Omit<Found, 'field'>

function ownOf(normal: Normal, known: Known): Hit[] {
  const { contact, receipt, files, statement, consent } = known
  const hits = (kind: Secret, secret: string | undefined, mayStand: boolean): Hit[] =>
    secret === undefined ? [] : normal.where(secret).map((text) => ({ kind, text, mayStand }))
  return [
    ...(['name', 'email', 'address'] as const).flatMap((field) => hits('contact', contact[field], false)),
    ...(contact.phone === undefined ? [] : normal.where(...phoneForms(contact.phone))).map(
      (text): Hit => ({ kind: 'contact', text, mayStand: false }),
    ),
    ...titled(contact.name).flatMap((name) => hits('contact', name, false)),
    ...(contact.company === undefined ? [] : companyIn(normal, contact.company, consent)),
    ...hits('company', contact.credit_code, consent),
    ...hits('receipt', receipt, false),
    ...files.flatMap((name) => [...hits('file_name', name, false), ...hits('file_name', stemOf(name), false)]),
    ...(statement === null ? [] : normal.shared(statement, QUOTED)).map(
      (text): Hit => ({ kind: 'statement', text, mayStand: consent }),
    ),
  ]
}

/** By its whole name only with consent; what is left of it without its place may be anybody's, so a reason is enough. */
function companyIn(normal: Normal, company: string, consent: boolean): Hit[] {
  const { known, core } = companyForms(company)
  const whole = known.map(bare)
  return normal.where(...known, ...core).map((text) => ({
    ...{ kind: 'company', text },
    mayStand: consent || !whole.includes(bare(text)),
  }))
}

/** So many characters in a row are nobody's own but the complainant's. */
const QUOTED = 14

/** 周先生, 周女士: a family name with a title is the person. */
const titled = (name: string | undefined): string[] =>
  name === undefined || !/^\p{Script=Han}/u.test(name)
    ? []
    : ['先生', '女士', '小姐', '经理', '老板', '师傅'].map((title) => `${[...name][0]}${title}`)

/** A name of a file without its ending, where that is more than a word anyone uses. */
function stemOf(name: string): string | undefined {
  const stem = name.replace(/\.[^.]+$/, '')
  return [...stem].length >= 6 ? stem : undefined
}

const PATTERNS: readonly { kind: Secret; pattern: RegExp; mayStand: boolean }[] = [
  { kind: 'email', pattern: /[\w.+-]+\s*@\s*[\w-]+(?:\s*\.\s*[\w-]+)+/g, mayStand: false },
  { kind: 'id_number', pattern: /(?<![\da-z])[1-9](?:[\s-]*\d){16}[\s-]*[\dx](?![\da-z])/g, mayStand: false },
  { kind: 'phone', pattern: /(?<!\d)(?:\+?86[\s-]*)?1[\s-]*[3-9](?:[\s.·-]*\d){9}(?!\d)/g, mayStand: true },
  { kind: 'phone', pattern: /(?<!\d)\(?0\d{2,3}\)?[\s-]*[2-8](?:[\s-]*\d){6,7}(?!\d)/g, mayStand: true },
  {
    kind: 'account',
    pattern:
      /(?:微信|(?<![a-z])(?:we-?chat|weixin|vx|wx))\s*(?:(?:账号|帐号|号码?|id|account)\s*[:：是为]?|[:：是为]|(?=[a-z][\w-]*\d))\s*[a-z\d][\w-]{4,19}/g,
    mayStand: true,
  },
  { kind: 'account', pattern: /微信\s*[a-z][\w-]{5,19}/g, mayStand: true },
  {
    kind: 'account',
    pattern: /(?<![a-z])(?:qq|扣扣)\s*(?:账号|帐号|号码?|群)?\s*[:：是为]?\s*[1-9](?:[\s-]*\d){4,11}(?!\d)/g,
    mayStand: true,
  },
  { kind: 'bank_card', pattern: /(?<![\da-z])[3-9](?:[\s-]*\d){15,18}(?![\s-]*[\da-z])/g, mayStand: true },
  { kind: 'receipt', pattern: /ts\d{8}-[0-9a-z*~$=]{7}(?:-\d)?/g, mayStand: false },
  {
    kind: 'credit_code',
    pattern: /(?<![\da-z])[0-9a-hj-npqrtuwxy]{2}(?:[\s-]*\d){6}(?:[\s-]*[0-9a-hj-npqrtuwxy]){10}(?![\da-z])/g,
    mayStand: true,
  },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s*[a-hj-np-z][·\s.-]*(?:[a-hj-np-z\d][\s-]*){5,6}(?![a-z\d])/g,
    mayStand: true,
  },
  {
    kind: 'file_name',
    pattern: /[^\s,，。；;:：“”"'()（）]+\.(?:pdf|jpe?g|png|webp|xlsx?|docx?|csv|txt|ofd|xml|heic|zip)(?![a-z\d])/g,
    mayStand: false,
  },
  {
    kind: 'person',
    pattern: /(?:联系人|经办人|投诉人|举报人|姓名|contact(?: person)?)\s*[:：]\s*[\p{Script=Han}a-z]+/gu,
    mayStand: true,
  },
  { kind: 'metadata', pattern: /(?:img|dsc|mvimg|wx_camera|微信图片)[_-]?\d{3,}/g, mayStand: false },
  { kind: 'metadata', pattern: /\b(?:exif|gps)[\w/:-]*/g, mayStand: false },
  { kind: 'metadata', pattern: /\d{1,3}\s*[°º]\s*\d{1,2}|\d{1,3}\.\d{4,}\s*[,，]\s*\d{1,3}\.\d{4,}/g, mayStand: false },
]

function patternsIn(normal: Normal, open: readonly string[]): Hit[] {
  const isOpen = (text: string) => open.some((one) => bare(one) === figured(bare(text)))
  const hits = PATTERNS.flatMap(({ kind, pattern, mayStand }) =>
    normal
      .matches(pattern)
      .filter((text) => !isOpen(text))
      .map((text) => ({ kind, text, mayStand })),
  )
  const cards = hits.filter(({ kind }) => kind === 'bank_card')
  return hits.filter(({ kind, text }) => kind !== 'phone' || !cards.some((card) => card.text.includes(text)))
}
