import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** Who may import whom. A folder may always import itself. */
const may: Record<string, RegExp> = {
  catalogue: /^(zod|decimal\.js|pinyin-pro|canonicalize|node:crypto|chinese-days\/dist\/chinese-days\.json)$/,
  complaints: /^(zod|decimal\.js|canonicalize|node:crypto)$|^catalogue\//,
  views: /^zod$|^handlebars$|^node:fs$|^catalogue\/|^complaints\//,
  seeds: /^catalogue\/|^complaints\/|^server\/db\/|^kysely$/,
  server: /^[^.]/,
}

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

/** What a file imports: packages by name, our own files by their path from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = [...text.matchAll(/(?:from\s+|import\s*\(\s*|^import\s+)'([^']+)'/gm)].map((match) => match[1]!)
  return found.map((name) => (name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name))
}

const folders = Object.keys(may).filter((folder) => readdirSync(ROOT).includes(folder))

test.for(folders)('%s imports only what it may', (folder) => {
  const strangers = files(folder).flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith(`${folder}/`) && !may[folder]!.test(name))
      .map((name) => `${file} → ${name}`),
  )
  expect(strangers).toEqual([])
})

test('nothing imports tests, seeds or the benchmark but those who start them', () => {
  const from = folders.flatMap(files).flatMap((file) => importsOf(file).map((name) => [file, name] as const))
  const wrong = from.filter(
    ([file, name]) =>
      /^(tests|bench)\//.test(name) ||
      (/^seeds\//.test(name) && !/^(seeds\/|server\/(start|demo-cases)\.ts)/.test(file)),
  )
  expect(wrong).toEqual([])
})

test('SQL is written in server/db, migrations and nowhere else', () => {
  const elsewhere = files('server').filter(
    (file) => !/^server\/(db|commands)\//.test(file) && /\bfrom 'kysely'/.test(readFileSync(join(ROOT, file), 'utf8')),
  )
  expect(elsewhere).toEqual([])
})

test('only main.ts and the command line touch the environment and the clock', () => {
  const touching = (pattern: RegExp) =>
    ['catalogue', 'complaints', 'views', 'server', 'seeds']
      .flatMap(files)
      .filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(touching(/process\.env/).toSorted()).toEqual(['server/cli.ts', 'server/main.ts'])
  expect(touching(/new Date\(\)|Date\.now\(\)|Temporal\.Now/).toSorted()).toEqual(['server/cli.ts', 'server/main.ts'])
})
