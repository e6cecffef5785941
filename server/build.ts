import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const ROOT = new URL('../', import.meta.url)
const WRITERS = ['catalogue', 'server', 'views', 'package.json']

/** What else stands in an answer: the address it is published under, and whether it is a demonstration (示例). */
type Settings = { publicUrl: string; demo: boolean }

/** Eight characters that change whenever the code, the words, the templates or the settings that write the answers do. */
export function buildStamp({ publicUrl, demo }: Settings): string {
  const hash = createHash('sha256').update(`${publicUrl} ${demo}`)
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
