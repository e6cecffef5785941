import { loadSeeds } from '../seeds/load.ts'
import { loadOffices } from '../seeds/offices.ts'
import { openDatabase } from '../server/db/database.ts'
import { catchUpLog } from '../server/db/log.ts'
import { namesOfSeeds, TODAY } from '../tests/catalogue/check/names-of-seeds.ts'
import { fillCases } from './data/cases.ts'
import { fill, HEAD, publishReference } from './data/fill.ts'
import { type Scale, scaleOf } from './data/invented.ts'
import { type House, openHouse } from './house.ts'
import { type Server, start } from './load.ts'
import { bulkCheck } from './measures/bulk.ts'
import { asOfQuery, searches, WORDS } from './measures/database.ts'
import { dueToSeen } from './measures/due.ts'
import { ESTIMATES, estimatesPerSecond, growthOfEstimate } from './measures/estimates.ts'
import { bareReader, bareWriter, filings, lookups, paceInTurn, receipts, rowsOfOne } from './measures/filing.ts'
import { growth, PAGES } from './measures/growth.ts'
import { importing, ROWS } from './measures/importing.ts'
import { matching } from './measures/matching.ts'
import { cachedPage, notModified, uncachedPage, warm } from './measures/pages.ts'
import { proofs, publication, treeOf } from './measures/publishing.ts'
import { queueTimes } from './measures/queue.ts'
import { failedResult, loadResult, paceResult, plainResult, timeResult } from './results.ts'
import { machine, type Result, table } from './table.ts'

const quick = process.argv.includes('--quick')
const SIZES = quick ? [100, 10_000] : [100, 10_000, 100_000]
/** Beside these the catalogue that estimates and checks of bills grow from. */
const SMALL = 1000
const EFFORT = quick ? { rounds: 3, seconds: 1 } : { rounds: 5, seconds: 2 }
const LINES = quick ? 10_000 : 100_000
const TIMES = quick ? 30 : 100
/** Cases on the handlers’ desk. */
const DESKS = quick ? [1000, 20_000] : [1000, 100_000]

/** A catalogue of one size and the portal on it. */
type Stage = { scale: Scale; url: string; portal: Server }

const results: Result[] = []
const begun = performance.now()
const named = matching(namesOfSeeds(), TODAY)
const house = await openHouse()
const stages: Stage[] = []
let leaving: Promise<void> | null = null
const leave = (): Promise<void> => {
  for (const { portal } of stages) portal.stop()
  leaving ??= house.leave()
  return leaving
}
process.once('SIGINT', () => void leave().finally(() => process.exit(130)))
try {
  await complaints(house)
  if (!process.argv.includes('complaints')) await catalogue(house)
} finally {
  await leave()
}
const missed = results.filter(({ met }) => met === false)
console.log(`\n${machine(house.version)}\n\n${table(results)}\n\nnames on bills, by threshold\n\n${named.curve}\n`)
console.log(
  `${Math.round((performance.now() - begun) / 1000)} s. ${missed.length === 0 ? 'Every target was met.' : `${missed.length} targets were missed.`}`,
)

/** What publishing, reading, pricing and checking cost, by the size of the catalogue. */
async function catalogue(house: House): Promise<void> {
  for (const size of SIZES) stages.push(await stage(house, scaleOf(size)))
  for (const one of stages) await pages(one)
  for (const one of stages) await queries(one)
  await grown(stages.at(-2)!, stages.at(-1)!)
  const small = await stage(house, scaleOf(SMALL))
  stages.unshift(small)
  for (const one of stages.filter(({ scale }) => scale.standards >= SMALL)) await estimates(one)
  await estimatesGrown(small, stages.at(-1)!)
  await bills(small, stages.at(-1)!)
  for (const { scale, portal } of stages)
    say(
      plainResult(
        { what: 'memory of the serving process', at: scale.standards },
        (await portal.used()).rss / 2 ** 20,
        'MB',
        null,
      ),
    )
  await published(house, stages.at(-1)!)
  named.results.forEach(say)
}

