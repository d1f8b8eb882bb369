import type { CaughtCallback, LoginTransport } from '#main/test-login/run/login-transport.ts'
import { CookieBrowser, formsIn } from '../net/cookie-browser.ts'

interface Person {
  readonly username: string
  readonly password: string
}

/** A person at a browser without script: signs in where a page asks, goes where it is sent, stops at the callback. */
export const cookieTransport =
  (
    person: Person,
    change: (callback: CaughtCallback) => CaughtCallback = (callback) => callback,
  ): LoginTransport['login'] =>
  async (start, { url: callback }, _signal, onEvent) => {
    const browser = new CookieBrowser([])
    const signOut: CaughtCallback['goOn'] = async (next, { url: back }) => {
      const asked = await browser.get(next.url)
      const [form] = formsIn(asked)
      if (form === undefined) throw new Error(`${asked.status} ${asked.text.slice(0, 400)}`)
      const location = (await browser.post(form.action, { ...form.fields, logout: 'yes' })).headers.get('location')
      if (!location?.startsWith(back)) throw new Error(`sent to ${location}`)
      return { method: 'GET', url: location, body: new Uint8Array() }
    }
    let page = await browser.get(start.url)
    for (let step = 0; step < 12; step += 1) {
      const location = page.headers.get('location')
      onEvent({ kind: 'page', method: 'GET', url: page.url, status: page.status, says: 'A page.' })
      if (location?.startsWith(callback))
        return change({ method: 'GET', url: location, body: new Uint8Array(), goOn: signOut })
      if (location !== null) page = await browser.get(new URL(location, page.url).href)
      else if (formsIn(page).some(({ fields }) => 'password' in fields))
        page = await browser.submit(page, { ...person })
      else throw new Error(`${page.status} ${page.text.slice(0, 400)}`)
    }
    throw new Error('the sign-in does not end')
  }
