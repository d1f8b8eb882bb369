import type { AggregateJudgement } from '#shared/model/aggregate.ts'

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
  findings: [],
  counts: [],
})
