/**
 * EME-PKCS1-v1_5 decoding (RFC 8017 §7.2.2) with implicit rejection: a wrong encoding gives the substitute, in the same time,
 * so that nobody learns from the outcome whether the padding was right (Bleichenbacher 1998).
 * @param substitute as many bytes as the content key needs
 */
export function decodePkcs1(encoded: Buffer, substitute: Buffer): Buffer {
  const start = encoded.length - substitute.length
  let wrong = encoded[0] ?? 1
  wrong |= (encoded[1] ?? 0) ^ 2
  for (let index = 2; index < start - 1; index += 1) wrong |= Number(encoded[index] === 0)
  wrong |= encoded[start - 1] ?? 1
  wrong |= Number(start < 11)
  const keep = wrong === 0 ? 0xff : 0
  return Buffer.from(substitute.map((byte, index) => ((encoded[start + index] ?? 0) & keep) | (byte & ~keep)))
}
