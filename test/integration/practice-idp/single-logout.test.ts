import { randomBytes } from 'node:crypto'
import { SAML } from '@node-saml/node-saml'
import { describe, expect, test } from 'vitest'
import { judgeLogout } from '#main/checks/judge-logout.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { aYearFrom, makePracticeSigning } from '#main/practice-idp/signing/practice-signing.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeLogoutRequest } from '#main/saml/logout/write-logout-request.ts'
import { writeLogoutResponse } from '#main/saml/logout/write-logout-response.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { type Page, TestBrowser } from '#test/support/backend/test-browser.ts'
import { formsIn } from '#test/support/net/cookie-browser.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import {
  NOW,
  type RunningPracticeIdp,
  runPracticeIdp,
  serviceProviderMetadata,
} from '#test/support/practice-idp/running-practice-idp.ts'

interface Application {
  readonly entityId: string
  readonly signOutUrl: string
  readonly signer: SigningIdentity
}

const signer = makeSigningIdentity('rsa-2048')
const application = async (name: string): Promise<Application> => ({
  entityId: `urn:example:${name}`,
  signOutUrl: `https://${name}.customer.example/slo?x=1`,
  signer: await signer,
})

/** Applications that a person has opened, one after the other, in one browser. */
async function opened(names: readonly string[], bindings: readonly ('redirect' | 'post')[] = ['redirect']) {
  const running = await runPracticeIdp({}, null)
  const browser = new TestBrowser()
  const applications = await Promise.all(names.map(application))
  for (const { entityId, signOutUrl, signer } of applications) {
    const acsUrl = signOutUrl.replace('/slo', '/acs')
    running.idp.registerServiceProvider(
      serviceProviderMetadata({ entityId, acsUrl, signOutUrl, signOutBindings: bindings }, signer),
    )
  }
  for (const { entityId } of applications) await open(running, browser, entityId)
  return { running, browser, applications }
}

/** @returns the SessionIndex */
async function open({ idp }: RunningPracticeIdp, browser: TestBrowser, entityId: string): Promise<string> {
  const asked = await browser.follow(await browser.get(`${idp.url}/idp-initiated?sp=${encodeURIComponent(entityId)}`))
  const page = asked.text.includes('name="password"') ? await browser.post(asked.url, { use: 'mira' }) : asked
  const xml = Buffer.from(formsIn(page)[0]?.fields.SAMLResponse ?? '', 'base64').toString('utf8')
  return / SessionIndex="([^"]+)"/.exec(xml)?.[1] ?? ''
}

const isIn = async ({ idp }: RunningPracticeIdp, browser: TestBrowser) =>
  (await browser.get(`${idp.url}/`)).text.includes('Signed in in this browser')

/** What it says, judged strictly as the application that it is for would, by the identity provider's certificate. */
function judged({ idp, clock }: RunningPracticeIdp, page: Page, to: Application, requestId?: string) {
  const [form] = formsIn(page).filter(({ fields }) => 'SAMLRequest' in fields || 'SAMLResponse' in fields)
  const field = form?.fields.SAMLRequest ?? form?.fields.SAMLResponse
  const { x509, summary } = idp.signing.certificate
  const { verdict, logout, signatures, findings } = judgeLogout(
    field === undefined
      ? { kind: 'redirect', query: page.location?.search.replace('?x=1&', '?') ?? '' }
      : { kind: 'xml', xml: decodePost(field) },
    {
      now: clock.now,
      policy: { ...defaultJudgingPolicy, mode: 'strict' },
      identityProvider: { entityId: idp.entityId, certificates: [{ sha256: summary.sha256, x509 }] },
      serviceProvider: { logoutUrl: to.signOutUrl, decryptionKeys: [] },
      requestId,
      stopwatch: undefined,
    },
  )
  const faults = findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
  return {
    verdict,
    kind: logout?.kind,
    id: logout?.id ?? '',
    nameId: logout?.nameId,
    signed: signatures.map(({ verified }) => verified),
    codes: faults.map(({ code }) => code),
  }
}

const freshId = () => `_${randomBytes(16).toString('hex')}`

