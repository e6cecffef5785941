import { execFileSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A small disk of its own under a folder, which can be filled up and freed; null where nobody may make one. */
export type SmallDisk = { fill: () => Promise<void>; free: () => Promise<void>; leave: () => void }

/** Mounts a disk of so many megabytes in memory. Needs root, as `mount` does. */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  await mkdir(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    fill: async () => {
      const { bavail, bsize } = statfsSync(folder)
      await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => {})
    },
    free: () => rm(ballast, { force: true }),
    leave: () => void execFileSync('umount', ['-l', folder]),
  }
}
