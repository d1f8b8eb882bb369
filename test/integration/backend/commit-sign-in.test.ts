import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { findConnection } from '#main/backend/connections/connection.ts'
import { commitSignIn, type JudgedSignIn } from '#main/backend/login/commit-sign-in.ts'
import { tokenSha256 } from '#main/backend/secrets/tokens.ts'
import { AttemptId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

/** What two server processes would have in hand that judged at the same moment. */
test('a request is answered once, and an assertion used once, by whoever commits first', async () => {
  const world = await openSignInWorld()
  const [one, two] = [await world.start(new TestBrowser()), await world.start(new TestBrowser())]
  const results = await readStored(world.options.dataFolder, world.tenant.orgId, async (stores) => {
    const connection = await findConnection(stores, world.provider.id)
    const [first, second] = await Promise.all(
      [one, two].map(({ relayState }) => stores.loginFlows.byRelayState(tokenSha256(relayState))),
    )
    const commit = (flow: JudgedSignIn['flow'], assertionId: string) =>
      commitSignIn(
        { stores, random: randomBytes },
        {
          attemptId: makeId(AttemptId, 'att', randomBytes(ID_BYTES)),
          connection: connection!,
          flow,
          now: world.now(),
          accepted: accepted(assertionId),
        },
      )
    return Promise.all([commit(first, 'a'), commit(first, 'b'), commit(second, 'a'), commit(undefined, 'a')])
  })
  expect(results).toMatchObject([
    { kind: 'accepted' },
    { kind: 'refused', reason: 'flow-used' },
    { kind: 'refused', reason: 'assertion-used' },
    { kind: 'refused', reason: 'assertion-used' },
  ])
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(2)
})

const accepted = (assertionId: string): JudgedSignIn['accepted'] => ({
  assertionId,
  usableUntil: Date.parse('2026-11-22T08:10:00Z'),
  sessionEndsAt: null,
  identity: {
    nameId: 'ada-1',
    nameIdFormat: null,
    issuer: 'https://idp.acme.example/entity',
    sessionIndex: null,
    authnContext: null,
    attributes: {},
    profile: { email: 'ada@acme.example', givenName: 'Ada', familyName: 'Lovelace', groups: null },
  },
})
