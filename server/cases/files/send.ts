import type { FastifyReply } from 'fastify'
import type { FileRow } from '../../db/attachments.ts'
import { Refusal } from '../../errors.ts'
import type { Desk } from '../../staff/desk.ts'
import { bytesOf } from './store.ts'

/**
 * 下载: a file to be saved and never shown, whatever it is; the caller has seen that whoever asks may have it. What is
 * kept apart, was destroyed, or is no longer what was sent, is refused as such.
 */
export async function sendFile(
  desk: Pick<Desk, 'files' | 'keys'>,
  reply: FastifyReply,
  file: FileRow,
): Promise<FastifyReply> {
  const { id, kind, name, state, sha256, wrapped_key } = file
  if (wrapped_key === null || name === null) throw new Refusal('file-gone')
  if (state !== 'clean' && state !== 'released') throw new Refusal('file-held')
  const bytes = await bytesOf(desk, { id, sha256, wrapped_key })
  const called = desk.keys.open(`attachment/${id}/name`, name)
  if (bytes === null || called === null) {
    reply.log.error({ file: id }, 'an attachment is not what was received')
    throw new Refusal('file-damaged')
  }
  return reply
    .headers({
      'content-disposition': `attachment; filename="${id.slice(0, 8)}.${kind}"; filename*=UTF-8''${percent(called)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    .type('application/octet-stream')
    .send(bytes)
}

/** RFC 8187: what encodeURIComponent leaves as it is and the header may not hold. */
const percent = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
