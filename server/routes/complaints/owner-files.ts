import type { Values } from '../../../views/locale/locale.ts'
import type { FileFault } from '../../cases/files/fault.ts'
import { takeFile } from '../../cases/files/take.ts'
import { viewIn } from '../../cases/owner-view.ts'
import { asHolder } from '../../db/case-doors.ts'
import type { Tx } from '../../db/database.ts'
import { holdOwnCase, takenOnce } from '../../db/owner-writes.ts'
import { Refusal } from '../../errors.ts'
import type { Form } from '../../form-with-files.ts'
import type { Desk } from '../../staff/desk.ts'
import type { Answering } from './owner-case.ts'

/** What became of the files of a form. */
export type FilesTaken = { taken: string[]; refused: { name: string; code: FileFault; values: Values }[] }

/** How many files came, read or not. */
export const filesSent = ({ files, cut }: Form): number => files.length + (cut === null ? 0 : 1)

/** Takes the files of a form, each by itself; none of a form that was taken before or cannot be done now, or of a case that is not there. */
export async function takeAll(
  { desk, session, request }: Answering,
  n: number,
  act: string,
  once: string,
  form: Form,
): Promise<FilesTaken> {
  const done: FilesTaken = { taken: [], refused: [] }
  if (form.cut !== null) done.refused.push({ name: '', code: 'too-large', values: form.cut })
  if (form.files.length === 0) return done
  const to = await asHolder(desk.db, session.tag, async (tx) => {
    const file = await holdOwnCase(tx, n)
    if (file === undefined) throw new Refusal('not-found')
    if (await takenOnce(tx, file.id, once)) return null
    if (file.purged_on !== null || !(await mayAdd(desk, tx, n, act))) return null
    return { submission: file.submission_id, case: file.id, sender: 'complainant' as const }
  })
  for (const { name, bytes } of to === null ? [] : form.files) {
    const taken = await takeFile(desk, { bytes, name, to: to!, address: request.ip })
    if (taken.ok) done.taken.push(taken.name)
    else done.refused.push({ name, code: taken.code, values: taken.values ?? {} })
  }
  return done
}

/** Is what the files come with open to the owner now? Else nothing of it is kept: nobody would be told, and nothing destroy it. */
const mayAdd = async (desk: Desk, tx: Tx, n: number, act: string): Promise<boolean> =>
  (await viewIn(desk, tx))!.cases[n - 1]!.may.some((one) => one === act)
