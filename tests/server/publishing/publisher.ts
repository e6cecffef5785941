import { openDatabase } from '../../../server/db/database.ts'
import { openHead } from '../../../server/db/head.ts'
import { referenceReader } from '../../../server/db/reference.ts'
import { publishDue } from '../../../server/jobs/publish-due.ts'

/** A process that publishes what is due in a database, as of an instant: `node publisher.ts <url> <instant>`. It may be killed. */
const [url, instant] = process.argv.slice(2) as [string, string]
const db = openDatabase(url, () => {})
const head = await openHead(db, url, () => {})
process.stdout.write('ready\n')
await publishDue({ db, head, now: () => new Date(instant), reference: referenceReader(db) })
process.stdout.write('done\n')
await head.close()
await db.destroy()
