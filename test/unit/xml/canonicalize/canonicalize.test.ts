import { describe, expect, test } from 'vitest'
import { canonicalize } from '#main/xml/canonicalize/canonicalize.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { elementChildren } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

const exclusively = (apex: XmlElement, ...inclusivePrefixes: string[]) =>
  canonicalize(apex, { method: 'exclusive', withComments: false, inclusivePrefixes })
const rootOf = (xml: string) => parseXml(xml, messageLimits).root

describe('a PrefixList', () => {
  const inside = elementChildren(
    rootOf('<r xmlns="urn:d" xmlns:a="urn:a"><p:e xmlns:p="urn:p"><x a:b=""/></p:e></r>'),
  )[0]!

  test('brings what is in scope at the apex', () => {
    expect(exclusively(inside, 'a', '')).toBe('<p:e xmlns="urn:d" xmlns:a="urn:a" xmlns:p="urn:p"><x a:b=""></x></p:e>')
  })

  test('brings what is declared anew below it, and nothing twice', () => {
    const root = rootOf('<r xmlns:a="1"><b xmlns:a="2"><c xmlns:a="2"/></b><d xmlns:a="1"/></r>')
    expect(exclusively(root, 'a')).toBe('<r xmlns:a="1"><b xmlns:a="2"><c></c></b><d></d></r>')
  })

  test('may be undone: the empty default namespace is written where another stood', () => {
    const root = rootOf('<r xmlns="urn:d"><p:b xmlns:p="urn:p" xmlns=""/></r>')
    expect(exclusively(root, '')).toBe('<r xmlns="urn:d"><p:b xmlns="" xmlns:p="urn:p"></p:b></r>')
  })

  // Anyone can put one into a signature, and it is followed before the signature is known to be good.
  test('costs nothing for being long', () => {
    const prefixes = Array.from({ length: 100_000 }, (_, index) => `p${index}`)
    const root = rootOf(`<r>${'<b/>'.repeat(4_000)}</r>`)
    const before = process.cpuUsage().user
    exclusively(root, ...prefixes)
    expect(process.cpuUsage().user - before).toBeLessThan(3_000_000)
  })
})
