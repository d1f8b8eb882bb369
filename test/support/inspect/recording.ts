/** A browser recording as developer tools save it, around the given steps. */
export interface Step {
  readonly method?: string
  readonly url: string
  readonly form?: Readonly<Record<string, string>>
  readonly multipart?: string
  readonly status?: number
  readonly answer?: { readonly type: string; readonly text: string }
  readonly headers?: readonly { readonly name: string; readonly value: string }[]
}

export const har = (steps: readonly Step[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: steps.map(entry) } })

const entry = ({ method = 'GET', url, form, multipart, status = 200, answer, headers = [] }: Step, index: number) => ({
  startedDateTime: new Date(Date.UTC(2026, 5, 1, 12, 0, index % 60)).toISOString(),
  time: 12,
  request: {
    method,
    url,
    httpVersion: 'HTTP/2',
    headers,
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    ...(form && {
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams(form).toString(),
        params: Object.entries(form).map(([name, value]) => ({ name, value: encodeURIComponent(value) })),
      },
    }),
    ...(multipart !== undefined && { postData: { mimeType: 'multipart/form-data; boundary=x', text: multipart } }),
  },
  response: {
    status,
    statusText: '',
    headers: [],
    cookies: [],
    content: {
      size: answer?.text.length ?? 0,
      mimeType: answer?.type ?? 'text/html',
      ...(answer && { text: answer.text }),
    },
    redirectURL: '',
  },
  cache: {},
  timings: { send: 0, wait: 1, receive: 0 },
})

/** Pages, scripts and pictures that have nothing to do with a sign-in, of about this many bytes together. */
export function noise(bytes: number): Step[] {
  const text = `<!doctype html><html>${'<p>Welcome to the portal of our company.</p><script src="/app.js"></script>'.repeat(200)}</html>`
  return Array.from({ length: Math.ceil(bytes / (text.length + 900)) }, (_, index) => ({
    url: `https://portal.example/page/${index}?v=${index}`,
    answer: {
      type: index % 2 === 0 ? 'text/html' : 'application/json',
      text: index % 2 === 0 ? text : JSON.stringify({ text }),
    },
  }))
}

export const postPage = (name: string, value: string): string =>
  `<!doctype html><html><body><form method="post" action="https://app.example/acs"><input type="hidden" name="${name}" value="${value}"/></form></body></html>`
