import { describe, expect, test } from 'vitest'
import { messageLimits, metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import { childElements, elementChildren, textOf } from '#main/xml/tree/query.ts'

function refusalOf(input: string | Uint8Array, limits = messageLimits) {
  try {
    parseXml(input, limits)
  } catch (error) {
    if (error instanceof XmlRefused) return `${error.refusal} ${error.line}:${error.column}`
    throw error
  }
  return 'accepted'
}
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('what is refused, and where', () => {
  test.each([
    ['nothing', '', 'empty 1:1'],
    ['white space', ' \n ', 'empty 1:1'],
    ['text', 'text', 'not-well-formed 1:6'],
    ['two byte order marks', '\uFEFF\uFEFF<a/>', 'not-well-formed 1:1'],
    ['two byte order marks in bytes', utf8('\uFEFF\uFEFF<a/>'), 'not-well-formed 1:1'],
    ['an unclosed tag', '<a>', 'not-well-formed 1:4'],
    ['a wrong closing tag', '<a>\n</b>', 'not-well-formed 2:5'],
    ['an undeclared prefix', '<p:a/>', 'not-well-formed 1:7'],
    ['a duplicate attribute', '<a b="1" b="2"/>', 'not-well-formed 1:17'],
    ['a duplicate by namespace', '<a xmlns:p="u" xmlns:q="u" p:x="" q:x=""/>', 'not-well-formed 1:43'],
    ['an unquoted attribute', '<a b=1/>', 'not-well-formed 1:7'],
    ['two roots', '<a/><b/>', 'not-well-formed 1:8'],
    ['text after the root', '<a/>x', 'not-well-formed 1:7'],
    [']]> in text', '<a>]]></a>', 'not-well-formed 1:7'],
    ['-- in a comment', '<a><!-- -- --></a>', 'not-well-formed 1:12'],
    ['an entity nobody declared', '<a>&x;</a>', 'not-well-formed 1:7'],
    ['a reference to half a character', '<a>&#xD800;</a>', 'not-well-formed 1:12'],
    ['half a surrogate pair', '<a>\ud800</a>', 'not-utf-8 1:1'],
    ['a control character', '<a>\u0001</a>', 'not-well-formed 1:5'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>', 'doctype 1:13'],
    ['a DOCTYPE with entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'doctype 1:31'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'version-declared 1:22'],
    ['another encoding', '<?xml version="1.0" encoding="iso-8859-1"?><a/>', 'encoding-declared 1:44'],
    ['a processing instruction', '<a><?p d?></a>', 'processing-instruction 1:11'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x3c, 0x00]), 'not-utf-8 1:1'],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28]), 'not-utf-8 1:1'],
    ['PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'not-utf-8 1:1'],
    ['61 levels', '<a>'.repeat(61) + '</a>'.repeat(61), 'too-deep 1:181'],
    ['5,001 elements', `<a>${'<b/>'.repeat(5000)}</a>`, 'too-many-elements 1:20000'],
    ['65 attributes', `<a ${Array.from({ length: 65 }, (_, i) => `b${i}=""`).join(' ')}/>`, 'too-many-attributes 1:1'],
  ])('%s', (_name, input, refusal) => expect(refusalOf(input)).toBe(refusal))

  test('more than the size before anything is parsed', () => {
    expect(refusalOf(new Uint8Array(messageLimits.size + 1))).toBe('too-large 1:1')
  })

  test('nothing within the limits', () => {
    expect(refusalOf('<a>'.repeat(60) + '</a>'.repeat(60))).toBe('accepted')
    expect(refusalOf(`<a>${'<b/>'.repeat(4999)}</a>`)).toBe('accepted')
  })
})

describe('what is kept', () => {
  test('a byte order mark is no part of the text', () => {
    expect(parseXml(utf8('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a/>'), messageLimits).root.local).toBe('a')
  })

  test('namespaces are resolved, declarations stand apart', () => {
    const { root } = parseXml('<p:a xmlns:p="urn:p" xmlns="urn:d" x="1" p:y="2"><b/></p:a>', messageLimits)
    expect(root).toMatchObject({ prefix: 'p', local: 'a', namespace: 'urn:p' })
    expect(root.attributes.map(({ namespace, local, value }) => [namespace, local, value])).toEqual([
      ['', 'x', '1'],
      ['urn:p', 'y', '2'],
    ])
    expect(root.declarations).toEqual([
      { prefix: 'p', uri: 'urn:p' },
      { prefix: '', uri: 'urn:d' },
    ])
    expect(childElements(root, 'urn:d', 'b')).toHaveLength(1)
    expect(childElements(root, 'urn:p', 'b')).toHaveLength(0)
  })

  test('text around comments and CDATA is whole', () => {
    const { root } = parseXml('<a>ad<!-- x -->min<![CDATA[@<b>]]>c</a>', messageLimits)
    expect(textOf(root)).toBe('admin@<b>c')
  })

  test('line ends are normalised, character references are not (XML 1.0 §2.11)', () => {
    expect(textOf(parseXml('<a>\r\n\r&#13;</a>', messageLimits).root)).toBe('\n\n\r')
  })

  test('every element knows its place', () => {
    const { root } = parseXml('<a\n x="1">\r\n  <b/><c/>\n<b><d/></b></a>', messageLimits)
    const [first, c, second] = elementChildren(root)
    expect(placeOf(first!)).toEqual({ document: 'message', path: '/a/b[1]', line: 3, column: 3 })
    expect(placeOf(c!)).toMatchObject({ path: '/a/c', line: 3, column: 7 })
    expect(placeOf(elementChildren(second!)[0]!)).toMatchObject({ path: '/a/b[2]/d', line: 4, column: 4 })
  })

  test('metadata may carry a processing instruction', () => {
    expect(refusalOf('<?xml version="1.0"?><?xml-stylesheet href="a"?><a/>', metadataLimits)).toBe('accepted')
  })
})
