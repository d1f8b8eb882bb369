import { describe, expect, test } from 'vitest'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { NAME_ID_EMAIL, NAME_ID_PERSISTENT, NAME_ID_TRANSIENT } from '#main/saml/namespaces.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import {
  ACS_URL,
  beginLogin,
  ENTITY_ID,
  judgePosted,
  NOW,
  postedBy,
  REQUEST_ID,
  type RunningPracticeIdp,
  runPracticeIdp,
  serviceProviderMetadata,
} from '#test/support/practice-idp/running-practice-idp.ts'
import { gist } from '#test/support/saml/judging.ts'

const MIRA = { username: 'mira', password: 'mira-practice' }
const sound = { verdict: 'accepted', rootCauses: [], consequences: [], warnings: [] }

describe.each(['redirect', 'post'] as const)('asked by %s', (binding) => {
  test('the person signs in and the application accepts the answer, strictly and without a warning', async () => {
    const running = await runPracticeIdp()
    const page = await beginLogin(running, { binding })
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(`<code>${ENTITY_ID}</code>`)])
    const answer = await running.browser.submit(page, MIRA)
    expect(postedBy(answer)).toMatchObject({ acsUrl: ACS_URL, relayState: 'to the board & back' })
    const judgement = judgePosted(running, answer)
    expect(gist(judgement)).toEqual(sound)
    expect(judgement.identity).toMatchObject({
      nameId: 'mira.okafor@example.com',
      nameIdFormat: NAME_ID_EMAIL,
      issuer: running.idp.entityId,
      profile: {
        email: 'mira.okafor@example.com',
        givenName: 'Mira',
        familyName: 'Okafor',
        groups: ['everyone', 'it-admins'],
      },
    })
    expect(running.events.map(({ kind }) => kind)).toEqual([
      'service-provider-registered',
      'request-received',
      'signed-in',
      'answered',
    ])
  })

  test.each(['rsa-2048', 'ec-p256'] as const)('a request signed with %s', async (kind) => {
    const signer = await makeSigningIdentity(kind)
    const running = await runPracticeIdp({}, serviceProviderMetadata({}, signer))
    const signed = { binding, signWith: { key: signer.privateKey, hash: 'sha256' } } as const
    expect((await beginLogin(running, signed)).status).toBe(200)
  })
})

describe('who signs in', () => {
  test('a wrong password is said so, what was typed is kept, and the right one then works', async () => {
    const running = await runPracticeIdp()
    const refused = await running.browser.submit(await beginLogin(running), { ...MIRA, password: 'mira' })
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('do not go together')
    expect(refused.text).toContain('value="mira"')
    expect(gist(judgePosted(running, await running.browser.submit(refused, MIRA)))).toEqual(sound)
  })

  test('by e-mail address, whatever its case', async () => {
    const running = await runPracticeIdp()
    const typed = { username: ' Mira.Okafor@EXAMPLE.com ', password: 'mira-practice' }
    const answer = await running.browser.submit(await beginLogin(running), typed)
    expect(judgePosted(running, answer).identity?.nameId).toBe('mira.okafor@example.com')
  })

  test('every person can be chosen by a button', async () => {
    for (const { username, familyName } of (await runPracticeIdp()).idp.people) {
      const running = await runPracticeIdp()
      const page = await beginLogin(running)
      expect(page.text).toContain(`value="${username}"`)
      const answer = await running.browser.post(page.url, { use: username })
      expect(postedBy(answer).xml).toContain(familyName)
    }
  })

  test('someone without an e-mail address', async () => {
    const running = await runPracticeIdp()
    const answer = await running.browser.post((await beginLogin(running)).url, { use: 'noor' })
    expect(gist(judgePosted(running, answer)).rootCauses).toEqual(['saml.claim.email.missing'])
  })

  test('someone of another domain', async () => {
    const running = await runPracticeIdp()
    const answer = await running.browser.post((await beginLogin(running)).url, { use: 'sam' })
    expect(gist(judgePosted(running, answer)).rootCauses).toEqual(['saml.claim.email.foreign-domain'])
  })
})

