import type { RuleCode } from '../../catalogue/lint/codes.ts'
import { RULES } from '../../catalogue/lint/lint.ts'
import type { Finding, LintReport, Rule, Severity } from '../../catalogue/lint/rule.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import { type RuleCount, type RuleCountsPicture, ruleCountsOf } from '../charts/rule-counts.ts'
import { address, type PageContext } from '../context.ts'
import { type Frame, frame } from '../frame.ts'
import { releaseText, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { ruleName, type SaidSkipped, saidSkipped, sourceInWords } from '../words/lint.ts'
import { momentText } from '../words/moment.ts'
import { portChoice } from '../words/port-choice.ts'
import { chosenFindings, type FindingRow, findingRow, type QualityAsked } from './quality-findings.ts'

/** A run of the rules, and which of its findings are asked for. */
export type QualityData = {
  run: { at: Date; release: number; report: LintReport } | null
  asked: QualityAsked
  reference: Reference
}

type Option = { value: string; text: string; lang: string | null; selected: boolean }
type Group = RuleRow & { why: string; mend: string; rows: FindingRow[]; rest: { text: string; href: string } | null }
type RuleRow = {
  code: RuleCode
  name: string
  severity: Severity
  word: string
  source: string | null
  excerpt: { text: string; lang: string } | null
  where: string
  found: string
}

/** `/quality`: what the rules found in the whole list, what was not looked at, and every rule with what it rests on. */
export type QualityPage = {
  frame: Frame
  ran: string | null
  counts: string | null
  picture: RuleCountsPicture | null
  filter: { action: string; entities: Option[]; ports: Option[]; rules: Option[]; clear: string | null }
  groups: Group[]
  noneHere: string | null
  skipped: SaidSkipped[]
  rules: RuleRow[]
  csv: string
  json: string
  noSource: string
  words: Messages['quality']
}

export function qualityPage(ctx: PageContext, { run, asked, reference }: QualityData): QualityPage {
  const t = translator(ctx.locale)
  const words = t.words.quality
  const findings = run?.report.findings ?? []
  const chosen = chosenFindings(findings, asked)
  const rows = RULES.map((rule) => ruleRow(rule, run?.report ?? null, reference, ctx, t))
  return {
    frame: frame(ctx, { title: words.title, description: words.description, bar: false }),
    ran: run && ranText(run, t),
    counts: run && countsText(findings, t),
    picture: ruleCountsOf(countsOf(findings, t), t),
    filter: filterOf(ctx, asked, findings, reference, t),
    groups: groupsOf(chosen, rows, asked, ctx, reference, t),
    noneHere: run && chosen.length === 0 && findings.length > 0 ? words.noneHere : null,
    skipped: (run?.report.skipped ?? []).map((one) => saidSkipped(one, t)),
    rules: rows,
    csv: address(ctx, '/quality.csv', asked),
    json: '/api/v1/quality',
    noSource: t.words.lint.noSource,
    words,
  }
}

const ranText = ({ at, release, report }: NonNullable<QualityData['run']>, t: Translate): string =>
  t('quality.ranOn', { at: momentText(at, t.locale), release: releaseText(release, t), n: report.ran.length })

const SEVERITIES = ['error', 'warning', 'note'] as const
const numberOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length

function countsText(findings: readonly Finding[], t: Translate): string {
  if (findings.length === 0) return t.words.quality.clean
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map((severity) => numberOf(findings, severity))
  return t('quality.counts', { errors, warnings, notes })
}

function countsOf(findings: readonly Finding[], t: Translate): RuleCount[] {
  return [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, of]) => ({
    ...{ rule, name: ruleName(rule, t) },
    by: { error: numberOf(of, 'error'), warning: numberOf(of, 'warning'), note: numberOf(of, 'note') },
  }))
}

function ruleRow(rule: Rule, report: LintReport | null, ref: Reference, ctx: PageContext, t: Translate): RuleRow {
  const { code, severity, source, on } = rule
  const { words } = t
  const found = report?.findings.filter((finding) => finding.rule === code).length ?? 0
  const ran = report?.ran.includes(code) ?? false
  const portal = source?.document === 'portal-rules'
  return {
    ...{ code, severity, name: ruleName(code, t), word: words.lint[severity] },
    source: source && sourceInWords(source, t, ref, ctx.on),
    excerpt: source?.excerpt ? { text: source.excerpt, lang: portal ? 'en' : 'zh-CN' } : null,
    where: on.length > 1 ? words.quality.onBoth : on[0] === 'set' ? words.quality.onSet : words.quality.onLive,
    found: ran ? String(found) : on.includes('live') ? words.quality.notRun : words.quality.setOnly,
  }
}

/** Of each rule this many findings are shown until it is asked for alone. */
const MOST = 12

/** The rules that found something, those with the worst first. */
function groupsOf(
  findings: readonly Finding[],
  rows: readonly RuleRow[],
  asked: QualityAsked,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): Group[] {
  const most = asked.rule === undefined ? MOST : 500
  return [...Map.groupBy(findings, ({ rule }) => rule)].flatMap(([rule, found]) => {
    const row = rows.find((each) => each.code === rule)
    if (row === undefined) return []
    const { code } = row
    const rest = {
      text: t('quality.rest', { n: found.length - most }),
      href: address(ctx, '/quality', { ...asked, rule: code }),
    }
    return [
      {
        ...row,
        ...{ why: t.words.lintRules[`${code}-why`], mend: t.words.lintRules[`${code}-mend`] },
        rows: found.slice(0, most).map((finding) => findingRow(finding, ctx, ref)),
        rest: found.length > most ? rest : null,
      },
    ]
  })
}

function filterOf(
  ctx: PageContext,
  { entity, port, rule }: QualityAsked,
  findings: readonly Finding[],
  ref: Reference,
  t: Translate,
): QualityPage['filter'] {
  const { every } = t.words.quality
  const all = (selected: boolean): Option => ({ value: '', text: every, lang: null, selected })
  const entities = allOn(ref, 'entity', ctx.on)
  const codes = [...new Set(findings.map((finding) => finding.rule))].toSorted()
  return {
    action: address(ctx, '/quality'),
    ports: portChoice(port ?? null, every, ctx, ref),
    entities: [
      all(entity === undefined),
      ...entities.map(({ code, name }) => ({ value: code, ...said(name, ctx.locale), selected: code === entity })),
    ],
    rules: [
      all(rule === undefined),
      ...codes.map((code) => ({
        value: code,
        text: `${code} ${ruleName(code, t)}`,
        lang: null,
        selected: code === rule,
      })),
    ],
    clear: entity || port || rule ? address(ctx, '/quality') : null,
  }
}