/** What filing, following and handling a complaint cost. */
async function complaints({ database }: House): Promise<void> {
  const url = await database('filings')
  await loadSeeds(url)
  await loadOffices(url)
  const portal = await start('portal', url)
  const held = await receipts(portal, 100)
  const writer = await bareWriter(url, await rowsOfOne(url, held[0]!.receipt))
  const filed = await paceInTurn(
    EFFORT.rounds,
    () => filings(portal, EFFORT.seconds),
    () => writer.pace(EFFORT.seconds),
  )
  say(paceResult('filings by 24 clients ÷ the same rows by bare pg', ...filed, 0.5))
  await writer.close()
  const reader = await bareReader(
    url,
    held.map(({ receipt }) => receipt),
  )
  const found = await paceInTurn(
    EFFORT.rounds,
    () => lookups(portal, EFFORT.seconds, held),
    () => reader.pace(EFFORT.seconds),
  )
  say(paceResult('lookups by 24 clients ÷ the same rows by bare pg', ...found, 0.5))
  await reader.close()
  portal.stop()
  await queue({ database })
}

async function queue({ database }: Pick<House, 'database'>): Promise<void> {
  const desks: [string, Server][] = []
  for (const size of DESKS) {
    const url = await database(`desk_${size}`)
    await fillCases(url, size)
    desks.push([url, await start('portal', url)])
  }
  const [small, large] = await queueTimes(desks[0]!, desks[1]!, TIMES)
  say(timeResult({ what: 'the handlers’ desk', at: DESKS.join(' → ') }, large!, small!, 2))
  for (const [, portal] of desks) portal.stop()
}

/** Makes the data of one size and starts the portal on it. */
async function stage({ database }: House, scale: Scale): Promise<Stage> {
  tell(`making ${scale.standards} standards × 5 versions`)
  const url = await database(`size_${scale.standards}`)
  await fill(url, scale)
  const portal = await start('portal', url)
  await warm(portal)
  return { scale, url, portal }
}

async function pages({ scale: { standards: at }, url, portal }: Stage): Promise<void> {
  say(loadResult({ what: 'page in memory ÷ bare Fastify, same bytes', at }, await cachedPage(portal, EFFORT), 0.9))
  say(loadResult({ what: '304 ÷ bare Fastify’s 304', at }, await notModified(portal, EFFORT), 0.9))
  const counted = await uncachedPage(portal, url, 'counted', EFFORT)
  say(loadResult({ what: 'page not in memory ÷ written by hand', at }, counted, 0.8))
  const uncounted = await uncachedPage(portal, url, 'uncounted', EFFORT)
  say(loadResult({ what: 'the same ÷ by hand and without its count', at }, uncounted, null))
}

async function queries({ scale, url }: Stage): Promise<void> {
  const at = scale.standards
  const db = openDatabase(url, console.error)
  for (const release of [HEAD - 2, HEAD])
    say(
      timeResult(
        { what: `50 standards of a port on a day, release ${release} of ${HEAD} ÷ by primary key`, at },
        ...(await asOfQuery(db, scale, release, TIMES * 3)),
        3,
      ),
    )
  const spent = await searches(db, TIMES)
  for (const [n, words] of Object.keys(WORDS).entries())
    say(plainResult({ what: `search, ${words}`, at }, spent[n]!, 'ms', null))
  await db.destroy()
}

async function grown(small: Stage, large: Stage): Promise<void> {
  const at = `${small.scale.standards} → ${large.scale.standards}`
  for (const page of Object.keys(PAGES)) {
    const what = `growth of ${page}`
    const times = await growth(page, [small.portal, small.scale], [large.portal, large.scale], TIMES)
    say(
      typeof times === 'string' ? failedResult({ what, at }, times) : timeResult({ what, at }, times[1], times[0], 1.3),
    )
  }
}

