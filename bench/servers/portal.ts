import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/db/database.ts'
import { openHead } from '../../server/db/head.ts'
import { readsPerMinute } from '../../server/policy.ts'
import { NOW } from '../data/fill.ts'
import { serve } from './serve.ts'

/** The portal itself, on the database of its first argument; only its limit on readers is out of the way. */
const url = process.argv[2]!
const fail = (error: Error) => console.error(error)
const db = openDatabase(url, fail)
const config = readConfig({ LOG_LEVEL: 'silent', DEMO: 'true', TRUSTED_PROXIES: '127.0.0.1' })
const head = await openHead(db, url, fail)
const started = Date.now()
const now = () => new Date(NOW + Date.now() - started)
await serve(await buildApp({ db, head, now }, config, { ...readsPerMinute, max: 1e9 }))
