import { expect, test } from 'vitest'
import { receiptOf } from '#renderer/features/publish/receipt-of.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import { aConnection, anIdentityProvider, aPublication } from '#test/support/model/a-connection.ts'
import { aTestRun } from '#test/support/model/a-test-run.ts'

const publication = aPublication()
const connection = aConnection({ publication, identityProvider: anIdentityProvider() })
const run = (verdict: Verdict, configurationSha256 = publication.configurationSha256) =>
  aTestRun({
    target: 'draft',
    state: 'judged',
    configurationSha256,
    judgement: { verdict, identity: null, findings: [], signatures: [], timing: {} },
  })

test.each([
  ['no run of the draft', [aTestRun({ state: 'judged' })], 'none'],
  ['one that was stopped', [aTestRun({ target: 'draft', state: 'stopped' })], 'none'],
  ['the newest was not accepted', [run('undecided'), run('accepted')], 'refused'],
  ['another configuration was accepted', [run('accepted', 'ab'.repeat(32))], 'other'],
  ['this configuration was accepted', [run('accepted'), run('rejected')], 'matches'],
] as const)('%s', (_name, runs, expected) => expect(receiptOf(connection, runs).kind).toBe(expected))

test('the receipt’s digest counts where there is one', () => {
  const tested = run('accepted')
  const receipt = {
    configurationSha256: 'ab'.repeat(32),
    verdict: 'accepted' as const,
    codes: [],
    messageSha256: '0'.repeat(64),
    testedAt: tested.startedAt,
    keyId: 'key',
    signature: '',
  }
  expect(receiptOf(connection, [{ ...tested, receipt }]).kind).toBe('other')
})

test('an identity provider loaded after the test was not part of it', () => {
  const reloaded = { ...connection, identityProvider: anIdentityProvider({ loadedAt: '2026-11-22T08:00:01.000Z' }) }
  expect(receiptOf(reloaded, [run('accepted')]).kind).toBe('other')
})
