import { readFile } from 'node:fs/promises'
import type { OnBeforeRequestListenerDetails, Session, WebContents } from 'electron'
import type { CaughtCallback } from '#main/test-login/run/login-transport.ts'
import { isOwnScheme } from '#shared/model/redirect-uri.ts'
import { type Callback, isCallback } from './is-callback.ts'
import { readUpload } from './read-upload.ts'

/** Resolves with the first request of a page to the callback. It is cancelled: nothing is ever sent there. */
export function catchCallback(session: Session, page: WebContents, callback: Callback): Promise<CaughtCallback> {
  return isOwnScheme(callback.url) ? catchOwnScheme(page, callback) : catchRequest(session, callback)
}

function catchRequest(session: Session, callback: Callback): Promise<CaughtCallback> {
  const { origin } = new URL(callback.url)
  return new Promise((resolve, reject) => {
    session.webRequest.onBeforeRequest({ urls: [`${origin}/*`] }, (details, answer) => {
      if (!isCallback(details.url, callback)) return answer({})
      answer({ cancel: true })
      // What a page loads beside itself, such as a prefetch of this address, is not its answer.
      if (details.method === 'POST' || details.resourceType === 'mainFrame') {
        readCaught(session, details).then(resolve, reject)
      }
    })
  })
}

/** A scheme of an application's own never becomes a request: the page only wants to go there, and the guard lets it not. */
function catchOwnScheme(page: WebContents, callback: Callback): Promise<CaughtCallback> {
  return new Promise((resolve) => {
    const look = (event: { preventDefault: () => void; url: string; isMainFrame?: boolean }) => {
      if (event.isMainFrame === false || !isCallback(event.url, callback)) return
      event.preventDefault()
      resolve({ method: 'GET', url: event.url, body: new Uint8Array() })
    }
    page.on('will-redirect', look)
    page.on('will-navigate', look)
  })
}

async function readCaught(session: Session, details: OnBeforeRequestListenerDetails): Promise<CaughtCallback> {
  const { method, url, uploadData = [] } = details
  const body = await readUpload(uploadData, { readBlob: (id) => session.getBlobData(id), readFile })
  return { method, url, body }
}
