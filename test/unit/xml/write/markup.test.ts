import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { attributeOf, textOf } from '#main/xml/tree/query.ts'
import { element, leaf, text } from '#main/xml/write/markup.ts'

test('children, attributes in order, undefined left out', () => {
  const written = element('a', { y: 1, x: true, z: undefined }, leaf('b', 'c'), undefined, element('d', {}))
  expect(written).toBe('<a y="1" x="true"><b>c</b><d/></a>')
})

describe('a value is never markup', () => {
  test('in text and in attributes', () => {
    const value = `</a><!-- "'&amp;]]>\t\r\n`
    const { root } = parseXml(element('a', { b: value }, text(value)), messageLimits)
    expect(root.children).toEqual([{ kind: 'text', value }])
    expect(attributeOf(root, 'b')).toBe(value)
  })

  test('whatever the characters, what is written parses and reads back', () => {
    const drawn = (value: string) => value.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const { root } = parseXml(element('a', { b: value }, text(value)), messageLimits)
        expect([textOf(root), attributeOf(root, 'b')]).toEqual([drawn(value), drawn(value)])
      }),
    )
  })
})
