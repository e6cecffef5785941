import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id: 19 MiB, two passes, one lane; about 70 ms off the event loop. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
export const SHORTEST = 12
export const LONGEST = 128

/** The hash of a password, to be kept. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Is it the password of this hash? Where there is no hash the answer is no, and takes as long. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  if (password.length > LONGEST) return false
  const right = await verify(kept ?? (await nobodys()), password.normalize('NFKC'))
  return right && kept !== null
}

let made: Promise<string> | undefined
/** The hash of a password that nobody knows, made at the first need. */
function nobodys(): Promise<string> {
  made ??= hashPassword(initialPassword())
  return made
}

export type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-login'

/** Why a new password will not do; null when it will. Length counts most (NIST SP 800-63B): no rule about kinds of characters. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if ([...plain].length < SHORTEST) return 'password-short'
  if (password.length > LONGEST) return 'password-long'
  if (plain.includes(login.toLowerCase())) return 'password-login'
  return isCommon(plain) ? 'password-common' : null
}

/** What lists of leaked passwords are made of; long ones are repeats and runs of these. */
const COMMON = [
  ...[
    'password',
    'passw0rd',
    'p@ssword',
    'p@ssw0rd',
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'zxcvbnm',
    '1qaz2wsx',
    '1q2w3e4r5t',
  ],
  ...[
    'administrator',
    'admin',
    'letmein',
    'welcome',
    'iloveyou',
    'woaini',
    'changeme',
    'secret',
    'test',
    'abcdefghijkl',
  ],
  ...['portfee', 'ningbo', 'zhoushan', 'zhejiang', '5201314', '1314520', '01234567890', '09876543210', '0123456789'],
]

/** Is nothing left of it but digits of a run or a year once the common words are taken out? */
function isCommon(plain: string): boolean {
  const words = COMMON.toSorted((a, b) => b.length - a.length)
  const rest = words
    .reduce((left, word) => left.replaceAll(word, ''), plain)
    .replace(/[\s\W_]|(19|20)\d\d|1234?5?6?7?8?9?0?/g, '')
  return new Set(rest).size < 4
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password to begin with, of 16 letters that cannot be mistaken for each other: some 93 bits. */
export const initialPassword = (): string =>
  Array.from({ length: 16 }, (_, n) => (n > 0 && n % 4 === 0 ? '-' : '') + LETTERS[randomInt(LETTERS.length)]).join('')

/** The password of every account of the demonstration; it is no secret. */
export const DEMO_PASSWORD = 'demo-Harbour-2026'
