/** One value of DER (X.690 §8.1): its tag octet, and what is inside. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content together. */
  readonly whole: Uint8Array
}

export const SEQUENCE = 0x30
export const SET = 0x31
export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const NULL = 0x05
export const OBJECT_IDENTIFIER = 0x06
/** Context-specific and constructed, such as `[0]` for 0. */
export const context = (number: number) => 0xa0 + number

/** @returns undefined where no whole value begins at the offset: input may be anything */
export function readDer(bytes: Uint8Array, offset = 0): DerValue | undefined {
  const tag = bytes[offset]
  const first = bytes[offset + 1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || lengthOctets > 4) return undefined
  const start = offset + 2 + lengthOctets
  const length = lengthOctets === 0 ? first : numberOf(bytes.subarray(offset + 2, start))
  const end = start + length
  if (end > bytes.length) return undefined
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end) }
}

/** What stands one after the other inside; none where that is not so. */
export function childrenOf(value: DerValue | undefined): DerValue[] {
  const children: DerValue[] = []
  if (value === undefined) return children
  for (let offset = 0; offset < value.content.length; ) {
    const child = readDer(value.content, offset)
    if (child === undefined) return []
    children.push(child)
    offset += child.whole.length
  }
  return children
}

/** Dotted decimal (X.690 §8.19); the empty string where it is no object identifier. */
export function identifierOf(value: DerValue | undefined): string {
  if (value === undefined || value.tag !== OBJECT_IDENTIFIER) return ''
  const arcs: number[] = []
  let arc = 0
  for (const octet of value.content) {
    arc = arc * 128 + (octet & 0x7f)
    if (octet < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [joined = 0, ...rest] = arcs
  const top = Math.min(2, Math.floor(joined / 40))
  return [top, joined - top * 40, ...rest].join('.')
}

const numberOf = (octets: Uint8Array) => octets.reduce((number, octet) => number * 256 + octet, 0)

/** A small INTEGER that is not negative; undefined for every other. */
export function integerOf(value: DerValue | undefined): number | undefined {
  if (value === undefined || value.tag !== INTEGER || value.content.length === 0 || value.content.length > 6)
    return undefined
  return (value.content[0] ?? 0) >= 0x80 ? undefined : numberOf(value.content)
}
