import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const ROOT = new URL('../', import.meta.url)
const WRITERS = ['catalogue', 'server', 'views', 'package.json']

/** Eight characters that change whenever the code, the words or the templates that write the answers do. */
export function buildStamp(): string {
  const hash = createHash('sha256')
  for (const name of WRITERS.flatMap(filesOf)) hash.update(name).update(readFileSync(new URL(name, ROOT)))
  return hash.digest('base64url').slice(0, 8)
}

const filesOf = (name: string): string[] =>
  name.includes('.')
    ? [name]
    : readdirSync(new URL(name, ROOT), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.pathname.length))
        .toSorted()
