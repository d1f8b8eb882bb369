import { z } from 'zod'
import type { SeenEvent } from '#main/test-login/run/login-transport.ts'
import { redactAddress } from './redact-address.ts'

/** What we read of the debugger's `Network` domain; all of it comes from a foreign page. */
const RequestWillBeSent = z.object({
  type: z.string().optional(),
  frameId: z.string().optional(),
  request: z.object({ url: z.string(), method: z.string(), postData: z.string().optional() }),
  redirectResponse: z.object({ url: z.string(), status: z.int() }).optional(),
})
const ResponseReceived = z.object({
  type: z.string(),
  frameId: z.string().optional(),
  response: z.object({ url: z.string(), status: z.int(), mimeType: z.string() }),
})

/** The pages' own requests are the story; pictures and scripts are not. */
const isPage = ({ type, frameId }: { type?: string | undefined; frameId?: string | undefined }, mainFrame: string) =>
  type === 'Document' && frameId === mainFrame

/** One message of the debugger as what happened, in order. No value of a form, a query or a cookie gets through. */
export function wireEvents(method: string, params: unknown, mainFrame: string): SeenEvent[] {
  if (method === 'Network.requestWillBeSent') {
    const read = RequestWillBeSent.safeParse(params)
    if (!read.success || !isPage(read.data, mainFrame)) return []
    const { request, redirectResponse } = read.data
    return [...(redirectResponse ? [redirected(redirectResponse, request.url)] : []), requested(request)]
  }
  if (method === 'Network.responseReceived') {
    const read = ResponseReceived.safeParse(params)
    return read.success && isPage(read.data, mainFrame) ? [answered(read.data.response)] : []
  }
  return []
}

const redirected = ({ url, status }: { url: string; status: number }, next: string): SeenEvent => ({
  kind: 'redirect',
  method: null,
  url: redactAddress(url),
  status,
  says: `Sent on to ${hostOf(next)}.`,
})

function requested({ url, method, postData }: z.infer<typeof RequestWillBeSent>['request']): SeenEvent {
  const seen = { method, url: redactAddress(url), status: null }
  if (method === 'GET') return { ...seen, kind: 'request', says: `Asked ${hostOf(url)} for a page.` }
  return { ...seen, kind: 'form', says: `Posted a form to ${hostOf(url)}${fieldsOf(postData)}.` }
}

const answered = ({ url, status, mimeType }: z.infer<typeof ResponseReceived>['response']): SeenEvent => ({
  kind: 'page',
  method: null,
  url: redactAddress(url),
  status,
  says: `${hostOf(url)} answered ${status} with ${mimeType === 'text/html' ? 'a page' : mimeType || 'nothing'}.`,
})

const MOST_FIELDS = 12
const LONGEST_FIELD = 40

/** Names only. A name that is long is no name. */
function fieldsOf(postData: string | undefined): string {
  const names = [...new Set(new URLSearchParams(postData).keys())].filter((name) => /^[\w.:[\]-]+$/.test(name))
  const shown = names.filter((name) => name.length <= LONGEST_FIELD).slice(0, MOST_FIELDS)
  return shown.length > 0 ? ` with the fields ${shown.join(', ')}` : ''
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host || 'this page' : 'this page')

/** Where a page posts a SAML response to, if it does: it may be the wrong address. */
export function responsePostedTo(method: string, params: unknown): string | null {
  if (method !== 'Network.requestWillBeSent') return null
  const read = RequestWillBeSent.safeParse(params)
  if (!read.success || read.data.request.method !== 'POST') return null
  return new URLSearchParams(read.data.request.postData).has('SAMLResponse') ? read.data.request.url : null
}

/** Whether an address carries an authorization response (RFC 6749 §4.1.2): a code or an error, for our state. */
export function holdsAuthorizationResponse(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { searchParams } = new URL(address)
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'))
}
