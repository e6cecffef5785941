import { type Article, articleOf } from '../../complaints/articles.ts'
import { nextSteps, type Transition } from '../../complaints/case.ts'
import type { CaseFile } from '../db/case-files.ts'
import { DUTIES } from './acts/duties.ts'

/** A lawful step from here that the desk takes or asks for, with the article it rests on; null where none is in our files. */
export type NextStep = Pick<Transition, 'step' | 'signed' | 'who'> & { article: Article | null }

/** 下一步: what may be done with a case as it stands, and by which article. */
export const nextStepsFor = ({ type, state, track, received_on }: CaseFile): NextStep[] =>
  nextSteps(type, state)
    .filter(({ step, who }) => who.includes('handler') && DUTIES[step] !== undefined)
    .map(({ step, signed, who }) => ({
      step,
      signed,
      who,
      article: articleOf(step, { type, track, receivedOn: received_on }),
    }))
