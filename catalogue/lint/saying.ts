/** Do two values of plain data say the same? The order of fields does not matter. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [inA, inB] = [said(a), said(b)]
  return inA.length === inB.length && inA.every((name) => alike(a[name as never], b[name as never]))
}

const said = (value: object): string[] => Object.keys(value).filter((name) => value[name as never] !== undefined)
