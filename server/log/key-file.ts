import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readCheckpoint } from '../../catalogue/log/checkpoint.ts'
import type { Tree } from '../../catalogue/log/merkle.ts'
import { LOG_KEY, makeSigner, readSigner, type Signer, signerText } from '../../catalogue/log/note.ts'

/** 签名密钥 of the log in a file apart from the database, and beside it what that key signed last. */
export type KeyFile = { file: string }

/** The key in a file; null where there is no file. Throws where the file holds something else. */
export async function readKey({ file }: KeyFile): Promise<Signer | null> {
  const text = await readIfThere(file)
  if (text === null) return null
  const signer = readSigner(text)
  if (signer === null || signer.verifier.type !== LOG_KEY) throw new Error(`${file} does not hold a key of a log`)
  return signer
}

/** Makes a key of this name where there is none yet; returns the one that is there. */
export async function makeKey(keep: KeyFile, name: string): Promise<Signer> {
  const kept = await readKey(keep)
  if (kept !== null) return kept
  const made = makeSigner(name, LOG_KEY)
  await writeKey(keep, made)
  return made
}

/** Puts a key in the place of the one that was there, whole or not at all. */
export const writeKey = ({ file }: KeyFile, signer: Signer): Promise<void> =>
  writeWhole(file, `${signerText(signer)}\n`)

/** The tree that was signed last, as the key's own side remembers it; null before the first. */
export async function lastSigned({ file }: KeyFile): Promise<Tree | null> {
  const text = await readIfThere(`${file}.last`)
  if (text === null) return null
  const tree = readCheckpoint(text)
  if (tree === null) throw new Error(`${file}.last does not hold a checkpoint`)
  return tree
}

/** Remembers what was signed, a checkpoint's text. */
export const rememberSigned = ({ file }: KeyFile, text: string): Promise<void> => writeWhole(`${file}.last`, text)

/** What a file holds; null where there is none. */
export const readIfThere = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

let written = 0

/** Writes a file that only its owner may read, whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${process.pid}.${++written}`
  await writeFile(beside, text, { mode: 0o600, flush: true })
  await rename(beside, file)
}
