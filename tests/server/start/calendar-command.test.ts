import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { importCalendar, listCalendar } from '../../../server/commands/calendar.ts'
import { test } from '../../support/database.ts'
import { NOW } from '../../support/now.ts'

test('A notice is entered from a file once; one with faults says them all and changes nothing.', async ({ url }) => {
  const file = join(await mkdtemp(join(tmpdir(), 'notice-')), '2027.csv')
  await writeFile(file, 'year,2027\nnotice,x\nstatutory,2027-01-01\nmakeup,2027-03-03')
  await expect(importCalendar(url, file, NOW)).rejects.toThrow(
    'Line 4: 2027-03-03 is not at a weekend, so it is no make-up day\nNational Day (2027-10-01) is not among the statutory days',
  )
  await writeFile(
    file,
    'year,2027\nnotice,国办发明电〔2026〕9号\nstatutory,2027-01-01\nstatutory,2027-10-01,2027-10-03',
  )
  expect(await importCalendar(url, file, NOW)).toBe('2027 is entered; 0 clocks were reckoned anew')
  await expect(importCalendar(url, file, NOW)).rejects.toThrow('2027 is not the year to be entered next')
  expect((await listCalendar(url)).split('\n')[0]).toMatch(/^2027 {2}\S.*国办发明电〔2026〕9号$/)
})
