import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

const yes = z.enum(['true', 'false']).transform((text) => text === 'true')
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** One address or network, in CIDR, that may say for whom it asks. */
const TrustedProxy = z
  .string()
  .trim()
  .refine(isNetwork, { error: 'is a list of addresses and networks: 10.0.0.0/8, ::1' })

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/.+/, { error: 'is not of the form postgresql://user:password@host/database' })
      .optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    SECRET_KEY: z.string().min(32).optional(),
    TRUSTED_PROXIES: z.preprocess(
      (list) =>
        String(list ?? '')
          .split(',')
          .filter(Boolean),
      z.array(TrustedProxy),
    ),
    LOG_LEVEL: z.enum(LEVELS).default('info'),
    LOG_KEY_FILE: z.string().min(1).optional(),
    LOG_ORIGIN: z
      .string()
      .regex(/^[^\s+]+$/, { error: 'is a name without spaces and plus signs: fees.example.cn/log' })
      .optional(),
    CASE_KEY_FILE: z.string().min(1).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    DEMO: yes.optional(),
  })
  .refine(({ DATABASE_URL, SECRET_KEY }) => DATABASE_URL === undefined || SECRET_KEY !== undefined, {
    path: ['SECRET_KEY'],
    error: 'is required with DATABASE_URL: 32 characters or more',
    when: () => true,
  })

/** What the portal was told at its start. `databaseUrl` is null when it runs its own PostgreSQL under `dataDir`. */
export type Config = {
  port: number
  host: string
  databaseUrl: string | null
  dataDir: string
  publicUrl: string | null
  secretKey: string | null
  trustedProxies: string[]
  logLevel: (typeof LEVELS)[number]
  /** The file of the log's signing key, and the name it signs under, where they are not the usual ones. */
  logKeyFile: string | null
  logOrigin: string | null
  /** The file of the keys of personal data, where it is not the usual one. */
  caseKeyFile: string | null
  smtpUrl: string | null
  demo: boolean
}

/** The environment was wrong; every fault is named, one a line. */
export class BadEnvironment extends Error {}

/** Reads the environment once. An empty variable counts as not set. Throws BadEnvironment with every fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(set)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new BadEnvironment(`The portal cannot start with this environment:\n${faults.join('\n')}`)
  }
  const env = read.data
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    secretKey: env.SECRET_KEY ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
    logKeyFile: env.LOG_KEY_FILE ?? null,
    logOrigin: env.LOG_ORIGIN ?? null,
    caseKeyFile: env.CASE_KEY_FILE ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    demo: env.DEMO ?? env.DATABASE_URL === undefined,
  }
}

/** Where the keys of personal data are kept: apart from the database, never with its backup. */
export const caseKeyFile = ({ caseKeyFile, dataDir }: Pick<Config, 'caseKeyFile' | 'dataDir'>): string =>
  caseKeyFile ?? join(dataDir, 'case-keys')

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!
  return more.length === 0 && (length === undefined ? most > 0 : /^\d{1,3}$/.test(length) && Number(length) <= most)
}
