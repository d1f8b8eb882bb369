/**
 * Takes the form out of the request to the callback, which is never sent, and shows our own page instead.
 * @param {import('electron').WebContents} page
 * @param {string} callback
 * @param {string} ownPage file
 * @returns {Promise<{ method: string, url: string, body: Buffer }>}
 */
export function catchCallback(page, callback, ownPage) {
  return new Promise((resolve) => {
    page.session.webRequest.onBeforeRequest({ urls: [callback] }, (details, answer) => {
      answer({ cancel: true })
      const body = Buffer.concat((details.uploadData ?? []).map(({ bytes }) => bytes))
      setImmediate(async () => {
        await page.loadFile(ownPage)
        resolve({ method: details.method, url: details.url, body })
      })
    })
  })
}
