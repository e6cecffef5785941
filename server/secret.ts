import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The secret kept in a file that only its owner may read; made the first time, of 32 random bytes, whole or not at all. */
export async function secretIn(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(absent)
  if (kept !== null) return kept.trim()
  const made = randomBytes(32).toString('hex')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, made, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  return made
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error
  return null
}
