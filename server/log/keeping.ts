import { hostname } from 'node:os'
import { join } from 'node:path'
import type { KeyFile } from './key-file.ts'

/** What the environment says of the log; without LOG_KEY_FILE the key lies under DATA_DIR, without LOG_ORIGIN the log has the portal's name. */
export type LogSettings = {
  dataDir: string
  publicUrl: string | null
  host: string
  port: number
  logKeyFile?: string | null
  logOrigin?: string | null
}

/** Where the key of the log is kept. */
export const keyFileOf = ({ logKeyFile, dataDir }: LogSettings): KeyFile => ({
  file: logKeyFile ?? join(dataDir, 'log-key'),
})

/** What a new key of the log is called: `fees.example.cn/log`. */
export const originOf = ({ logOrigin, publicUrl, host, port }: LogSettings): string =>
  logOrigin ?? `${publicUrl === null ? `${host || hostname()}:${port}` : new URL(publicUrl).host}/log`
