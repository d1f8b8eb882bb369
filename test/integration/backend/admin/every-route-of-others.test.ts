import { expect, test } from 'vitest'
import { z } from 'zod'
import { ADMIN_API, type Route } from '#shared/http-api/route.ts'
import { declaredRoutes } from '#test/support/backend/declared-routes.ts'
import { callWith, openTestBackend, type TestOrganisation } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld, type SignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

/** Ids by their prefix: what a route's parameters are filled with. */
type Ids = Readonly<Record<string, string>>

const nothing: Ids = Object.fromEntries(
  ['conn', 'flow', 'user', 'sess', 'inv', 'key', 'mail', 'dir'].map((kind) => [kind, `${kind}_${'0'.repeat(22)}`]),
)
const routes = [...(await declaredRoutes())].map(([name, route]) => ({ name, route }))
const withRecord = routes.filter(({ route }) => route.params !== undefined)
const withoutRecord = routes.filter(({ route }) => route.params === undefined)

test('each route that names a record: its own organisation reaches it, to every other it does not exist', {
  timeout: 120_000,
}, async () => {
  const world = await openSignInWorld()
  const other = await world.organisation({ organisation: 'Other', owner: 'owner@other.example' })
  const records = new Map<boolean, Ids>()
  for (const { name, route } of withRecord) {
    const ids = records.get(isOfDraft(route)) ?? (await makeRecords(world, route))
    const foreign = await ask(other, route, ids)
    const missing = await ask(other, route, nothing)
    expect({ name, status: foreign.status, body: foreign.body }).toEqual({ name, status: 404, body: missing.body })
    const own = await ask(world.tenant, route, ids)
    expect({ name, reached: own.status !== 404 && own.status < 500 }).toEqual({ name, reached: true })
    if (takesAway(route)) records.delete(isOfDraft(route))
    else records.set(isOfDraft(route), ids)
  }
  expect(withRecord.length).toBeGreaterThan(15)
})

test('each route that names none: what one organisation has shows in no answer to another', async () => {
  const world = await openSignInWorld()
  const { call, orgId } = world.tenant
  const other = await world.organisation({ organisation: 'Other', owner: 'owner@other.example' })
  await makeRecords(world, { path: '/drafts' })
  await call('PATCH', '/organisation', { name: 'The secret name' })
  await call('PUT', '/outage-window', { minutes: 60, reason: 'The secret reason' })
  const known = new Set([orgId, 'The secret name', 'The secret reason', world.provider.handOut?.metadataUrl ?? ''])
  for (const path of [
    '/providers',
    '/drafts',
    '/members',
    '/sessions',
    '/invitations',
    '/api-keys',
    '/sign-ins',
    '/audit',
  ]) {
    const { body } = await call('GET', path)
    for (const id of JSON.stringify(body).match(/[a-z]+_[0-9a-z]{22}|[\w.]+@acme\.example/g) ?? []) known.add(id)
    const { nextCursor } = (await call('GET', `${path}?limit=1`)).body
    if (nextCursor === undefined) continue
    const { body: page } = await other.call('GET', `${path}?cursor=${nextCursor}`)
    expect({ path, page: JSON.stringify(page), leaked: leaks(page, known) }).toMatchObject({ path, leaked: [] })
  }
  expect(known.size).toBeGreaterThan(20)
  for (const { name, route } of withoutRecord) {
    const { status, body, said } = await ask(other, route, nothing)
    const leaked = leaks(body, known).filter((one) => !said.includes(one))
    expect({ name, fault: status >= 500, leaked }).toEqual({ name, fault: false, leaked: [] })
  }
  expect((await call('GET', '/organisation')).body.organisation.name).toBe('The secret name')
  expect((await call('GET', '/outage-window')).body.outageWindow.reason).toBe('The secret reason')
})

test('each route: without a key nothing is answered', async () => {
  const { url, organisation } = await openTestBackend({ rateLimits: { unknownKeys: 1_000 } })
  const nobody = { ...(await organisation()), call: callWith(url, 'none') }
  for (const { name, route } of routes) {
    expect({ name, status: (await ask(nobody, route, nothing)).status }).toEqual({ name, status: 401 })
  }
})

const isOfDraft = ({ path }: Pick<Route, 'path'>) => path.includes('/drafts')
const takesAway = ({ method, path }: Route) => method === 'DELETE' || path.endsWith('/publish')

let serial = 0

/** One of everything, under names of its own. */
async function makeRecords(world: SignInWorld, { path }: Pick<Route, 'path'>): Promise<Ids> {
  const { call } = world.tenant
  serial += 1
  const config = world.idp.config
  const domains = [`d${serial}.example`]
  const made = isOfDraft({ path })
    ? (await call('POST', '/drafts', { domains, config })).body.draft
    : (await call('POST', '/providers', { type: 'saml', issuer: 'x', domains, config })).body.provider
  const email = `p${serial}@acme.example`
  await world.signIn(new TestBrowser(), { email, nameId: email })
  const session = (await call('GET', '/sessions')).body.sessions.find((one: { email: string }) => one.email === email)
  return {
    conn: made.id,
    flow: (await call('POST', `/providers/${made.id}/test`)).body.test.id,
    user: session.userId,
    sess: session.id,
    inv: (await call('POST', '/invitations', { email: `i${serial}@acme.example` })).body.invitation.id,
    key: (await call('POST', '/api-keys', { name: `Key ${serial}` })).body.apiKey.id,
    dir: (await call('POST', '/directories', { name: `Directory ${serial}` })).body.directory.id,
    mail: (await call('GET', '/outbox')).body.mails[0].id,
  }
}

/** With the example of its own document as the body. */
async function ask({ call }: TestOrganisation, { method, path, params, query, body }: Route, ids: Ids) {
  const kinds = params === undefined ? {} : kindsOf(params)
  const filled = path.slice(ADMIN_API.length).replace(/:(\w+)/g, (_, name: string) => ids[kinds[name] ?? ''] ?? name)
  const example = exampleOf(body)
  const search = new URLSearchParams(exampleOf(query) as Record<string, string> | undefined).toString()
  const answer = await call(method, search === '' ? filled : `${filled}?${search}`, example)
  return { status: answer.status, body: answer.body, said: decodeURIComponent(`${search} ${JSON.stringify(example)}`) }
}

const exampleOf = (schema: z.ZodType | undefined) => (schema?.meta()?.examples as object[] | undefined)?.[0]

function kindsOf(params: z.ZodType): Record<string, string> {
  const { properties = {} } = z.toJSONSchema(params) as { properties?: Record<string, { pattern?: string }> }
  return Object.fromEntries(
    Object.entries(properties).map(([name, { pattern = '' }]) => [name, /^\^([a-z]+)_/.exec(pattern)?.[1] ?? '']),
  )
}

function leaks(body: unknown, known: ReadonlySet<string>): string[] {
  const text = JSON.stringify(body)
  return [...known].filter((one) => text.includes(one))
}
