import { describe, expect, test } from 'vitest'
import { type HeldCertificate, heldCertificates } from '#renderer/lib/certificates/held-certificates.ts'
import { rolloverHint } from '#renderer/lib/certificates/rollover-hint.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { aConnection, anIdentityProvider, aPublication, aServiceProvider } from '#test/support/model/a-connection.ts'
import { aMetadataEntity } from '#test/support/model/a-metadata-entity.ts'
import { connectionId } from '#test/support/model/a-test-run.ts'

const now = new Date('2026-11-22T08:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString()
const certificate = (digit: string, endsIn: number, beginsIn = -365) =>
  aCertificate({ sha256: digit.repeat(64), notBefore: days(beginsIn), notAfter: days(endsIn) })

const entity = (encryptionCertificates: ReturnType<typeof certificate>[]) =>
  aMetadataEntity({ entityId: 'http://127.0.0.1:7400/metadata', encryptionCertificates })

const withSigning = (...signingCertificates: ReturnType<typeof certificate>[]) =>
  heldCertificates([aConnection({ identityProvider: anIdentityProvider({ signingCertificates }) })])

describe('the certificates of all connections', () => {
  test('both sides and the draft, the first to expire first', () => {
    const both = certificate('a', 400)
    const held = heldCertificates([
      aConnection({
        identityProvider: anIdentityProvider({
          signingCertificates: [both, certificate('b', 20)],
          judgement: { verdict: 'valid', entities: [entity([both, certificate('c', 50)])], findings: [] },
        }),
        serviceProvider: aServiceProvider({ certificate: certificate('d', 3_000) }),
      }),
      aConnection({
        id: connectionId(2),
        publication: aPublication({ serviceProvider: aServiceProvider({ certificate: certificate('e', -3) }) }),
      }),
    ])
    expect(held.map(({ use, certificate: { sha256 }, step }) => `${use} ${sha256[0]} ${step}`)).toEqual([
      'draft e publish',
      'idp-signing b identity-provider',
      'idp-encryption c identity-provider',
      'idp-signing a identity-provider',
      'application d service-provider',
    ])
  })

  test('a certificate that is listed twice is there once', () => {
    expect(withSigning(certificate('a', 20), certificate('a', 20))).toHaveLength(1)
  })
})

describe('what to do', () => {
  const hint = (held: HeldCertificate | undefined) => held && rolloverHint(held, now)

  test.each([
    ['nothing while there is time', [certificate('a', 91)], null],
    ['begin the rollover', [certificate('a', 60)], /add the next certificate/],
    ['act at once where it is over', [certificate('a', -1)], /present certificate/],
    ['nothing more where both verify', [certificate('a', 60), certificate('b', 400)], /both verify/],
    ['wait for the successor', [certificate('a', 60), certificate('b', 400, 30)], /not valid yet/],
    ['clear away what was replaced', [certificate('a', -1), certificate('b', 400)], /has taken over/],
  ])('%s', (_name, signing, says) => {
    const found = hint(withSigning(...signing)[0])
    if (says === null) expect(found).toBeNull()
    else expect(found).toMatch(says)
  })

  test('a certificate that ends earlier is no successor', () => {
    const [, later] = withSigning(certificate('a', 30), certificate('b', 60))
    expect(hint(later)).toMatch(/add the next certificate/)
  })
})
