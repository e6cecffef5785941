import type { FastifyReply } from 'fastify'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** A file to be kept, under a name that may be Chinese. */
export const attachment = (reply: FastifyReply, kind: keyof typeof TYPES, name: string): FastifyReply =>
  reply
    .type(TYPES[kind])
    .header('content-disposition', `attachment; filename="list.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`)
