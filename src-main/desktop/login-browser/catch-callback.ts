import { readFile } from 'node:fs/promises'
import type { OnBeforeRequestListenerDetails, Session } from 'electron'
import type { CaughtCallback } from '#main/test-login/run/login-transport.ts'
import { readUpload } from './read-upload.ts'

/** Resolves with the first request of a page to the callback. It is cancelled: nothing is ever sent there. */
export function catchCallback(session: Session, callback: string): Promise<CaughtCallback> {
  const { href, origin } = new URL(callback)
  return new Promise((resolve, reject) => {
    session.webRequest.onBeforeRequest({ urls: [`${origin}/*`] }, (details, answer) => {
      if (!isSame(details.url, href)) return answer({})
      answer({ cancel: true })
      // What a page loads beside itself, such as a prefetch of this address, is not its answer.
      if (details.method === 'POST' || details.resourceType === 'mainFrame') {
        readCaught(session, details).then(resolve, reject)
      }
    })
  })
}

/** The whole address counts, its query too: what differs in one character is another address. */
const isSame = (url: string, href: string) => url.replace(/#.*$/, '') === href.replace(/#.*$/, '')

async function readCaught(session: Session, details: OnBeforeRequestListenerDetails): Promise<CaughtCallback> {
  const { method, url, uploadData = [] } = details
  const body = await readUpload(uploadData, { readBlob: (id) => session.getBlobData(id), readFile })
  return { method, url, body }
}
