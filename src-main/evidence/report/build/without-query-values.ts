/**
 * An address that passed during a login without the values of its query and fragment: they carry messages, codes, tokens and
 * sign-in hints. The names stay, for they tell what was sent.
 */
export function withoutQueryValues(address: string): string {
  const [, base = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? []
  const parts = [base.replace(/\/\/[^/@]*@/, '//')]
  if (query !== undefined) parts.push('?', namesOf(query))
  if (fragment !== undefined) parts.push('#', fragment.includes('=') ? namesOf(fragment) : '…')
  return parts.join('')
}

const namesOf = (pairs: string) =>
  pairs
    .split('&')
    .map((pair) => (pair.includes('=') ? `${pair.slice(0, pair.indexOf('='))}=…` : pair === '' ? '' : '…'))
    .join('&')
