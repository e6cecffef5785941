/** The fields of a form of the desk by name; a name that came several times is a list. */
export type Fields = Record<string, string | string[]>

/** Reads `application/x-www-form-urlencoded`. An empty field stays: it was left empty on purpose. What no text holds (NUL) is dropped. */
export function fieldsOf(body: string): Fields {
  const fields: Fields = Object.create(null)
  for (const [name, given] of new URLSearchParams(body)) {
    const value = given.replaceAll('\0', '')
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

/** One field as text: the first where it came several times, nothing where it did not come. */
export function textOf(body: unknown, name: string): string {
  const value = (body as Fields | null | undefined)?.[name]
  return [value ?? ''].flat()[0]!
}
