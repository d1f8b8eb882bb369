import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ElementSplitter, PieceTooLarge } from '#main/xml/split/element-splitter.ts'

const how = { containers: new Set(['many']), cut: 'one', placeholder: '<x/>', most: 10_000 }

function split(text: string, chunk = 7, most = how.most) {
  const splitter = new ElementSplitter({ ...how, most })
  const bytes = Buffer.from(text)
  const pieces = []
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(...splitter.push(bytes.subarray(at, at + chunk)))
  const rest = Buffer.from(splitter.end()).toString('utf8')
  return {
    rest,
    pieces: pieces.map(({ bytes: piece, ...where }) => ({ text: Buffer.from(piece).toString('utf8'), ...where })),
  }
}

test('cuts every element out, wherever the bytes are cut', () => {
  const text = '<?xml version="1.0"?>\n<many a="b">\n<one>é<one/>\n</one> <p:one\nxmlns:p=">"/>\n</many>\n'
  for (let chunk = 1; chunk < text.length; chunk += 1) {
    expect(split(text, chunk)).toEqual({
      rest: '<?xml version="1.0"?>\n<many a="b">\n<x/>\n \n\n</many>\n',
      pieces: [
        { text: '<one>é<one/>\n</one>', offset: 35, line: 3, around: ['<many a="b">'] },
        { text: '<p:one\nxmlns:p=">"/>', offset: 56, line: 4, around: ['<many a="b">'] },
      ],
    })
  }
})

test('containers may stand in each other, and each has its placeholder', () => {
  const { rest, pieces } = split('<many><many><one/><one/></many><one/></many>')
  expect(rest).toBe('<many><many><x/></many><x/></many>')
  expect(pieces.map(({ around }) => around.length)).toEqual([2, 2, 1])
})

describe('what only looks like an element stays', () => {
  test.each([
    ['in a comment', '<many><!-- <one> --></many>'],
    ['in a CDATA section', '<many><![CDATA[<one>]]></many>'],
    ['in a processing instruction', '<many><?a <one> ?></many>'],
    ['in an attribute', '<many a="<one>"></many>'],
    ['in something else', '<many><other><one/></other></many>'],
    ['as the root', '<one/>'],
  ])('%s', (_name, text) => {
    for (const chunk of [1, 3, 100]) expect(split(text, chunk)).toEqual({ rest: text, pieces: [] })
  })
  test('and inside a piece it closes nothing', () => {
    const piece = '<one><!--</one>--><![CDATA[</one>]]><a b="</one>"/></one>'
    expect(split(`<many>${piece}</many>`, 2).pieces.map(({ text }) => text)).toEqual([piece])
  })
})

test('what never ends is refused rather than kept', () => {
  expect(() => split(`<many><one>${'a'.repeat(300)}`, 50, 200)).toThrow(PieceTooLarge)
  expect(() => split(`<many><!-- ${'a'.repeat(300)}`, 50, 200)).toThrow(PieceTooLarge)
  expect(split('<many><one>').rest).toBe('<many><one>')
})

test('whatever comes, it ends, and loses no byte outside the pieces', () => {
  const parts = [
    '<many>',
    '</many>',
    '<one>',
    '</one>',
    '<one/>',
    '<a b="',
    '">',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    'é',
    '\n',
    "'",
    '<',
  ]
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((each) => each.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, chunk) => {
      const cut = split(whole, chunk)
      expect(cut).toEqual(split(whole, 1_000))
      const length = Buffer.byteLength(cut.rest.replaceAll('<x/>', '').replaceAll('\n', ''))
      const taken = cut.pieces
        .map(({ text: piece }) => Buffer.byteLength(piece.replaceAll('\n', '')))
        .reduce((a, b) => a + b, 0)
      expect(length + taken).toBe(Buffer.byteLength(whole.replaceAll('\n', '')))
    }),
    { numRuns: 500, seed: 5 },
  )
})
