import { describe, expect, test } from 'vitest'
import { prettyXml } from '#renderer/lib/text/pretty-xml.ts'

describe('laid out for reading', () => {
  test.each([
    ['one line becomes many', '<a><b>text</b><c/></a>', '<a>\n  <b>text</b>\n  <c/>\n</a>'],
    ['its own layout is replaced', '<a>\n\t<b/>\n</a>', '<a>\n  <b/>\n</a>'],
    ['white space that is all there is stays', '<a>  </a>', '<a>  </a>'],
    ['text beside a tag keeps its place', '<a>one <b/> two</a>', '<a>one <b/> two</a>'],
    ['a greater-than sign within an attribute', '<a b=">"><c/></a>', '<a b=">">\n  <c/>\n</a>'],
    [
      'comments, CDATA and declarations',
      '<?xml version="1.0"?><a><!-- <b> --><![CDATA[<c>]]></a>',
      '<?xml version="1.0"?>\n<a>\n  <!-- <b> -->\n  <![CDATA[<c>]]>\n</a>',
    ],
    ['an empty element', '<a></a>', '<a></a>'],
    ['what is not XML', 'no < markup', 'no < markup'],
    ['tags that do not match', '</a></b><c>', '</a>\n</b>\n<c>'],
    ['nothing', '', ''],
  ])('%s', (_name, source, expected) => expect(prettyXml(source).text).toBe(expected))
})

test('a place in the original is found again', () => {
  const source = '<a>\n\n<b x="1">text</b><c/></a>'
  const { text, toPretty } = prettyXml(source)
  for (const wanted of ['<b x="1">', 'text', 'ext', '<c/>', '</a>'])
    expect(toPretty(source.indexOf(wanted))).toBe(text.indexOf(wanted))
})

test('a long message is laid out quickly', () => {
  const source = `<a>${'<b c="d">e</b>'.repeat(50_000)}</a>`
  expect(prettyXml(source).text.split('\n')).toHaveLength(50_002)
})
