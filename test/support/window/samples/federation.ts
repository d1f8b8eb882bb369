import { checkCatalogue } from '#shared/findings/catalogue.ts'
import type { AggregateJudgement } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'

const towns = ['Aachen', 'Bergen', 'Coimbra', 'Delft', 'Évora', 'Freiburg', 'Gdańsk', 'Heidelberg']

/** A federation of six thousand, every third an identity provider, one of them broken. */
export const federation = (): AggregateJudgement => ({
  name: 'urn:example:federation',
  validUntil: '2026-06-15T00:00:00Z',
  cacheDuration: 'PT6H',
  verdict: 'invalid',
  entities: Array.from({ length: 6000 }, (_, number) => ({
    number,
    entityId: `https://entity${number}.example.edu/shibboleth`,
    displayName: number % 3 === 0 ? `University of ${towns[(number / 3) % towns.length]} ${number}` : null,
    roles: [number % 3 === 0 ? 'idp' : 'sp'],
    verdict: number === 3 ? 'invalid' : 'valid',
    errors: [],
    warnings: [],
    offset: number * 9000,
    length: 9000,
    line: number + 1,
  })),
  findings: [embeddedSignature()],
  counts: [
    {
      code: 'metadata.single-sign-on.missing',
      severity: 'error',
      title: 'There is no sign-in URL for Redirect or POST.',
      entities: 1,
      first: 'https://entity3.example.edu/shibboleth',
    },
  ],
})

const signature = checkCatalogue['metadata.signature']

function embeddedSignature(): Finding {
  const { severity, title, detail, owner, fix } = signature.faults['metadata.signature.embedded']
  return { code: 'metadata.signature.embedded', severity, title, detail, owner, fix, rootCause: false }
}

export const trustedSignature = (): Finding[] => [
  {
    code: 'metadata.signature',
    severity: 'passed',
    title: signature.passed,
    detail: '',
    owner: signature.owner,
    rootCause: false,
  },
]
