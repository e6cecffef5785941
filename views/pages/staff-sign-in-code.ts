import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { codeInput, type Input } from './staff-input.ts'

export type CodeData = { next: string | null; fault: 'code' | 'locked' | null; demoCode: string | null }

/** `/staff/sign-in/code` */
export type StaffSignInCodePage = {
  frame: StaffFrame
  action: string
  next: string | null
  code: Input
  demoCode: string | null
  leave: string
  words: Messages['signIn']
}

export function staffSignInCodePage(ctx: StaffContext, { next, fault, demoCode }: CodeData): StaffSignInCodePage {
  const words = translator(ctx.locale).words.signIn
  return {
    frame: staffFrame(ctx, words.codeTitle),
    action: address(ctx, '/staff/sign-in/code'),
    next,
    code: codeInput(words.code, fault && words[`fault-${fault}`]),
    demoCode,
    leave: address(ctx, '/staff/sign-out'),
    words,
  }
}
