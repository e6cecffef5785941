import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { PortCode } from '../../catalogue/codes.ts'
import { buildApp } from '../app.ts'
import { pageDay } from '../as-of.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../db/database.ts'
import { openHead } from '../db/head.ts'

export const FORMATS = ['csv', 'json', 'xlsx'] as const

const Options = z.object({
  ...pageDay,
  port: PortCode.optional(),
  format: z.enum(FORMATS),
  lang: z.enum(['zh', 'en']),
})

/** Writes the list as `/fees.<format>` answers it: the same core behind the page, the API and the command line. */
export async function exportList(
  url: string,
  config: Config,
  options: unknown,
  now: Date,
  out: Writable,
): Promise<void> {
  const read = Options.safeParse(options)
  if (!read.success)
    throw new Error(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
  const { format, lang, on, release, port } = read.data
  const db = openDatabase(url, () => {})
  const head = await openHead(db, url, () => {})
  const app = await buildApp({ db, head, now: () => now }, { ...config, logLevel: 'silent' })
  try {
    const query = new URLSearchParams(
      Object.entries({ on, release, port }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    )
    const answer = await app.inject({
      url: `${lang === 'en' ? '/en' : ''}/fees.${format}?${query}`,
      payloadAsStream: true,
    })
    if (answer.statusCode !== 200) throw new Error(await new Response(answer.stream() as never).text())
    await pipeline(answer.stream(), out, { end: false })
    if (out.writableNeedDrain) await once(out, 'drain')
  } finally {
    await app.close()
    await head.close()
    await db.destroy()
  }
}
