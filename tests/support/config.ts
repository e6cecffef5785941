import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'

/** The configuration of the portal in tests. */
export const testConfig = readConfig({
  PORT: '0',
  LOG_LEVEL: 'silent',
  DATA_DIR: join(tmpdir(), `port-fee-portal-tests-${process.pid}`),
  PUBLIC_URL: 'https://fees.example.cn',
  DEMO: 'true',
  SECRET_KEY: 'a-secret-of-the-tests-and-of-nothing-else',
})
