import { expect, test } from 'vitest'
import { readLeaf } from '#main/saml/element/leaf.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'

const leafOf = (text: string) => readLeaf(new UnverifiedElement(parseXml(`<a>${text}</a>`, messageLimits).root)).value

test.each(['ada', ' ada', 'ada\n', '\r\n\tada \n', '<!-- x --> ada', '<![CDATA[ ada]]>'])('%j is ada', (text) =>
  expect(leafOf(text)).toBe('ada'),
)

test.each(['ada\u00a0', '\ufeffada', 'ada\u2003', 'ada\u200b', '\u2028ada', '\u3000ada'])(
  '%j is another name, and stays one',
  (text) => expect(leafOf(text)).toBe(text),
)

test('white space alone is nothing', () => expect(leafOf(' \n\t ')).toBe(''))

test('a megabyte of white space takes no time', () => {
  const before = process.cpuUsage().user
  leafOf(`a${' '.repeat(900_000)}b`)
  expect(process.cpuUsage().user - before).toBeLessThan(3_000_000)
})
