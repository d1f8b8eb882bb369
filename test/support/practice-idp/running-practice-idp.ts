import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext, Solicitation } from '#main/checks/response-context.ts'
import { type PracticeIdp, type PracticeIdpOptions, startPracticeIdp } from '#main/practice-idp/practice-idp.ts'
import type { PracticeIdpEvent } from '#main/practice-idp/practice-idp-event.ts'
import { makePracticeSigning, type PracticeSigning } from '#main/practice-idp/signing/practice-signing.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { type LoginRequest, startLogin } from '#main/saml/service-provider/start-login.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { CookieBrowser, formsIn, type VisitedPage } from '../net/cookie-browser.ts'
import type { SigningIdentity } from '../pki/signing-identity.ts'

export const NOW = new Date('2026-11-22T08:00:00Z')
export const ENTITY_ID = 'urn:claimcheck:acme:conn_1'
export const ACS_URL = 'https://app.customer.example/saml/acs?connection=conn_1&x=y'
export const REQUEST_ID = '_request0123456789abcdef0123456789'

let signing: Promise<PracticeSigning> | undefined
const validity = { notBefore: new Date('2026-11-01T00:00:00Z'), notAfter: new Date('2027-11-01T00:00:00Z') }

export interface RunningPracticeIdp {
  readonly idp: PracticeIdp
  readonly events: readonly PracticeIdpEvent[]
  readonly browser: CookieBrowser
  /** Its present time, which a test may move. */
  readonly clock: { now: Date }
}

/** Until the test is over, at a fixed time, with one application registered. */
export async function runPracticeIdp(
  options: Partial<PracticeIdpOptions> = {},
  metadata: string | null = serviceProviderMetadata(),
): Promise<RunningPracticeIdp> {
  signing ??= makePracticeSigning(validity, randomBytes(16))
  const clock = { now: NOW }
  const events: PracticeIdpEvent[] = []
  const idp = await startPracticeIdp({
    clock: () => clock.now,
    random: randomBytes,
    signing: await signing,
    onEvent: (event) => events.push(event),
    ...options,
  })
  onTestFinished(() => idp.stop())
  if (metadata !== null) idp.registerServiceProvider(metadata)
  return { idp, events, browser: new CookieBrowser(), clock }
}

export function serviceProviderMetadata(
  changes: Partial<Parameters<typeof writeServiceProviderMetadata>[0]> = {},
  signer?: SigningIdentity,
): string {
  return writeServiceProviderMetadata({
    entityId: ENTITY_ID,
    acsUrl: ACS_URL,
    signOutUrl: null,
    certificate: signer?.certificate.x509.raw.toString('base64') ?? '',
    wantAssertionsSigned: true,
    authnRequestsSigned: signer !== undefined,
    ...changes,
  }).replace(signer === undefined ? /<md:KeyDescriptor.*<\/md:KeyDescriptor>/ : /$^/, '')
}

/** Begins a login as the application does: by address or by form. */
export function beginLogin(
  { idp, browser }: RunningPracticeIdp,
  changes: Partial<LoginRequest> = {},
): Promise<VisitedPage> {
  const { start } = startLogin({
    id: REQUEST_ID,
    issueInstant: NOW,
    issuer: ENTITY_ID,
    destination: `${idp.url}/sso`,
    acsUrl: ACS_URL,
    binding: 'redirect',
    relayState: 'to the board & back',
    ...changes,
  })
  return start.form === null ? browser.get(start.url) : browser.post(start.url, start.form)
}

/** What the page would post to the application. */
export function postedBy(page: VisitedPage): { acsUrl: string; relayState: string | undefined; xml: string } {
  const form = formsIn(page).find(({ fields }) => 'SAMLResponse' in fields)
  if (form === undefined) throw new Error(`no response on ${page.url}:\n${page.text}`)
  const xml = new TextDecoder().decode(decodePost(form.fields.SAMLResponse ?? ''))
  return { acsUrl: form.action, relayState: form.fields.RelayState, xml }
}

/** As the application does that asked, at the same time, trusting the running identity provider alone. */
export const judgePosted = (running: RunningPracticeIdp, page: VisitedPage, solicitation?: Solicitation) =>
  judgeResponse(postedBy(page).xml, contextOf(running, solicitation))

export function contextOf(
  { idp, clock }: RunningPracticeIdp,
  solicitation: Solicitation = { kind: 'requested', requestId: REQUEST_ID },
): ResponseContext {
  const { x509, summary } = idp.signing.certificate
  return {
    now: clock.now,
    policy: { ...defaultJudgingPolicy, mode: 'strict', requireSigned: 'both', allowIdpInitiated: true },
    identityProvider: { entityId: idp.entityId, certificates: [{ sha256: summary.sha256, x509 }] },
    serviceProvider: { entityId: ENTITY_ID, acsUrl: ACS_URL, decryptionKeys: [] },
    solicitation,
    mapping: wellKnownClaimNames,
    requiredClaims: ['email'],
    emailDomains: ['example.com'],
    maximumAuthenticationAge: undefined,
    stopwatch: undefined,
  }
}
