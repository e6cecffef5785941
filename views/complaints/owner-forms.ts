import type { OwnedCase } from '../../complaints/owned.ts'
import { address } from '../context.ts'
import type { Messages, Translate, Values } from '../locale/locale.ts'

type Word = keyof Messages['owner']
/** What is wrong with a field, by code: words `owner.fault-<code>`. */
export type OwnerFault = {
  field: string
  code: { [W in Word]: W extends `fault-${infer Code}` ? Code : never }[Word]
}
type FileWord = keyof Messages['attachments']
type Untaken = {
  name: string
  code: { [W in FileWord]: W extends `fault-${infer C}` ? C : never }[FileWord]
  values: Values
}

/** A form as it was sent and could not be done. */
export type OwnerSent = {
  n: number
  act: 'message' | 'supplement' | 'evidence' | 'withdraw' | 'appeal' | 'rate' | 'not_solved' | 'confirm'
  values: Record<string, string>
  faults: OwnerFault[]
  refused: 'gone-on' | 'not-now' | null
  taken: string[]
  untaken: Untaken[]
}

/** What every form of the owner carries: the token of the visit, and a number by which a double click is one act. */
export type FormKeys = { csrf: string; once: string }

type Field = {
  id: string
  name: string
  label: string
  hint: string | null
  fault: string | null
  described: string | null
}
type Choice = { id: string; value: string; text: string; chosen: boolean }

/** A form as its template prints it; what it does not ask is null. */
export type OwnerForm = {
  id: string
  action: string
  csrf: string
  once: string
  version: number
  refused: string | null
  taken: string | null
  untaken: string[]
  words: (Field & { value: string; optional: boolean }) | null
  files: Field | null
  choices: { id: string; name: string; legend: string; fault: string | null; options: Choice[] }[]
  send: string
  quiet: boolean
  /** Did this form come back? Then it stands open. */
  open: boolean
}

type Asked = {
  act: OwnerSent['act']
  place: string
  send: string
  words?: { label: string; hint?: string; optional?: true }
  files?: { label: string; hint: string }
  choices?: { name: string; legend: string; options: { value: string; text: string }[] }[]
  quiet?: true
}

/** A form of a case: filled as it was sent, each fault at its field. */
export function ownerForm(
  own: OwnedCase,
  asked: Asked,
  keys: FormKeys,
  sent: OwnerSent | null,
  t: Translate,
): OwnerForm {
  const back = sent !== null && sent.n === own.n && sent.act === asked.act ? sent : null
  const id = `${asked.act}-${own.n}`
  const fault = (field: string) => faultIn(back, field, t)
  return {
    ...{ id, ...keys, version: own.version, send: asked.send, quiet: asked.quiet === true, open: back !== null },
    action: address(t, `/complaints/case/${own.n}/${asked.place}`),
    refused: back?.refused ? t.words.owner[`refused-${back.refused}`] : null,
    ...filesBack(back, t),
    words:
      asked.words === undefined
        ? null
        : {
            ...field(id, 'words', asked.words.label, asked.words.hint ?? null, fault('words')),
            value: back?.values.words ?? '',
            optional: asked.words.optional === true,
          },
    files: asked.files === undefined ? null : field(id, 'files', asked.files.label, asked.files.hint, fault('files')),
    choices: (asked.choices ?? []).map(({ name, legend, options }) => ({
      ...{ id: `${id}-${name}`, name, legend, fault: fault(name) },
      options: options.map((one) => ({
        ...one,
        id: `${id}-${name}-${one.value}`,
        chosen: back?.values[name] === one.value,
      })),
    })),
  }
}

function field(id: string, name: string, label: string, hint: string | null, fault: string | null): Field {
  const own = `${id}-${name}`
  const described = [hint === null ? '' : `${own}-hint`, fault === null ? '' : `${own}-fault`].filter(Boolean).join(' ')
  return { id: own, name, label, hint, fault, described: described === '' ? null : described }
}

function faultIn(sent: OwnerSent | null, name: string, t: Translate): string | null {
  const found = sent?.faults.find(({ field }) => field === name)
  if (found === undefined) return null
  const words: Readonly<Record<string, string>> = t.words.owner
  return words[`fault-${found.code}`] ?? t.words.owner['fault-bad-value']
}

const filesBack = (sent: OwnerSent | null, t: Translate): Pick<OwnerForm, 'taken' | 'untaken'> => ({
  taken: sent === null || sent.taken.length === 0 ? null : t('owner.filesTaken', { names: sent.taken.join('、') }),
  untaken: (sent?.untaken ?? []).map(({ name, code, values }) =>
    t('owner.filesRefused', {
      name: name === '' ? t.words.owner.files : name,
      why: t(`attachments.fault-${code}`, values),
    }),
  ),
})
