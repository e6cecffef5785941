import { printable } from '../files/printable.ts'

/** A piece of XML that is already written; a plain string is text and gets escaped. */
export type Xml = { readonly xml: string }
type Child = Xml | string | null
type Attributes = Record<string, string | null>

/** An element. Attributes and children that are null are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly (Child | readonly Child[])[]): Xml {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null)
  const head = name + given.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
  const body = children
    .flat()
    .map((child) => (child === null ? '' : typeof child === 'string' ? escaped(child) : child.xml))
  const inside = body.join('')
  return { xml: inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>` }
}

/** A whole document in UTF-8. */
export const document = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

const escaped = (text: string): string => printable(text).replace(/[&<>"'\n\t]/g, (found) => ENTITIES[found]!)

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '&#9;',
}
