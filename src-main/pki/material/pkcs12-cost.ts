import type forge from 'node-forge'

type Forge = typeof forge
type Asn1 = forge.asn1.Asn1

/**
 * The largest count of key derivation that a PKCS#12 file asks for: an INTEGER right after the salt, an OCTET STRING
 * (RFC 7292 §4, RFC 8018 §A.2). It is looked up before anything is derived, for the count is the sender's choice.
 */
export function mostIterations(forge: Forge, value: Asn1): number {
  const { OCTETSTRING, INTEGER } = forge.asn1.Type
  if (!Array.isArray(value.value)) return value.type === OCTETSTRING ? inside(forge, value.value) : 0
  let most = value.type === OCTETSTRING ? inside(forge, joined(value)) : 0
  value.value.forEach((child, index, siblings) => {
    const before = siblings[index - 1]
    if (child.type === INTEGER && before?.type === OCTETSTRING) most = Math.max(most, count(child))
    most = Math.max(most, mostIterations(forge, child))
  })
  return most
}

/** What is not encrypted stands as DER in an OCTET STRING. */
function inside(forge: Forge, octets: string): number {
  if (octets.charCodeAt(0) !== 0x30) return 0
  try {
    return mostIterations(forge, forge.asn1.fromDer(octets))
  } catch {
    return 0
  }
}

/** BER may cut an OCTET STRING into pieces. */
const joined = ({ value }: Asn1): string =>
  Array.isArray(value) ? value.map((piece) => joined(piece)).join('') : value

const count = ({ value }: Asn1): number =>
  typeof value === 'string' && value.length <= 6
    ? Buffer.from(value, 'latin1').reduce((number, octet) => number * 256 + octet, 0)
    : Number.POSITIVE_INFINITY
