import { address } from '../context.ts'
import { type Messages, type Translate, translator, type Values } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type Field, fieldOf, type Problems } from './check-field.ts'

export type ImportFault = { field: 'entity' | 'mode' | 'effective' | 'file' | 'title'; code: string; values: Values }

/** The form as it was sent. `lists` are those whose imports one may send: code (null: the authority's) and name. */
export type ImportFormData = {
  lists: readonly { code: string | null; name: string }[]
  values: Record<string, string>
  faults: readonly ImportFault[]
  noticeDays: number
}

/** `/staff/imports/new`: a list to be read, and the template to write it in. */
export type StaffImportFormPage = {
  frame: StaffFrame
  action: string
  problems: Problems
  list: Field
  modes: { value: string; text: string; hint: string; checked: boolean; id: string }[]
  modeFault: string | null
  effective: Field
  attest: boolean
  file: { fault: string | null }
  templates: { xlsx: string; csv: string; fields: Field[] }
  words: Messages['imports']
}

/** The page of that form. */
export function staffImportFormPage(ctx: StaffContext, data: ImportFormData): StaffImportFormPage {
  const t = translator(ctx.locale)
  const { imports: words } = t.words
  const { values } = data
  const fault = (name: ImportFault['field']) => faultOf(data.faults, name, t)
  const lists = listOptions(data.lists, words)
  const sent = (name: 'entity' | 'effective') => ({ value: values[name] ?? '', fault: fault(name) })
  const only = data.lists.length === 1
  return {
    frame: staffFrame(ctx, words.formTitle),
    action: address(ctx, '/staff/imports'),
    problems: importProblems(data.faults, t),
    list: fieldOf('entity', words.list, sent('entity'), {
      ...{ type: 'select', hint: words.listHint },
      options: [...(only ? [] : [option('', words.choose)]), ...lists],
    }),
    modes: [
      mode('full', words.modeFullWord, words.modeFullHint, values.mode),
      mode('changes', words.modeChangesWord, words.modeChangesHint, values.mode),
    ],
    modeFault: fault('mode'),
    effective: fieldOf('effective', words.effectiveLabel, sent('effective'), {
      type: fault('effective') === null ? 'date' : 'text',
      hint: t('imports.effectiveHint', { days: data.noticeDays }),
    }),
    attest: values.attest === '1',
    file: { fault: fault('file') },
    templates: {
      xlsx: address(ctx, '/staff/imports/template.xlsx'),
      csv: address(ctx, '/staff/imports/template.csv'),
      fields: [
        {
          ...fieldOf('entity', words.templateFor, untouched(values.entity), { options: lists }),
          id: 'template-entity',
        },
        { ...fieldOf('on', words.templateOn, untouched(''), { type: 'date', hint: words.templateOnHint }), id: 'f-on' },
      ],
    },
    words,
  }
}

const untouched = (value = '') => ({ value, fault: null })

const option = (value: string, text: string) => ({ value, text, lang: null, selected: false })

const listOptions = (lists: ImportFormData['lists'], words: Messages['imports']) =>
  lists.map(({ code, name }) => option(code ?? 'authority', code === null ? words.authority : name))

const mode = (value: string, text: string, hint: string, sent: string | undefined) => ({
  ...{ value, text, hint, id: `f-mode-${value}` },
  checked: sent === value,
})

/** What is wrong with one field of the form. */
export const faultOf = (faults: readonly ImportFault[], name: string, t: Translate): string | null => {
  const found = faults.find(({ field }) => field === name)
  return found === undefined ? null : said(found, t)
}

const said = ({ code, values }: ImportFault, t: Translate): string =>
  t(`imports.${`fault-${code}` as 'fault-mode'}`, values)

/** All that is wrong, above the form; each leads to its field. */
export function importProblems(faults: readonly ImportFault[], t: Translate): Problems {
  if (faults.length === 0) return null
  const { imports: words } = t.words
  const labels = {
    ...{ entity: words.list, mode: words.mode, effective: words.effectiveLabel },
    ...{ file: words.fileLabel, title: words.applyTitle },
  }
  return {
    text: t('check.problems', { n: faults.length }),
    fields: faults.map((fault) => ({
      href: `#${fault.field === 'mode' ? 'f-mode-full' : FIELD_IDS[fault.field]}`,
      label: labels[fault.field],
      text: said(fault, t),
    })),
  }
}

const FIELD_IDS = { entity: 'f-entity', effective: 'f-effective', file: 'f-file', title: 'f-title' } as const
