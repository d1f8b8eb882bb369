/**
 * @typedef {object} WireRequest
 * @property {string} method
 * @property {string} url
 * @property {{ url: string, status: number } | null} redirectedFrom the answer that led here
 * @property {number} bodyLength
 * @property {string | null} failure the network's word for it, once it has failed
 */

/**
 * Writes down every request of the page, redirects too.
 * @param {import('electron').Debugger} wire
 * @returns {Promise<WireRequest[]>} grows as requests are made
 */
export async function captureWire(wire) {
  /** @type {WireRequest[]} */
  const requests = []
  /** @type {Map<string, WireRequest>} */
  const byId = new Map()
  wire.attach('1.3')
  wire.on('message', (_event, method, { requestId, request, redirectResponse, errorText }) => {
    if (method === 'Network.requestWillBeSent') {
      const seen = asWireRequest(request, redirectResponse)
      byId.set(requestId, seen)
      requests.push(seen)
    }
    const failed = method === 'Network.loadingFailed' && byId.get(requestId)
    if (failed) failed.failure = errorText
  })
  await wire.sendCommand('Network.enable', { maxPostDataSize: 10_000_000 })
  return requests
}

/**
 * @param {{ method: string, url: string, postData?: string }} request
 * @param {{ url: string, status: number } | undefined} redirect
 * @returns {WireRequest}
 */
function asWireRequest({ method, url, postData = '' }, redirect) {
  const redirectedFrom = redirect ? { url: redirect.url, status: redirect.status } : null
  return { method, url, redirectedFrom, bodyLength: postData.length, failure: null }
}
