import { Command } from 'commander'
import { ROLES } from './access.ts'
import { importCalendar, listCalendar } from './commands/calendar.ts'
import { cosign, makeWitness } from './commands/cosign.ts'
import { doctor } from './commands/doctor.ts'
import { exportList, FORMATS } from './commands/export.ts'
import { importList } from './commands/import.ts'
import { keysStatus, resealKeys, rotateKeys } from './commands/keys.ts'
import { LOG_ACTS, logAct } from './commands/log.ts'
import { retention } from './commands/retention.ts'
import { addUser, disableUser, enableUser, listUsers, resetUser } from './commands/user.ts'
import { type Verified, verifyDatabase, verifyRemote } from './commands/verify.ts'
import { BadEnvironment, readConfig } from './config.ts'
import { migrate } from './db/migrate.ts'
import { reachBeside } from './db/reach.ts'

const portal = new Command('portal').description(
  'The command line of the Port Fee Portal. It reads the environment that npm start reads.',
)

portal
  .command('migrate')
  .description('bring the database to the newest migration')
  .action(() =>
    onDatabase(async (url) => {
      const applied = await migrate(url)
      console.log(applied.length === 0 ? 'nothing to do' : applied.join('\n'))
    }),
  )

portal
  .command('export')
  .description('write the list of standards in force on a day, as told at a release, to standard output')
  .option('--on <day>', 'the day, YYYY-MM-DD; today in China when left out')
  .option('--release <number>', 'the release; the newest when left out')
  .option('--port <code>', 'only what applies at one port')
  .option('--format <format>', FORMATS.join(', '), 'csv')
  .option('--lang <lang>', 'zh or en', 'zh')
  .action((options) => onDatabase((url, config) => exportList(url, config, options, new Date(), process.stdout)))

portal
  .command('import <file>')
  .description(
    'read a list (XLSX or CSV), say everything that is wrong and what it comes to; make a draft of it when asked',
  )
  .requiredOption('--entity <code>', 'whose list: a credit code, or authority')
  .requiredOption('--mode <mode>', 'full: the whole list; changes: only what changes')
  .requiredOption('--effective <day>', 'from which day it holds, YYYY-MM-DD')
  .option('--attest', 'what is unchanged is confirmed')
  .option('--as <login>', 'who makes the draft')
  .option('--yes <id...>', 'questions to be answered with yes')
  .option('--no <id...>', 'questions to be answered with no')
  .option('--yes-all', 'answer all questions with yes')
  .option('--draft', 'make a draft change set of it')
  .option('--lang <lang>', 'zh or en', 'zh')
  .action((file, options) =>
    onDatabase(async (url) => {
      if (!(await importList(url, file, options, new Date(), process.stdout))) process.exitCode = 1
    }),
  )

portal
  .command('doctor')
  .description('check the environment, the database, its tables and the catalogue, and say what is wrong')
  .action(() =>
    onDatabase(async (url) => {
      const findings = await doctor(url)
      for (const { ok, says } of findings) console.log(`${ok ? 'ok   ' : 'WRONG'} ${says}`)
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1
    }),
  )

portal
  .command('verify')
  .description('work the log out anew from what is published and say where it differs, here or at another portal')
  .option('--url <url>', 'a portal to verify from outside; this one’s database when left out')
  .option('--key <vkey>', 'the verifier key of its log; the one its state file or itself tells when left out')
  .option('--state <file>', 'remembers its last checkpoint, which the next must continue')
  .action((options) =>
    options.url === undefined
      ? onDatabase(async (url, config) => verdict(await verifyDatabase(url, config)))
      : verifyRemote(options).then(verdict),
  )

