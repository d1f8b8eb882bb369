/**
 * Order by UCS code points (Canonical XML 1.0 §2.2 asks for it). JavaScript compares UTF-16 code units,
 * which differs where a surrogate meets U+E000–U+FFFF.
 */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index)
    const b = right.charCodeAt(index)
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

/** Surrogates stand for U+10000 and above, so they rank over every other code unit. */
const rank = (codeUnit: number) => (codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit)
