/**
 * A backend under load: drafts are changed and people sign in as fast as they can, and each is told on stdout once it was
 * acknowledged. To be killed.
 */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openBackend } from '#main/backend/backend.ts'
import type { HandOut } from '#shared/http-api/provider.ts'
import { ADMIN_API } from '#shared/http-api/route.ts'
import { TestBrowser } from './test-browser.ts'
import { makeTestIdentityProvider, readRequest } from './test-identity-provider.ts'

const [dataFolder = '', encryptionKey = '', round = '', knownKey] = process.argv.slice(2)
const PLENTY = 1_000_000

const backend = await openBackend({
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  encryptionKey: Buffer.from(encryptionKey, 'hex'),
  clock: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  rateLimits: { api: PLENTY, signIn: PLENTY, callback: PLENTY },
})
const made = knownKey === undefined && (await backend.initialise({ organisation: 'Acme', owner: 'owner@acme.example' }))
const apiKey = made ? made.apiKey : (knownKey ?? '')
if (made) tell('key', made.apiKey, made.orgId)
const domain = `r${round}.example`
const idp = await makeTestIdentityProvider(`idp.${domain}`)
const provider = { type: 'saml', issuer: domain, domain, enabled: true, config: idp.config }
const { handOut } = (await call<{ provider: { handOut: HandOut } }>('POST', '/providers', provider)).provider

await Promise.all([changeDrafts(), changeDrafts(), letPeopleIn('a'), letPeopleIn('b')])

async function changeDrafts() {
  const { draft } = await call<{ draft: { id: string } }>('POST', '/drafts', { issuer: '0' })
  tell('draft', draft.id, '0')
  for (let number = 1; ; number += 1) {
    await call('PATCH', `/drafts/${draft.id}`, { issuer: String(number) })
    tell('draft', draft.id, String(number))
  }
}

/** Each person for the first time, in two browsers at once. */
async function letPeopleIn(initial: string) {
  for (let number = 0; ; number += 1) {
    const name = `${initial}${number}`
    await Promise.all([signIn(name), signIn(name)])
  }
}

async function signIn(name: string) {
  const email = `${name}@${domain}`
  const browser = new TestBrowser()
  const chosen = await browser.post(`${backend.url}/sign-in`, { email, with: 'single-sign-on' })
  const { location } = await browser.get(chosen.location?.href ?? '')
  const { requestId, relayState } = readRequest(location ?? new URL('about:blank'))
  const message = idp.respond({ handOut, now: new Date(), requestId, email, nameId: name })
  const form = { SAMLResponse: message, RelayState: relayState }
  const page = await browser.follow(await browser.post(handOut.serviceProvider.acsUrl, form, { crossSite: true }))
  if (!page.text.includes('You are signed in to')) throw new Error(page.text)
  tell('session', email, browser.cookies.get('claimcheck-session') ?? '')
}

function tell(...words: string[]) {
  writeSync(1, `${words.join(' ')}\n`)
}

async function call<Answer>(method: string, path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${backend.url}${ADMIN_API}${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Answer
}
