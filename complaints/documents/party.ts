import type { DocumentFacts } from './facts.ts'

/** 当事人的称呼: by company and name where they were opened, else by receipt alone: a reporter is kept secret (Order 121 art. 37). */
export function partyText({ party, type, receipt }: Pick<DocumentFacts, 'party' | 'type' | 'receipt'>): string {
  const who = type === 'report' ? '举报人' : '投诉人'
  if (party.kind === 'sealed') return `${who}（身份保密，回执号 ${receipt}）`
  const name = party.kind === 'open' ? [party.company, party.name].filter((one) => one !== null).join(' ') : ''
  if (name === '') return `${who}（未留姓名，回执号 ${receipt}）`
  return name
}
