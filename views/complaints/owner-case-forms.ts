import type { OwnedCase } from '../../complaints/owned.ts'
import type { Translate } from '../locale/locale.ts'
import type { CaseAround, OwnerCaseView } from './owner-case.ts'
import { ownerForm } from './owner-forms.ts'

/** What else the owner may do with a case, each as a form where the law allows it now. */
export function formsOf(own: OwnedCase, { keys, sent }: CaseAround, t: Translate): OwnerCaseView['forms'] {
  const { owner } = t.words
  const form = (asked: Parameters<typeof ownerForm>[1]) => ownerForm(own, asked, keys, sent, t)
  const may = new Set(own.may)
  const asked = may.has('supplement') || isAsked(own)
  const scores = (['1', '2', '3', '4', '5'] as const).map((value) => ({ value, text: owner[`score-${value}`] }))
  const solved = (['yes', 'no'] as const).map((value) => ({ value, text: owner[value] }))
  return {
    message:
      may.has('message') && !asked
        ? form({
            ...{ act: 'message', place: 'messages', send: owner.sendMessage, quiet: true },
            words: { label: owner.messageLabel },
          })
        : null,
    evidence: may.has('evidence')
      ? form({
          ...{ act: 'evidence', place: 'evidence', send: owner.sendEvidence, quiet: true },
          files: { label: owner.evidenceLabel, hint: owner.evidenceHint },
        })
      : null,
    rate: may.has('rate')
      ? form({
          ...{ act: 'rate', place: 'rating', send: owner.sendRating },
          words: { label: owner.ratingWords, optional: true },
          choices: [
            { name: 'score', legend: owner.score, options: scores },
            { name: 'solved', legend: owner.solved, options: solved },
          ],
        })
      : null,
    notSolved: may.has('not_solved')
      ? form({
          ...{ act: 'not_solved', place: 'unsolved', send: owner.sendUnsolved, quiet: true },
          words: { label: owner.unsolvedLabel },
        })
      : null,
  }
}

/** Is a question of the office open? Then its answer is the message. */
const isAsked = ({ messages }: OwnedCase): boolean =>
  messages.slice(messages.findLastIndex(({ sender }) => sender === 'complainant') + 1).some(({ asks }) => asks)
