import { Pool } from 'undici'
import { decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { ADMIN_API } from '#shared/http-api/route.ts'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'
import type { AnsweredLogin, BegunLogin, Contender } from './contender.ts'
import { IDP_ENTITY_ID, IDP_SSO_URL } from './identity-provider.ts'
import type { Population } from './populate.ts'
import { PartProcess } from './process.ts'

/** Logins on their way at the same time. */
const IN_FLIGHT = 32

/** Our backend, asked over HTTP as browsers do: start, POST, finish. */
export async function claimcheck(identityProvider: SigningIdentity, population: Population): Promise<Contender> {
  const server = new PartProcess('claimcheck')
  const { url, apiKey, orgId } = await server.ask<{ url: string; apiKey: string; orgId: string }>('open')
  const { id, handOut } = await makeProvider(url, apiKey, identityProvider.certificate.summary.pem)
  await server.ask('populate', { ...population, orgId, connectionId: id })
  const pool = new Pool(url, { connections: IN_FLIGHT, pipelining: 1 })
  const { pathname: acsPath, search } = new URL(handOut.serviceProvider.acsUrl)
  const startPath = handOut.startUrl.slice(url.length)
  return {
    name: `Claimcheck, ${population.users.toLocaleString('en')} people, ${population.organisations.toLocaleString('en')} organisations`,
    people: population.users,
    entityId: handOut.serviceProvider.entityId,
    acsUrl: handOut.serviceProvider.acsUrl,
    begin: (count) => inFlight(Array.from({ length: count }), () => begin(pool, startPath)),
    async finish(logins) {
      await inFlight(logins, (login) => finish(pool, `${acsPath}${search}`, login))
    },
    used: () => server.ask<number>('used'),
    async stop() {
      await pool.close()
      await server.stop()
    },
  }
}

interface Provider {
  readonly id: string
  readonly handOut: {
    readonly startUrl: string
    readonly serviceProvider: { readonly entityId: string; readonly acsUrl: string }
  }
}

async function makeProvider(url: string, apiKey: string, idpCertificate: string): Promise<Provider> {
  const answer = await fetch(`${url}${ADMIN_API}/providers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'saml',
      issuer: IDP_ENTITY_ID,
      domain: 'acme.example',
      enabled: true,
      config: { idpEntityId: IDP_ENTITY_ID, idpSsoUrl: IDP_SSO_URL, idpCertificate },
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { provider: Provider }).provider
}

async function begin(pool: Pool, path: string): Promise<BegunLogin> {
  const { statusCode, headers, body } = await pool.request({ method: 'GET', path })
  await body.dump()
  if (statusCode !== 302) throw new Error(`start: ${statusCode}`)
  const { xml, relayState } = decodeRedirect(new URL(String(headers.location)).search)
  const requestId = / ID="([^"]+)"/.exec(Buffer.from(xml).toString('utf8'))?.[1] ?? ''
  return { requestId, relayState: relayState ?? '', cookie: cookieOf(headers['set-cookie'], 'claimcheck-browser') }
}

async function finish(pool: Pool, path: string, { samlResponse, relayState, cookie }: AnsweredLogin): Promise<void> {
  const posted = await pool.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.acme.example' },
    body: new URLSearchParams({ SAMLResponse: samlResponse, RelayState: relayState }).toString(),
  })
  await posted.body.dump()
  if (posted.statusCode !== 303) throw new Error(`POST: ${posted.statusCode}`)
  const location = String(posted.headers.location)
  const finished = await pool.request({ method: 'GET', path: location, headers: { cookie } })
  await finished.body.dump()
  cookieOf(finished.headers['set-cookie'], 'claimcheck-session')
}

function cookieOf(setCookie: string | string[] | undefined, name: string): string {
  const line = [setCookie ?? []].flat().find((one) => one.startsWith(`${name}=`))
  if (line === undefined) throw new Error(`no cookie ${name}`)
  return line.split(';', 1)[0] ?? ''
}

/** Works through a list, so many at a time. */
async function inFlight<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as Item)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
  return results
}
