import { Refused } from '../refusals/refused.ts'

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** https, or http on this machine alone; never `javascript:` or `file:`, and no user name in front of the host. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname))
}

/** @throws {Refused} naming the field. Undefined passes */
export function checkUrl(text: string | undefined, field: string): void {
  if (text !== undefined && !isSafeUrl(text)) throw new Refused('config.url-refused', { field })
}
