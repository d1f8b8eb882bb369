import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import type { WebContentsView } from 'electron'
import { type LaunchedApp, launchElectron } from '#test/support/electron/launch.ts'
import type { WireRequest } from './bare-app/capture-wire.mjs'
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts'

/** A production address: its host does not resolve here (RFC 2606 reserves .example), and needs not to. */
const callback = 'https://app.customer.example/saml/acs'

/** 300 KB, as a response with many groups has, and every byte in it; white space and reserved characters beside it. */
const form = {
  SAMLResponse: Buffer.from(Array.from({ length: 225_000 }, (_, index) => (index * 7 + (index >> 8)) % 256)).toString(
    'base64',
  ),
  RelayState: 'run=1&back=/grüße here?a=100%+b"c\'',
}

const pictures = join(import.meta.dirname, '../../../test-output/login-window-proof')

let identityProvider: IdentityProvider
let app: LaunchedApp

test.beforeAll(async () => {
  identityProvider = await startIdentityProvider(callback, form)
  app = await launchElectron({
    appFolder: join(import.meta.dirname, 'bare-app'),
    env: { PROOF_START: identityProvider.startUrl, PROOF_CALLBACK: callback },
  })
})

test.afterAll(async () => {
  await app?.close()
  identityProvider?.close()
})

test('catches the response that a foreign page posts to an address that does not exist', async () => {
  const { electron } = app
  const signIn = await viewAt(electron, (url) => url === identityProvider.loginUrl)
  const bar = await viewAt(electron, (url) => url.endsWith('/bar.html'))
  await expect(bar.locator('#address')).toHaveText(identityProvider.loginUrl)
  await keepPicture(electron, 'sign-in')
  await signIn.getByRole('button', { name: 'Continue' }).click()
  const proof = await readProof(electron)

  expect(proof.caught.method).toBe('POST')
  expect(proof.caught.url).toBe(callback)
  const body = Buffer.from(proof.caught.body, 'base64')
  expect(form.SAMLResponse).toHaveLength(300_000)
  expect(body.equals(Buffer.from(new URLSearchParams(form).toString()))).toBe(true)

  await expect(bar.locator('#address')).toHaveText(callback)
  expect(proof.finalAddress).toMatch(/^file:.*\/caught\.html$/)
  await expect(signIn.getByRole('heading')).toHaveText('The response was caught')

  expect(identityProvider.seen).toEqual({
    portal: [
      { path: 'GET /start', cookie: undefined },
      { path: 'GET /finish', cookie: 'portal=first' },
    ],
    login: [
      { path: 'GET /login', cookie: undefined },
      { path: 'POST /login', cookie: 'login=second' },
    ],
  })
  expect(proof.cookies).toEqual({ '127.0.0.1': ['portal=first'], localhost: ['login=second'] })
  expect(proof.otherSessionCookies).toBe(0)

  const { startUrl, loginUrl } = identityProvider
  const redirectedFrom = { url: startUrl, status: 302 }
  expect(proof.wire).toContainEqual({ method: 'GET', url: loginUrl, redirectedFrom, bodyLength: 0, failure: null })
  // Refused by us, and not for want of a host: the request never reached the network.
  const failure = 'net::ERR_BLOCKED_BY_CLIENT'
  expect(proof.wire).toContainEqual({
    method: 'POST',
    url: callback,
    redirectedFrom: null,
    bodyLength: body.length,
    failure,
  })
  await keepPicture(electron, 'caught')
})

interface Proof {
  readonly caught: { method: string; url: string; body: string }
  readonly finalAddress: string
  readonly cookies: Record<string, string[]>
  readonly otherSessionCookies: number
  readonly wire: WireRequest[]
}

/** Waits until the form is caught and reads what the app knows. */
function readProof(electron: ElectronApplication): Promise<Proof> {
  return electron.evaluate(async ({ session }) => {
    // @ts-expect-error the bare app leaves it there for this test
    const { caught, wire, foreign } = globalThis.loginWindowProof
    const { method, url, body } = await caught
    const cookiesOf = async (host: string) => {
      const cookies: { name: string; value: string }[] = await foreign.webContents.session.cookies.get({
        url: `http://${host}`,
      })
      return cookies.map(({ name, value }) => `${name}=${value}`)
    }
    return {
      caught: { method, url, body: body.toString('base64') },
      finalAddress: foreign.webContents.getURL(),
      cookies: { '127.0.0.1': await cookiesOf('127.0.0.1'), localhost: await cookiesOf('localhost') },
      otherSessionCookies: (await session.defaultSession.cookies.get({})).length,
      wire,
    }
  })
}

/** The view that shows, or comes to show, such an address. */
async function viewAt(electron: ElectronApplication, matches: (url: string) => boolean): Promise<Page> {
  const find = () => electron.windows().find((page) => matches(page.url()))
  await expect.poll(() => find() !== undefined, { message: app.output() }).toBe(true)
  return find()!
}

/** The whole window as a person sees it: the views' pictures, one below the other. */
async function keepPicture(electron: ElectronApplication, name: string): Promise<void> {
  const png = await electron.evaluate(async ({ nativeImage }) => {
    // @ts-expect-error the bare app leaves it there for this test
    const views: WebContentsView[] = globalThis.loginWindowProof.window.contentView.children
    const pictures = await Promise.all(views.map((view) => view.webContents.capturePage()))
    const width = pictures[0]?.getSize().width ?? 0
    const height = pictures.reduce((sum, picture) => sum + picture.getSize().height, 0)
    const pixels = Buffer.concat(pictures.map((picture) => picture.toBitmap()))
    return nativeImage.createFromBitmap(pixels, { width, height }).toPNG().toString('base64')
  })
  const file = join(pictures, `${name}.png`)
  mkdirSync(pictures, { recursive: true })
  writeFileSync(file, Buffer.from(png, 'base64'))
  expect(statSync(file).size).toBeGreaterThan(1_000)
}
