import { expect, test } from 'vitest'
import { OpenedElements } from '#main/xml/encryption/opened-elements.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import type { Seal } from '#main/xml/signature/seal.ts'
import { VerifiedElement } from '#main/xml/signature/verified-element.ts'

const { root } = parseXml('<a><b/></a>', messageLimits)

test('nothing but the verifier makes one', () => {
  // @ts-expect-error no object is a seal by its looks
  const forged: Seal = {}
  expect(() => new VerifiedElement(forged, root, root, OpenedElements.none)).toThrow(TypeError)
  expect(() => new VerifiedElement(undefined as unknown as Seal, root, root, OpenedElements.none)).toThrow(TypeError)
})
