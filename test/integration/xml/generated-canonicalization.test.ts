import fc from 'fast-check'
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { type Canonicalization, canonicalize } from '#main/xml/canonicalize/canonicalize.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { attributeOf, descendantsOf } from '#main/xml/tree/query.ts'
import { generatedXml } from '#test/support/xml/generated-xml.ts'

const variants: Record<string, Canonicalization> = {
  exclusive: { method: 'exclusive', withComments: false, inclusivePrefixes: [] },
  'exclusive with PrefixList': { method: 'exclusive', withComments: false, inclusivePrefixes: ['p', 'r'] },
  'exclusive with comments': { method: 'exclusive', withComments: true, inclusivePrefixes: [] },
  inclusive: { method: 'inclusive', withComments: false, inclusivePrefixes: [] },
  'inclusive with comments': { method: 'inclusive', withComments: true, inclusivePrefixes: [] },
}

function ours(xml: string, how: Canonicalization): string {
  const document = parseXml(xml, metadataLimits)
  const apex = [...descendantsOf(document.root)].find((element) => attributeOf(element, 'ID') === 't')!
  return canonicalize(apex, how)
}

function libxml2(xml: string, how: Canonicalization): string {
  const document = XmlDocument.fromString(xml)
  try {
    const apex = document.get('//*[@ID="t"]')!
    return apex.canonicalizeToString({
      mode: how.method === 'exclusive' ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
      withComments: how.withComments,
      ...(how.inclusivePrefixes.length > 0 ? { inclusiveNamespacePrefixes: [...how.inclusivePrefixes] } : {}),
    })
  } finally {
    document.dispose()
  }
}

describe('witness libxml2, on generated documents', () => {
  for (const [name, how] of Object.entries(variants)) {
    test(`${name} canonicalisation is the same to the byte`, () => {
      fc.assert(
        fc.property(generatedXml, (xml) => {
          expect(ours(xml, how)).toBe(libxml2(xml, how))
        }),
        { numRuns: 1000, seed: 20 },
      )
    })
  }
})
