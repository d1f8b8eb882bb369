import { describe, expect, test } from 'vitest'
import type { Connection } from '#shared/model/connection.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { stepStates } from '#shared/model/step-state.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { aConnection, anIdentityProvider, aPublication, aServiceProvider } from '#test/support/model/a-connection.ts'
import { aTestRun } from '#test/support/model/a-test-run.ts'

const sp = aServiceProvider()
const ready = aConnection({ identityProvider: anIdentityProvider(), serviceProvider: sp })

const judgement = (changes: Partial<ResponseJudgement> = {}): ResponseJudgement => ({
  verdict: 'accepted',
  identity: {
    nameId: 'ada',
    nameIdFormat: null,
    issuer: 'idp',
    sessionIndex: null,
    authnContext: null,
    attributes: {},
    profile: { email: 'ada@customer.example', givenName: null, familyName: null, groups: null },
  },
  findings: [],
  signatures: [],
  timing: {},
  ...changes,
})
const judged = (changes: Partial<TestRun> = {}): TestRun =>
  aTestRun({
    state: 'judged',
    judgement: judgement(),
    request: { id: '_1', xml: `<Issuer>${sp.entityId}</Issuer>`, destination: 'https://idp.example' },
    message: {
      receivedAt: '2026-11-22T08:00:05.000Z',
      postedTo: sp.acsUrl,
      samlResponse: '',
      relayState: null,
      xml: null,
    },
    ...changes,
  })
const state = (connection: Connection, ...runs: TestRun[]) => stepStates(connection, runs)

test('a new connection has its intake done and nothing else begun', () => {
  expect(state(aConnection())).toEqual({
    intake: 'done',
    'identity-provider': 'not-started',
    'service-provider': 'not-started',
    'test-login': 'not-started',
    claims: 'not-started',
    publish: 'not-started',
  })
})

test('metadata that was judged invalid needs attention', () => {
  const identityProvider = anIdentityProvider({ judgement: { verdict: 'invalid', entities: [], findings: [] } })
  expect(state(aConnection({ identityProvider }))['identity-provider']).toBe('needs-attention')
  expect(state(ready)['identity-provider']).toBe('done')
})

describe('the test login', () => {
  test.each([
    ['accepted', judged(), 'done'],
    ['rejected', judged({ judgement: judgement({ verdict: 'rejected', identity: null }) }), 'needs-attention'],
    ['undecided', judged({ judgement: judgement({ verdict: 'undecided', identity: null }) }), 'needs-attention'],
    ['stopped half-way', aTestRun({ state: 'stopped' }), 'needs-attention'],
    ['begun before the identity provider was loaded', judged({ startedAt: '2026-11-21T07:59:59.000Z' }), 'stale'],
    [
      'made for another entity ID',
      judged({
        request: { id: '_1', xml: '<Issuer>https://old.example</Issuer>', destination: 'https://idp.example' },
      }),
      'stale',
    ],
  ] as const)('%s', (_name, run, expected) => expect(state(ready, run)['test-login']).toBe(expected))

  test('is stale when the ACS URL was changed after it', () => {
    const moved = { ...ready, serviceProvider: aServiceProvider({ acsUrl: 'https://app.customer.example/new' }) }
    expect(state(moved, judged())['test-login']).toBe('stale')
  })

  test('finds an entity ID that had to be escaped in the request', () => {
    const entityId = 'https://app.customer.example/?a=1&b=2'
    const run = judged({
      request: { id: '_1', xml: '<Issuer>https://app.customer.example/?a=1&amp;b=2</Issuer>', destination: '' },
    })
    expect(state({ ...ready, serviceProvider: aServiceProvider({ entityId }) }, run)['test-login']).toBe('done')
  })

  test('of the draft says nothing about the application’s, nor does one that is going on', () => {
    expect(state(ready, judged({ target: 'draft' }))['test-login']).toBe('not-started')
    expect(state(ready, aTestRun(), judged())['test-login']).toBe('done')
  })
})

describe('claims', () => {
  test('need an e-mail address', () => {
    expect(state(ready, judged()).claims).toBe('done')
    const { identity } = judgement()
    const nameless = identity && { ...identity, profile: { ...identity.profile, email: null } }
    expect(state(ready, judged({ judgement: judgement({ identity: nameless }) })).claims).toBe('needs-attention')
  })

  test('of a draft count while the draft is as it was tested', () => {
    const publication = aPublication()
    const run = judged({ target: 'draft', configurationSha256: publication.configurationSha256 })
    expect(state({ ...ready, publication }, run).claims).toBe('done')
    expect(state({ ...ready, publication: aPublication({ configurationSha256: 'ab'.repeat(32) }) }, run).claims).toBe(
      'stale',
    )
  })
})

test.each([
  [aPublication(), 'needs-attention'],
  [aPublication({ state: 'published', publishedAt: '2026-11-22T09:00:00.000Z' }), 'done'],
  [aPublication({ state: 'enabled', publishedAt: '2026-11-20T09:00:00.000Z' }), 'stale'],
] as const)('publication $state at $publishedAt', (publication, expected) =>
  expect(state({ ...ready, publication }).publish).toBe(expected),
)
