import type { RateLimitPluginOptions } from '@fastify/rate-limit'
import { Refusal } from './errors.ts'

/** The one limit on readers, by address: offices share one, so it is generous. What is answered from memory is free. */
export const readsPerMinute: RateLimitPluginOptions = {
  max: 1200,
  timeWindow: '1 minute',
  enableDraftSpec: true,
  errorResponseBuilder: () => new Refusal('rate-limited'),
}

/** A route's own, lower limit: reading a file or drawing a report costs a hundred times what a page does. */
export const COSTLY = { rateLimit: { max: 120, timeWindow: '1 minute' } }

/** What a page may do, part by part: nothing inline, nothing from elsewhere, no frame around us. */
const CONTENT = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** The headers of every answer that protect its reader, always the same. Plain-http sites in an intranet stay plain. */
export const security = (publicUrl: string): Record<string, string> => ({
  'content-security-policy': CONTENT.join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
})
