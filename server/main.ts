import { BadEnvironment, readConfig } from './config.ts'
import { DataDirInUse } from './data-dir.ts'
import { startPortal } from './start.ts'

try {
  const portal = await startPortal(readConfig(process.env), () => new Date())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void portal.stop())
  console.log(portal.greeting)
} catch (error) {
  if (!(error instanceof BadEnvironment || error instanceof DataDirInUse)) console.error(error)
  else console.error(error.message)
  process.exit(1)
}
