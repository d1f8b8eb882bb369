/** javascript:, file: and their like are never followed; plain http only to this very machine. */
export function judgeAddress(location: string): 'fits' | 'address' | 'not-https' {
  const url = URL.canParse(location) ? new URL(location) : undefined
  if (url?.protocol === 'https:') return 'fits'
  if (url?.protocol !== 'http:') return 'address'
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? 'fits' : 'not-https'
}