const requestFrom = (
  { idp, clock }: RunningPracticeIdp,
  { entityId }: Application,
  change: Partial<Parameters<typeof writeLogoutRequest>[0]> = {},
) =>
  writeLogoutRequest({
    id: freshId(),
    issueInstant: clock.now,
    issuer: entityId,
    destination: `${idp.url}/slo`,
    nameId: { value: 'mira.okafor@example.com', format: null },
    sessionIndex: null,
    ...change,
  })

const byRedirect = (
  { idp }: RunningPracticeIdp,
  xml: string,
  signer: SigningIdentity | undefined,
  relayState: string | null = null,
) =>
  encodeRedirect({
    destination: `${idp.url}/slo`,
    kind: xml.includes('LogoutRequest') ? 'SAMLRequest' : 'SAMLResponse',
    xml,
    relayState,
    signWith: signer && { key: signer.privateKey, hash: 'sha256' },
  })

const posted = (xml: string, { privateKey: key }: SigningIdentity) => {
  const id = / ID="([^"]+)"/.exec(xml)?.[1] ?? ''
  return Buffer.from(signEnveloped(xml, { key, hash: 'sha256', id, after: 'Issuer' })).toString('base64')
}

const answerOf = (running: RunningPracticeIdp, from: Application, inResponseTo: string, inPart = false) =>
  writeLogoutResponse({
    id: freshId(),
    issueInstant: NOW,
    issuer: from.entityId,
    destination: `${running.idp.url}/slo`,
    inResponseTo,
    inPart,
  })

test('its metadata and its page name the sign-out URL, by both bindings', async () => {
  const { idp, browser } = await runPracticeIdp()
  const { text } = await browser.get(idp.metadataUrl)
  const { entities, findings } = judgeMetadata(text, { now: NOW, mode: 'strict', role: 'idp' })
  expect(entities[0]?.singleLogoutServices).toMatchObject([
    { binding: BINDING_REDIRECT, location: `${idp.url}/slo` },
    { binding: BINDING_POST, location: `${idp.url}/slo` },
  ])
  expect(findings.map(({ code }) => code)).not.toContain('metadata.single-logout.missing')
  expect((await browser.get(idp.url)).text).toContain(`${idp.url}/slo`)
})

test.each(['redirect', 'post'] as const)('asked and answering by %s, it ends the session', async (binding) => {
  const { running, browser, applications } = await opened(['one'], [binding])
  const [one] = applications as [Application]
  const xml = requestFrom(running, one, { id: '_asked0123456789abcdef0123456789ab' })
  const page =
    binding === 'redirect'
      ? await browser.get(byRedirect(running, xml, one.signer, 'theirs & mine'))
      : await browser.post(
          `${running.idp.url}/slo`,
          { SAMLRequest: posted(xml, one.signer), RelayState: 'theirs & mine' },
          { crossSite: true },
        )
  expect(judged(running, page, one, '_asked0123456789abcdef0123456789ab')).toMatchObject({
    ...{ verdict: 'accepted', kind: 'LogoutResponse', signed: [true], codes: [] },
  })
  const relayState = page.location?.searchParams.get('RelayState') ?? formsIn(page)[0]?.fields.RelayState
  expect([relayState, await isIn(running, browser)]).toEqual(['theirs & mine', false])
})

