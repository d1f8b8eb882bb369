import { isThisMachine } from '#main/oidc/discovery/this-machine.ts'

/** Where our windows may send people: the specifications that findings cite. */
const hosts = [
  'docs.oasis-open.org',
  'wiki.oasis-open.org',
  'www.w3.org',
  'datatracker.ietf.org',
  'www.rfc-editor.org',
  'openid.net',
]

/** Whether a sign-in may begin in the system's browser: at a provider on the web, or on this computer. */
export function mayOpenSignIn(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}

/** Whether a link may be opened in the system's browser: https, a host we name, nothing else in the authority. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === 'https:' && hosts.includes(host) && username === '' && password === ''
}
