import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkpointText, checkSignature, readCheckpoint, signersOf } from '../../../catalogue/log/checkpoint.ts'
import { cosign, cosignedAt } from '../../../catalogue/log/cosignature.ts'
import { leafHash } from '../../../catalogue/log/merkle.ts'
import {
  LOG_KEY,
  makeSigner,
  noteText,
  readNote,
  readSigner,
  readVerifier,
  signerText,
  signText,
  verifierText,
  WITNESS_KEY,
} from '../../../catalogue/log/note.ts'
import { proofText, proves, readProof } from '../../../catalogue/log/proof.ts'
import { entryBundle, placesOf, readBundle, readTilePath, tilePath } from '../../../catalogue/log/tiles.ts'

/** The key and signed note of the package comment of golang.org/x/mod/sumdb/note. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const ESSAY = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
const log = makeSigner('fees.example.cn/log', LOG_KEY, Buffer.alloc(32, 7))
const witness = makeSigner('witness.example.org', WITNESS_KEY, Buffer.alloc(32, 9))
const tree = { origin: 'fees.example.cn/log', size: 1, root: leafHash('{"v":1}') }
const text = checkpointText(tree)
const AT = new Date('2026-11-23T02:00:00Z')

test('a note signed by another implementation is read and its signature holds; one letter changed and it does not', () => {
  const note = readNote(ESSAY)!
  expect(signersOf(note, [readVerifier(PETER)!])).toHaveLength(1)
  expect(signersOf({ ...note, text: note.text.replace('answer', 'Answer') }, [readVerifier(PETER)!])).toBeNull()
  expect(verifierText(readVerifier(PETER)!)).toBe(PETER)
  expect(noteText(note)).toBe(ESSAY)
})

test('keys are written down and read back; a key whose id is wrong is no key', () => {
  expect(readSigner(signerText(log))!.verifier).toEqual(log.verifier)
  expect(readVerifier(verifierText(witness.verifier))).toEqual(witness.verifier)
  expect(readVerifier(verifierText(log.verifier).replace('fees', 'bees'))).toBeNull()
  expect(readVerifier(PETER.replace('ARpc', 'ARpd'))).toBeNull()
  expect(() => makeSigner('two words', LOG_KEY)).toThrow('no spaces')
})

test('a checkpoint carries the signatures of the log and of a witness, each by its own rules', () => {
  const signatures = [signText(text, log), cosign(text, witness, AT)]
  const note = readNote(noteText({ text, signatures }))!
  expect(readCheckpoint(note.text)).toEqual(tree)
  expect(signersOf(note, [log.verifier, witness.verifier])).toEqual([log.verifier, witness.verifier])
  expect(checkSignature(text, signatures[1]!, witness.verifier)).toEqual({ at: AT })
  expect(cosignedAt(text.replace('\n1\n', '\n2\n'), signatures[1]!, witness.verifier)).toBeNull()
  const asLog = makeSigner('witness.example.org', LOG_KEY, Buffer.alloc(32, 9))
  expect(signersOf(note, [asLog.verifier]), 'the same secret as another type is another key').toEqual([])
})

test.for([
  'fees.example.cn/log\n01\nroot\n',
  'fees.example.cn/log\n1\n',
  '\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
  'x\n1\nAAAA\n',
  'x\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n',
])('%j is no checkpoint', (bad) => expect(readCheckpoint(bad)).toBeNull())

test('a proof proves its leaf, away from the portal, and no other', () => {
  const checkpoint = noteText({ text, signatures: [signText(text, log)] })
  const file = proofText({ index: 0, hashes: [], checkpoint })
  expect(file).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 0\n\nfees\.example\.cn\/log\n1\n/)
  expect(proves(file, '{"v":1}', [log.verifier])).toBe(true)
  expect(proves(file, '{"v":2}', [log.verifier])).toBe(false)
  expect(proves(file, '{"v":1}', [witness.verifier])).toBe(false)
  const extra = file.replace('index', 'extra aGVsbG8=\nindex')
  expect(readProof(extra)).toEqual(readProof(file))
  for (const bad of [file.replace('@v1', '@v2'), file.replace('index 0', 'index 00'), ''])
    expect(readProof(bad)).toBeNull()
})

test('no text makes the readers throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((s) => `${ESSAY}${s}`),
      ),
      (any) => {
        readNote(any)
        readCheckpoint(any)
        readProof(any)
        readVerifier(any)
        readSigner(any)
        readTilePath(any)
        readBundle(Buffer.from(any))
        return true
      },
    ),
  )
})

test('tiles have the paths that C2SP writes', () => {
  expect(tilePath({ level: 0, n: 1_234_067, width: 256 })).toBe('0/x001/x234/067')
  expect(tilePath({ level: 'entries', n: 5, width: 12 })).toBe('entries/005.p/12')
  expect(readTilePath('1/x001/000.p/255')).toEqual({ level: 1, n: 1000, width: 255 })
  for (const bad of [
    '0/x000/001',
    '0/1',
    '00/001',
    '64/000',
    '0/001.p/256',
    '0/001.p/0',
    '0/001.p/01',
    '-1/000',
    '0/x1/000',
  ])
    expect(readTilePath(bad), bad).toBeNull()
})

test('a log of 70 000 leaves is 273 whole tiles and those that C2SP counts beside them', () => {
  const widths = (level: number) => placesOf(70_000, level).map(({ width }) => width)
  expect(widths(0)).toEqual([...Array(273).fill(256), 112])
  expect(widths(1)).toEqual([256, 17])
  expect(widths(2)).toEqual([1])
  expect(widths(3)).toEqual([])
})

test('a bundle of entries gives back what was put in, and nothing when it was cut short', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (leaves) => {
      const bundle = entryBundle(leaves)
      expect(readBundle(bundle)).toEqual(leaves)
      if (leaves.length > 0) expect(readBundle(bundle.subarray(0, -1))).not.toEqual(leaves)
    }),
  )
})
