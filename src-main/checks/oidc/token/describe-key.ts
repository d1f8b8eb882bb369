import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'

/** `key-1 (RSA 2048, RS256, sig)`: how people recognise a key. */
export function describeKey({ id, type, curve, bits, algorithm, use }: ProviderKey): string {
  const kind = [type === '' ? 'no type' : type, curve ?? bits].filter((part) => part !== null).join(' ')
  const facts = [kind, algorithm, use].filter((part) => part !== null)
  return `${id ?? 'no kid'} (${facts.join(', ')})`
}
