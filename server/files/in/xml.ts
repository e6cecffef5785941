import { SaxesParser } from 'saxes'
import { decoded } from './decoded.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/** An element: its name without prefix, its attributes, the text directly in it, and the elements in it. */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; text: string; children: Element[] }

/**
 * A whole XML document as elements. DOCTYPE, entities, nesting and numbers beyond the limits, and whatever is not
 * well-formed are refused; nothing outside the document is ever read.
 */
export function readXml(bytes: Uint8Array, limits: BillLimits): Element {
  const parser = new SaxesParser({ xmlns: false })
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  let elements = 0
  parser.on('doctype', () => {
    throw new BillRefusal('xml-doctype')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > limits.elements) throw new BillRefusal('xml-large', { limit: limits.elements })
    if (open.length > limits.depth) throw new BillRefusal('xml-deep', { limit: limits.depth })
    const element: Element = { name: local(name), attributes, text: '', children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  const say = (text: string): void => {
    open.at(-1)!.text += text
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => void open.pop())
  wellFormed(parser, textOf(bytes))
  return root.children[0]!
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Tax platforms write UTF-8; older ones GB18030, which shows by itself. */
function textOf(bytes: Uint8Array): string {
  const { text } = decoded(bytes)
  return text.trimStart()
}

function wellFormed(parser: SaxesParser, text: string): void {
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof BillRefusal) throw error
    throw new BillRefusal('xml-broken', { line: parser.line })
  }
}

/** Every element of that name below one, in order. */
export function allIn(element: Element, name: string): Element[] {
  const found: Element[] = []
  const waiting = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) found.push(next)
    for (let place = next.children.length - 1; place >= 0; place--) waiting.push(next.children[place]!)
  }
  return found
}

/** The text of the first element of that name below one, trimmed; empty when there is none. */
export const textIn = (element: Element | undefined, name: string): string =>
  (element === undefined ? '' : (allIn(element, name)[0]?.text ?? '')).trim()