describe('several applications', () => {
  test('whichever begins, the others are asked one by one, and it hears last', async () => {
    const { running, browser, applications } = await opened(['one', 'two', 'three'])
    const [one, two, three] = applications as [Application, Application, Application]
    const xml = requestFrom(running, two, { id: '_asked0123456789abcdef0123456789ab' })
    let page = await browser.get(byRedirect(running, xml, two.signer))
    for (const next of [one, three]) {
      const asked = judged(running, page, next)
      expect(asked).toMatchObject({ kind: 'LogoutRequest', verdict: 'accepted', nameId: 'mira.okafor@example.com' })
      page = await browser.get(byRedirect(running, answerOf(running, next, asked.id), next.signer))
    }
    expect(judged(running, page, two, '_asked0123456789abcdef0123456789ab')).toMatchObject({
      ...{ verdict: 'accepted', kind: 'LogoutResponse', codes: [] },
    })
  })

  test('one that did not end its own is named to whoever began', async () => {
    const { running, browser, applications } = await opened(['one', 'two'])
    const [one, two] = applications as [Application, Application]
    const asked = judged(running, await browser.get(byRedirect(running, requestFrom(running, one), one.signer)), two)
    const answer = answerOf(running, two, asked.id).replace('status:Success', 'status:Responder')
    const page = await browser.get(byRedirect(running, answer, two.signer))
    expect(judged(running, page, one).codes).toContain('saml.logout.status.partial')

    await open(running, browser, two.entityId)
    const own = judged(running, await browser.post(`${running.idp.url}/sign-out`, {}), two)
    const done = await browser.get(byRedirect(running, answerOf(running, two, own.id, true), two.signer))
    expect(done.text).toContain('Here. At these applications you may still be signed in:')
    expect(done.text).toContain(two.entityId)
  })

  test('one without a sign-out URL cannot be asked', async () => {
    const { running, browser } = await opened(['one'], ['redirect'])
    running.idp.registerServiceProvider(serviceProviderMetadata({ entityId: 'urn:example:plain' }))
    await open(running, browser, 'urn:example:plain')
    running.idp.registerServiceProvider(serviceProviderMetadata({ entityId: 'urn:example:one' }))
    const done = await browser.post(`${running.idp.url}/sign-out`, {})
    expect([done.status, done.text.includes('urn:example:one'), done.text.includes('urn:example:plain')]).toEqual([
      200,
      true,
      true,
    ])
  })
})

test('of several sessions the one that is named ends, without a name all of that person', async () => {
  const { running, browser, applications } = await opened(['one'])
  const [one] = applications as [Application]
  const other = new TestBrowser()
  const sessionIndex = await open(running, other, one.entityId)
  await browser.get(byRedirect(running, requestFrom(running, one, { sessionIndex }), one.signer))
  expect([await isIn(running, browser), await isIn(running, other)]).toEqual([true, false])
  const nameId = { value: 'jonas.lindqvist@example.com', format: null }
  await browser.get(byRedirect(running, requestFrom(running, one, { nameId }), one.signer))
  expect(await isIn(running, browser)).toBe(true)
  await open(running, other, one.entityId)
  await browser.get(byRedirect(running, requestFrom(running, one), one.signer))
  expect([await isIn(running, browser), await isIn(running, other)]).toEqual([false, false])
})

test('what is not signed, fresh, new, addressed here and by a known application ends nothing and says why', async () => {
  const { running, browser, applications } = await opened(['one'])
  const [one] = applications as [Application]
  const { signer } = one
  const stranger = await makeSigningIdentity('rsa-2048')
  const hour = 3_600_000
  const ask = (change: Parameters<typeof requestFrom>[2], by: SigningIdentity | undefined = signer) =>
    byRedirect(running, requestFrom(running, one, change), by)
  const nobody = { value: 'nobody', format: null }
  const used = ask({ nameId: nobody })
  expect((await browser.get(used)).status).toBe(303)
  running.idp.registerServiceProvider(serviceProviderMetadata({ entityId: 'urn:example:keyless' }))
  const twice = requestFrom(running, one).replace(/<saml:NameID.*<\/saml:NameID>/, (name) => name + name)
  const wrong: [reason: string, address: string][] = [
    ['unreadable', `${running.idp.url}/slo`],
    ['unreadable', `${running.idp.url}/slo?SAMLRequest=garbage`],
    ['other-message', byRedirect(running, '<a>LogoutRequest</a>', signer)],
    ['issuer-unknown', ask({ issuer: 'urn:example:else' })],
    ['destination', ask({ destination: `${running.idp.url}/sso` })],
    ['certificate-missing', ask({ issuer: 'urn:example:keyless' })],
    ['unsigned', byRedirect(running, requestFrom(running, one), undefined)],
    ['signature', ask({}, stranger)],
    ['signature', ask({}).replace('&SigAlg=', '&RelayState=x&SigAlg=')],
    ['old', ask({ issueInstant: new Date(NOW.getTime() - hour) })],
    ['old', ask({ issueInstant: new Date(NOW.getTime() + hour) })],
    ['used', used],
    ['name', byRedirect(running, twice, signer)],
    ['answer-unknown', byRedirect(running, answerOf(running, one, '_nothing'), signer)],
  ]
  for (const [reason, address] of wrong) {
    const page = await browser.get(address)
    expect([reason, page.status, running.events.at(-1)]).toEqual([reason, 400, { kind: 'request-refused', reason }])
    expect(page.text).toMatch(/<h1>[^<]+\.<\/h1>\n<p class="lead">[^<]+<\/p>/)
  }
  const unsigned = Buffer.from(requestFrom(running, one)).toString('base64')
  const page = await browser.post(`${running.idp.url}/slo`, { SAMLRequest: unsigned }, { crossSite: true })
  expect([page.status, running.events.at(-1)]).toEqual([400, { kind: 'request-refused', reason: 'unsigned' }])
  expect(await isIn(running, browser)).toBe(true)
})

