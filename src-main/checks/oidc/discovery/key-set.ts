import { X509Certificate } from 'node:crypto'
import { isForSignatures, type ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { JsonDocument } from '#main/oidc/token/json-document.ts'
import { signatureMethods } from '#main/oidc/token/signature-methods.ts'
import { mayVerify } from '#main/oidc/token/verify-signature.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, Fault, HasPlace, Outcome, Passed } from '../../finding/outcome.ts'
import { describeKey } from '../token/describe-key.ts'
import { LEAST_RSA_BITS } from '../token/key.ts'

export interface KeySetSubject {
  readonly document: JsonDocument
  readonly keys: readonly ProviderKey[]
  readonly now: Date
  /** As the discovery document announces them; undefined: it was not given. */
  readonly algorithms: readonly string[] | undefined
  /** Of the fetch before; undefined: there was none. */
  readonly before: readonly ProviderKey[] | undefined
}

const trust = 'verified'

/** A check of every key; passed where none has a fault. */
function onEachKey<Code extends CheckCode>(
  code: Code,
  judge: (key: ProviderKey, subject: KeySetSubject, at: HasPlace) => Outcome<Code> | undefined,
): CheckOf<KeySetSubject, Code> {
  return {
    code,
    run: (subject) => {
      const faults = subject.keys.flatMap((key) => judge(key, subject, placeOf(key, subject)) ?? [])
      return faults.length > 0 ? faults : passed(subject)
    },
  }
}

const placeOf = ({ pointer }: ProviderKey, { document }: KeySetSubject): HasPlace => ({
  place: () => document.place(pointer),
})
const passed = ({ document }: KeySetSubject): Passed => ({
  kind: 'passed',
  trust,
  at: { place: () => document.place('/keys') },
})

export const someKeyVerifies: CheckOf<KeySetSubject, 'jwks.signing-key'> = {
  code: 'jwks.signing-key',
  run(subject) {
    const { keys, algorithms = [...signatureMethods.keys()], document } = subject
    const usable = keys.filter((key) =>
      algorithms.some((name) => {
        const method = signatureMethods.get(name)
        return method !== undefined && mayVerify(key, method, name)
      }),
    )
    if (usable.length > 0) return { ...passed(subject), actual: usable.map(describeKey).join('\n') }
    const at = { place: () => document.place('/keys') }
    const actual = keys.map(describeKey).join('\n') || 'no keys'
    return { kind: 'fault', code: 'jwks.signing-key.none', trust, at, expected: algorithms.join(', '), actual }
  },
}

export const nothingSecretIsShown = onEachKey('jwks.secrecy', (key, _subject, at) => {
  const evidence = { kind: 'fault', trust, at, actual: describeKey(key) } as const
  if (key.type === 'oct') return { ...evidence, code: 'jwks.secrecy.shared-secret' }
  return key.secretShown ? { ...evidence, code: 'jwks.secrecy.private-key' } : undefined
})

export const keysAreStrong = onEachKey('jwks.strength', (key, _subject, at) => {
  const actual = describeKey(key)
  if (key.type === 'oct') return undefined
  if (key.key === undefined) return { kind: 'fault', code: 'jwks.strength.unreadable', trust, at, actual }
  if (key.bits === null || key.bits >= LEAST_RSA_BITS) return undefined
  return { kind: 'fault', code: 'jwks.strength.weak', trust, at, expected: `at least ${LEAST_RSA_BITS} bits`, actual }
})

export const keysHaveNames = onEachKey('jwks.identifiers', (key, { keys }, at) => {
  const signing = keys.filter(isForSignatures)
  if (!signing.includes(key)) return undefined
  const actual = describeKey(key)
  if (key.id === null)
    return signing.length > 1 ? { kind: 'fault', code: 'jwks.identifiers.missing', trust, at, actual } : undefined
  // One key may be listed once for each algorithm, under one name.
  const namesake = signing.find(({ id, thumbprint }) => id === key.id && thumbprint !== key.thumbprint)
  if (namesake === undefined || signing.indexOf(namesake) > signing.indexOf(key)) return undefined
  return { kind: 'fault', code: 'jwks.identifiers.shared', trust, at, actual: `${describeKey(namesake)}\n${actual}` }
})

export const certificatesFit = onEachKey('jwks.certificates', (key, { now }, at) => {
  const [base64] = key.certificates
  if (base64 === undefined || key.key === undefined) return undefined
  const certificate = read(base64)
  const evidence = { kind: 'fault', trust, at } as const
  if (certificate === undefined) return { ...evidence, code: 'jwks.certificates.unreadable', actual: describeKey(key) }
  if (!certificate.publicKey.equals(key.key))
    return { ...evidence, code: 'jwks.certificates.other-key', actual: certificate.subject }
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
  if (now.getTime() >= from && now.getTime() <= to) return undefined
  return {
    ...evidence,
    code: 'jwks.certificates.expired',
    actual: `${describeKey(key)}, until ${new Date(to).toISOString()}`,
  }
})

function read(base64: string): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
    // The bytes of a time are read only when it is asked for.
    const hasTimes = [certificate.validFrom, certificate.validTo].every((time) => !Number.isNaN(Date.parse(time)))
    return certificate.publicKey === undefined || !hasTimes ? undefined : certificate
  } catch {
    return undefined
  }
}

/** OpenID Connect Core §10.1.1: new keys come beside the old ones, under names of their own. */
export const keysRotateInPeace: CheckOf<KeySetSubject, 'jwks.rotation'> = {
  code: 'jwks.rotation',
  run(subject) {
    const { keys, before } = subject
    if (before === undefined)
      return { kind: 'not-verified', trust, detail: 'There is no earlier key set to compare with.' }
    const exchanged = keys.flatMap((key): Fault<'jwks.rotation.key-exchanged'>[] => {
      const known = before.filter(({ id }) => id !== null && id === key.id)
      if (known.length === 0 || known.some(({ thumbprint }) => thumbprint === key.thumbprint)) return []
      const at = placeOf(key, subject)
      return [{ kind: 'fault', code: 'jwks.rotation.key-exchanged', trust, at, actual: describeKey(key) }]
    })
    if (exchanged.length > 0) return exchanged
    const stayed = (key: ProviderKey) =>
      keys.some(({ thumbprint }) => thumbprint !== null && thumbprint === key.thumbprint)
    const old = before.filter((key) => isForSignatures(key) && key.key !== undefined)
    const retired = old.filter((key) => !stayed(key))
    if (retired.length === 0) return passed(subject)
    const code = retired.length === old.length ? 'jwks.rotation.no-overlap' : 'jwks.rotation.rotated'
    return { kind: 'fault', code, trust, actual: retired.map(describeKey).join('\n') }
  },
}
