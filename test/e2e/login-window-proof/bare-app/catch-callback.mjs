import { once } from 'node:events'

/**
 * Takes the form out of the request to the callback, which is never sent, and shows our own page instead.
 * @param {import('electron').WebContents} page
 * @param {string} callback
 * @param {string} ownPage file
 * @returns {Promise<{ method: string, url: string, body: Buffer }>}
 */
export function catchCallback(page, callback, ownPage) {
  return new Promise((resolve, reject) => {
    page.session.webRequest.onBeforeRequest({ urls: [callback] }, ({ method, url, uploadData = [] }, answer) => {
      const body = Buffer.concat(uploadData.map(({ bytes }) => bytes))
      refusalIsOver(page)
        .then(() => page.loadFile(ownPage))
        .then(() => resolve({ method, url, body }), reject)
      answer({ cancel: true })
    })
  })
}

/**
 * A refused request still becomes an (empty) error page, which fails first and finishes loading later.
 * A load that begins before both are over is settled with their outcome instead of its own.
 * @param {import('electron').WebContents} page
 */
async function refusalIsOver(page) {
  await once(page, 'did-fail-load')
  await once(page, 'did-stop-loading')
}