describe('the session', () => {
  test('asks once, for all applications; a response is never the same', async () => {
    const running = await runPracticeIdp()
    const first = postedBy(await running.browser.submit(await beginLogin(running), MIRA)).xml
    const again = await beginLogin(running)
    expect(gist(judgePosted(running, again))).toEqual(sound)
    const idsOf = (xml: string) => [...xml.matchAll(/ ID="(_[0-9a-f]{32})"/g)].map(([, id]) => id)
    expect(new Set([...idsOf(first), ...idsOf(postedBy(again).xml)]).size).toBe(4)
  })

  test('by POST from the application, too', async () => {
    const running = await runPracticeIdp()
    await running.browser.submit(await beginLogin(running), MIRA)
    expect(gist(judgePosted(running, await beginLogin(running, { binding: 'post' })))).toEqual(sound)
  })

  test('is not enough where the application wants it fresh', async () => {
    const running = await runPracticeIdp()
    await running.browser.submit(await beginLogin(running), MIRA)
    const page = await beginLogin(running, { forceAuthn: true })
    expect(gist(judgePosted(running, await running.browser.submit(page, MIRA)))).toEqual(sound)
  })

  test('ends with the sign-out, and after a working day', async () => {
    const running = await runPracticeIdp()
    await running.browser.submit(await beginLogin(running), MIRA)
    expect((await running.browser.get(running.idp.url)).text).toContain('Signed in in this browser: Mira Okafor')
    expect((await running.browser.post(`${running.idp.url}/sign-out`, {})).text).not.toContain('Signed in in this')
    await running.browser.submit(await beginLogin(running), MIRA)
    running.clock.now = new Date(running.clock.now.getTime() + 8 * 3_600_000)
    expect((await beginLogin(running)).text).toContain('name="password"')
  })

  test('nobody signed in and nobody to be asked: the application hears so', async () => {
    const running = await runPracticeIdp()
    const passive = await askPassively(running)
    expect(gist(judgePosted(running, passive)).rootCauses).toEqual(['saml.status.not-success'])
    expect(postedBy(passive).xml).toContain('urn:oasis:names:tc:SAML:2.0:status:NoPassive')
    await running.browser.submit(await beginLogin(running), MIRA)
    expect(gist(judgePosted(running, await askPassively(running)))).toEqual(sound)
  })
})

describe('NameID', () => {
  const nameIdFor = async (nameIdFormat: string) => {
    const running = await runPracticeIdp()
    const page = await beginLogin(running, { nameIdFormat })
    return judgePosted(running, await running.browser.submit(page, MIRA))
  }

  test('persistent: no address, the same every time at the same identity provider', async () => {
    const running = await runPracticeIdp()
    const asked = { nameIdFormat: NAME_ID_PERSISTENT }
    const first = judgePosted(running, await running.browser.submit(await beginLogin(running, asked), MIRA))
    const second = judgePosted(running, await beginLogin(running, asked))
    expect(first.identity?.nameId).toMatch(/^[0-9a-f]{64}$/)
    expect(second.identity?.nameId).toBe(first.identity?.nameId)
  })

  test('transient', async () => {
    expect((await nameIdFor(NAME_ID_TRANSIENT)).identity?.nameId).toMatch(/^_[0-9a-f]{32}$/)
  })

  test('one nobody knows: the application hears so (SAML Core §3.4.1.1)', async () => {
    const { findings } = await nameIdFor('urn:example:unknown')
    const status = findings.find(({ code }) => code === 'saml.status.not-success')
    expect(status?.actual).toContain('InvalidNameIDPolicy')
  })
})

test('a login that begins here answers nothing and keeps its RelayState', async () => {
  const running = await runPracticeIdp()
  const start = `${running.idp.url}/idp-initiated?sp=${encodeURIComponent(ENTITY_ID)}&RelayState=%2Fboard`
  const answer = await running.browser.submit(await running.browser.get(start), MIRA)
  expect(gist(judgePosted(running, answer, { kind: 'idp-initiated' }))).toEqual(sound)
  expect(postedBy(answer).relayState).toBe('/board')
  expect(postedBy(answer).xml).not.toContain('InResponseTo')
})

test('an expired certificate is found, and nothing else', async () => {
  const validity = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2026-01-01T00:00:00Z') }
  const running = await runPracticeIdp({ signing: undefined, validity })
  const answer = await running.browser.submit(await beginLogin(running), MIRA)
  expect(gist(judgePosted(running, answer)).rootCauses).toEqual(['saml.certificate.expired'])
})

test('no RelayState comes back where none was sent', async () => {
  const running = await runPracticeIdp()
  const answer = await running.browser.submit(await beginLogin(running, { relayState: null }), MIRA)
  expect(postedBy(answer).relayState).toBeUndefined()
})

function askPassively(running: RunningPracticeIdp) {
  const destination = `${running.idp.url}/sso`
  const xml = writeAuthnRequest({
    id: REQUEST_ID,
    issueInstant: NOW,
    issuer: ENTITY_ID,
    destination,
    acsUrl: ACS_URL,
  }).replace('Version=', 'IsPassive="true" Version=')
  return running.browser.get(encodeRedirect({ destination, kind: 'SAMLRequest', xml, relayState: null }))
}
