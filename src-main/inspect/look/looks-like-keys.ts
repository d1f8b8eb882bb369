/** PEM in any state of repair, OpenSSH and OpenPGP armour, a line of hexadecimal DER; or, as bytes, DER or a Java keystore. */
export function looksLikeKeys(input: string | Uint8Array): boolean {
  if (typeof input === 'string') return armour.test(input) || hexadecimal.test(input)
  if (input.length < 32) return false
  const bytes = Buffer.from(input.buffer, input.byteOffset, Math.min(input.byteLength, 64))
  return isDer(input) || keystores.has(bytes.subarray(0, 4).toString('hex')) || armour.test(bytes.toString('latin1'))
}

const armour = /[-–—]{2}\s{0,8}BEGIN [A-Z0-9 ]{1,40}[-–—]{2}|^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S{1,40}) AAAA/
const hexadecimal = /^30[\s:]?8[12](?:[\s:]*[0-9a-f]{2}){30,}$/i
const keystores = new Set(['feedfeed', 'cececece'])

/** A SEQUENCE that reaches to the very end (X.690 §8.1.3). */
function isDer(bytes: Uint8Array): boolean {
  const [tag, first = 0] = bytes
  if (tag !== 0x30 || first === 0x80) return false
  if (first < 0x80) return first + 2 === bytes.length
  const count = first & 0x7f
  if (count > 4) return false
  let length = 0
  for (let at = 0; at < count; at += 1) length = length * 256 + (bytes[2 + at] ?? 0)
  return length + 2 + count === bytes.length
}
