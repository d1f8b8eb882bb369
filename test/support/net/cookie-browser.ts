/** A page as a browser without script sees it. */
export interface VisitedPage {
  readonly status: number
  readonly url: string
  readonly headers: Headers
  readonly text: string
}

export interface PageForm {
  readonly action: string
  readonly fields: Record<string, string>
}

/** Follows redirects and keeps cookies by host name, ports aside (RFC 6265 §8.5). */
export class CookieBrowser {
  readonly #cookies = new Map<string, Map<string, string>>()
  readonly #followed: readonly number[]

  /** @param followed statuses whose Location is visited; others are the test's to look at */
  constructor(followed: readonly number[] = [303]) {
    this.#followed = followed
  }

  get(url: string, headers: Record<string, string> = {}): Promise<VisitedPage> {
    return this.#visit(url, { headers })
  }

  post(url: string, fields: Record<string, string> | [string, string][] | FormData): Promise<VisitedPage> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
    return this.#visit(url, { method: 'POST', body, headers: { origin: new URL(url).origin } })
  }

  /** Fills in and sends the page's form that has all these fields. */
  submit(page: VisitedPage, filled: Record<string, string>): Promise<VisitedPage> {
    const form = formsIn(page).find(({ fields }) => Object.keys(filled).every((name) => name in fields))
    if (form === undefined) throw new Error(`no form with ${Object.keys(filled).join(', ')} on ${page.url}`)
    return this.post(form.action, { ...form.fields, ...filled })
  }

  async #visit(url: string, init: RequestInit): Promise<VisitedPage> {
    const jar = this.#jarFor(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(jar, line)
    const location = response.headers.get('location')
    if (location !== null && this.#followed.includes(response.status))
      return this.#visit(new URL(location, url).href, {})
    return { status: response.status, url, headers: response.headers, text: await response.text() }
  }

  #jarFor(url: string): Map<string, string> {
    const { hostname } = new URL(url)
    const jar = this.#cookies.get(hostname) ?? new Map<string, string>()
    this.#cookies.set(hostname, jar)
    return jar
  }

  #keep(jar: Map<string, string>, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/expires=thu, 01 jan 1970/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
}

/** With what would be sent if nothing was touched: a box that is not ticked sends nothing. */
export function formsIn({ text, url }: VisitedPage): PageForm[] {
  return [...text.matchAll(/<form[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(([, action = '', inside = '']) => ({
    action: new URL(unescapeHtml(action), url).href,
    fields: Object.fromEntries(
      [...inside.matchAll(/<input[^>]* name="([^"]*)"([^>]*)>/g)]
        .filter(([input]) => !/ type="checkbox"/.test(input) || / checked/.test(input))
        .map(([, name = '', rest = '']) => [name, unescapeHtml(/ value="([^"]*)"/.exec(rest)?.[1] ?? '')]),
    ),
  }))
}

export const unescapeHtml = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
