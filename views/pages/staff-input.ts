/** A field of a form of sign-in or account, with what is wrong with it. */
export type Input = {
  id: string
  name: string
  label: string
  type: 'text' | 'password'
  value: string
  autocomplete: string
  digits: boolean
  hint: string | null
  fault: string | null
  described: string | null
}

/** A field; what is not said is nothing. */
export function input(field: Pick<Input, 'name' | 'label' | 'autocomplete'> & Partial<Input>): Input {
  const { name, fault = null, hint = null, id = `f-${name}` } = field
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const rest = { type: 'text', value: '', digits: false } as const
  return { ...rest, ...field, id, fault, hint, described: described === '' ? null : described }
}

/** The field for a code of the second factor. */
export const codeInput = (label: string, fault: string | null, name = 'code'): Input =>
  input({ name, label, fault, autocomplete: 'one-time-code', digits: true })
