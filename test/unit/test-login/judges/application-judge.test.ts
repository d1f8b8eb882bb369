import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { applicationJudge, type TestedLogin } from '#main/test-login/judges/application-judge.ts'
import { requireComplete } from '#main/test-login/judges/tested-configuration.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { CaughtMessage } from '#shared/model/test-run.ts'
import { aConnection, anIdentityProvider, aServiceProvider } from '#test/support/model/a-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { ACS, IDP, NOW, responseXml, SP, sign, soundMessage } from '#test/support/saml/response-message.ts'

const idp = await makeSigningIdentity('ec-p256')
const sp = await makeSigningIdentity('rsa-2048', { commonName: 'app.customer.example' })

const connection = (changes: Partial<Connection> = {}) =>
  aConnection({
    intake: anIntake({ domains: ['example.com'] }),
    identityProvider: anIdentityProvider({
      entityId: IDP,
      singleSignOn: { binding: 'redirect', url: 'https://idp.example.com/sso?tenant=7' },
      signingCertificates: [idp.certificate.summary],
    }),
    serviceProvider: aServiceProvider({ entityId: SP, acsUrl: ACS, certificate: sp.certificate.summary }),
    ...changes,
  })

function judgeOf(changes: Partial<Connection> = {}, wasUsed = (_issuer: string, _assertionId: string) => false) {
  const vouched: TestedLogin[] = []
  const judge = applicationJudge({
    connection: requireComplete(connection(changes)),
    privateKey: sp.privateKey,
    clock: () => NOW,
    random: randomBytes,
    stopwatch: () => 0,
    configurationSha256: (configuration) => JSON.stringify(configuration),
    wasUsed,
    vouch: (tested) => {
      vouched.push(tested)
      return {
        configurationSha256: 'c'.repeat(64),
        verdict: tested.judgement.verdict,
        codes: [],
        messageSha256: 'd'.repeat(64),
        testedAt: tested.testedAt.toISOString(),
        keyId: 'key',
        signature: 'signature',
      }
    },
  })
  return { judge, vouched }
}

const caught = (samlResponse: string): CaughtMessage => ({
  receivedAt: NOW.toISOString(),
  postedTo: ACS,
  samlResponse,
  relayState: null,
  xml: null,
})

function answerTo(requestId: string, signer: SigningIdentity = idp): string {
  const xml = responseXml({
    responseAttributes: soundMessage.responseAttributes.replace('_request1', requestId),
    confirmation: soundMessage.confirmation.replace('_request1', requestId),
  })
  return Buffer.from(sign(xml, signer)).toString('base64')
}

const signal = new AbortController().signal

test('asks in the name of the application, by the binding of the identity provider, signed with its key', async () => {
  const begun = await judgeOf().judge.begin()
  const url = new URL(begun.start.url)
  expect(begun.start.form).toBeNull()
  expect(`${url.origin}${url.pathname}`).toBe('https://idp.example.com/sso')
  expect(url.searchParams.get('tenant')).toBe('7')
  expect(url.searchParams.has('Signature')).toBe(true)
  expect(decodeRedirect(url.search)).toMatchObject({ kind: 'SAMLRequest' })
  expect(begun.request).toMatchObject({ destination: 'https://idp.example.com/sso?tenant=7' })
  expect(begun.request.xml).toContain(`>${SP}<`)
  expect(begun.request.xml).toContain(`AssertionConsumerServiceURL="${ACS}"`)
  expect(begun.callbackUrl).toBe(ACS)
})

test('posts the request where the identity provider wants that', async () => {
  const identityProvider = anIdentityProvider({
    singleSignOn: { binding: 'post', url: 'https://idp.example.com/post' },
    signingCertificates: [idp.certificate.summary],
  })
  const { start } = await judgeOf({ identityProvider }).judge.begin()
  expect(start).toEqual({
    url: 'https://idp.example.com/post',
    form: { SAMLRequest: expect.any(String), RelayState: expect.stringMatching(/^[0-9a-f]{32}$/) },
  })
})

