import {
  type CaughtCallback,
  LoginInterrupted,
  type LoginTransport,
  type SeenEvent,
} from '#main/test-login/run/login-transport.ts'
import type { LoginStart } from '#shared/http-api/login-test.ts'
import { captureWire } from './capture-wire.ts'
import { catchCallback } from './catch-callback.ts'
import type { Callback } from './is-callback.ts'
import { loadStart } from './load-start.ts'
import { LoginWindow, type LoginWindowOptions } from './login-window.ts'
import { redactAddress } from './redact-address.ts'
import { whenPageFails } from './when-page-fails.ts'
import { holdsAuthorizationResponse, responsePostedTo, wireEvents } from './wire-events.ts'

export type LoginBrowserOptions = Pick<LoginWindowOptions, 'pages' | 'preload' | 'report'>

/** How long the page that says "caught" stands before its window goes: long enough to be read. */
const CAUGHT_SHOWN_MS = 1_500

/** A sign-in in a window of this app. A window that was left open with its failure is closed by the next sign-in. */
export function embeddedTransport(options: LoginBrowserOptions): LoginTransport {
  let last: LoginWindow | undefined
  return {
    login: async (start, callback, signal, onEvent) => {
      last?.close()
      const stop = new AbortController()
      const onStop = () => stop.abort()
      const window = await LoginWindow.open({ ...options, purpose: 'test', title: 'Test login', onStop })
      last = window
      try {
        const interrupted = whenInterrupted(window, AbortSignal.any([signal, stop.signal]))
        const caught = await Promise.race([interrupted, signIn(window, start, callback, onEvent)])
        const done = () => {
          window.showOurs('caught', null)
          setTimeout(() => window.close(), CAUGHT_SHOWN_MS)
        }
        if (callback.goesOn)
          return {
            ...caught,
            goOn: (next, address) => Promise.race([interrupted, goOn(window, next, address, onEvent)]),
            done,
          }
        done()
        return caught
      } catch (error) {
        leave(window, error, onEvent)
        throw error
      }
    },
  }
}

async function signIn(
  window: LoginWindow,
  start: LoginStart,
  callback: Callback,
  onEvent: (event: SeenEvent) => void,
): Promise<CaughtCallback> {
  let responseSentTo: string | null = null
  const isElsewhere = (url: string) => callback.anyQuery === true && holdsAuthorizationResponse(url)
  const failed = whenPageFails(window.page, onEvent).then(({ url, interrupted }) => {
    // The answer of the identity provider, on its way to an address that is not there: its ACS URL is not ours.
    if (url !== '' && url === responseSentTo)
      throw new LoginInterrupted('failed', 'test-login.posted-elsewhere', `It went to ${redactAddress(url)}`)
    if (isElsewhere(url))
      throw new LoginInterrupted('failed', 'test-login.answered-elsewhere', `It went to ${redactAddress(url)}`)
    throw interrupted
  })
  const caught = catchCallback(window.session, window.page, callback)
  await captureWire(window.page, (method, params, mainFrame) => {
    responseSentTo = responsePostedTo(method, params) ?? responseSentTo
    for (const event of wireEvents(method, params, mainFrame)) onEvent(event)
  })
  onEvent({ ...noRequest, kind: 'opened', says: 'Opened the login window.' })
  loadStart(window.page, start)
  const callbackRequest = await Promise.race([caught, failed])
  const { method, url } = callbackRequest
  const says = 'Caught the response before it left this computer.'
  onEvent({ kind: 'caught', method, url: redactAddress(url), status: null, says })
  return callbackRequest
}

/** The same page goes on, with its cookies; its wire is listened to already. */
async function goOn(
  window: LoginWindow,
  start: LoginStart,
  callback: Callback,
  onEvent: (event: SeenEvent) => void,
): Promise<CaughtCallback> {
  const failed = whenPageFails(window.page, () => undefined).then(({ interrupted }) => {
    throw interrupted
  })
  const caught = catchCallback(window.session, window.page, callback)
  loadStart(window.page, start)
  const answer = await Promise.race([caught, failed])
  const says = 'Caught the browser on its way back from the sign-out.'
  onEvent({ kind: 'caught', method: answer.method, url: redactAddress(answer.url), status: null, says })
  return answer
}

/** Rejects when the person closes the window, or somebody stops the run. */
function whenInterrupted({ window, isOpen }: LoginWindow, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const close = () => reject(new LoginInterrupted('stopped', 'test-login.window-closed'))
    if (isOpen) window.on('closed', close)
    else close()
    const stop = () => reject(new LoginInterrupted('stopped', 'test-login.stopped'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** A failure stays to be read; a window that somebody gave up goes. */
function leave(window: LoginWindow, error: unknown, onEvent: (event: SeenEvent) => void): void {
  if (error instanceof LoginInterrupted && error.how === 'failed') {
    window.showOurs('failed', error.problem.what)
    return
  }
  onEvent({ ...noRequest, kind: 'closed', says: 'The login window was closed.' })
  window.close()
}

const noRequest = { method: null, url: null, status: null } as const