portal
  .command('cosign')
  .description(
    'as a second party: see that a portal’s log only grew, sign its newest checkpoint and send the signature',
  )
  .requiredOption('--key <file>', 'the key of this witness')
  .option('--make <name>', 'make that key, by this name, and print what the portal must be told')
  .option('--url <url>', 'the portal')
  .option('--state <file>', 'remembers the last checkpoint; beside the key when left out')
  .option('--log <vkey>', 'the verifier key of the log; the one its state file or itself tells when left out')
  .action(async ({ key, make, url, state = `${key}.seen`, log }) => {
    if (make === undefined && url === undefined) throw new Error('cosign needs --url, or --make')
    console.log(await (make === undefined ? cosign({ url, key, state, log }, new Date()) : makeWitness(key, make)))
  })

portal
  .command('log <act> [given...]')
  .description(`the log’s key and witnesses: ${LOG_ACTS.join(', ')} <vkey>`)
  .action((act, given) =>
    onDatabase(async (url, config) => console.log(await logAct(url, config, act, given, new Date()))),
  )

function verdict({ ok, says }: Verified): void {
  for (const line of says) console.log(line)
  if (!ok) process.exitCode = 1
}

const user = portal.command('user').description('who may sign in at /staff')
const say = async (words: Promise<string>): Promise<void> => console.log(await words)

user
  .command('add <login>')
  .description('make an account; prints its first password once')
  .requiredOption('--name <name>', 'the name of the person')
  .requiredOption('--role <role...>', `one or more of ${ROLES.join(', ')}`)
  .option('--entity <code>', 'the credit code of the charging entity that an entity_editor edits')
  .action((login, options) => onDatabase((url) => say(addUser(url, login, options, new Date()))))
user
  .command('disable <login>')
  .description('sign an account out everywhere and let nobody in with it')
  .action((login) => onDatabase((url) => say(disableUser(url, login, new Date()))))
user
  .command('enable <login>')
  .description('let a disabled account in again')
  .action((login) => onDatabase((url) => say(enableUser(url, login, new Date()))))
user
  .command('reset <login>')
  .description('give a new first password and take away the second factor; prints the password once')
  .action((login) => onDatabase((url) => say(resetUser(url, login, new Date()))))
user
  .command('list')
  .description('list every account with its roles')
  .action(() => onDatabase((url) => say(listUsers(url))))

const calendar = portal.command('calendar').description('the working-day calendar that clocks run by')

calendar
  .command('import <file>')
  .description('enter the State Council’s notice of the next year (CSV or JSON) and reckon every running clock anew')
  .action((file) => onDatabase((url) => say(importCalendar(url, file, new Date()))))
calendar
  .command('list')
  .description('list the years whose notices are entered')
  .action(() => onDatabase((url) => say(listCalendar(url))))

const keys = portal.command('keys').description('the keys that personal data is sealed with, in CASE_KEY_FILE')

keys
  .command('rotate <which>')
  .description('add a key (seal or pepper), in use from now on; what was sealed before is sealed anew with it')
  .action((which) => onDatabase(async (url, config) => verdict(await rotateKeys(url, config, which, new Date()))))
keys
  .command('reseal')
  .description('seal anew what is still sealed with an older key: goes on with a rotation that broke off')
  .action(() => onDatabase(async (url, config) => verdict(await resealKeys(url, config))))
keys
  .command('status')
  .description('which keys are in use, and how much is still sealed with older ones')
  .action(() => onDatabase(async (url, config) => verdict(await keysStatus(url, config))))

portal
  .command('retention')
  .description('personal data of closed cases: what is due to be destroyed, by class, and what is on legal hold')
  .option('--dry-run', 'only say so; that is what happens without --run')
  .option('--run', 'destroy what is due')
  .action(({ run = false, dryRun = false }) =>
    onDatabase(async (url, config) =>
      console.log((await retention(url, config, run && !dryRun, new Date())).join('\n')),
    ),
  )

type Work = (url: string, config: ReturnType<typeof readConfig>) => Promise<void>

async function onDatabase(work: Work): Promise<void> {
  const config = readConfig(process.env)
  const { url, leave } = await reachBeside(config)
  try {
    await work(url, config)
  } finally {
    await leave()
  }
}

try {
  await portal.parseAsync()
} catch (error) {
  console.error(error instanceof BadEnvironment || error instanceof Error ? error.message : error)
  process.exitCode = 1
}
