import Handlebars from 'handlebars'

/** A template, ready: a model in, HTML out. */
export type Template = (model: unknown) => string

/** What a template may call: a value in, text out, which is escaped unless `raw` says that it is markup already. */
export type Helper = { of: (value: never) => string; raw: boolean }

/** Where a template stands: the value it speaks of, those around it, and what `{{> @partial-block}}` stands for. */
type Place = { value: unknown; around: Place | null; first: boolean; block: Part | null }
type Part = (place: Place) => string

/**
 * Handlebars' language, read by its own parser and written out by functions of ours, several times faster than its
 * runtime. Of the language: paths, `if`, `unless`, `each`, `with`, partials and these helpers; anything else is
 * refused at the start. A field that the model does not have throws.
 */
export function templatesOf(partials: [name: string, source: string][], helpers: Record<string, Helper>) {
  const known = new Map<string, Part>()
  const write = writer(known, helpers)
  for (const [name] of partials) known.set(name, () => '')
  for (const [name, source] of partials) known.set(name, write(Handlebars.parse(source)))
  return (source: string): Template => {
    const part = write(Handlebars.parse(source))
    return (model) => part({ value: model, around: null, first: false, block: null })
  }
}

function writer(partials: Map<string, Part>, helpers: Record<string, Helper>) {
  const program = (of: hbs.AST.Program | undefined): Part => {
    const parts = (of?.body ?? []).map(statement)
    return (place) => {
      let text = ''
      for (const part of parts) text += part(place)
      return text
    }
  }

  const statement = (of: hbs.AST.Statement): Part => {
    switch (of.type) {
      case 'ContentStatement': {
        const { value } = of as hbs.AST.ContentStatement
        return () => value
      }
      case 'CommentStatement':
        return () => ''
      case 'MustacheStatement':
        return mustache(of as hbs.AST.MustacheStatement)
      case 'BlockStatement':
        return block(of as hbs.AST.BlockStatement)
      case 'PartialStatement':
        return partial(of as hbs.AST.PartialStatement, null)
      case 'PartialBlockStatement':
        return partial(of as hbs.AST.PartialBlockStatement, program((of as hbs.AST.PartialBlockStatement).program))
      default:
        throw new Error(`a template may not say ${of.type}`)
    }
  }

  const mustache = ({ path, params }: hbs.AST.MustacheStatement): Part => {
    if (params.length === 0) {
      const read = value(path as hbs.AST.Expression, STRICT)
      return (place) => escaped(read(place))
    }
    const helper = helpers[nameOf(path)]
    if (!helper) throw new Error(`no helper ${nameOf(path)}`)
    const read = value(params[0]!, STRICT)
    return (place) => (helper.raw ? helper.of(read(place) as never) : escaped(helper.of(read(place) as never)))
  }

  const block = ({ path, params, program: inner, inverse }: hbs.AST.BlockStatement): Part => {
    const write = BLOCKS[nameOf(path)]
    if (!write) throw new Error(`no block ${nameOf(path)}`)
    return write(value(params[0]!, LENIENT), program(inner), program(inverse))
  }

  const partial = (
    { name, hash }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
    inner: Part | null,
  ): Part => {
    const called = nameOf(name)
    if (called === '@partial-block') return (place) => place.block!({ ...place, block: null })
    if (!partials.has(called)) throw new Error(`no partial ${called}`)
    const given = (hash?.pairs ?? []).map(({ key, value: of }) => [key, value(of, STRICT)] as const)
    return (place) => {
      const part = partials.get(called)!
      if (given.length === 0) return part({ ...place, block: inner })
      const own = Object.fromEntries(given.map(([key, read]) => [key, read(place)]))
      return part({ value: { ...(place.value as object), ...own }, around: place, first: false, block: inner })
    }
  }

  return program
}

const STRICT = true
const LENIENT = false

/** Reads a path: `name.text`, `../common.all`, `this`, `@first`; or a literal. */
function value(of: hbs.AST.Expression, strict: boolean): (place: Place) => unknown {
  if (of.type === 'StringLiteral') return () => (of as hbs.AST.StringLiteral).value
  if (of.type !== 'PathExpression') throw new Error(`a template may not say ${of.type}`)
  const { data, depth, parts, original } = of as hbs.AST.PathExpression
  if (data) {
    if (original !== '@first') throw new Error(`a template may not say ${original}`)
    return ({ first }) => first
  }
  return (place) => {
    let from = place
    for (let up = 0; up < depth; up++) from = from.around!
    let found = from.value
    for (const name of parts) {
      if (strict && !(typeof found === 'object' && found !== null && name in found)) throw new Error(`no ${original}`)
      found = (found as Record<string, unknown> | null | undefined)?.[name]
    }
    return found
  }
}

type Block = (read: (place: Place) => unknown, inner: Part, otherwise: Part) => Part

const BLOCKS: Record<string, Block> = {
  if: (read, inner, otherwise) => (place) => (holds(read(place)) ? inner(place) : otherwise(place)),
  unless: (read, inner, otherwise) => (place) => (holds(read(place)) ? otherwise(place) : inner(place)),
  with: (read, inner, otherwise) => (place) => {
    const value = read(place)
    return holds(value) ? inner({ value, around: place, first: false, block: place.block }) : otherwise(place)
  },
  each: (read, inner, otherwise) => (place) => {
    const list = (read(place) ?? []) as unknown[]
    if (list.length === 0) return otherwise(place)
    let text = ''
    for (let n = 0; n < list.length; n++)
      text += inner({ value: list[n], around: place, first: n === 0, block: place.block })
    return text
  },
}

const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

const nameOf = (path: hbs.AST.Node): string => (path as hbs.AST.PathExpression).original

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const MARK = /[&<>"']/
const ALL_MARKS = /[&<>"']/g

function escaped(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  return MARK.test(text) ? text.replace(ALL_MARKS, (mark) => MARKS[mark]!) : text
}
