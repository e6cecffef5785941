import { beginReading, bytesOfImport, failImport, findImport, keepReading, tellProgress } from '../db/imports.ts'
import { type Lists, readList } from '../imports.ts'

/**
 * Reads a file that was sent in and keeps what it comes to. It may be begun twice, or again after a restart: what is no
 * longer waiting is left alone, and what was being read is read anew.
 */
export const readImportTask =
  (lists: Lists, onError: (error: Error) => void) =>
  async (payload: unknown): Promise<void> => {
    const { id } = payload as { id: number }
    if (!(await beginReading(lists.db, id))) return
    try {
      await read(lists, id)
    } catch (error) {
      onError(error as Error)
      await failImport(lists.db, id, { code: 'unforeseen', values: {} })
    }
  }

async function read(lists: Lists, id: number): Promise<void> {
  const told = telling(lists, id)
  const sent = (await findImport(lists.db, id))!
  const { release, reading, lint } = await readList(
    lists,
    { ...sent, bytes: await bytesOfImport(lists.db, id) },
    told.tell,
  )
  await told.done()
  await keepReading(lists.db, id, release, reading, lint)
}

/** Writes progress one note after another, and not for every row. */
function telling({ db }: Lists, id: number) {
  let last = -1
  let written: Promise<unknown> = Promise.resolve()
  const tell = (done: number, stage: string): void => {
    if (done - last < STEP) return
    last = done
    written = written.then(() => tellProgress(db, id, Math.min(1, done), stage))
  }
  return { tell, done: () => written }
}

/** The least by which progress must have grown to be told. */
const STEP = 0.05
