import { type RawBuilder, sql } from 'kysely'
import type { Found, Match } from '../../catalogue/listing.ts'
import type { Line } from '../../catalogue/release.ts'
import { rank } from '../../catalogue/search/found.ts'
import { grams, looseGrams, soundGrams, strictGrams } from '../../catalogue/search/grams.ts'
import { type Query, readQuery } from '../../catalogue/search/query.ts'
import { type Term, termsOf } from '../../catalogue/search/terms.ts'
import { askedOnce } from './asked-once.ts'
import type { Reader, Tx } from './database.ts'

/** Of what a reader may search: the names said up to a release, of these kinds; of every kind when none is named. */
export type Scope = { release: number; kinds?: readonly Match['kind'][] }

const KINDS: readonly Match['kind'][] = ['item', 'entity', 'port', 'document']

/** Keeps the names that a release says, in the transaction that publishes it; names said before stay as they were. */
export async function indexTerms(tx: Tx, lines: readonly Line[], release: number): Promise<void> {
  const rows = termsOf(lines, release).map((term) => ({
    ...term,
    grams: term.field === 'pinyin' ? soundGrams(term.norm) : grams(term.norm),
  }))
  if (rows.length === 0) return
  await sql`
    insert into search_term (kind, key, field, term, norm, since, grams)
    select kind, key, field, term, norm, since, array_to_tsvector(grams)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as said(kind text, key text, field text, term text, norm text, since bigint, grams text[])
    on conflict do nothing`.execute(tx)
}

/**
 * 检索: what the words mean, by names, synonyms, operators' names, pinyin and codes as they were known at a release.
 * The database finds candidates by their grams; catalogue/search ranks them. Pages and API both ask here.
 * One character stands in most operators' names, and tells them apart from nothing: they are then left out.
 */
export const search = (db: Reader, typed: string, scope: Scope, limit: number): Promise<Found> =>
  askedOnce(db, ['search', typed, scope, limit], () => find(db, typed, scope, limit))

async function find(db: Reader, typed: string, scope: Scope, limit: number): Promise<Found> {
  const query = readQuery(typed)
  if (query.tight === '') return NOTHING
  const wanted = containing(query)
  const named = await names(db, wanted, scope)
  const own = named.length > 0 && query.tight.length < 2 ? [] : await ownNames(db, wanted, scope)
  const found = rank(query, [...named, ...own], limit)
  return found.matches.length > 0 ? found : nearly(db, query, scope, limit)
}

const NOTHING: Found = { matches: [], nearest: [] }

/** What was meant by words that stand nowhere: among the catalogue's names first, then among the operators' own. */
async function nearly(db: Reader, query: Query, scope: Scope, limit: number): Promise<Found> {
  const wanted = resembling(query)
  const like = await names(db, wanted, scope)
  const found = rank(query, like, limit)
  return found.matches.length > 0 ? found : rank(query, [...like, ...(await ownNames(db, wanted, scope))], limit)
}

type Wanted = { tsquery: string; order: RawBuilder<unknown> }

/** Names that hold every part of the words; where there are many, the shortest, which the words are most of. */
const containing = (query: Query): Wanted => ({
  tsquery: strictGrams(query).map(allOf).join(' | '),
  order: sql`not starts_with(norm, ${query.norm}), length(norm), id`,
})

/** Names that share parts with the words, those that share most of them. */
function resembling(query: Query): Wanted {
  const tsquery = looseGrams(query).map(quote).join(' | ')
  return { tsquery, order: sql`ts_rank(grams, ${tsquery}::tsquery) desc, length(norm), id` }
}

const CANDIDATES = 400

/** Service content comes last: it only explains what has a name. */
async function names(db: Reader, { tsquery, order }: Wanted, scope: Scope): Promise<Term[]> {
  const { rows } = await sql<Term>`
    select kind, key, field, term, norm, since from search_term
    where field <> 'own_name' and ${inScope(tsquery, scope)}
    order by field = 'content', ${order} limit ${CANDIDATES}`.execute(db)
  return rows
}

/** Of an operator's many names for one item, the one that answers best. */
async function ownNames(db: Reader, { tsquery, order }: Wanted, scope: Scope): Promise<Term[]> {
  if (scope.kinds && !scope.kinds.includes('item')) return []
  const { rows } = await sql<Term>`
    select distinct on (key) kind, key, field, term, norm, since from search_term
    where field = 'own_name' and ${inScope(tsquery, scope)}
    order by key, ${order}`.execute(db)
  return rows
}

const inScope = (tsquery: string, { release, kinds = KINDS }: Scope) =>
  sql`grams @@ ${tsquery}::tsquery and since <= ${release} and kind = any(${[...kinds]})`

const allOf = (grams: string[]): string => `(${grams.map(quote).join(' & ')})`

/** A gram as a tsquery writes a word. Grams hold letters and digits only; quoting makes sure of it. */
const quote = (gram: string): string => `'${gram.replace(/['\\]/g, '$&$&')}'`
