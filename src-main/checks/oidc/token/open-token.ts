import type { KeyObject } from 'node:crypto'
import {
  type EncryptedToken,
  parseCompactToken,
  type SignedToken,
  type TokenRefusal,
} from '#main/oidc/token/compact-token.ts'
import type { JsonDocument } from '#main/oidc/token/json-document.ts'
import type { Judged } from '../../finding/judged.ts'
import type { Fault, HasPlace, Outcome } from '../../finding/outcome.ts'

/** A token as far as it could be read, and what was found on the way. */
export interface OpenedToken {
  readonly signed: SignedToken | undefined
  /** The outermost header; undefined where nothing could be read. */
  readonly header: JsonDocument | undefined
  readonly encrypted: boolean
  readonly judged: readonly Judged[]
}

/** Takes the token apart and opens what is encrypted. @param text as received; white space around it is dropped */
export async function openToken(text: string, decryptionKeys: readonly KeyObject[]): Promise<OpenedToken> {
  const token = parseCompactToken(text.trim())
  if (token.kind === 'refused') {
    return {
      signed: undefined,
      header: undefined,
      encrypted: false,
      judged: [['oidc.token', refusalOf(token.refusal)]],
    }
  }
  const form = formOf(token.kind === 'signed' ? [token.header, token.payload] : [token.header])
  if (token.kind === 'signed') return { signed: token, header: token.header, encrypted: false, judged: form }
  return openSealed(token, decryptionKeys, form)
}

async function openSealed(token: EncryptedToken, keys: readonly KeyObject[], form: Judged[]): Promise<OpenedToken> {
  const { header } = token
  const sealed = (outcome: Outcome<'oidc.encryption'>): OpenedToken => ({
    signed: undefined,
    header,
    encrypted: true,
    judged: [...form, ['oidc.encryption', outcome]],
  })
  const at: HasPlace = { place: () => header.place('/alg') }
  const evidence = {
    trust: 'unverified',
    at,
    actual: `${String(header.object.alg)}, ${String(header.object.enc)}`,
  } as const
  // Its library takes longer to load than a signed token to judge.
  const { openEncrypted } = await import('#main/oidc/token/open-encrypted.ts')
  const opening = await openEncrypted(token, keys)
  switch (opening.kind) {
    case 'no-key':
      return sealed({ kind: 'not-verified', ...evidence, detail: 'It is encrypted, and no private key was given.' })
    case 'other-key':
      return sealed({ kind: 'fault', code: 'oidc.encryption.other-key', ...evidence })
    case 'unsupported':
      return sealed({ kind: 'fault', code: 'oidc.encryption.unsupported', ...evidence, actual: opening.algorithms })
    case 'malformed':
      return sealed({ kind: 'fault', code: 'oidc.encryption.malformed', ...evidence, actual: opening.detail })
    case 'opened': {
      const inner = parseCompactToken(opening.text, 'decrypted/1/')
      if (inner.kind !== 'signed') return sealed({ kind: 'fault', code: 'oidc.encryption.not-signed', ...evidence })
      // Anybody can encrypt to us: what is inside is judged by its own signature.
      const opened: Judged = ['oidc.encryption', { kind: 'passed', ...evidence, trust: 'verified' }]
      const judged = [...formOf([header, inner.header, inner.payload]), opened]
      return { signed: inner, header, encrypted: true, judged }
    }
  }
}

/** RFC 8725 §2.6: members that stand twice. */
function formOf(documents: readonly JsonDocument[]): Judged[] {
  const twice = documents.flatMap((document) =>
    document.duplicates.map((pointer): Judged => {
      const at = { place: () => document.place(pointer) }
      return [
        'oidc.token',
        { kind: 'fault', code: 'oidc.token.duplicate-member', trust: 'unverified', at, actual: pointer.slice(1) },
      ]
    }),
  )
  return twice.length > 0 ? twice : [['oidc.token', { kind: 'passed', trust: 'verified' }]]
}

function refusalOf(refusal: TokenRefusal): Fault<`oidc.token.${string}` & Fault['code']> {
  const trust = 'unverified'
  switch (refusal.kind) {
    case 'empty':
    case 'too-large':
    case 'opaque':
    case 'json-serialization':
      return { kind: 'fault', code: `oidc.token.${refusal.kind}`, trust }
    case 'parts':
      return {
        kind: 'fault',
        code: 'oidc.token.parts',
        trust,
        expected: '3 or 5 parts',
        actual: `${refusal.count} parts`,
      }
    case 'not-base64url':
      return { kind: 'fault', code: 'oidc.token.encoding', trust, actual: refusal.part }
    case 'not-json': {
      const { part, why } = refusal
      if (why.kind !== 'not-json')
        return { kind: 'fault', code: 'oidc.token.json', trust, actual: `${part}: ${why.kind}` }
      return {
        kind: 'fault',
        code: 'oidc.token.json',
        trust,
        at: { place: () => why.at },
        actual: `${part}: ${why.detail}`,
      }
    }
  }
}
