/** What a browser does of it: cookies per origin, forms, redirects followed one at a time. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()

  async get(url: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#load(url, { headers })
  }

  /** @param crossSite as from another site's page: cookies with SameSite=Lax stay at home */
  async post(url: string, form: Record<string, string>, { crossSite = false, headers = {} } = {}): Promise<Page> {
    const body = new URLSearchParams(form)
    const origin = crossSite ? 'https://idp.example.com' : new URL(url).origin
    return this.#load(url, { method: 'POST', body, headers: { origin, ...headers } }, !crossSite)
  }

  /** Follows redirects within the same origin. */
  async follow(page: Page): Promise<Page> {
    let current = page
    while (current.location !== undefined && current.location.origin === new URL(current.url).origin) {
      current = await this.get(current.location.href)
    }
    return current
  }

  async #load(url: string, init: RequestInit & { headers: Record<string, string> }, withCookies = true): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(withCookies && cookie !== '' ? { cookie } : {}) }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    const location = answer.headers.get('location')
    return {
      url,
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
      location: location === null ? undefined : new URL(location, url),
    }
  }

  #keep(line: string) {
    const [pair = ''] = line.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

export interface Page {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly location: URL | undefined
}

/** Value of a hidden field. */
export function fieldOf(page: Page, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1]
  if (value === undefined) throw new Error(`no field ${name} in ${page.text}`)
  return value
}
