import { plain } from './form.ts'

/** What a browser would send of the form of a line, without a change: names may come several times. */
export function filled(html: string): Record<string, string[]> {
  const form = /<form[^>]*data-line-form[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const sent: Record<string, string[]> = {}
  const add = (name: string | null, value: string) => {
    if (name !== null && name !== 'csrf' && name !== 'step') sent[name] = [...(sent[name] ?? []), plain(value)]
  }
  for (const [tag, kind = '', attributes = '', text = '', options = ''] of form.matchAll(CONTROLS)) {
    const name = of(attributes, 'name')
    if (kind === 'textarea') add(name, text.replace(/^\n/, ''))
    else if (kind === 'select') add(name, chosenIn(options))
    else if (!/type="(radio|checkbox)"/.test(tag) || / checked/.test(attributes))
      add(name, of(attributes, 'value') ?? '')
  }
  return sent
}

const CONTROLS = /<(input|select|textarea)\b([^>]*)>(?:([^<]*)<\/textarea>|((?:<option[\s\S]*?)?)<\/select>)?/g

const chosenIn = (options: string): string =>
  (/<option value="([^"]*)"[^>]* selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options))?.[1] ?? ''

const of = (attributes: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? null
