import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error', 'require-sri': ['error', { target: 'crossorigin' }] },
})

/** What a validator finds wrong with a page; the first five are enough to mend it. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results
    .flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
    )
    .slice(0, 5)
}
