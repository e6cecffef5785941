import { HtmlValidate } from 'html-validate'
import { expect } from 'vitest'
import { inLanguage, PAGES, REFUSED } from '../support/addresses.ts'
import { test } from '../support/portal.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error', 'require-sri': ['error', { target: 'crossorigin' }] },
})

test.for(['zh', 'en'] as const)(
  'every page is valid HTML, answers as it should and sets no cookie (%s)',
  async (lang, { app }) => {
    for (const [name, path] of Object.entries(PAGES)) {
      const answer = await app.inject(inLanguage(path, lang))
      expect.soft(answer.statusCode, name).toBe(REFUSED[name] ?? 200)
      expect.soft(answer.headers['set-cookie'], name).toBeUndefined()
      const { results } = await validator.validateString(answer.body)
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
      )
      expect.soft(faults.slice(0, 5), `${name} ${path}`).toEqual([])
    }
  },
)
