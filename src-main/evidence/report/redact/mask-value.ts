const HIDDEN = '•••'
const address = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/
const guid = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i

/**
 * Says what a personal value looks like without saying what it is: that is often all a diagnosis needs.
 * The domain of an e-mail address stays, for it decides which connection a user belongs to.
 */
export function maskValue(value: string): string {
  const [, domain] = address.exec(value) ?? []
  if (domain !== undefined) return `${HIDDEN}@${domain}`
  if (value === '') return ''
  if (guid.test(value)) return `${HIDDEN} (GUID)`
  const length = Array.from(value).length
  return `${HIDDEN} (${length} character${length === 1 ? '' : 's'})`
}

const addressInText = /[\p{L}\p{N}._%+'’=-]+(@|%40)([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu

/** @param personal values to hide wherever they stand as words of their own, longest first */
export function maskText(text: string, personal: readonly string[]): string {
  const masked = text.replace(addressInText, `${HIDDEN}$1$2`)
  return personal.reduce((rest, value) => rest.replace(asWord(value), HIDDEN), masked)
}

const asWord = (value: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(value)}(?![\\p{L}\\p{N}])`, 'giu')
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
