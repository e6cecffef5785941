import { type CheckSummary, VERDICTS } from '../../catalogue/check/verdict.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { amountText, releaseText } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { checkVerdict } from '../words/checked-line.ts'
import { momentText } from '../words/moment.ts'
import type { CheckFault } from '../words/sent-bill.ts'
import { faultWords } from './check-field.ts'

/** A bulk check as far as it is. */
export type BulkJobData = {
  job: {
    id: string
    name: string
    asked: { release: number }
    state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
    part: number
    rows: number
    faulty: number
    summary: CheckSummary
    fault: CheckFault | null
    keptUntil: Date
  }
  now: Date
}

/** `/check/bulk/:id`: how far a bulk check is, and what came out. */
export type CheckBulkJobPage = {
  frame: Frame
  action: string
  name: string
  state: string
  going: boolean
  done: boolean
  percent: string
  progress: string
  fault: string | null
  sums: { label: string; text: string; unit: string }[]
  verdicts: { word: string; shape: string; n: string }[]
  downloads: { href: string; text: string }[]
  kept: string
  remove: string
  again: string
  words: Messages['check']
}

/** The page of one bulk check. */
export function checkBulkJobPage(ctx: PageContext, { job }: BulkJobData): CheckBulkJobPage {
  const t = translator(ctx.locale)
  const { check: words } = t.words
  const going = job.state === 'waiting' || job.state === 'running'
  const { charged, compared, lines, verdicts } = job.summary
  const sum = (amount: string) => (amount.startsWith('-') ? `−${amountText(amount.slice(1))}` : amountText(amount))
  const percent = String(Math.min(100, Math.floor(job.part * 100)))
  return {
    frame: frame(ctx, { title: words.bulkTitle, description: words.bulkDescription, robots: 'noindex', bar: false }),
    action: address(ctx, `/check/bulk/${job.id}`),
    name: job.name,
    state: t(`check.bulk_${job.state}`),
    going,
    done: job.state === 'done',
    percent,
    progress: t('check.bulkProgress', { percent, rows: job.rows, release: releaseText(job.asked.release, t) }),
    fault: job.fault === null ? null : faultWords(job.fault, t),
    sums: [
      { label: words.over, text: sum(compared.over), unit: words.yuan },
      { label: words.charged, text: sum(charged), unit: words.yuan },
      { label: words.comparedLines, text: t('check.ofLines', { n: compared.lines, total: lines }), unit: '' },
      { label: words.expectedMost, text: sum(compared.expected), unit: words.yuan },
      ...(job.faulty > 0 ? [{ label: words.bulkFaulty, text: t('check.linesOf', { n: job.faulty }), unit: '' }] : []),
    ],
    verdicts: VERDICTS.flatMap((verdict) => {
      const n = verdicts[verdict] ?? 0
      return n === 0 ? [] : [{ ...checkVerdict(verdict, t), n: t('check.linesOf', { n }) }]
    }),
    downloads: [
      { href: address(ctx, `/check/bulk/${job.id}/result.csv`, { bom: '1' }), text: words.bulkForExcel },
      { href: address(ctx, `/check/bulk/${job.id}/result.csv`), text: words.bulkForPrograms },
    ],
    kept: t('check.keptUntil', { until: momentText(job.keptUntil, t.locale) }),
    remove: going ? words.bulkCancel : words.bulkDelete,
    again: address(ctx, '/check/bulk'),
    words,
  }
}
