import type { Day } from '../catalogue/day.ts'
import type { ImportReading, RowPreview } from '../catalogue/import/reading.ts'
import { lint } from '../catalogue/lint/lint.ts'
import type { LintReport } from '../catalogue/lint/rule.ts'
import { type Live, saidOf } from '../catalogue/live.ts'
import type { Line } from '../catalogue/release.ts'
import { inForce } from '../catalogue/validity.ts'
import type { ImportAsked } from './db/imports.ts'
import { type Progress, readImportFile } from './import.ts'
import { lintSettings, liveFor } from './lint.ts'
import type { Desk } from './staff/desk.ts'

/** What reading a list asks of the portal: its newest facts and its clock. */
export type Lists = Pick<Desk, 'db' | 'head' | 'reference' | 'now'>

/** A list as it was sent. */
export type SentList = ImportAsked & { name: string; bytes: Uint8Array }

/** A list that was read, beside the newest release; `lint` is null where a fault keeps it from coming to lines. */
export type ListRead = { file: string; release: number; reading: ImportReading; lint: LintReport | null }

/** 读取一份清单: the one reading behind the page, the API and the command line. */
export async function readList(lists: Lists, sent: SentList, progress: Progress = () => {}): Promise<ListRead> {
  const live = await liveOf(lists, sent.entity)
  const { file, reading: bare } = await readImportFile(sent.bytes, sent.name, { ...sent, live }, progress)
  const reading = { ...bare, previews: [...bare.previews, ...endings(bare, live, sent.effective)] }
  const found = hasErrors(reading) ? null : lint(live, chosenLines(reading, new Map()), await lintSettings(lists))
  return { file, release: live.release, reading, lint: found }
}

/** What stands now of each price that a file leaves out: no row of it shows that. */
function endings({ asks, previews }: ImportReading, live: Live, effective: Day): RowPreview[] {
  const shown = new Set(previews.map(({ key }) => key))
  return asks.flatMap(({ kind, line: { kind: subject, key }, name }): RowPreview[] => {
    if (kind !== 'ending' || subject !== 'standard' || shown.has(key)) return []
    const before = inForce(saidOf(live, 'standard', key), effective)?.payload ?? null
    return [{ sheet: null, row: null, outcome: 'asked', key, name, before, after: null }]
  })
}

/** What lint says of lines that one entity, or (null) the authority, is about to propose. */
export const lintList = async (lists: Lists, entity: string | null, lines: readonly Line[]): Promise<LintReport> =>
  lint(await liveOf(lists, entity), lines, await lintSettings(lists))

const liveOf = (lists: Lists, entity: string | null): Promise<Live> => liveFor(lists, entity === null ? [] : [entity])

/** Does anything in the file keep it from becoming lines? */
export const hasErrors = ({ problems }: Pick<ImportReading, 'problems'>): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** The questions that nobody has answered yet. */
export const openAsks = ({ asks }: Pick<ImportReading, 'asks'>, answers: ReadonlyMap<string, boolean>) =>
  asks.filter(({ id }) => !answers.has(id))

/** The lines a file comes to: its own, and those that were said yes to. What several need is said once. */
export function chosenLines({ lines, asks }: ImportReading, answers: ReadonlyMap<string, boolean>): Line[] {
  const asked = asks.filter(({ id }) => answers.get(id) === true)
  const all = [...asked.flatMap(({ also }) => also ?? []), ...lines, ...asked.map(({ line }) => line)]
  const known = new Set<string>()
  return all.filter(({ kind, key, valid }) => {
    const name = `${kind}:${key}:${valid.from}`
    return !known.has(name) && known.add(name)
  })
}
