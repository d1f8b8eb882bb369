import { describe, expect, test, vi } from 'vitest'
import type { Draft } from '#shared/http-api/draft.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { type Page, TestBrowser } from '#test/support/backend/test-browser.ts'
import { CookieBrowser, formsIn } from '#test/support/net/cookie-browser.ts'
import { startStockProvider } from '#test/support/oidc/stock-provider.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

const SECRET = 'a-secret-that-is-long-enough-for-all'

/** A connection as far as our side goes: what the provider has to be told. */
async function openDraft() {
  const world = await openTestBackend({ clock: () => new Date() })
  const tenant = await world.organisation()
  const made = await tenant.call('POST', '/drafts', { type: 'oidc', domains: ['example.com'] })
  const { draft } = made.body as { draft: Draft }
  const goLive = async (issuer: string, config: Record<string, unknown>) => {
    const discoveryUrl = `${issuer}/.well-known/openid-configuration`
    const whole = { clientId: 'board', clientSecret: SECRET, discoveryUrl, ...config }
    await tenant.call('PATCH', `/drafts/${draft.id}`, { issuer, config: whole })
    await tenant.call('POST', `/drafts/${draft.id}/publish`, {})
    expect((await tenant.call('PATCH', `/providers/${draft.id}`, { enabled: true })).status).toBe(200)
  }
  const ours = new TestBrowser()
  const theirs = new CookieBrowser([])
  return {
    ...{ ...world, tenant, goLive, ours, theirs, relyingParty: draft.relyingParty! },
    /** From our start address over the provider's pages, filled in as a person would, to where we let them in. */
    async signIn(filled: Record<string, string>): Promise<Page> {
      const asked = (await ours.get(draft.relyingParty!.startUrl)).location!.href
      return ours.follow(await ours.get(await throughPages(theirs, asked, draft.relyingParty!.redirectUri, filled)))
    },
  }
}

async function throughPages(browser: CookieBrowser, url: string, until: string, filled: Record<string, string>) {
  let page = await browser.get(url)
  for (let step = 0; step < 12; step += 1) {
    const location = page.headers.get('location')
    if (location?.startsWith(until)) return location
    if (location !== null) page = await browser.get(new URL(location, page.url).href)
    else {
      const form = formsIn(page).find(({ fields }) => Object.keys(fields).length > 0) ?? formsIn(page)[0]
      if (form === undefined) throw new Error(`${page.status} ${page.text.slice(0, 400)}`)
      const known = Object.entries(filled).filter(([name]) => name in form.fields)
      // The button's own value: whoever presses another one stays signed in there.
      const pressed = form.action.includes('/session/end') ? { logout: 'yes' } : {}
      page = await browser.post(form.action, { ...form.fields, ...Object.fromEntries(known), ...pressed })
    }
  }
  throw new Error('the pages do not end')
}

test('the practice identity provider signs a person in, groups included', async () => {
  const world = await openDraft()
  const { idp } = await runPracticeIdp({ clock: () => new Date() }, null)
  await idp.registerClient({
    ...{ clientId: 'board', clientSecret: SECRET, authentication: 'client_secret_basic' },
    redirectUris: [world.relyingParty.redirectUri],
  })
  await world.goLive(idp.issuer, { scopes: ['email', 'profile', 'groups'] })
  const home = await world.signIn({ username: 'mira', password: 'mira-practice' })
  expect(home.text).toContain('You are signed in to Acme as Mira Okafor')
})

describe('oidc-provider as it is out of the box', () => {
  async function openStock() {
    const world = await openDraft()
    const { redirectUri, postLogoutRedirectUri, backchannelLogoutUrl } = world.relyingParty
    const op = await startStockProvider(
      [
        {
          ...{ client_id: 'board', client_secret: SECRET, redirect_uris: [redirectUri] },
          post_logout_redirect_uris: [postLogoutRedirectUri],
          backchannel_logout_uri: backchannelLogoutUrl,
        },
      ],
      {
        claims: { openid: ['sub', 'sid'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
        features: { backchannelLogout: { enabled: true } },
        // By itself it asks no machine of a private network.
        fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
        findAccount: (_ctx, accountId) => ({
          accountId,
          claims: async () => ({
            ...{ sub: accountId, email: `${accountId}@example.com`, email_verified: true },
            ...{ given_name: 'Ada', family_name: 'Lovelace' },
          }),
        }),
      },
    )
    await world.goLive(op.issuer, {})
    return { ...world, op }
  }
  const ada = { login: 'ada', password: 'x' }

  test('signs a person in, by a pushed request', async () => {
    const world = await openStock()
    try {
      const asked = (await world.ours.get(world.relyingParty.startUrl)).location!
      expect(asked.searchParams.get('request_uri')).toMatch(/^urn:ietf:params:oauth:request_uri:/)
      expect((await world.signIn(ada)).text).toContain('You are signed in to Acme as Ada Lovelace')
    } finally {
      await world.op.stop()
    }
  })

  test('a sign-out there ends the session here', async () => {
    const world = await openStock()
    try {
      await world.signIn(ada)
      const end = `${world.op.issuer}/session/end?client_id=board&post_logout_redirect_uri=${encodeURIComponent(world.relyingParty.postLogoutRedirectUri)}`
      await throughPages(world.theirs, end, world.relyingParty.postLogoutRedirectUri, {})
      const sessions = async () => (await world.tenant.call('GET', '/sessions')).body.total
      await vi.waitFor(async () => expect(await sessions()).toBe(0), { timeout: 20_000, interval: 200 })
      expect((await world.ours.get(`${world.url}/`)).location?.pathname).toBe('/sign-in')
      const { events } = (await world.tenant.call('GET', '/audit')).body
      expect(JSON.stringify(events)).toContain('"because":"identity-provider"')
    } finally {
      await world.op.stop()
    }
  })
})