async function estimates({ scale: { standards: at }, portal }: Stage): Promise<void> {
  const compared = await estimatesPerSecond(portal, EFFORT)
  say(loadResult({ what: 'estimate of two lines ÷ bare Fastify’s JSON echo', at }, compared, 0.5))
}

async function estimatesGrown(small: Stage, large: Stage): Promise<void> {
  const at = `${small.scale.standards} → ${large.scale.standards}`
  for (const kind of Object.keys(ESTIMATES)) {
    const [first, last] = await growthOfEstimate(
      kind,
      [small.portal, small.scale],
      [large.portal, large.scale],
      TIMES * 3,
    )
    say(timeResult({ what: `growth of ${kind}`, at }, last, first, 1.5))
  }
}

async function bills(small: Stage, large: Stage): Promise<void> {
  const [what, at] = [`a file of ${LINES} lines`, large.scale.standards]
  const spent = await bulkCheck([small.url, small.scale], [large.url, large.scale], LINES, quick ? 2 : 5)
  say(timeResult({ what: `check of ${what} ÷ csv-parse`, at }, spent.large * 1000, spent.parsed * 1000, 4))
  say(plainResult({ what: `memory at most while ${what} is checked`, at }, spent.peak / 2 ** 20, 'MB', 300))
  const both = `${small.scale.standards} → ${at}`
  const [first, last] = [spent.small, spent.large].map((seconds) => (seconds * 1e6) / LINES / 1000)
  say(timeResult({ what: `growth of a line’s check`, at: both }, last!, first!, 1.5))
}

async function published({ database }: House, { scale, url }: Stage): Promise<void> {
  const empty = openDatabase(await database('size_0'), console.error, null)
  await publishReference(empty, scaleOf(10_000))
  say(
    plainResult(
      { what: 'publish 5 000 lines', at: 0 },
      (await publication(empty, scaleOf(10_000), false)) / 1000,
      's',
      3,
    ),
  )
  await empty.destroy()
  const full = openDatabase(url, console.error, null)
  const entering = performance.now()
  await catchUpLog(full)
  const seconds = (performance.now() - entering) / 1000
  const { size } = await proofs(full, 1)
  say(plainResult({ what: `enter ${size} published lines in the log`, at: scale.standards }, seconds, 's', null))
  say(
    plainResult(
      { what: 'publish 5 000 lines', at: scale.standards },
      (await publication(full, scale, true)) / 1000,
      's',
      3,
    ),
  )
  const proved = await proofs(full, 500)
  const what = `inclusion proof in ${proved.size} leaves`
  say(plainResult({ what: `${what}, median`, at: scale.standards }, proved.p50, 'ms', null))
  say(plainResult({ what: `${what}, slowest in a hundred`, at: scale.standards }, proved.p99, 'ms', null))
  await full.destroy()
  const due = await dueToSeen(url, scale)
  say(plainResult({ what: 'scheduled, from due to feed, API and checkpoint', at: scale.standards }, due / 1000, 's', 2))
  const read = await importing(url, scale)
  say(plainResult({ what: `import and lint ${ROWS} rows`, at: scale.standards }, read.seconds, 's', 5))
  const tree = treeOf(200_000)
  say(plainResult({ what: 'tree of 200 000 leaves, at once', at: '' }, tree.whole, 'ms', null))
  say(plainResult({ what: 'tree of 200 000 leaves, release by release', at: '' }, tree.grown, 'ms', null))
}

function say(result: Result): void {
  results.push(result)
  tell(
    [result.what, result.at, result.ours, result.yardstick, result.ratio, result.met === false ? '✗' : '']
      .filter(Boolean)
      .join(' · '),
  )
}

function tell(words: string): void {
  console.log(`${String(Math.round((performance.now() - begun) / 1000)).padStart(4)} s  ${words}`)
}
