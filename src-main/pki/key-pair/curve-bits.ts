/** `prime256v1`, `P-256`, `secp384r1`: every curve's name holds the size of its field. */
export function curveBits(curve: string | null): number | null {
  const bits = curve?.match(/\d{3}/)?.[0]
  return bits === undefined ? null : Number(bits)
}
