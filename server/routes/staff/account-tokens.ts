import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import type { AccountFault } from '../../../views/pages/staff-account.ts'
import type { App } from '../../app.ts'
import { revokeToken, tokensOf } from '../../db/tokens.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, seeOther, sessionOf } from '../../staff/desk.ts'
import { textOf } from '../../staff/form.ts'
import { stepUp } from '../../staff/step-up.ts'
import { makeToken } from '../../staff/tokens.ts'
import { auditOwn, Numbered, OWN, showAccount } from './account.ts'

const MOST_TOKENS = 10

/** 接口令牌: made after a step up and shown once, in the answer itself and in no address. */
export function accountTokens(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/account/tokens', { config: OWN }, async (request, reply) => {
    const tokenName = textOf(request.body, 'name').trim()
    const faults = await faultsOf(desk, request, tokenName)
    if (faults.length > 0) return showAccount(desk, locale, request, reply, { faults, tokenName })
    const made = await makeToken(desk.db, sessionOf(request).person.id, tokenName, desk.now())
    await auditOwn(desk, request, 'token.make', tokenName)
    return showAccount(desk, locale, request, reply, { made })
  })
  scope.post('/staff/account/tokens/:id/revoke', { config: OWN, schema: Numbered }, async (request, reply) => {
    const name = await revokeToken(desk.db, sessionOf(request).person.id, request.params.id, desk.now())
    if (name === undefined) throw new Refusal('not-found')
    await auditOwn(desk, request, 'token.revoke', name)
    return seeOther(reply, locale, '/staff/account?done=token-revoked')
  })
}

async function faultsOf(desk: Desk, request: FastifyRequest, name: string): Promise<AccountFault[]> {
  if (name === '' || [...name].length > 60) return [{ form: 'token', field: 'name' }]
  const kept = await tokensOf(desk.db, sessionOf(request).person.id)
  if (kept.length >= MOST_TOKENS) return [{ form: 'token', field: 'most' }]
  return (await stepUp(desk, request, textOf(request.body, 'code'))) ? [] : [{ form: 'token', field: 'strong' }]
}
