/** A certificate’s file as text for its box: text as it is; what has characters that no text has (DER) in Base64. */
export function certificateText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  return /[\u0000-\u0008\uFFFD]/.test(text) ? base64(bytes) : text
}

/** In parts: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const parts = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, index) =>
    String.fromCharCode(...bytes.subarray(index * 8192, (index + 1) * 8192)),
  )
  return btoa(parts.join(''))
}
