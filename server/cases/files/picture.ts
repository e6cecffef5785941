import sharp from 'sharp'
import { FileRefusal } from './fault.ts'
import type { FileLimits } from './limits.ts'

sharp.cache(false)

/**
 * 图片 anew: turned as its camera said, and with nothing else of what was in it (place, camera, thumbnails, whatever hung
 * behind). Throws a FileRefusal where it is none, or too large.
 */
export async function pictureAnew(
  bytes: Buffer,
  kind: 'jpg' | 'png' | 'webp',
  { pixels }: FileLimits,
): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: pixels, failOn: 'truncated', pages: 1 }).autoOrient()
    const made = {
      jpg: () => picture.jpeg({ quality: 90 }),
      png: () => picture.png(),
      webp: () => picture.webp({ quality: 90 }),
    }
    return await made[kind]().toBuffer()
  } catch (error) {
    if (/pixel limit|too large|exceeds/i.test(String((error as Error).message)))
      throw new FileRefusal('too-many-pixels', { limit: Math.round(pixels / 1_000_000) })
    throw new FileRefusal('damaged')
  }
}
