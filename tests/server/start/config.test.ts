import { expect, test } from 'vitest'
import { BadEnvironment, readConfig } from '../../../server/config.ts'

const faults = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(BadEnvironment)
    return [...(error as Error).message.matchAll(/^ {2}([A-Z_]+)[.\d]*: /gm)].map(([, name]) => name!)
  }
}

test('with nothing set the portal runs on its own, on this machine, with the demonstration data', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    dataDir: './data',
    demo: true,
    trustedProxies: [],
  })
  expect(readConfig({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(readConfig({}))
})

test('every fault of the environment is named at once', () => {
  const wrong = {
    PORT: 'http',
    DATABASE_URL: 'mysql://x/y',
    PUBLIC_URL: 'fees.example.cn',
    SECRET_KEY: 'short',
    LOG_LEVEL: 'loud',
    SMTP_URL: 'http://mail',
    DEMO: 'yes',
  }
  expect(faults(wrong).toSorted()).toEqual(Object.keys(wrong).toSorted())
})

test.for([
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PORT: '80.5' }, 'PORT'],
  [{ DATABASE_URL: 'not a url', SECRET_KEY: 'k'.repeat(32) }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://portal@db/portal', SECRET_KEY: 'short' }, 'SECRET_KEY'],
  [{ DATABASE_URL: 'postgres://portal@db/portal' }, 'SECRET_KEY'],
  [{ PUBLIC_URL: 'ftp://fees.example.cn' }, 'PUBLIC_URL'],
  [{ TRUSTED_PROXIES: 'the proxy' }, 'TRUSTED_PROXIES'],
  [{ TRUSTED_PROXIES: '10.0.0.1, ' }, 'TRUSTED_PROXIES'],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
  [{ DEMO: '1' }, 'DEMO'],
] as [Record<string, string>, string][])('%j is refused, naming %s', ([environment, name]) => {
  expect(faults(environment)).toEqual([name])
})

test('a database of one’s own means no demonstration data unless it is asked for', () => {
  const own = { DATABASE_URL: 'postgresql://portal@db/portal', SECRET_KEY: 'k'.repeat(32) }
  expect(readConfig(own).demo).toBe(false)
  expect(readConfig({ ...own, DEMO: 'true' }).demo).toBe(true)
})

test('trusted proxies are a list, and a public address has no slash at its end', () => {
  const { trustedProxies, publicUrl } = readConfig({
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    PUBLIC_URL: 'https://fees.example.cn//',
  })
  expect([trustedProxies, publicUrl]).toEqual([['10.0.0.0/8', '::1'], 'https://fees.example.cn'])
})

test('a fault of one variable does not hide that another is missing', () => {
  expect(faults({ DATABASE_URL: 'postgres://portal@db/portal', PORT: 'x', LOG_LEVEL: 'loud' }).toSorted()).toEqual([
    'LOG_LEVEL',
    'PORT',
    'SECRET_KEY',
  ])
})

test('a database may be reached by a socket', () => {
  const DATABASE_URL = 'postgresql://portal:secret@/portal?host=%2Frun%2Fpostgresql'
  expect(readConfig({ DATABASE_URL, SECRET_KEY: 'k'.repeat(32) }).databaseUrl).toBe(DATABASE_URL)
})
