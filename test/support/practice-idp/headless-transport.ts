import { LoginInterrupted, type LoginTransport } from '#main/test-login/run/login-transport.ts'
import { CookieBrowser, formsIn, type VisitedPage } from '../net/cookie-browser.ts'

/** A person without a window: signs in where asked, and gives up before a page that leads nowhere. */
export function headlessTransport(username = 'mira'): LoginTransport {
  return {
    login: async (start, callback, _signal, onEvent) => {
      const browser = new CookieBrowser()
      const saw = ({ url, status }: VisitedPage) =>
        onEvent({ kind: 'page', method: null, url, status, says: `${url} answered ${status}.` })
      let page = await (start.form === null ? browser.get(start.url) : browser.post(start.url, start.form))
      saw(page)
      if (asksWho(page)) {
        page = await browser.post(page.url, { use: username })
        saw(page)
      }
      const answer = formsIn(page).find(({ fields }) => 'SAMLResponse' in fields)
      if (answer === undefined) throw new LoginInterrupted('stopped', 'test-login.window-closed')
      if (answer.action !== callback.url) throw new LoginInterrupted('failed', 'test-login.posted-elsewhere')
      const body = new TextEncoder().encode(new URLSearchParams(answer.fields).toString())
      return { method: 'POST', url: answer.action, body }
    },
  }
}

const asksWho = (page: VisitedPage) => formsIn(page).some(({ fields }) => 'password' in fields)
