import type { Org } from '../../complaints/law.ts'
import { type FilterParams, type FilterSaying, filterName, filterValue, queueAddress } from '../cases/filter-words.ts'
import { address } from '../context.ts'
import { said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** What is wrong with a view that somebody wanted to keep. */
export type ViewFault = { field: 'name' | 'scope'; code: 'name' | 'scope' | 'taken' | 'person' }

type ViewTold = {
  id: number
  scope: 'own' | 'office' | 'all'
  office: number | null
  name: string
  by: string
  mine: boolean
  first: boolean
  params: FilterParams
}

/** What the page is made of: the views in reach, the offices of whoever asks, and a form as it was sent. */
export type ViewsData = Omit<FilterSaying, 't'> & {
  views: readonly ViewTold[]
  offices: readonly Org[]
  own: readonly number[]
  params: FilterParams
  sent: Record<string, string>
  fault: ViewFault | null
}

/** `/staff/cases/views`: the views there are, and a form that keeps another. */
export type StaffCasesViewsPage = {
  frame: StaffFrame
  form: {
    action: string
    filter: string
    filters: string
    name: string
    first: boolean
    scopes: { value: string; text: string; checked: boolean }[]
    nameFault: string | null
    scopeFault: string | null
  } | null
  views: {
    href: string
    name: string
    scope: string
    by: string
    filters: string
    first: boolean
    drop: string | null
    choose: string | null
  }[]
  csrf: string
  back: string
  words: Messages['caseQueue']
}

export function staffCasesViewsPage(ctx: StaffContext, data: ViewsData): StaffCasesViewsPage {
  const saying = { ...data, t: translator(ctx.locale) }
  const words = saying.t.words.caseQueue
  const may = ctx.may('case.view')
  return {
    frame: staffFrame(ctx, words.viewsTitle),
    form: may ? formOf(ctx, data, saying) : null,
    views: data.views.map((view) => ({
      ...{ href: queueAddress(ctx, view.params), name: view.name, by: view.by, first: view.first },
      ...{ scope: scopeText(view, data, saying), filters: filtersText(view.params, saying) },
      drop: may && view.mine ? address(ctx, `/staff/cases/views/${view.id}/delete`) : null,
      choose: may ? address(ctx, `/staff/cases/views/${view.id}/default`) : null,
    })),
    ...{ csrf: ctx.csrf, back: address(ctx, '/staff/cases'), words },
  }
}

function formOf(ctx: StaffContext, data: ViewsData, saying: FilterSaying): StaffCasesViewsPage['form'] {
  const { params, sent, fault, own, offices } = data
  const words = saying.t.words.caseQueue
  const asked = sent.scope ?? 'own'
  const mine = offices.filter(({ id }) => own.includes(id))
  const scopes = [
    { value: 'own', text: words['scope-own'] },
    ...mine.map(({ id, name }) => ({ value: `office-${id}`, text: said(name, ctx.locale).text })),
    ...(ctx.may('case.sign') ? [{ value: 'all', text: words['scope-all'] }] : []),
  ]
  return {
    ...{ action: address(ctx, '/staff/cases/views'), filter: new URLSearchParams(params).toString() },
    ...{ filters: filtersText(params, saying), name: sent.name ?? '', first: sent.first === 'yes' },
    scopes: scopes.map((one) => ({ ...one, checked: one.value === asked })),
    nameFault: fault?.field === 'name' ? words[`fault-${fault.code}`] : null,
    scopeFault: fault?.field === 'scope' ? words[`fault-${fault.code}`] : null,
  }
}

function scopeText({ scope, office }: ViewTold, { offices }: ViewsData, { t }: FilterSaying): string {
  const named = offices.find(({ id }) => id === office)
  return named === undefined ? t.words.caseQueue[`scope-${scope}`] : said(named.name, t.locale).text
}

/** 状态：已受理；承办人：我. */
const filtersText = (params: FilterParams, saying: FilterSaying): string =>
  Object.entries(params)
    .map(([name, value]) =>
      saying.t('caseQueue.pair', { name: filterName(name, saying), value: filterValue(name, value, saying) }),
    )
    .join(saying.t.words.common.semicolon) || saying.t.words.caseQueue.noFilters