test('accepts the answer to its own request, and vouches for exactly that', async () => {
  const { judge, vouched } = judgeOf()
  const begun = await judge.begin()
  const answer = answerTo(begun.request.id)
  const judged = await begun.judge(caught(answer), signal)
  expect(judged.judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(judged.judgement.findings.find(({ code }) => code === 'saml.second-witness')).toMatchObject({
    detail: 'It does not know this algorithm.',
  })
  expect(judged).toMatchObject({
    judgement: { verdict: 'accepted', identity: { profile: { email: 'ada@example.com' } } },
    outcome: null,
    receipt: { signature: 'signature' },
  })
  expect(vouched).toHaveLength(1)
  expect(vouched[0]).toMatchObject({ configurationSha256: begun.configurationSha256, testedAt: NOW })
  expect(Buffer.from(vouched[0]!.message).toString('base64')).toBe(answer)
})

test('every run asks anew: an answer to another request is rejected', async () => {
  const { judge } = judgeOf()
  const [first, second] = [await judge.begin(), await judge.begin()]
  expect(first.request.id).not.toBe(second.request.id)
  const { judgement } = await second.judge(caught(answerTo(first.request.id)), signal)
  expect(judgement.verdict).toBe('rejected')
})

test('judges by this connection: its certificates, its domains', async () => {
  const stranger = await makeSigningIdentity('ec-p256')
  const begun = await judgeOf().judge.begin()
  const byStranger = await begun.judge(caught(answerTo(begun.request.id, stranger)), signal)
  expect(byStranger.judgement.verdict).not.toBe('accepted')

  const elsewhere = await judgeOf({ intake: anIntake({ domains: ['other.example'] }) }).judge.begin()
  const judged = await elsewhere.judge(caught(answerTo(elsewhere.request.id)), signal)
  expect(judged.judgement.verdict).toBe('rejected')
})

test('checks the schema, and knows an assertion that an earlier test login brought', async () => {
  const { judge } = judgeOf({}, (issuer, assertionId) => issuer === IDP && assertionId === '_assertion1')
  const begun = await judge.begin()
  const { judgement } = await begun.judge(caught(answerTo(begun.request.id)), signal)
  expect(judgement.findings.find(({ code }) => code === 'saml.schema')).toMatchObject({ severity: 'passed' })
  expect(judgement.findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)).toEqual(['saml.replay.seen'])
})

test('what cannot be decoded is refused by name', async () => {
  const begun = await judgeOf().judge.begin()
  await expect(begun.judge(caught('%%%'), signal)).rejects.toMatchObject({ problem: { code: 'test-login.not-base64' } })
})

test('the digest changes with what was tested, and with nothing else', async () => {
  const digestOf = async (changes: Partial<Connection>) => (await judgeOf(changes).judge.begin()).configurationSha256
  const same = await digestOf({})
  expect(await digestOf({ updatedAt: '2027-01-01T00:00:00.000Z' })).toBe(same)
  expect(await digestOf({ intake: anIntake({ domains: ['example.com'], displayName: 'Renamed' }) })).toBe(same)
  expect(await digestOf({ intake: anIntake({ domains: ['example.com', 'example.org'] }) })).not.toBe(same)
  expect(await digestOf({ serviceProvider: aServiceProvider({ entityId: SP, acsUrl: `${ACS}/` }) })).not.toBe(same)
})

test('a connection with one side only is refused by the side that is missing', () => {
  expect(() => requireComplete(connection({ identityProvider: null }))).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'connection.identity-provider-missing' }) }),
  )
  expect(() => requireComplete(connection({ serviceProvider: null }))).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'connection.service-provider-missing' }) }),
  )
})

test('a certificate that this connection trusted before is named, and trusted no more', async () => {
  const old = await makeSigningIdentity('ec-p256', { commonName: 'old.example.com' })
  const retired = { identityProvider: [old.certificate.summary], serviceProvider: [] }
  const begun = await judgeOf({ retired }).judge.begin()
  const { judgement } = await begun.judge(caught(answerTo(begun.request.id, old)), signal)
  expect(judgement).toMatchObject({ verdict: 'rejected', identity: null })
  const cause = judgement.findings.find(({ rootCause }) => rootCause)
  expect(cause).toMatchObject({ code: 'saml.signature-value.retired-key' })
  expect(cause?.actual).toContain('old.example.com')
})