test('an answer counts once, and from the application that was asked', async () => {
  const { running, browser, applications } = await opened(['one', 'two'])
  const [one, two] = applications as [Application, Application]
  const asked = judged(running, await browser.post(`${running.idp.url}/sign-out`, {}), one)
  const foreign = await browser.get(byRedirect(running, answerOf(running, two, asked.id), two.signer))
  expect([foreign.status, running.events.at(-1)]).toEqual([400, { kind: 'request-refused', reason: 'answer-unknown' }])
  const answer = byRedirect(running, answerOf(running, one, asked.id), one.signer)
  expect(judged(running, await browser.get(answer), two).kind).toBe('LogoutRequest')
  expect((await browser.get(answer)).status).toBe(400)
})

test('a tenant has a sign-out of its own', async () => {
  const { running, browser, applications } = await opened(['one'])
  const [one] = applications as [Application]
  const base = `${running.idp.url}/okta`
  const asked = await browser.follow(await browser.get(`${base}/idp-initiated?sp=${encodeURIComponent(one.entityId)}`))
  await browser.post(asked.url, { use: 'mira' })
  const page = await browser.post(`${base}/sign-out`, {})
  expect(page.location?.host).toBe('one.customer.example')
  expect([(await browser.get(`${base}/`)).text.includes('Signed in in this'), await isIn(running, browser)]).toEqual([
    false,
    true,
  ])
})

test('node-saml asks, and takes the answer; it takes our request and answers it', async () => {
  const { privateKey, certificate } = await signer
  const now = () => new Date()
  const signing = await makePracticeSigning(aYearFrom(now()), randomBytes(16))
  const running = await runPracticeIdp({ clock: now, signing }, null)
  const { idp } = running
  const saml = new SAML({
    idpCert: idp.signing.certificate.summary.pem,
    entryPoint: `${idp.url}/sso`,
    logoutUrl: `${idp.url}/slo`,
    logoutCallbackUrl: 'https://app.customer.example/node-saml/slo',
    idpIssuer: idp.entityId,
    issuer: 'urn:example:node-saml',
    callbackUrl: 'https://app.customer.example/node-saml/acs',
    signatureAlgorithm: 'sha256',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicCert: certificate.summary.pem,
  })
  const metadata = saml.generateServiceProviderMetadata(null, certificate.summary.pem)
  // It writes that it takes POST; the messages of the other binding it reads as well.
  idp.registerServiceProvider(metadata.replace(/(<SingleLogoutService [^>]*)HTTP-POST/, '$1HTTP-Redirect'))
  const browser = new TestBrowser()
  const validate = ({ location }: Page) =>
    saml.validateRedirectAsync(Object.fromEntries(location?.searchParams ?? []), location?.search.slice(1) ?? '')
  const profile = { nameID: 'mira.okafor@example.com', nameIDFormat: '', issuer: idp.entityId }

  const sessionIndex = await open(running, browser, 'urn:example:node-saml')
  const answered = await browser.get(await saml.getLogoutUrlAsync({ ...profile, sessionIndex }, 'relay', {}))
  expect(answered.location?.searchParams.get('RelayState')).toBe('relay')
  expect(await validate(answered)).toMatchObject({ loggedOut: true })
  expect(await isIn(running, browser)).toBe(false)

  await open(running, browser, 'urn:example:node-saml')
  const asking = await validate(await browser.post(`${idp.url}/sign-out`, {}))
  expect(asking.profile).toMatchObject({ nameID: 'mira.okafor@example.com' })
  if (asking.profile === null) throw new Error('no request')
  const done = await browser.get(await saml.getLogoutResponseUrlAsync(asking.profile, '', {}, true))
  expect(done.text).toContain('Here, and at every application you opened from here.')
})
