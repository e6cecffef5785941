import canonicalize from 'canonicalize'
import { contentHash, type PublicCase, type Publishing } from '../../../complaints/publication.ts'
import { decisionsOf } from '../../db/case-decisions.ts'
import { withdrawPublished, writePublication } from '../../db/publications.ts'
import { knownOf, lookedThrough, publicCase } from '../publication.ts'
import type { Doing } from './doing.ts'
import type { Duties, Taking } from './duty.ts'
import { atField, Refused } from './outcome.ts'
import { keepInside } from './words-of.ts'

/** 公示与撤下: prepared by one and published by another, who did not sign the decision either. */
export const PUBLICATION: Pick<Duties, 'publish' | 'retract'> = {
  publish: {
    check: mayBePublished,
    carry: published,
    payload: ({ content }) => ({ decision: content.decision, sha256: contentHash(content) }),
    asked: ({ content }) => ({ sha256: contentHash(content) }), // all that stays of it where it is not published
  },
  retract: {
    carry: async (taking, { reason }) => {
      await keepInside(taking)
      await withdrawPublished(taking.tx, taking.file.id, taking.at, reason)
    },
  },
}

/** The content must be the case as it stands, and nothing in it may name anybody but with a reason. */
async function mayBePublished(doing: Doing, { content, standing }: Publishing): Promise<void> {
  const { tx, file } = doing
  const written = await publicCase(tx, file, {
    summary: content.summary,
    reply: content.reply?.zh ?? null,
    names: new Map(content.lines.map(({ n, name }) => [n, name])),
    entityName: content.entity_name,
  })
  if (written === null) throw new Refused('unlawful-step')
  if (formOf(written) !== formOf(content)) throw new Refused('gone-on')
  if (lookedThrough(content, await knownOf(doing), standing).open > 0) throw atField('summary_zh', 'bad-value', 'named')
}

const formOf = (content: PublicCase): string => canonicalize(content)!

async function published(taking: Taking, { content, checked, standing }: Publishing): Promise<void> {
  const { tx, file, by, at, signed } = taking
  const [decision] = await decisionsOf(tx, file.id)
  if (decision?.signed_by === by.id) throw new Refused('own-proposal')
  const { askedBy, proposal } = signed!
  const checklist = { checked, standing }
  await writePublication(tx, {
    caseId: file.id,
    content,
    checklist,
    preparedBy: askedBy,
    publishedBy: by.id,
    at,
    proposal,
  })
}
