import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../../server/files/in/kind.ts'
import { BILL_LIMITS } from '../../../../server/files/in/limits.ts'
import { refusal } from './reading.ts'
import { zip } from './zips.ts'

const codeOf = async (bytes: Buffer | string) => (await refusal(bytes)).code
const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('a file is told by what is in it, whatever it is called', () => {
  test.each([
    ['a program', 'program', bytes('MZ\x90\x00\x03\x00\x00\x00')],
    ['a Linux program', 'program', bytes('\x7FELF\x02\x01\x01')],
    ['a script', 'program', '#!/bin/sh\necho 费目,金额\n'],
    ['a photograph', 'picture', bytes('\xFF\xD8\xFF\xE0\x00\x10JFIF')],
    ['a screenshot', 'picture', bytes('\x89PNG\r\n\x1A\n')],
    ['a gzip', 'archive', gzipSync('费目,金额\n港务费,1\n')],
    ['a ZIP of files', 'archive', zip([{ name: 'bill.csv', data: '费目,金额\n' }])],
    [
      'a Word document',
      'other-document',
      zip([
        { name: '[Content_Types].xml', data: '' },
        { name: 'word/document.xml', data: '' },
      ]),
    ],
    [
      'an OpenDocument sheet',
      'other-document',
      zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }]),
    ],
    ['a web page', 'web-page', '\n<html><body><table><tr><td>费目</td></tr></table></body></html>'],
    ['an empty file', 'empty', ''],
    ['zeros', 'binary', Buffer.alloc(100_000)],
    ['noise', 'binary', bytes('\x01\x02\x03abc')],
    ['bytes of no encoding', 'encoding', bytes('abc,\x80\xFF\x80\xFF\n')],
  ])('%s', async (_, code, file) => expect(await codeOf(file)).toBe(code))

  test('an .xls of old, and a workbook with a password in the same container', async () => {
    const old = Buffer.concat([bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), Buffer.alloc(512)])
    expect(await codeOf(old)).toBe('old-office')
    expect(await codeOf(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('locked-workbook')
  })

  test('a PDF with a workbook behind it is a PDF, and a broken one', async () => {
    const both = Buffer.concat([bytes('%PDF-1.7\n'), zip([{ name: 'xl/workbook.xml', data: '' }])])
    expect(await refusal(both)).toMatchObject({ code: 'damaged', values: { part: 'PDF' } })
  })

  test('a workbook with a program before it is a program', async () => {
    expect(await codeOf(Buffer.concat([bytes('MZ\x90\x00'), zip([{ name: 'xl/workbook.xml', data: '' }])]))).toBe(
      'program',
    )
  })

  test('however many comments stand before nothing, it is told at once', () => {
    expect(() => kindOf(Buffer.from(`${'<!---->\n'.repeat(28)}<table>`))).toThrow('web-page')
    const began = performance.now()
    expect(kindOf(Buffer.from(`${'<!---->'.repeat(28)}<EInvoice>`))).toBe('xml')
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('what is larger than a bill may be is not looked at', async () => {
    const limits = { ...BILL_LIMITS, bytes: 2 ** 20 }
    expect(await refusal(Buffer.alloc(2 ** 20 + 1), limits)).toMatchObject({ code: 'too-large', values: { limit: 1 } })
  })
})
