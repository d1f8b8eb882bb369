import { type KeyObject, X509Certificate } from 'node:crypto'
import { type ProviderKey, readProviderKey } from '#main/oidc/discovery/provider-key.ts'
import { isObject } from '#main/oidc/token/json-document.ts'
import { authenticatedBy, mayVerify, signedBy } from '#main/oidc/token/verify-signature.ts'
import { describeKey } from './describe-key.ts'
import { onHeader, type TokenSubject } from './token-subject.ts'

/** Does a key of the provider verify it and, if none does, who made it? */
export const signatureHolds = onHeader('oidc.signature', (subject, trust, at) => {
  const { token, signature, context } = subject
  const place = at('alg')
  if (signature.value === 'verified') {
    const { verifiedBy } = signature
    return {
      kind: 'passed',
      trust,
      at: place,
      actual: typeof verifiedBy === 'object' ? describeKey(verifiedBy) : 'client secret',
    }
  }
  if (token.signature.length === 0) return { kind: 'fault', code: 'oidc.signature.missing', trust, at: place }
  const keys = context.provider.keys ?? []
  const found = whoMadeIt(subject, keys)
  if (found !== undefined) return { kind: 'fault', trust, at: place, ...found }
  if (signature.value === 'not-computed')
    return { kind: 'not-verified', trust, at: place, detail: whyNotTried(subject) }
  const code = signature.method?.family === 'hmac' ? 'oidc.signature.secret-differs' : 'oidc.signature.invalid'
  return { kind: 'fault', code, trust, at: place, expected: signature.fitting.map(describeKey).join('\n') || undefined }
})

function whyNotTried({ signature, context }: TokenSubject): string {
  if (signature.method === undefined) return 'The algorithm is not known.'
  if (signature.method.family === 'hmac') return 'The client secret was not given.'
  if (context.provider.keys === undefined) return 'The keys of the identity provider were not given.'
  return 'No key that the token names could have made it.'
}

/** For the explanation alone: nothing that verifies here is believed. */
function whoMadeIt({ token, signature }: TokenSubject, keys: readonly ProviderKey[]) {
  const { method, algorithm } = signature
  if (method === undefined) return undefined
  if (method.family === 'hmac') {
    const mistaken = keys.find(
      ({ key }) => key !== undefined && textsOf(key).some((text) => authenticatedBy(token, method, text)),
    )
    return mistaken && ({ code: 'oidc.signature.public-key-as-secret', actual: describeKey(mistaken) } as const)
  }
  const brought = headerKeys(token.header.object)
  if (brought.some((key) => signedBy(token, method, key))) return { code: 'oidc.signature.key-in-header' } as const
  const others = keys.filter((key) => !signature.fitting.includes(key) && mayVerify(key, method, algorithm))
  const other = others.find(({ key }) => key !== undefined && signedBy(token, method, key))
  return other && ({ code: 'oidc.signature.other-key', actual: describeKey(other) } as const)
}

/** How a public key looks where it is mistaken for a text (CVE-2016-10555): PEM with and without its last line end, and the JWK. */
function textsOf(key: KeyObject): (string | Uint8Array)[] {
  const formats = [
    { type: 'spki', format: 'pem' },
    ...(key.asymmetricKeyType === 'rsa' ? [{ type: 'pkcs1', format: 'pem' } as const] : []),
  ] as const
  const pems = formats.map((format) => key.export(format).toString())
  return [
    ...pems,
    ...pems.map((pem) => pem.trimEnd()),
    key.export({ type: 'spki', format: 'der' }),
    JSON.stringify(key.export({ format: 'jwk' })),
  ]
}

function headerKeys({ jwk, x5c }: TokenSubject['token']['header']['object']): KeyObject[] {
  const own = isObject(jwk) ? readProviderKey(jwk, '').key : undefined
  const [certificate] = Array.isArray(x5c) ? x5c : []
  return [...(own === undefined ? [] : [own]), ...(typeof certificate === 'string' ? keyOf(certificate) : [])]
}

function keyOf(base64: string): KeyObject[] {
  try {
    return [new X509Certificate(Buffer.from(base64, 'base64')).publicKey]
  } catch {
    return []
  }
}
