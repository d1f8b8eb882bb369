import { BIT_STRING, childrenOf, context, identifierOf, OCTET_STRING, readDer } from '../der/read-der.ts'

const KEY_USAGE = '2.5.29.15'

/** RFC 5280 §4.2.1.3, bit 0 first. */
const names = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
]

/** What the key may be used for by its certificate's word; null where the certificate says nothing. */
export function keyUsageOf(certificate: Uint8Array): string[] | null {
  const extensions = childrenOf(childrenOf(childrenOf(readDer(certificate))[0]).find(({ tag }) => tag === context(3)))
  for (const extension of childrenOf(extensions[0])) {
    const [oid, ...values] = childrenOf(extension)
    if (identifierOf(oid) !== KEY_USAGE) continue
    const bits = readDer(values.find(({ tag }) => tag === OCTET_STRING)?.content ?? new Uint8Array())
    return bits?.tag === BIT_STRING ? names.filter((_, index) => isSet(bits.content.subarray(1), index)) : []
  }
  return null
}

const isSet = (octets: Uint8Array, index: number) => ((octets[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
