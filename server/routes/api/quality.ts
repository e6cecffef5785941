import { z } from 'zod'
import type { Day } from '../../../catalogue/day.ts'
import { findingId, RULES } from '../../../catalogue/lint/lint.ts'
import type { Finding, Rule } from '../../../catalogue/lint/rule.ts'
import type { Reference } from '../../../catalogue/reference.ts'
import { SubjectKind } from '../../../catalogue/subject.ts'
import { translator } from '../../../views/locale/locale.ts'
import { ruleName, saidFinding, saidSkipped } from '../../../views/words/lint.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import type { QualityRun } from '../../db/quality.ts'
import { qualityReader } from '../../quality.ts'
import { freshRun } from '../../quality-fresh.ts'
import type { Site } from '../../site.ts'
import { metaOut } from './out.ts'
import { errors, Meta } from './shapes.ts'

const Both = z.strictObject({ zh: z.string(), en: z.string() })
const Severity = z.enum(['error', 'warning', 'note'])
const Code = z.string().meta({ description: 'Code of a rule, as `/lint-rules` lists them', examples: ['V06'] })

const FindingOut = z
  .strictObject({
    id: z.string(),
    rule: Code,
    severity: Severity,
    subjects: z.array(z.strictObject({ kind: SubjectKind, key: z.string() })),
    field: z.string().nullable(),
    values: z.record(z.string(), z.string()),
    text: Both,
  })
  .meta({
    id: 'Finding',
    description: 'What a rule found in the list as published; to be checked, no finding of an offence',
  })

const RunOut = z
  .strictObject({
    run_at: z.string(),
    release: z.int(),
    ran: z.array(Code),
    skipped: z.array(z.strictObject({ rule: Code, because: z.string(), text: Both })),
    findings: z.array(FindingOut),
  })
  .meta({ id: 'QualityRun' })

const RuleOut = z
  .strictObject({
    code: Code,
    severity: Severity,
    name: Both,
    why: Both,
    mend: Both,
    on: z.array(z.enum(['set', 'live'])),
    source: z.strictObject({ document: z.string(), clause: z.string(), excerpt: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'LintRule', description: 'A rule; one with no clause behind it is at most a warning' })

/** 目录质量 and 规则目录 as JSON. They change without a release, so they are dated by the run. */
export const qualityRoutes = (scope: App, site: Site): void => {
  quality(scope, site) //   /quality
  lintRules(scope, site) // /lint-rules
}

const ABOUT = { tags: ['quality'], querystring: z.strictObject({}) }

function quality(scope: App, site: Site): void {
  const runOf = qualityReader(site.db)
  const response = { 200: z.object({ meta: Meta, data: RunOut.nullable() }), ...errors }
  const schema = { ...ABOUT, summary: 'What the rules found in the whole list', response }
  scope.get('/quality', { schema }, async (request, reply) => {
    const id = await freshRun(site, request, reply)
    if (id === undefined) return reply
    const asOf = asOfNow(site, {})
    const reference = await site.reference(asOf.release)
    const data = id === null ? null : runOut(await runOf(id), reference, asOf.on)
    return reply.send({ meta: metaOut(asOf), data })
  })
}

function lintRules(scope: App, site: Site): void {
  const response = { 200: z.object({ meta: Meta, data: z.array(RuleOut) }), ...errors }
  const schema = { ...ABOUT, summary: 'Every rule, with what it rests on', response }
  scope.get('/lint-rules', { schema }, async (request, reply) => {
    const id = await freshRun(site, request, reply)
    return id === undefined ? reply : reply.send({ meta: metaOut(asOfNow(site, {})), data: RULES.map(ruleOut) })
  })
}

const runOut = ({ at, release, report }: QualityRun, reference: Reference, on: Day) => ({
  ...{ run_at: at.toISOString(), release, ran: report.ran },
  skipped: report.skipped.map(({ rule, because, values }) => ({
    ...{ rule, because },
    text: both((t) => saidSkipped({ rule, because, values }, t).text),
  })),
  findings: report.findings.map((finding) => findingOut(finding, reference, on)),
})

type Words = Parameters<typeof ruleName>[1]
const both = (say: (t: Words) => string) => ({ zh: say(translator('zh-CN')), en: say(translator('en')) })

const findingOut = (finding: Finding, reference: Reference, on: Day) => {
  const { rule, severity, subjects, field, values } = finding
  const text = both((t) => saidFinding(finding, t, reference, on).text)
  return { id: findingId(finding), rule, severity, subjects, field, values, text }
}

const ruleOut = ({ code, severity, on, source }: Rule) => {
  return {
    ...{ code, severity, on: [...on], source, name: both((t) => ruleName(code, t)) },
    why: both((t) => t.words.lintRules[`${code}-why`]),
    mend: both((t) => t.words.lintRules[`${code}-mend`]),
  }
}
