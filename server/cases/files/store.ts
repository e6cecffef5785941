import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseKeys } from '../keys.ts'

/** The folder of the encrypted files, and the keys that wrap the key of each. */
export type Store = { files: string; keys: CaseKeys }
export type Stored = { stored: number; sha256: Buffer; wrapped_key: Buffer }

/** 附件存放: encrypts bytes under a key of their own and writes them, whole and on disk for certain, before anything names them. */
export async function keepBytes({ files, keys }: Store, id: string, bytes: Buffer): Promise<Stored> {
  const key = randomBytes(32)
  const box = sealed(key, id, bytes)
  await mkdir(files, { recursive: true, mode: 0o700 })
  const beside = join(files, `${id}.part`)
  try {
    await written(beside, box)
    await rename(beside, join(files, id))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await onDisk(files)
  const sha256 = createHash('sha256').update(bytes).digest()
  return { stored: box.length, sha256, wrapped_key: keys.seal(`attachment/${id}/key`, key.toString('base64')) }
}

/** The bytes again; null where the file is missing, was touched, or is not what its row says. */
export async function bytesOf(
  { files, keys }: Store,
  { id, sha256, wrapped_key }: { id: string; sha256: Buffer; wrapped_key: Buffer },
): Promise<Buffer | null> {
  const key = keys.open(`attachment/${id}/key`, wrapped_key)
  const box = await readFile(join(files, id)).catch(notThere)
  if (key === null || box === null) return null
  const bytes = opened(Buffer.from(key, 'base64'), id, box)
  return bytes !== null && createHash('sha256').update(bytes).digest().equals(sha256) ? bytes : null
}

/** Takes a file away; it may be gone already. */
export const dropBytes = ({ files }: Pick<Store, 'files'>, id: string): Promise<void> =>
  rm(join(files, id), { force: true })

/** Is there room for attachments, by what the disk of the folder has left? */
export async function hasRoom(
  { files }: Pick<Store, 'files'>,
  limits: { freeShare: number; freeBytes: number },
): Promise<boolean> {
  await mkdir(files, { recursive: true, mode: 0o700 })
  return isRoom(await statfs(files), limits)
}

/** The same of a disk's own figures: a share of it free, and so many bytes. */
export const isRoom = (
  { bavail, blocks, bsize }: { bavail: number; blocks: number; bsize: number },
  { freeShare, freeBytes }: { freeShare: number; freeBytes: number },
): boolean => bavail >= blocks * freeShare && bavail * bsize >= freeBytes

function sealed(key: Buffer, id: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`attachment/${id}`))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function opened(key: Buffer, id: string, box: Buffer): Buffer | null {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12))
    cipher.setAAD(Buffer.from(`attachment/${id}`)).setAuthTag(box.subarray(12, 28))
    return Buffer.concat([cipher.update(box.subarray(28)), cipher.final()])
  } catch {
    return null
  }
}

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name in a folder is on disk for certain once the folder is. */
async function onDisk(folder: string): Promise<void> {
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
