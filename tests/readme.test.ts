import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { test } from './support/portal.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const readme = read('README.md')
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  dependencies: object
  devDependencies: object
}

test('the README names every address, and no other', ({ app }) => {
  const real = [...app.routeTable]
    .filter((url) => !/^\/en(\/|$)|^\/assets\/|^\/api\/docs\/./.test(url))
    .map((url) => url.replace(/(.)\/$/, '$1'))
  const named = [...readme.matchAll(/^\| `(\/[^`]*)`/gm)].map((match) => match[1]!)
  expect(real.filter((url) => !named.includes(url)).toSorted(), 'not in the README').toEqual([])
  expect(named.filter((url) => !real.includes(url)).toSorted(), 'in the README only').toEqual([])
})

test('the README names every variable of the environment, and no other', () => {
  const real = [...read('server/config.ts').matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map((match) => match[1]!)
  const named = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map((match) => match[1]!)
  expect(named.toSorted()).toEqual([...new Set(real)].toSorted())
  for (const variable of real) expect(read('.env.example'), variable).toContain(`${variable}=`)
})

test('every folder, command, picture and file that the README names is there', () => {
  const folders = [...readme.matchAll(/^([a-z]+)\/ /gm)].map((match) => match[1]!)
  const kept = readdirSync(ROOT, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && !/^(\..*|node_modules|data)$/.test(one.name),
  )
  expect(folders.toSorted()).toEqual(kept.map(({ name }) => name).toSorted())
  for (const [, command] of readme.matchAll(/npm run ([a-z:]+)/g))
    expect(manifest.scripts, command).toHaveProperty([command!])
  for (const [, path] of readme.matchAll(/\]\(([^)#:]+)\)/g)) expect(existsSync(join(ROOT, path!)), path).toBe(true)
})

test('the README says of every library what it saves and what replacing it would take', () => {
  for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)].filter(
    (one) => !one.startsWith('@types/'),
  ))
    expect(readme, name).toContain(`| \`${name}\` |`)
})

test('every verb of the command line is in the README', () => {
  const verbs = [...read('server/cli.ts').matchAll(/^(?:const \w+ = )?(\w+)\s*\.command\('([a-z]+)/gm)]
  expect(verbs.length).toBeGreaterThan(8)
  for (const [, of, verb] of verbs)
    expect(readme).toContain(of === 'portal' ? `npm run portal -- ${verb}` : `\`${verb}\``)
})
