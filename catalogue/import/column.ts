import { type Text, text } from '../text.ts'
import { CHANGES, type Choice } from './choices.ts'

/** 模板版本: stands in the heading behind the last column. A file of a version that is not known here is refused. */
export const TEMPLATE_VERSION = 1

/**
 * What a column holds. `choices` takes several values, parted by 、or |; `day` an ISO day; `open_day` also 长期.
 * `list` names a list of the portal's own: ports, areas, items, documents.
 */
export type ImportColumn<Name extends string = string> = {
  name: Name
  kind: 'text' | 'code' | 'amount' | 'day' | 'open_day' | 'count' | 'choice' | 'choices'
  label: Text
  about: Text
  required: boolean
  example: string
  width: number
  /** Characters at most. */
  most: number
  choices?: readonly Choice[]
  list?: 'ports' | 'items' | 'documents'
  /** Only in the template of one role. */
  only?: 'entity' | 'catalogue'
}

type More = Partial<Pick<ImportColumn, 'required' | 'width' | 'most' | 'choices' | 'list' | 'only'>>

/** A short way to write one. */
export const column = <Name extends string>(
  name: Name,
  kind: ImportColumn['kind'],
  label: [zh: string, en: string],
  about: [zh: string, en: string],
  example: string,
  more: More = {},
): ImportColumn<Name> => ({
  ...{ name, kind, label: text(...label), about: text(...about), example, required: false, width: 14, most: 200 },
  ...more,
})

/** The days of a row. */
export const DAYS = [
  column(
    'effective_from',
    'day',
    ['生效日', 'Effective from'],
    ['适用的第一天；空为上传时选定的生效日', 'First day on which it applies; empty: the day chosen when uploading'],
    '2027-01-01',
    { width: 12 },
  ),
  column(
    'effective_to',
    'open_day',
    ['有效期至', 'Effective to'],
    [
      '适用的最后一天（含）；空为不改变已公布的结束日，“长期”为没有结束日',
      'Last day on which it applies, inclusive; empty leaves the published end as it is, “open” means no end',
    ],
    '',
    { width: 12 },
  ),
] as const

/** What a row rests on. */
export const BASIS = [
  column(
    'basis_document',
    'text',
    ['依据文件', 'Basis document'],
    ['文件代码、文号或名称；几个用“;”分开', 'Code, number or title of the document; several are parted by “;”'],
    '交水规〔2019〕2号',
    { list: 'documents', width: 22, most: 800 },
  ),
  column(
    'basis_article',
    'text',
    ['依据条款', 'Article'],
    ['与依据文件一一对应，用“;”分开', 'One for each document, parted by “;”'],
    '第十条',
    { most: 800 },
  ),
] as const

/** What stands at the end of every row. */
export const CLOSING = [
  column('remark', 'text', ['备注', 'Remark'], ['其他说明', 'Anything else'], '', { width: 30, most: 4000 }),
  column('remark_en', 'text', ['备注（英文）', 'Remark in English'], ['备注的英文', 'The remark in English'], '', {
    width: 20,
    most: 4000,
  }),
  column(
    'change',
    'choice',
    ['变动', 'Change'],
    [
      '一般留空，由平台比对得出；停止收费选“停止收费”，更正过去的差错选“更正”',
      'Usually empty: found by comparing; “end” stops a charge, “correct” puts right what was always wrong',
    ],
    '',
    { choices: CHANGES, width: 11 },
  ),
  column(
    'reason',
    'text',
    ['变动原因', 'Reason'],
    ['公布时随这一条显示；更正必须填写', 'Published with this line; a correction needs one'],
    '',
    { width: 24, most: 2000 },
  ),
] as const
