import { Command } from 'commander'
import { doctor } from './commands/doctor.ts'
import { exportList, FORMATS } from './commands/export.ts'
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
  .command('doctor')
  .description('check the environment, the database, its tables and the catalogue, and say what is wrong')
  .action(() =>
    onDatabase(async (url) => {
      const findings = await doctor(url)
      for (const { ok, says } of findings) console.log(`${ok ? 'ok   ' : 'WRONG'} ${says}`)
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1
    }),
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
