import { describe, expect, test } from 'vitest'
import { draftOf, fieldsOf } from '../../../catalogue/draft/draft.ts'
import { draftOfLine, lineOf } from '../../../catalogue/draft/line-form.ts'
import { SubjectKind } from '../../../catalogue/subject.ts'
import { releases } from '../../../seeds/releases.ts'

const published = releases.flatMap(({ lines }) => lines)

describe('the form of a line says all that the line says', () => {
  test.for(SubjectKind.options)('every published %s comes back from its form as it was', (kind) => {
    const lines = published.filter((line) => line.kind === kind)
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) {
      const fields = fieldsOf(draftOfLine(line))
      expect(lineOf(kind, draftOf(fields)), line.key).toStrictEqual({ line, faults: [] })
    }
  })
})
